"""An analysed article in words: each event, mention and idle trigger word with its grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from dprk_events.analysis import Analysis
from dprk_events.events import Attributes, Event, Filler, Mention
from dprk_events.events.explain import Refusal, Sentence, Told, explain_sentences, place_of
from dprk_events.output.grounds import date_words, published_words, quote
from dprk_events.output.plain import one_line, plain
from dprk_events.reading import Article

WIDTH = 12
"""Columns of a label."""


def explanation(found: Analysis, at: int | None = None) -> Iterator[str]:
    """Explain the sentences with a trigger word, or the one that holds code point ``at``.

    Lines are safe for a terminal, without line ends. ``at`` lies within the text.
    """
    yield plain(found.article.path)
    yield published_words(found.published)
    if not found.findings.names_dprk:
        yield "North Korea is never named: `extract` gives no event of this article."
    sentences = explain_sentences(found.findings, found.rules)
    if at is None:
        sentences = [sentence for sentence in sentences if sentence.words]
        if not sentences:
            yield ""
            yield "No word of any rule stands in this article."
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
            return f"{at} is boilerplate ({region.kind}, {region.start}–{region.end}): not read."
    return f"{at} is in no sentence: white space."


def _sentence(found: Analysis, sentence: Sentence) -> Iterator[str]:
    words = one_line(found.article.text[sentence.start : sentence.end])
    yield f"{sentence.start}–{sentence.end}  {words}"
    if not sentence.words:
        yield "  no word of any rule"
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
    cue = f"by “{mention.cue}”" if mention.cue else "no cue of anything else"
    yield _line("modality", f"{mention.modality}, {cue}")
    source = mention.attribution
    if source is not None:
        words = quote(text, source.start, source.end) + _known(found, source.entity)
        yield _line("attribution", words)
    yield from _date(found, told.event, mention)
    yield _line("event", _event(found, told))
    if told.event.attributes is not None:
        yield _line("attributes", _attributes(told.event.attributes))
    if told.refusals:
        yield _line("not taken", "")
        yield from _refusals(told.refusals)


def _filler(found: Analysis, filler: Filler) -> str:
    words = quote(found.article.text, filler.start, filler.end) + _known(found, filler.entity)
    if filler.role == "quantity":
        given = (("value", filler.value), ("min", filler.low), ("max", filler.high))
        words += "".join(f", {name} {value}" for name, value in given if value is not None)
    return f"{words}; position: {filler.how}" if filler.how else words


def _known(found: Analysis, number: int | None) -> str:
    """What the gazetteer knows of an entity."""
    if number is None:
        return ""
    entity = found.entities[number]
    known = [entity.label, entity.canonical, entity.kb, entity.country]
    return f" ({', '.join(each for each in known if each)})"


def _date(found: Analysis, event: Event, mention: Mention) -> Iterator[str]:
    if mention.date is not None:
        first, *more = date_words(found.dates[mention.date])
    elif event.date is not None:
        first, *more = date_words(found.dates[event.date])
        first = f"none of its own; its event has {first}"
    else:
        first, more = "none", []
    yield _line("date", first)
    for line in more:
        yield _line("", line)
    if mention.date is None:
        text = found.article.text
        start, end = mention.sentence
        near = [d.timex for d in found.dates if start <= d.timex.start < end]
        if near:
            words = ", ".join(quote(text, timex.start, timex.end) for timex in near)
            yield _line("", f"in the sentence, but not taken for it: {words}")


def _event(found: Analysis, told: Told) -> str:
    event = told.event
    mentions = sorted(event.mentions, key=lambda m: (m.start, m.end))
    value = None if event.date is None else found.dates[event.date].timex.value
    codes = " ".join(code for code in event.codes if code)
    return ", ".join(
        (
            f"mention {mentions.index(told.mention) + 1} of {len(mentions)}",
            event.modality,
            f"date {value or 'unknown'}",
            "North Korea has a part" if event.dprk else "North Korea has no part",
            f"confidence {event.confidence:.2f}",
            f"codes {codes}" if codes else "no codes",
        )
    )


def _attributes(said: Attributes) -> str:
    """Say each attribute with its words and the pattern or role that gave it."""
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
        yield plain(f"      {refusal.rule}: {refusal.reason}")


def _line(label: str, words: str) -> str:
    return plain(f"    {label:{WIDTH}} {words}".rstrip())
