"""The analysis of one document: the stages from its parse to its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dprk_events.dates import Explanation, Timex, explain_dates, find_reference
from dprk_events.entities import Entity, find_entities
from dprk_events.events import Event, Findings, RuleSet, analyse
from dprk_events.known import Register
from dprk_events.participants import complete_findings
from dprk_events.reading import Article, Published
from dprk_events.tenses import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dprk_events.language import Gazetteer
    from dprk_events.language.lexicon import FrenchWords


@dataclass(frozen=True, slots=True)
class Analysis:
    """The results of all stages for one article, with the reasons that each stage gave.

    Attributes:
        article: The article; all offsets are code points of ``article.text``.
        doc: Its parse; ``len(doc.text) == len(article.text)``.
        published: The reference date, and where it was taken from.
        entities: Sorted and disjoint; entity indices refer to this list.
        dates: The date expressions, each with the reading chosen, the reason for it and the
            readings rejected; date indices refer to this list.
        rules: The event rules that were applied.
        findings: The events, and the trigger words that produced none, each with the reason.

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
        """The date expressions without their explanations."""
        return [each.timex for each in self.dates]

    @property
    def events(self) -> Sequence[Event]:
        """The events in scope: none if the article never names North Korea."""
        return self.findings.events if self.findings.names_dprk else ()

    @property
    def tokens(self) -> int:
        """Number of analysed tokens, excluding white space."""
        return sum(not token.is_space for token in self.doc)


def analyse_document(
    article: Article,
    doc: Doc,
    gazetteer: Gazetteer,
    rules: RuleSet,
    register: Register,
    words: FrenchWords,
) -> Analysis:
    """Run a parsed article through the stages after the parse.

    Args:
        article: The article.
        doc: Its parse, with the gazetteer's names marked as :class:`~dprk_events.language.Parser`
            marks them (``ent_kb_id_`` is the entry's id). Its text is as long as the article's.
        gazetteer: Known names.
        rules: Event rules.
        register: Known happenings.
        words: Common words of the model that parsed it: no names.

    Raises:
        Exception: Whatever a stage raises.

    """
    read = article.as_read
    entities = find_entities(doc, read.text, gazetteer, words)
    published = find_reference(article)
    masked = [(region.start, region.end) for region in read.masked]
    dates = explain_dates(read.text, published, masked=masked, tense=tense_of(doc))
    timexes = [each.timex for each in dates]
    findings = analyse(doc, read.text, entities, timexes, rules, gazetteer, published.value)
    rows = complete_findings(findings, register)
    return Analysis(article, doc, published, entities, dates, rules, rows)
