"""The test on modality: what was denied, doubted or planned, and what was done."""

from __future__ import annotations

from dprk_events.linking.data import rules
from dprk_events.linking.item import Item
from dprk_events.linking.verdict import APART, Verdict
from dprk_events.linking.when import When


def modality(a: Item, b: Item) -> Verdict | None:
    """Compare how committed two texts are; a plan and its fulfilment are compared by time."""
    for one, other in ((a, b), (b, a)):
        if one.modality == "possible" and not one.when.told and one.when.news is None:
            return Verdict(APART, "a mere possibility without a day")
        if one.modality == "negated" and _is_without(one.when) and other.modality != "negated":
            return Verdict(rules().modality.denied, "a denial without a day")
        if one.modality == "possible" and _is_past(one.when) and other.when.done:
            return Verdict(rules().modality.doubted, "possible or done")
    if a.modality == b.modality == "planned" and not (a.when.told or b.when.told):
        return Verdict(rules().modality.planned, "planned in both")
    return None


def _is_without(when: When) -> bool:
    return not when.told and when.news is None


def _is_past(when: When) -> bool:
    return when.last is not None and when.published is not None and when.last < when.published
