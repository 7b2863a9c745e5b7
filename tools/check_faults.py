"""Run the program on small inputs that say what must come out, and count which are right.

    python tools/check_faults.py tests/faults/seen.jsonl
    python tools/check_faults.py tests/faults/*.jsonl --kind numbers --kind "not done" --verbose

One table: right and total for each kind of fault, a column for each file. ``--verbose`` adds the
cases that are wrong: their text, what is wanting, and what came out instead.

What a case is: tests/faults/README.md. An event that is wanted is found when the output has one of
the same type, with the same ``dprk``, that agrees in every further key that the case gives; each
event of the output answers for one that is wanted.

Exit status: 0 all right; 1 some are wrong; 2 wrong usage, or a file that holds no cases.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if not __package__:  # run as a file, not as a module
    sys.path.insert(0, str(ROOT))

from tools.scoring import Share, same_value, same_words  # noqa: E402

RUN = "from dprk_events.cli import main; main()"
SIDES = {"who": "actor", "whom": "recipient"}
EVENT_KEYS = {"type", "modality", "date", "who", "whom", "quantity", "by", "dprk"}
NEEDED = {"id", "kind", "text", "published"}
WANTED = {"events", "none_of", "dates", "expect_published"}
CASE_KEYS = NEEDED | WANTED | {"only"}
UNITED_NATIONS = re.compile(r"\bONU\b|Nations unies|Conseil de sécurité", re.IGNORECASE)
CUT_WORDS = 3
"""How many letters of a date expression the output may leave out (an article, a full stop)."""
DEMONYMS = {
    "KP": r"nord[- ]?cor[ée]en",
    "KR": r"sud[- ]?cor[ée]en",
    "RU": r"\brusse",
    "UA": r"\bukrainien",
    "US": r"\bam[ée]ricain|\b[ée]tats-?unien",
    "CN": r"\bchinois",
    "JP": r"\bjaponais|\bnippon",
    "IR": r"\biranien",
    "GB": r"\bbritanni",
    "FR": r"\bfrançais",
}
"""Who stands behind a filler that neither its own countries nor its entity's explain."""

Json = dict[str, Any]


class CaseError(RuntimeError):
    """A file of cases that cannot be used; says which line and what to do."""


class Outcome(NamedTuple):
    """A case, the record of its text, and what is wrong with it (nothing: it is right)."""

    case: Json
    record: Json
    wrong: list[str]


class Record:
    """What came out for a text: events, and what they point to."""

    def __init__(self, record: Json) -> None:
        self.events: list[Json] = record.get("events", [])
        self.dates: list[Json] = record.get("dates", [])
        self.published: str | None = (record.get("doc", {}).get("published") or {}).get("value")
        self._entities = {e["id"]: e for e in record.get("entities", [])}
        self._values = {d["id"]: d["value"] for d in self.dates}

    def value(self, event: Json) -> str | None:
        """EDTF value of an event, comparable."""
        return same_value(self._values.get(event["date"]))

    def countries(self, event: Json, role: str) -> set[str]:
        """Countries behind all fillers of a role."""
        fillers = [r for r in event["roles"] if r["role"] == role]
        return {country for filler in fillers for country in self._behind(filler)}

    def sources(self, event: Json) -> list[str]:
        """Words of those on whose word the event's mentions stand, comparable."""
        found = [m["attribution"] for m in event["mentions"] if m["attribution"]]
        named = [self._entities[a] if isinstance(a, str) else a for a in found]
        return [same_words(a["text"]) for a in named]

    def _behind(self, filler: Json) -> set[str]:
        if isinstance(filler.get("countries"), list):
            return set(filler["countries"])
        entity = self._entities.get(filler.get("entity") or "", {})
        if entity.get("country"):
            return {entity["country"]}
        if entity and UNITED_NATIONS.search(entity.get("canonical") or entity["text"]):
            return {"UN"}
        words = filler["text"].casefold()
        return {country for country, form in DEMONYMS.items() if re.search(form, words)}


def read_cases(file: Path) -> list[Json]:
    """Return the cases of a JSON Lines file.

    Raises:
        CaseError: the file cannot be read or holds none, or a line is no case.

    """
    try:
        lines = file.read_text("utf-8").split("\n")
    except OSError as error:
        msg = f"{file}: {error.strerror}. Give the path of a JSON Lines file of cases."
        raise CaseError(msg) from error
    cases = [_case(f"{file}, line {n}", line) for n, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        msg = f"{file}: no cases. A line holds one, see tests/faults/README.md."
        raise CaseError(msg)
    return cases


def _case(where: str, line: str) -> Json:
    try:
        case = json.loads(line)
    except ValueError as error:
        msg = f"{where}: not JSON ({error}). Write one object a line."
        raise CaseError(msg) from error
    if not isinstance(case, dict) or not case.keys() >= NEEDED or not case.keys() & WANTED:
        msg = (
            f"{where}: a case has {', '.join(sorted(NEEDED))} and one of"
            f" {', '.join(sorted(WANTED))}. Add what is missing."
        )
        raise CaseError(msg)
    unknown = case.keys() - CASE_KEYS
    for event in case.get("events", []):
        unknown |= event.keys() - EVENT_KEYS
        if "type" not in event:
            msg = f"{where}: an event without `type`. Say which type is wanted."
            raise CaseError(msg)
    if unknown:
        msg = f"{where}: unknown {', '.join(sorted(unknown))}. Take it out or mend its spelling."
        raise CaseError(msg)
    return case


def extract(cases: Sequence[Json]) -> list[Json]:
    """Return the record of each case's text, all from one run of the program."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = [folder / f"case-{i}.txt" for i in range(len(cases))]
        for file, case in zip(files, cases, strict=True):
            file.write_text(case["text"], "utf-8", newline="")
        table = folder / "published.csv"
        with table.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["path", "published"])
            days = [(f.name, case["published"]) for f, case in zip(files, cases, strict=True)]
            writer.writerows(day for day in days if day[1] is not None)
        command = [sys.executable, "-c", RUN, "extract", *map(str, files)]
        command += ["--metadata", str(table), "--any-language", "--quiet"]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        run = subprocess.run(command, capture_output=True, env=environment, check=False)
    records = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    if len(records) != len(cases):
        sys.exit(f"{len(records)} records for {len(cases)} cases:\n{run.stderr.decode('utf-8')}")
    return records


def faults(case: Json, output: Json) -> list[str]:
    """Return what is wrong with a record, in words; nothing where it is right."""
    record = Record(output)
    return [
        *_events(case, record),
        *_none_of(case, record),
        *_dates(case, record),
        *_published(case, record),
    ]


def _events(case: Json, record: Record) -> Iterator[str]:
    wanted = case.get("events", [])
    left = list(record.events)
    for event in wanted:
        found = next((e for e in left if fits(event, e, record)), None)
        if found is None:
            yield "no " + ", ".join(f"{key} {value}" for key, value in event.items())
        else:
            left.remove(found)
    if case.get("only") and len(record.events) != len(wanted):
        yield f"{len(record.events)} events instead of {len(wanted)}"


def fits(wanted: Json, event: Json, record: Record) -> bool:
    """Whether an event of the output is the one wanted, in all keys that are given."""
    same = event["type"] == wanted["type"] and event["dprk"] is wanted.get("dprk", True)
    if "modality" in wanted:
        same &= event["modality"] == wanted["modality"]
    if "date" in wanted:
        same &= record.value(event) == same_value(wanted["date"])
    for key, role in SIDES.items():
        if key in wanted:
            same &= record.countries(event, role) == set(wanted[key])
    if "quantity" in wanted:
        counted = [_bounds(r) for r in event["roles"] if r["role"] == "quantity"]
        same &= all(bounds in counted for bounds in _as_list(wanted["quantity"]))
    if "by" in wanted:
        by = same_words(wanted["by"])
        same &= any(by in said or said in by for said in record.sources(event))
    return bool(same)


def _as_list(quantity: list[Any]) -> list[Any]:
    """``[min, max]``, or a list of such."""
    return quantity if isinstance(quantity[0], list) else [quantity]


def _bounds(filler: Json) -> list[float | None]:
    if filler["value"] is not None:
        return [filler["value"], filler["value"]]
    return [filler["min"], filler["max"]]


def _none_of(case: Json, record: Record) -> Iterator[str]:
    unwanted = case.get("none_of", [])
    return (f"a {e['type']}" for e in record.events if e["type"] in unwanted and e["dprk"])


def _dates(case: Json, record: Record) -> Iterator[str]:
    for words, value in case.get("dates", []):
        asked = same_words(words)
        texts = [(same_words(d["text"]), d) for d in record.dates]
        found = next(((text, d) for text, d in texts if asked in text or text in asked), None)
        if found is None:
            if value is not None:
                yield f"no date in “{words}”"
            continue
        text, date = found
        whole = value is None or len(text) >= len(asked) - CUT_WORDS
        if same_value(date["value"]) != same_value(value) or not whole:
            yield f"“{date['text']}” is {date['value']}, not “{words}” {value}"


def _published(case: Json, record: Record) -> Iterator[str]:
    if "expect_published" in case and record.published != case["expect_published"]:
        yield f"published {record.published}, not {case['expect_published']}"


def table(columns: Mapping[str, Iterable[Outcome]]) -> Iterator[str]:
    """Give the lines of the table: a row for each kind, a column for each file."""
    kinds: dict[str, dict[str, Share]] = {}
    for name, outcomes in columns.items():
        for case, _, wrong in outcomes:
            for kind in (case["kind"], "all"):
                kinds.setdefault(kind, {}).setdefault(name, Share()).add(not wrong)
    kinds["all"] = kinds.pop("all")
    width = max(map(len, kinds))
    yield f"{'':{width}}" + "".join(f"  {name:>12}" for name in columns)
    for kind, shares in kinds.items():
        cells = (shares.get(name, Share()) for name in columns)
        yield f"{kind:{width}}" + "".join(f"  {c.right:>5} of {c.total:>3}" for c in cells)


def describe(outcome: Outcome) -> Iterator[str]:
    """Give the lines that tell of a wrong case: its text, what is wrong, what came out."""
    case, output, wrong = outcome
    record = Record(output)
    yield f"{case['id']}  {case['kind']}"
    yield f"    {case['text'].strip()!r}, published {case['published']}"
    yield from (f"    - {reason}" for reason in wrong)
    for event in record.events:
        told = [event["type"], event["modality"], str(record.value(event))]
        for key, role in SIDES.items():
            told.append(f"{key} {sorted(record.countries(event, role))}")
        told.append(f"quantity {[_bounds(r) for r in event['roles'] if r['role'] == 'quantity']}")
        told.append(f"by {record.sources(event)}")
        yield "    + " + ", ".join(told) + ("" if event["dprk"] else ", not about North Korea")
    yield from (f"    + date “{d['text']}” {d['value']}" for d in record.dates)
    yield ""


def main() -> int:
    """Print the table, with ``--verbose`` after the cases that are wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path, help="JSON Lines, a case a line")
    parser.add_argument("--kind", action="append", help="only cases of this kind; may be repeated")
    parser.add_argument("--verbose", action="store_true", help="tell what is wrong, and what came")
    options = parser.parse_args()
    try:
        files = {file: read_cases(file) for file in options.files}
    except CaseError as error:
        parser.error(str(error))
    every = [case for cases in files.values() for case in cases]
    known = list(dict.fromkeys(case["kind"] for case in every))
    kinds = options.kind or known
    if unknown := set(kinds) - set(known):
        parser.error(f"no cases of {', '.join(sorted(unknown))}. Kinds: {'; '.join(known)}")
    asked = {file.stem: [c for c in cases if c["kind"] in kinds] for file, cases in files.items()}
    records = iter(extract([case for cases in asked.values() for case in cases]))
    columns = {
        name: [Outcome(case, record := next(records), faults(case, record)) for case in cases]
        for name, cases in asked.items()
    }
    wrong = [outcome for outcomes in columns.values() for outcome in outcomes if outcome.wrong]
    if options.verbose:
        print("\n".join(line for outcome in wrong for line in describe(outcome)))
    print("\n".join(table(columns)))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
