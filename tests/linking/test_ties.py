"""Pairs in arrays: each once, the best first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dprk_events.linking.ties import Pairs, Ties

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(10, 19)), st.sampled_from([1.5, 1.625, 2.0, 5.0])
)


def filled(points: dict[tuple[int, int], float]) -> Pairs:
    pairs = Pairs()
    for (i, j), gained in points.items():
        pairs.add(gained, i, j)
    return pairs


@given(PAIRS)
def test_pairs_come_by_points_and_then_by_number(points: dict[tuple[int, int], float]) -> None:
    ordered = sorted((-gained, i, j) for (i, j), gained in points.items())
    assert list(filled(points)) == [(-negative, i, j) for negative, i, j in ordered]


@given(PAIRS)
def test_those_of_so_many_points_can_be_taken_alone(points: dict[tuple[int, int], float]) -> None:
    few = {both: gained for both, gained in points.items() if gained >= 1.625}
    assert list(filled(points).least(1.625)) == list(filled(few))


@given(PAIRS)
def test_ties_of_an_item_lead_to_those_of_enough_points(
    points: dict[tuple[int, int], float],
) -> None:
    ties = Ties(filled(points))
    for item in range(20):
        others = {
            sum(both) - item for both, gained in points.items() if item in both if gained >= 2
        }
        found = list(ties.of(item, 2.0))
        assert set(found) == others
        assert len(found) == len(others)
