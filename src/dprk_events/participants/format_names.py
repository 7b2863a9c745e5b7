"""Who sits at talks known by their number (``formats.csv``): "les pourparlers à six", "les Six"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from dprk_events.coreference import Context, Naming
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.participants.drill_names import parse
from dprk_events.participants.party import as_told
from dprk_events.syntax import group_start

BEHIND = 2
"""Words of a number behind the noun of talks: "pourparlers | à six"."""


@cache
def formats() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that sit at talks of each number. Raises DrillError."""
    path = resources.files(__package__).joinpath("formats.csv")
    return parse(str(path), path.read_text("utf-8"))


def by_number(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take those who sit at talks of that number. « Les pourparlers à six ont repris à Pékin »."""
    if not event.event_type.symmetric:
        return None
    for mention in event.mentions:
        naming = _number(context, mention)
        countries = () if naming is None else formats()[_folded(context, naming)]
        if naming is not None and countries:
            return [as_told(context.state(country), naming, "format") for country in countries]
    return None


def _number(context: Context, mention: Mention) -> Naming | None:
    """Return the words of the number: behind a noun, or before a verb as its subject."""
    view = context.view
    begin, end = view.sentence(mention.token)
    verbal = view.is_verbal(mention.token)
    first = group_start(view, mention.token) - BEHIND if verbal else mention.token + 1
    last = first + BEHIND - 1
    if first < begin or last > end:
        return None
    naming = context.naming(*view.span(first, last), None)
    capital = not verbal or view.texts[last][:1].isupper()
    return naming if capital and _folded(context, naming) in formats() else None


def _folded(context: Context, naming: Naming) -> str:
    return " ".join(context.view.words[naming.first : naming.last + 1])
