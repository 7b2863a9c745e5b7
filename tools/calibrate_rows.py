"""Make the weights and bins of ``participants/confidence.toml`` from annotated articles.

Rows of the annotated articles and the plain items are judged cell by cell
(:mod:`tools.judged_rows`): is there such an event at all, are its modality, its date, who acts and
on whom right. What speaks for and against each row
(:mod:`~dprk_events.participants.signs`) is weighed for each cell by a ridge logistic regression on
all parts. Rules are better on what they were tuned on: a sign of its own, which no weight of the
others is drawn to, takes that up. A row is as sure as the product of its cells. Rows of the unseen
halves, of which nothing but the verdict is used, are then put into bins by it; bins that go against
the order are put together (isotonic regression), and so are neighbours that their rows do not tell
apart. So that no row decides on its own bin, the unseen
texts are dealt into ten folds, and the rows of each get what the weights made without it give
(cross-fitting).

Usage: ``python tools/calibrate_rows.py --write`` puts weights and bins into confidence.toml, below
its first comment; without it, only the figures are shown: how right which confidence and the surest
part of the rows are, for several ways to deal the texts into folds.
``--check own7-unseen shared-unseen`` shows instead how right which confidence is, by the table that
there is. Needs ``../shared``: it says so and ends with 0 where that is absent.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_rows import SHARED  # noqa: E402
from tools.eval_items import ITEMS  # noqa: E402
from tools.judged_rows import GOLD, Judged, judged_items, judged_rows, scorer  # noqa: E402

from dprk_events.participants.confidence import CELLS, together  # noqa: E402
from dprk_events.pipeline import Pipeline  # noqa: E402

TABLE = ROOT / "src" / "dprk_events" / "participants" / "confidence.toml"
OWN = ("own", "own2", "own3", "own4", "own5", "own6")
RELEASED = tuple(f"{wave}-released" for wave in ("own", "own3", "own5", "own6"))
TUNING = (*GOLD, *(f"{wave}-tuning" for wave in OWN), *RELEASED, "shared-tuning")
UNSEEN = ("own7-unseen", "shared-unseen")
ITEMS_TUNING = tuple(sorted(ITEMS.glob("*_seen.jsonl")))
ITEMS_UNSEEN = tuple(sorted(ITEMS.glob("*_unseen.jsonl")))
FOLDS = 10
"""Parts of the unseen rows, by text: each is given what the others' weights make."""
DEALS = 3
"""Ways to deal the texts into folds: what differs between them is chance."""
RIDGE = 4.0
"""How strongly weights are drawn to nothing: there are some thousand rows only."""
STEPS, ENOUGH = 200, 1e-6
"""Most steps of a fit, and a step after which nothing changes any more."""
FEWEST = 40
"""Rows in a bin."""
APART = 2.0
"""Standard errors by which the shares of neighbouring bins differ at least."""
RAREST = 12
"""Rows that have a sign, for it to be weighed."""
SUREST = ((10, "tenth"), (5, "fifth"), (4, "quarter"), (3, "third"), (2, "half"))
PROMISES = (0.9, 0.85, 0.8, 0.7)
"""Confidences of which it is said how right the rows are that are given as much."""
Floats = npt.NDArray[np.floating[Any]]


class Weights(NamedTuple):
    """By cell, the sum of a row without signs, and what each sign adds to it."""

    base: Mapping[str, float]
    signs: Mapping[str, Mapping[str, float]]


class Matrix(NamedTuple):
    """Rows as numbers, for one cell."""

    names: Sequence[str]
    """Signs that are not rare."""
    columns: Floats
    """By row: 1, whether it was tuned on, and whether it has each sign."""
    right: Floats
    """1 where the cell is right, else 0."""


def matrix_of(rows: Sequence[Judged], cell: str) -> Matrix:
    """Return the rows as numbers. A cell of a row that should not be there counts as right."""
    counts = Counter(sign for row in rows for sign in row.signs[cell])
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    at = {name: n for n, name in enumerate(names, start=2)}
    columns = np.zeros((len(rows), len(names) + 2))
    for n, row in enumerate(rows):
        columns[n, 0], columns[n, 1] = 1.0, row.tuned
        columns[n, [at[sign] for sign in row.signs[cell] if sign in at]] = 1.0
    return Matrix(names, columns, np.array([cell not in row.wrong for row in rows], dtype=float))


class Fit(NamedTuple):
    """Weights of the columns, and the inverse of how the likelihood bends there."""

    weights: Floats
    inverse: Floats


def fitted(columns: Floats, right: Floats, near: Fit | None = None) -> Fit:
    """Fit a ridge logistic regression with Newton's method.

    ``near`` is the fit of nearly the same rows: its bend then does for all steps, which are more
    and cost next to nothing.
    """
    penalty = np.full(columns.shape[1], RIDGE)
    penalty[:2] = 1e-6
    weights, inverse = near or Fit(np.zeros(columns.shape[1]), np.zeros(()))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (right - share) - penalty * weights
        if near is None:
            bend = columns.T @ (columns * (share * (1 - share))[:, None]) + np.diag(penalty)
            inverse = np.linalg.inv(bend)
        step = inverse @ slope
        weights = weights + step
        if np.abs(step).max() < ENOUGH:
            break
    return Fit(weights, inverse)


def weigh(matrices: Mapping[str, Matrix], whole: Mapping[str, Fit]) -> Weights:
    """Return what each sign weighs for each cell; what is next to nothing is left out."""
    base, signs = {}, {}
    for cell, fit in whole.items():
        found = [round(float(weight), 2) for weight in fit.weights]
        base[cell] = found[0]
        named = zip(matrices[cell].names, found[2:], strict=True)
        signs[cell] = {name: weight for name, weight in named if weight}
    return Weights(base, signs)


def crossfitted(
    rows: Sequence[Judged], matrices: Mapping[str, Matrix], whole: Mapping[str, Fit], seed: int
) -> Iterator[Judged]:
    """Yield the unseen rows, each with how sure weights made without its fold of texts are.

    ``whole``: the fit of all rows, by cell, from which each is found quickly.
    """
    fold = _dealt({row.text for row in rows if not row.tuned}, seed)
    folds = np.array([-1 if row.tuned else fold[row.text] for row in rows])
    sure = np.zeros((len(rows), len(CELLS)))
    for n, cell in enumerate(CELLS):
        _, columns, right = matrices[cell]
        for number in range(FOLDS):
            out = folds == number
            weights = np.round(fitted(columns[~out], right[~out], whole[cell]).weights, 2)
            sure[out, n] = 1 / (1 + np.exp(-columns[out] @ weights))
    for row, cells in zip(rows, sure, strict=True):
        if not row.tuned:
            yield row._replace(sure=tuple(float(each) for each in cells))


def _dealt(texts: set[str], seed: int) -> dict[str, int]:
    """Deal texts into folds, the same for the same seed."""
    order = sorted(texts, key=lambda text: sha256(f"{seed} {text}".encode()).digest())
    return {text: number % FOLDS for number, text in enumerate(order)}


def sure_of(row: Judged) -> float:
    """Return how sure a row is by its cells."""
    return together(row.sure)


def bins_of(rows: Sequence[Judged]) -> list[tuple[float, float]]:
    """Return least product of the cells and share of right rows of each bin, both rising.

    ``rows`` are those of all deals: each row counts as a part of one.
    """
    bins: list[list[float]] = []
    """Least product, rows, right rows, greatest product."""
    for sure, right in sorted((round(sure_of(row), 3), row.right) for row in rows):
        if bins and (bins[-1][1] < FEWEST or bins[-1][3] == sure):
            bins[-1][1] += 1 / DEALS
            bins[-1][2] += right / DEALS
            bins[-1][3] = sure
        else:
            bins.append([sure, 1 / DEALS, right / DEALS, sure])
    for found in (_against, _alike):
        while (at := found(bins)) is not None:
            bins[at][1] += bins[at + 1][1]
            bins[at][2] += bins[at + 1][2]
            del bins[at + 1]
    # One right and one wrong row are added to each bin: a few rows prove neither 0 nor 1.
    shares = [(least, round((right + 1) / (rows_ + 2), 2)) for least, rows_, right, _ in bins]
    return [(0.0 if n == 0 else least, share) for n, (least, share) in enumerate(shares)]


def _against(bins: Sequence[Sequence[float]]) -> int | None:
    """Return the first bin that is not below the next, or is too small to be one."""
    for n in range(len(bins) - 1):
        (_, a, right_a, _), (_, b, right_b, _) = bins[n], bins[n + 1]
        if (right_a + 1) / (a + 2) >= (right_b + 1) / (b + 2) - 0.01 or b < FEWEST:
            return n
    return None


def _alike(bins: Sequence[Sequence[float]]) -> int | None:
    """Return the bin that is least unlike the next, if so few rows do not tell them apart."""
    unlike = [_errors_apart(one[1:3], other[1:3]) for one, other in pairwise(bins)]
    least = min(unlike, default=APART)
    return unlike.index(least) if least < APART else None


def _errors_apart(one: Sequence[float], other: Sequence[float]) -> float:
    """Return by how many standard errors the shares of two bins (rows, right rows) differ."""
    shares = [(right + 1) / (rows + 2) for rows, right in (one, other)]
    spread = sum(p * (1 - p) / rows for p, (rows, _) in zip(shares, (one, other), strict=True))
    return float(abs(shares[1] - shares[0]) / math.sqrt(spread))


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


def surest(rows: Sequence[Judged]) -> str:
    """Give the share of right rows among the surest, and how well they are told from wrong ones."""
    ordered = sorted(rows, key=lambda row: (-sure_of(row), row.text))
    shares = (
        f"{name} {sum(row.right for row in ordered[: len(rows) // part]) / (len(rows) // part):.3f}"
        for part, name in SUREST
    )
    told = apart([(sure_of(row), row.right) for row in rows])
    return f"right of the surest {', '.join(shares)}; area under the curve {told:.3f}"


def of_cells(rows: Sequence[Judged]) -> Iterator[str]:
    """Give for each cell how many are right, what is said of them, and the same of the doubtful."""
    yield f"{'cell':>10} {'right':>6} {'said':>6}   {'doubtful':>8} {'right':>6} {'said':>6}   area"
    for n, cell in enumerate(CELLS):
        told = [(row.sure[n], cell not in row.wrong) for row in rows]
        least = sorted(told)[: len(told) // 5]
        yield (
            f"{cell:>10} {_mean(right for _, right in told):6.2f} {_mean(s for s, _ in told):6.2f}"
            f"   {len(least):8} {_mean(right for _, right in least):6.2f}"
            f" {_mean(s for s, _ in least):6.2f}   {apart(told):.3f}"
        )


def _mean(numbers: Iterable[float]) -> float:
    given = list(numbers)
    return sum(given) / len(given)


def apart(told: Sequence[tuple[float, bool]]) -> float:
    """Return how often a right one is surer than a wrong one: the area under the curve."""
    right = np.array([sure for sure, is_right in told if is_right])[:, None]
    wrong = np.array([sure for sure, is_right in told if not is_right])[None, :]
    if not right.size or not wrong.size:
        return 0.5
    return float(((right > wrong) + (right == wrong) / 2).mean())


def written(weights: Weights, bins: Sequence[tuple[float, float]]) -> str:
    """Write weights and bins as TOML, the same bytes for the same numbers."""
    lines = ["[base]", *(f"{cell} = {weights.base[cell]}" for cell in CELLS)]
    for cell in CELLS:
        lines += ["", f"[weights.{cell}]"]
        lines += [f'"{name}" = {weight}' for name, weight in sorted(weights.signs[cell].items())]
    lines += ["", "[calibration]", "bins = ["]
    lines += [*(f"  [{least}, {share}]," for least, share in bins), "]", ""]
    return "\n".join(lines)


def rated(rows: Iterable[Judged], bins: Sequence[tuple[float, float]]) -> list[Judged]:
    """Give rows the confidence that the bins say."""
    return [
        row._replace(confidence=max(share for least, share in bins if sure_of(row) >= least))
        for row in rows
    ]


def calibrate(
    rows: Sequence[Judged], say: Callable[[str], None]
) -> tuple[Weights, list[tuple[float, float]]]:
    """Return weights and bins, and say how good they are on texts that had no part in them."""
    matrices = {cell: matrix_of(rows, cell) for cell in CELLS}
    whole = {cell: fitted(each.columns, each.right) for cell, each in matrices.items()}
    deals = [list(crossfitted(rows, matrices, whole, seed)) for seed in range(DEALS)]
    bins = bins_of([row for deal in deals for row in deal])
    for seed, deal in enumerate(deals):
        say(surest(deal))
        say(promised(deals, seed))
    for line in (*of_cells(deals[0]), *reliability(rated(deals[0], bins))):
        say(line)
    return weigh(matrices, whole), bins


def promised(deals: Sequence[Sequence[Judged]], seed: int) -> str:
    """Give for some confidences the rows that have it or more, by bins made without their texts."""
    fold = _dealt({row.text for row in deals[seed]}, seed)
    told: list[Judged] = []
    for number in range(FOLDS):
        others = [row for deal in deals for row in deal if fold[row.text] != number]
        told += rated((row for row in deals[seed] if fold[row.text] == number), bins_of(others))
    shares = []
    for least in PROMISES:
        given = [row for row in told if row.confidence >= least]
        right = _mean(row.right for row in given) if given else 0.0
        shares.append(f"{least} or more: {right:.3f} of {len(given)}")
    return f"right of those given {', '.join(shares)}"


def main() -> int:
    """Write the table, or show how right which confidence is; return the exit status."""
    parser = argparse.ArgumentParser(description="Calibrate the confidence of rows.")
    parser.add_argument("--check", nargs="+", metavar="PART", help="parts to show figures of")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    given = parser.parse_args()
    judge = scorer()
    if judge is None:
        print(f"{SHARED} is not there: nothing is calibrated", file=sys.stderr)
        return 0
    pipeline = Pipeline.load()
    if given.check:
        rows = judged_rows(pipeline, judge, given.check)
        print(surest(rows), *of_cells(rows), *reliability(rows), sep="\n")
        return 0
    made_with = [*judged_rows(pipeline, judge, TUNING), *judged_items(pipeline, ITEMS_TUNING)]
    unseen = [*judged_rows(pipeline, judge, UNSEEN), *judged_items(pipeline, ITEMS_UNSEEN)]
    rows = [*(row._replace(tuned=True) for row in made_with), *unseen]
    weights, bins = calibrate(rows, print)
    if given.write:
        head, _, _ = TABLE.read_text("utf-8").partition("[base]")
        TABLE.write_text(head + written(weights, bins), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
