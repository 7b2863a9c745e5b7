"""Raw mentions → mentions, with roles resolved, modality, source, quantity and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dprk_events.coreference import Context, Resolver
from dprk_events.dates import Timex
from dprk_events.events.building.quantity import quantities_of
from dprk_events.events.building.source import attribution_of
from dprk_events.events.event import Attribution, Filler, Mention
from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Asked, ModalityReader, governors
from dprk_events.events.roles import Fill
from dprk_events.events.roles.resolve import resolved
from dprk_events.events.timing import (
    Dating,
    Timed,
    count_days,
    date_of,
    limit_of,
    listed_dates,
    look_of,
    planned_on,
    share_dates,
    span_of,
    still_to_come,
)
from dprk_events.syntax import DocView, Phrase


class Built(NamedTuple):
    """A mention, and how its date was chosen."""

    mention: Mention
    dating: Dating


def build_mentions(context: Context, raw: Sequence[RawMention]) -> list[Built]:
    """Build the mentions of one document, in the given order."""
    view = context.view
    reader, resolver = ModalityReader(view), Resolver(context)
    triggers: dict[int, dict[int, bool]] = defaultdict(dict)
    """By sentence: trigger tokens, and whether each is a consequence of another event."""
    for mention in raw:
        token = mention.candidate.first
        triggers[view.sentence_at[token]][token] = mention.event_type.consequence
    built = [
        _built(view, mention, reader, resolver, triggers[view.sentence_at[mention.candidate.first]])
        for mention in raw
    ]
    timed = [
        Timed(mention, each.mention.modality, each.dating)
        for mention, each in zip(raw, built, strict=True)
    ]
    shared = share_dates(view, timed, context.published)
    timed = [one._replace(dating=dating) for one, dating in zip(timed, shared, strict=True)]
    counts = count_days(view, timed, context.published)
    return [
        Built(_dated(context, each.mention, one, counts.get(number)), one.dating)
        for number, (each, one) in enumerate(zip(built, timed, strict=True))
    ]


def _dated(context: Context, mention: Mention, one: Timed, count: Timex | None) -> Mention:
    """Give a mention its date; by one that lies ahead of the article it is planned."""
    listed = listed_dates(context.view, one)
    span = span_of(context.view, one, context.published)
    number = one.dating.number if span is None else None
    mention = replace(mention, date=number, listed=listed, counted=span or count)
    date = still_to_come(context.view, one, count, context.published)
    if date is None:
        return mention
    why = still_to_come.__name__
    return replace(mention, modality="planned", cue=date.text, why=why, look="ahead")


def _built(
    view: DocView,
    raw: RawMention,
    reader: ModalityReader,
    resolver: Resolver,
    triggers: dict[int, bool],
) -> Built:
    """Build one mention; ``triggers`` are those of its sentence."""
    found = raw.candidate
    start, end = view.span(found.first, found.last)
    above = governors(view, raw)
    judgement = reader.judge(raw, above)
    sayings = reader.scopes.told_in(view.sentence_at[found.first])
    dating = date_of(view, raw, triggers, sayings, above)
    asked = Asked(view, raw, above, reader.scopes.over(found.first))
    mention = Mention(
        event_type=raw.event_type,
        rule=found.trigger.rule.id,
        trigger=view.text[start:end],
        start=start,
        end=end,
        token=found.first,
        sentence=view.sentence_span(found.first),
        modality=judgement.modality,
        cue=judgement.cue,
        attribution=attribution_of(view, resolver, judgement.source),
        fillers=tuple(_fillers(view, raw, resolver)),
        date=dating.number,
        look=look_of(asked, judgement.modality),
        planned_on=planned_on(dating, asked),
        until=limit_of(dating, asked),
        why=judgement.why,
        source_why=judgement.source_why,
        behind=tuple(_behind(view, resolver, judgement.behind)),
    )
    return Built(mention, dating)


def _behind(view: DocView, resolver: Resolver, chain: Iterable[Phrase]) -> Iterator[Attribution]:
    for each in chain:
        found = attribution_of(view, resolver, each)
        if found is not None:
            yield found


def _fillers(view: DocView, raw: RawMention, resolver: Resolver) -> Iterator[Filler]:
    """Give the fillers of a mention's roles, each once, then its quantities."""
    seen: list[Filler] = []
    for fill in raw.fills:
        filler = _filler(view, resolved(resolver, fill))
        if filler is not None and filler not in seen:
            seen.append(filler)
            yield filler
    yield from quantities_of(view, raw)


def _filler(view: DocView, fill: Fill) -> Filler | None:
    """Return a role filler in the words of the text; None for a pronoun that stays unresolved."""
    if fill.phrase is not None and fill.phrase.pronoun:
        return None
    start, end = view.span(fill.first, fill.last)
    return Filler(fill.role, view.text[start:end], start, end, fill.entity, how=fill.how)
