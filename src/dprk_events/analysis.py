"""What the stages know of one document, from its parse to its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dprk_events.dates import Explanation, Timex, explain_dates, find_reference
from dprk_events.entities import Entity, find_entities
from dprk_events.events import Event, Findings, RuleSet, analyse
from dprk_events.reading import Article, Published
from dprk_events.tenses import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dprk_events.language import Gazetteer


@dataclass(frozen=True, slots=True)
class Analysis:
    """One article after all stages, with the grounds that each stage gave.

    Attributes:
        article: The article; all offsets are code points of ``article.text``.
        doc: Its parse; ``len(doc.text) == len(article.text)``.
        published: The reference date, and what it stands on.
        entities: Sorted and disjoint; an entity index counts in this list.
        dates: The date expressions with the reading chosen, its ground and the readings rejected;
            a date index counts in this list.
        rules: The event rules that were asked.
        findings: The events, and the trigger words that gave none, each with the reason.

    """

    article: Article
    doc: Doc
    published: Published
    entities: Sequence[Entity]
    dates: Sequence[Explanation]
    rules: RuleSet
    findings: Findings

    @property
    def timexes(self) -> list[Timex]:
        """The date expressions without their grounds."""
        return [each.timex for each in self.dates]

    @property
    def events(self) -> Sequence[Event]:
        """The events in scope: none where the article never names North Korea."""
        return self.findings.events if self.findings.names_dprk else ()

    @property
    def tokens(self) -> int:
        """Number of analysed tokens, white space left out."""
        return sum(not token.is_space for token in self.doc)


def analyse_document(article: Article, doc: Doc, gazetteer: Gazetteer, rules: RuleSet) -> Analysis:
    """Take a parsed article through the stages after the parse.

    Args:
        article: The article.
        doc: Its parse, with the gazetteer's names marked as :class:`~dprk_events.language.Parser`
            marks them (``ent_kb_id_`` is the entry's id). Its text is as long as the article's.
        gazetteer: Known names.
        rules: Event rules.

    Raises:
        Exception: Whatever a stage raises.

    """
    entities = find_entities(doc, article.text, gazetteer)
    published = find_reference(article)
    masked = [(region.start, region.end) for region in article.masked]
    dates = explain_dates(article.text, published, masked=masked, tense=tense_of(doc))
    timexes = [each.timex for each in dates]
    findings = analyse(doc, article.text, entities, timexes, rules, gazetteer.demonym)
    return Analysis(article, doc, published, entities, dates, rules, findings)
