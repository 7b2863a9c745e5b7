"""The chain for one article with all grounds kept, for ``explain``; see ``extraction``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_events.dates import explain_dates, find_reference
from dprk_events.entities import find_entities
from dprk_events.events import analyse
from dprk_events.language import Letters, Parser
from dprk_events.offsets import placer
from dprk_events.output.explanation import Examined
from dprk_events.reading import Article

if TYPE_CHECKING:
    from dprk_events.events import RuleSet
    from dprk_events.language import Gazetteer, LoadedModel


def examine(article: Article, model: LoadedModel, gazetteer: Gazetteer, rules: RuleSet) -> Examined:
    """Take an article through all stages up to its events, as ``extract`` does."""
    article = Letters(model.nlp, gazetteer).restored(article)
    read = article.as_read
    (doc,) = Parser(model, gazetteer).parse([read.readable])
    entities = find_entities(doc, read.text, gazetteer)
    published = find_reference(read)
    masked = [(region.start, region.end) for region in read.masked]
    dates = explain_dates(read.text, published, masked=masked)
    timexes = [each.timex for each in dates]
    findings = analyse(doc, read.text, entities, timexes, rules, gazetteer.demonym)
    if (place := placer(article)) is not None:
        dates = [place.explanation(date) for date in dates]
    return Examined(article, published, entities, dates, findings, rules)
