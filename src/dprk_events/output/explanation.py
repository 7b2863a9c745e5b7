"""Explain an analysed article: each event, mention and unused trigger word, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from dprk_events.analysis import Analysis
from dprk_events.events import Attributes, Filler
from dprk_events.events.explain import Refusal, Sentence, Told, explain_sentences, place_of
from dprk_events.events.row import Party, Place, Sureness
from dprk_events.offsets import placer
from dprk_events.output.grounds import date_words, published_words, quote
from dprk_events.output.printable import one_line, printable
from dprk_events.reading import Article

WIDTH = 12
"""Width of a label, in columns."""
SURE = 0.9
"""How sure a cell is that need not be checked before others."""
CELL_NAMES = {"real": "that it is an event"}


def explanation(found: Analysis, at: int | None = None) -> Iterator[str]:
    """Explain the sentences with a trigger word, or the one that contains code point ``at``.

    Yields printable lines without line ends. ``at`` must lie within the text.
    """
    yield printable(found.article.path)
    yield published_words(found.published)
    if not found.findings.names_dprk:
        yield "North Korea is never named: `extract` reports no events for this article."
    sentences = explain_sentences(found.findings, found.rules)
    if (place := placer(found.article)) is not None:
        sentences = [place.sentence(sentence) for sentence in sentences]
        found = replace(found, dates=[place.explanation(date) for date in found.dates])
    if at is None:
        sentences = [sentence for sentence in sentences if sentence.words]
        if not sentences:
            yield ""
            yield "This article contains no trigger word of any rule."
    else:
        sentences = [s for s in sentences if s.start <= at < s.end]
        if not sentences:
            yield ""
            yield _outside(found.article, at)
    for sentence in sentences:
        yield ""
        yield from _sentence(found, sentence)


def _outside(article: Article, at: int) -> str:
    for region in article.masked:
        if region.start <= at < region.end:
            span = f"{region.start}–{region.end}"
            return f"Offset {at} lies in boilerplate ({region.kind}, {span}), not analysed."
    return f"Offset {at} is white space and belongs to no sentence."


def _sentence(found: Analysis, sentence: Sentence) -> Iterator[str]:
    words = one_line(found.article.text[sentence.start : sentence.end])
    yield f"{sentence.start}–{sentence.end}  {words}"
    if not sentence.words:
        yield "  no trigger word of any rule"
    for word in sentence.words:
        if isinstance(word, Told):
            yield from _told(found, word)
        else:
            yield f"  no event: {quote(found.article.text, word.start, word.end)}"
            yield from _refusals(word.refusals)


def _told(found: Analysis, told: Told) -> Iterator[str]:
    mention = told.mention
    text = found.article.text
    trigger = quote(text, mention.start, mention.end)
    yield f"  E{told.number} {mention.type}: {trigger}"
    yield _line("rule", f"{mention.rule} ({place_of(found.rules.by_id[mention.rule])})")
    for filler in mention.fillers:
        yield _line(filler.role, _filler(found, filler))
    if not mention.fillers:
        yield _line("roles", "none")
    cue = f"cue “{mention.cue}” ({mention.why})" if mention.cue else "no cue"
    yield _line("modality", f"{mention.modality}, {cue}")
    source = mention.attribution
    if source is not None:
        words = quote(text, source.start, source.end) + _known(found, source.entity)
        how = "" if mention.source_why is None else f" ({mention.source_why})"
        yield _line("attribution", words + how)
    yield from _date(found, told)
    yield _line("event", _event(found, told))
    if told.event.cells is not None:
        yield _line("least sure", least_sure(told.event.cells))
    for who in told.event.participants:
        yield _line(who.role, f"{_party(who)}{' (granted)' if who.granted else ''}")
    for said in told.event.sources:
        yield _line("source", f"{_party(said)}, {said.modality}")
    if (place := told.event.place) is not None:
        yield _line("place", _place(place))
    if (known := told.event.known) is not None:
        yield _line("known", f"{known.id} by {known.strategy}: “{one_line(known.evidence)}”")
    if told.event.attributes is not None:
        yield _line("attributes", _attributes(told.event.attributes))
    if told.refusals:
        yield _line("rejected", "")
        yield from _refusals(told.refusals)


def _party(who: Party) -> str:
    """Say who it is, and which strategy found so by which words."""
    countries = ", ".join(who.countries) or "no country"
    return f"is {who.name} ({who.kind}, {countries}) by {who.strategy}: “{one_line(who.evidence)}”"


def _place(place: Place) -> str:
    """Say where it is: which place, its point, how exact that is, and what knows so."""
    point = "no point"
    if place.latitude is not None and place.longitude is not None:
        point = f"latitude {place.latitude}, longitude {place.longitude}"
    country = place.country or "no country"
    return f"is {place.name} ({place.precision}, {country}) by {place.strategy}: {point}"


def _filler(found: Analysis, filler: Filler) -> str:
    words = quote(found.article.text, filler.start, filler.end) + _known(found, filler.entity)
    if filler.role == "quantity":
        given = (("value", filler.value), ("min", filler.low), ("max", filler.high))
        words += "".join(f", {name} {value}" for name, value in given if value is not None)
    return f"{words}; position: {filler.how}" if filler.how else words


def _known(found: Analysis, number: int | None) -> str:
    """Return what the gazetteer knows about an entity, in parentheses."""
    if number is None:
        return ""
    entity = found.entities[number]
    known = [entity.label, entity.canonical, entity.kb, entity.country]
    return f" ({', '.join(each for each in known if each)})"


def _date(found: Analysis, told: Told) -> Iterator[str]:
    event, mention = told.event, told.mention
    if mention.date is not None:
        first, *more = date_words(found.dates[mention.date])
    elif (count := mention.counted) is not None:
        words = quote(found.article.text, count.start, count.end)
        first, more = f"{count.value}, counted from another event's: {words}", []
    elif event.date is not None:
        first, *more = date_words(found.dates[event.date])
        first = f"none of its own; the event has {first}"
    else:
        first, more = "none", []
    yield _line("date", first)
    for line in more:
        yield _line("", line)
    if told.shared:
        yield _line("", f"shared: {told.shared}")
    for number, why in told.other_dates:
        timex = found.dates[number].timex
        words = quote(found.article.text, timex.start, timex.end)
        yield _line("", f"not its date: {words}, {why}")


def _event(found: Analysis, told: Told) -> str:
    event = told.event
    mentions = sorted(event.mentions, key=lambda m: (m.start, m.end))
    value = event.time.value if event.date is None else found.dates[event.date].timex.value
    codes = " ".join(code for code in event.codes if code)
    return ", ".join(
        (
            f"mention {mentions.index(told.mention) + 1} of {len(mentions)}",
            event.modality,
            f"date {value or 'unknown'}",
            "involves North Korea" if event.dprk else "does not involve North Korea",
            f"confidence {event.confidence or 0:.2f} (mention {event.mention_confidence:.2f})",
            f"codes {codes}" if codes else "no codes",
        )
    )


def least_sure(cells: Sureness) -> str:
    """Say which cells of a row are to be checked, the least sure first: "date 0.71, who 0.88".

    The surest are left out, but one is always named.
    """
    ordered = sorted(zip(cells, cells._fields, strict=True))
    told = [(sure, name) for sure, name in ordered if sure < SURE] or ordered[:1]
    return ", ".join(f"{CELL_NAMES.get(name, name)} {sure:.2f}" for sure, name in told)


def _attributes(said: Attributes) -> str:
    """List the attributes, each with its words and the pattern or role that it comes from."""
    told = []
    for field in fields(said):
        each = getattr(said, field.name)
        if each is not None:
            name = field.name.replace("weapon_class", "class")
            value = f"{each.value} " if each.value is not None else ""
            told.append(f"{name} {value}“{one_line(each.text)}” ({each.how})")
    return ", ".join(told) or "none stated"


def _refusals(refusals: Sequence[Refusal]) -> Iterator[str]:
    for refusal in refusals:
        yield printable(f"      {refusal.rule}: {refusal.reason}")


def _line(label: str, words: str) -> str:
    return printable(f"    {label:{WIDTH}} {words}".rstrip())
