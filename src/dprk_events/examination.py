"""The chain for one article with all grounds kept, for ``explain``; see ``extraction``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_events.dates import explain_dates, find_reference
from dprk_events.entities import find_entities
from dprk_events.events import analyse
from dprk_events.language import Parser
from dprk_events.output.explanation import Examined
from dprk_events.reading import Article

if TYPE_CHECKING:
    from dprk_events.events import RuleSet
    from dprk_events.language import Gazetteer, LoadedModel


def examine(article: Article, model: LoadedModel, gazetteer: Gazetteer, rules: RuleSet) -> Examined:
    """Take an article through all stages up to its events, as ``extract`` does."""
    (doc,) = Parser(model, gazetteer).parse([article.readable])
    entities = find_entities(doc, article.text, gazetteer)
    published = find_reference(article)
    masked = [(region.start, region.end) for region in article.masked]
    dates = explain_dates(article.text, published, masked=masked)
    timexes = [each.timex for each in dates]
    findings = analyse(doc, article.text, entities, timexes, rules, gazetteer.demonym)
    return Examined(article, published, entities, dates, findings, rules)
