"""Make the weights and bins of ``participants/confidence.toml`` from annotated articles.

Rows of the annotated texts are judged as ``score_rows.py`` of ``../shared/tools`` does, those of
the plain items as ``tools/eval_items.py``: right are those of which type, who, to whom, time and
modality all are. What speaks for and against each row
(:func:`~dprk_events.participants.confidence.signs`) is weighed by a ridge logistic regression on
all parts. Rules are better on what they were tuned on: a sign of its own, which no weight of the
others is drawn to, takes that up. Rows of the unseen halves, of which nothing but the verdict is
used, are then put into bins by the sum of their weights; bins that go against the order are put
together (isotonic regression). So that no row decides on its own sum, the unseen texts are dealt
into ten folds, and the rows of each get the sums that the weights made without it give
(cross-fitting).

Usage: ``python tools/calibrate_rows.py`` writes the table to standard output;
``--check own7-unseen shared-unseen`` shows instead how right which confidence is, by the
table that there is. Needs ``../shared``: it says so and ends with 0 where that is absent.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_rows import SHARED, annotated, build  # noqa: E402
from tools.eval_items import ITEMS, pair, read_items  # noqa: E402
from tools.eval_rows import article_of  # noqa: E402

from dprk_events.events import Event  # noqa: E402
from dprk_events.participants.confidence import signs  # noqa: E402
from dprk_events.pipeline import Pipeline  # noqa: E402
from dprk_events.records import EventRecord, flatten_events  # noqa: E402

GOLD = ("dev", "dev2")
OWN = ("own", "own2", "own3", "own4", "own5", "own6")
RELEASED = tuple(f"{wave}-released" for wave in ("own", "own3", "own5", "own6"))
TUNING = (*GOLD, *(f"{wave}-tuning" for wave in OWN), *RELEASED, "shared-tuning")
UNSEEN = ("own7-unseen", "shared-unseen")
ITEMS_TUNING = tuple(sorted(ITEMS.glob("*_seen.jsonl")))
ITEMS_UNSEEN = tuple(sorted(ITEMS.glob("*_unseen.jsonl")))
FOLDS = 10
"""Parts of the unseen rows, by text: each is given the sums that the others' weights make."""
RIDGE = 8.0
"""How strongly weights are drawn to nothing: there are some hundred rows only."""
FEWEST = 20
"""Rows in a bin."""
RAREST = 8
"""Rows that have a sign, for it to be weighed."""
Json = dict[str, Any]


class Judged(NamedTuple):
    """A row: what speaks for and against it, its confidence, and whether it is right."""

    signs: tuple[str, ...]
    confidence: float
    right: bool
    text: str = ""
    """The id of its text."""
    tuned: bool = False
    """Whether rules were made with sight of the text."""


def judged_rows(pipeline: Pipeline, scorer: ModuleType, parts: Iterable[str]) -> list[Judged]:
    """Judge every row of the output for the texts of these parts."""
    gold = build(own=True, shared=SHARED)
    texts = {text.source["id"]: text for text in annotated()}
    who = json.loads((SHARED / "gold" / "who.json").read_text("utf-8"))
    rows: list[Judged] = []
    for part in parts:
        if part in GOLD:
            for line in (SHARED / "gold" / f"{part}.jsonl").read_text("utf-8").splitlines():
                record = json.loads(line)
                text = (SHARED / record["file"]).read_text("utf-8")
                rows += _of_text(pipeline, scorer, record, text, record.get("published"), who)
            continue
        for record in gold[part]:
            source = texts[record["id"]]
            _, text = source.read(SHARED)
            rows += _of_text(pipeline, scorer, record, text, source.source.get("published"), {})
    return rows


def _of_text(
    pipeline: Pipeline,
    scorer: ModuleType,
    gold: Json,
    text: str,
    published: str | dt.date | None,
    who: Json,
) -> Iterator[Judged]:
    events, flat = _rows_in(pipeline, gold["id"], text, published)
    verdicts = _verdicts(scorer, gold, flat, who)
    yield from _judged(events, verdicts, gold["id"])


def _rows_in(
    pipeline: Pipeline, name: str, text: str, published: str | dt.date | None
) -> tuple[list[Event], list[EventRecord]]:
    """Return the events of a text in order, and their rows."""
    analysis = pipeline.analyse(article_of(text, published, name))
    events = sorted(analysis.events, key=lambda e: min((m.start, m.end) for m in e.mentions))
    return events, list(flatten_events(pipeline.record(analysis), None))


def _judged(
    events: Sequence[Event], verdicts: Sequence[bool | None], name: str
) -> Iterator[Judged]:
    for event, verdict in zip(events, verdicts, strict=True):
        if verdict is not None:
            yield Judged(tuple(signs(event)), event.confidence or 0.0, verdict, name)


def judged_items(pipeline: Pipeline, files: Iterable[Path]) -> list[Judged]:
    """Judge every row of the output for plain items, as ``tools/eval_items.py`` does."""
    rows: list[Judged] = []
    for path in files:
        for item in read_items(path):
            name = f"{path.stem} {item['id']}"
            events, flat = _rows_in(pipeline, name, item["text"], item["published"])
            rows += _judged(events, _item_verdicts(item, flat), name)
    return rows


def _item_verdicts(item: Json, flat: Sequence[EventRecord]) -> list[bool | None]:
    """Say of each row of an item whether it is right; None for one that is not looked at."""
    rows = [event.model_dump(by_alias=True) for event in flat]
    scope = [n for n, row in enumerate(rows) if row["dprk"] is not False]
    pairs = {
        scope[each.row]: not each.wrong for each in pair(item["events"], [rows[n] for n in scope])
    }
    free = item.get("may", ())
    return [
        None if n not in pairs and (n not in scope or row["type"] in free) else pairs.get(n, False)
        for n, row in enumerate(rows)
    ]


def _verdicts(
    scorer: ModuleType, gold: Json, events: Sequence[EventRecord], who: Json
) -> list[bool | None]:
    """Say of each row whether it is right; None for one that is not looked at."""
    found = [event.model_dump(by_alias=True) for event in events]
    verdicts: list[bool | None] = []
    paired: set[str] = set()
    for event in found:
        near = [m for m in gold["mentions"] if m["type"] == event["type"] and _hit(m, event)]
        needed = [m for m in near if not m.get("optional")]
        if event["dprk"] is False or (near and not needed):
            verdicts.append(None)
            continue
        names = [name for m in needed if (name := m["event"]) not in paired]
        if not names:
            verdicts.append(False)
            continue
        paired.add(names[0])
        mentions = [m for m in gold["mentions"] if m["event"] == names[0]]
        verdicts.append(_right(scorer, gold["id"], mentions, event, who))
    return verdicts


def _hit(gold: Json, event: Json) -> bool:
    places = [gold["trigger"], *(gold["trigger"].get("alt") or ())]
    triggers = [mention["trigger"] for mention in event["mentions"]]
    return any(p["start"] < t["end"] and t["start"] < p["end"] for p in places for t in triggers)


def _right(scorer: ModuleType, text: str, gold: list[Json], event: Json, who: Json) -> bool:
    modalities = {m["modality"] for m in gold}
    if event["modality"] != next(m for m in scorer.COMMITTED if m in modalities):
        return False
    dates = {scorer.edtf(m["date"]) for m in gold if m.get("date")} or {None}
    stated = None if event["date"] is None else event["date"]["value"]
    if scorer.edtf(stated) not in dates:
        return False
    for side in ("actor", "recipient"):
        need: set[str] = set()
        free: set[str] = set()
        for mention in gold:
            for role in mention["roles"]:
                if role["role"] == side:
                    behind = _behind(role, text, mention["event"], who)
                    (free if role.get("optional") else need).update(behind)
        got = {c for r in event["roles"] if r["role"] == side for c in r["countries"]}
        if not need <= got <= need | free:
            return False
    return True


def _behind(role: Json, text: str, event: str, who: Json) -> Iterable[str]:
    if "countries" in role:
        found: Iterable[str] = role["countries"]
        return found
    words = role["text"]
    keys = (f"{text}:{event}:{words}", f"{text}:{words}", words)
    return next(iter(who[key] for key in keys if key in who))


def weigh(rows: Sequence[Judged]) -> dict[str, float]:
    """Return the weight of each sign, by a ridge logistic regression with Newton's method.

    Signs of fewer than ``RAREST`` rows get none.
    """
    counts = Counter(sign for row in rows for sign in row.signs)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    table = np.array([[1.0, row.tuned, *(name in row.signs for name in names)] for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    penalty = np.diag([1e-6, 1e-6, *[RIDGE] * len(names)])
    weights = np.zeros(len(names) + 2)
    for _ in range(50):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - share) - penalty @ weights
        bend = table.T @ (table * (share * (1 - share))[:, None]) + penalty
        weights += np.linalg.solve(bend, slope)
    return {name: round(float(w), 2) for name, w in zip(names, weights[2:], strict=True)}


def crossfitted(tuned: Sequence[Judged], unseen: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Yield sum and verdict of each unseen row, its weights made without its fold of texts."""
    texts = sorted({row.text for row in unseen})
    fold = {text: number % FOLDS for number, text in enumerate(texts)}
    for number in range(FOLDS):
        others = [row for row in unseen if fold[row.text] != number]
        weights = weigh([*tuned, *others])
        for row in unseen:
            if fold[row.text] == number:
                yield round(sum(weights.get(sign, 0.0) for sign in row.signs), 2), row.right


def bins_of(summed: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return least sum and share of right rows of each bin, both rising."""
    sums = sorted(summed)
    bins: list[list[float]] = []
    """Least sum, rows, right rows."""
    for total, right in sums:
        if bins and (bins[-1][1] < FEWEST or bins[-1][3] == total):
            bins[-1][1] += 1
            bins[-1][2] += right
            bins[-1][3] = total
        else:
            bins.append([total, 1, float(right), total])
    while (at := _against(bins)) is not None:
        bins[at][1] += bins[at + 1][1]
        bins[at][2] += bins[at + 1][2]
        del bins[at + 1]
    # One right and one wrong row are added to each bin: a few rows prove neither 0 nor 1.
    shares = [(least, round((right + 1) / (rows_ + 2), 2)) for least, rows_, right, _ in bins]
    return [(-math.inf if n == 0 else least, share) for n, (least, share) in enumerate(shares)]


def _against(bins: Sequence[Sequence[float]]) -> int | None:
    """Return the first bin that is not below the next, or is too small to be one."""
    for n in range(len(bins) - 1):
        (_, a, right_a, _), (_, b, right_b, _) = bins[n], bins[n + 1]
        if (right_a + 1) / (a + 2) >= (right_b + 1) / (b + 2) - 0.01 or b < FEWEST:
            return n
    return None


def reliability(rows: Sequence[Judged]) -> Iterator[str]:
    """Give for each confidence the number of rows and the share of them that is right."""
    yield f"{'confidence':>10} {'rows':>6} {'right':>6} {'share':>7}"
    for value in sorted({row.confidence for row in rows}):
        inside = [row.right for row in rows if row.confidence == value]
        yield f"{value:10.2f} {len(inside):6} {sum(inside):6} {sum(inside) / len(inside):7.2f}"
    mean = sum(row.confidence for row in rows) / len(rows)
    error = sum((row.confidence - row.right) ** 2 for row in rows) / len(rows)
    share = sum(row.right for row in rows) / len(rows)
    yield f"mean {mean:.2f}, right {share:.2f}, Brier score {error:.3f}"


def main() -> int:
    """Write the table, or how right which confidence is; return the exit status."""
    parser = argparse.ArgumentParser(description="Calibrate the confidence of rows.")
    parser.add_argument("--check", nargs="+", metavar="PART", help="parts to show figures of")
    given = parser.parse_args()
    spec = util.spec_from_file_location("score_rows", SHARED / "tools" / "score_rows.py")
    if spec is None or spec.loader is None or not (SHARED / "tools").is_dir():
        print(f"{SHARED} is not there: nothing is calibrated", file=sys.stderr)
        return 0
    scorer = util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    pipeline = Pipeline.load()
    if given.check:
        print(*reliability(judged_rows(pipeline, scorer, given.check)), sep="\n")
        return 0
    made_with = [
        *judged_rows(pipeline, scorer, TUNING),
        *judged_items(pipeline, ITEMS_TUNING),
    ]
    tuned = [row._replace(tuned=True) for row in made_with]
    unseen = [*judged_rows(pipeline, scorer, UNSEEN), *judged_items(pipeline, ITEMS_UNSEEN)]
    summed = list(crossfitted(tuned, unseen))
    weights, bins = weigh([*tuned, *unseen]), bins_of(summed)
    rated = [
        Judged((), max(share for least, share in bins if total >= least), right)
        for total, right in summed
    ]
    print(*(f"# {line}" for line in reliability(rated)), sep="\n")
    print("[weights]")
    for name, weight in weights.items():
        print(f'"{name}" = {weight}')
    print("\n[calibration]\nbins = [")
    for least, share in bins:
        print(f"  [{'-inf' if math.isinf(least) else least}, {share}],")
    print("]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
