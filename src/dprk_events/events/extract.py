"""The events stage: mentions → roles and modality → merging → events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.events.attributes import with_attributes
from dprk_events.events.coding import DprkScope, codes_of
from dprk_events.events.confidence import confidence
from dprk_events.events.event import Attribution, Counted, Event, Filler, Mention
from dprk_events.events.lexicon import load_lexicon
from dprk_events.events.mentions import RawMention, Rejected, find_mentions
from dprk_events.events.merging import Draft, Merger
from dprk_events.events.modality import Judgement, ModalityReader
from dprk_events.events.modality.governors import governors
from dprk_events.events.roles import Fill, Quantity, read_quantity
from dprk_events.events.roles.resolve import Resolver
from dprk_events.events.rules import RuleSet
from dprk_events.events.syntax import DocView, Phrase, subject
from dprk_events.events.syntax.view import Demonym
from dprk_events.events.timing import date_of
from dprk_events.french import key
from dprk_events.language import Gazetteer
from dprk_events.names import MODALITIES, MODALITY_PRECEDENCE
from dprk_events.reading import Article


@dataclass(frozen=True)
class Findings:
    """Events of a document, and the trigger words that gave none with the reason."""

    events: list[Event]
    rejected: list[Rejected]
    names_dprk: bool
    """Whether the document names North Korea at all."""
    view: DocView
    """The document as the stage saw it, for explanations."""


def find_events(
    doc: Doc,
    article: Article,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    rules: RuleSet,
    gazetteer: Gazetteer,
) -> list[Event]:
    """Find the events of one parsed article, in the order of their first mention.

    Entity and date indices in the events point into ``entities`` and ``dates``. An article that
    never names North Korea gives none: what happens in it is outside the matter of this program.
    """
    found = analyse(doc, article.text, entities, dates, rules, gazetteer.demonym)
    return found.events if found.names_dprk else []


def analyse(
    doc: Doc,
    text: str,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    rules: RuleSet,
    demonym: Demonym,
) -> Findings:
    """Like :func:`find_events`, with the words that gave no event and why.

    ``text`` is the article's own text, as long as ``doc.text``. ``demonym`` gives the country code
    of a nationality word.
    """
    view = DocView(
        doc, text, entities, dates, load_lexicon(), demonym, rules.verb_forms, rules.sure_forms
    )
    raw, rejected = find_mentions(view, rules)
    builder = _MentionBuilder(view, raw)
    mentions = [builder.build(mention) for mention in raw]
    drafts = Merger(view).merge(mentions)
    scope = DprkScope(view)
    by_id = rules.by_id
    events = [
        _event(view, draft, scope, {m.rule: by_id[m.rule].spec.confidence for m in draft.mentions})
        for draft in drafts
    ]
    return Findings(with_attributes(view, events), rejected, scope.named, view)


class _MentionBuilder:
    def __init__(self, view: DocView, raw: Sequence[RawMention]) -> None:
        self.view = view
        self.reader = ModalityReader(view)
        self.resolver = Resolver(view)
        self.triggers: dict[int, dict[int, str]] = defaultdict(dict)
        """Trigger tokens with their types, by sentence: a date is weighed within its sentence."""
        for mention in raw:
            token = mention.candidate.first
            self.triggers[view.sentence_at[token]][token] = mention.type

    def build(self, mention: RawMention) -> Mention:
        view = self.view
        found = mention.candidate
        start, end = view.span(found.first, found.last)
        above = governors(view, mention)
        judgement = self.reader.judge(mention, above)
        least = mention.candidate.trigger.rule.spec.modality
        if least is not None and MODALITY_PRECEDENCE.index(least) < MODALITY_PRECEDENCE.index(
            judgement.modality
        ):
            judgement = Judgement(least, view.words[found.first], judgement.source)
        fillers: list[Filler] = []
        for fill in mention.fills:
            filler = self._filler(self.resolver.resolve(fill))
            if filler is not None and filler not in fillers:
                fillers.append(filler)
        quantity = self._quantity(mention)
        if quantity is not None:
            fillers.append(quantity)
        return Mention(
            type=mention.type,
            rule=found.trigger.rule.id,
            trigger=view.text[start:end],
            start=start,
            end=end,
            token=found.first,
            sentence=view.sentence_span(found.first),
            modality=judgement.modality,
            cue=judgement.cue,
            attribution=self._attribution(judgement),
            fillers=tuple(fillers),
            date=date_of(
                view,
                mention,
                self.triggers[view.sentence_at[found.first]],
                self.reader.scopes.told_in(view.sentence_at[found.first]),
                above,
            ),
        )

    def _filler(self, fill: Fill) -> Filler | None:
        if fill.phrase is not None and fill.phrase.pronoun:
            return None
        start, end = self.view.span(fill.first, fill.last)
        return Filler(fill.role, self.view.text[start:end], start, end, fill.entity, how=fill.how)

    def _quantity(self, mention: RawMention) -> Filler | None:
        """The number that stands with the role the rule names, or "à deux reprises"."""
        for role in mention.candidate.trigger.rule.quantity_of:
            for fill in mention.fills:
                if (
                    fill.role == role
                    and fill.phrase is not None
                    and fill.phrase.counted is not None
                ):
                    return self._number(*fill.phrase.counted, "role", f"of {role}")
        for position in ("à", "object"):
            for times in mention.positions.phrases.get(position, []):
                if (
                    self.view.words[times.head] in {"reprises", "fois"}
                    and times.counted is not None
                ):
                    return self._number(*times.counted, "times", "times")
        phrase = self.view.phrase(mention.candidate.first)
        if (
            phrase is not None
            and phrase.counted is not None
            and not mention.candidate.trigger.verbal
        ):
            return self._number(*phrase.counted, "trigger", "of trigger")
        return None

    def _number(self, first: int, last: int, counts: Counted, how: str) -> Filler | None:
        view = self.view
        begin, _ = view.sentence(first)
        for words in (
            ("plus", "de"),
            ("moins", "de"),
            ("près", "de"),
            ("au", "moins"),
            ("environ",),
            ("quelque",),
        ):
            size = len(words)
            if first - size >= begin and tuple(view.words[first - size : first]) == words:
                first -= size
                break
        start, end = view.span(first, last)
        text = view.text[start:end]
        quantity = read_quantity(text) or Quantity(None, None, None)
        value, low, high = quantity.value, quantity.low, quantity.high
        return Filler("quantity", text, start, end, None, value, low, high, counts, how)

    def _attribution(self, judgement: Judgement) -> Attribution | None:
        if judgement.source is None:
            return None
        found = self.resolver.resolve_phrase(judgement.source)
        if found is None:
            return None
        if isinstance(found, Phrase):
            return self._source(found)
        entity = self.view.entities[found]
        return Attribution(entity.text, entity.start, entity.end, found)

    def _author(self, document: Phrase) -> Phrase | None:
        """Who published the document: "Donald Trump a publié une lettre annonçant …"."""
        view = self.view
        begin, _ = view.sentence(document.head)
        for i in range(document.start - 1, max(begin, document.start - 4) - 1, -1):
            if view.pos[i] == "VERB" and view.entity_at[i] is None:
                found = subject(view, i, i)
                return (
                    found
                    if found is not None and not found.pronoun and found.entity is not None
                    else None
                )
        return None

    def _source(self, phrase: Phrase) -> Attribution:
        """An entity, or the noun with its adjectives and, for a report, whose it is."""
        view = self.view
        if phrase.entity is not None and view.entities[phrase.entity].label in {
            "PER",
            "ORG",
            "LOC",
        }:
            entity = view.entities[phrase.entity]
            return Attribution(entity.text, entity.start, entity.end, phrase.entity)
        if "document" in view.kinds(phrase):
            _, end = view.sentence(phrase.head)
            for whose in view.phrases_between(phrase.last + 1, min(end, phrase.last + 12)):
                if whose.prep in {"de", "par"} and (
                    whose.entity is not None or "org" in view.kinds(whose)
                ):
                    return self._source(whose)
            if (author := self._author(phrase)) is not None:
                return self._source(author)
        start, end_ = view.span(view.bare_start(phrase), phrase.last)
        return Attribution(view.text[start:end_], start, end_, phrase.entity)


def _event(view: DocView, draft: Draft, scope: DprkScope, confidences: dict[str, float]) -> Event:
    mentions = tuple(draft.mentions)
    modality = next(m for m in MODALITIES if any(x.modality == m for x in mentions))
    roles: list[Filler] = []
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        for filler in mention.fillers:
            mark = (filler.role, key(filler.text))
            if mark not in seen and filler.role != "theme":
                seen.add(mark)
                roles.append(filler)
    dates = [m.date for m in mentions if m.date is not None]
    dates.sort(key=lambda n: (view.dates[n].value is None, -_precision(view.dates[n].value)))
    return Event(
        type=draft.type,
        dprk=scope.holds(mentions, roles),
        modality=modality,
        confidence=confidence(mentions, roles, confidences),
        mentions=mentions,
        roles=tuple(roles),
        date=dates[0] if dates else None,
        codes=codes_of(view, draft.type, modality, roles),
    )


def _precision(value: str | None) -> int:
    """Finer dates first: a day before a month before a year; spans last."""
    if value is None:
        return 0
    return 5 if "/" in value else len(value) if not value.startswith("{") else 10
