"""The events stage: a parsed article with entities and dates → its events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dprk_events.coreference import Context
from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.events.attributes import with_attributes
from dprk_events.events.building import build_event, build_mentions
from dprk_events.events.coding import DprkScope
from dprk_events.events.event import Event
from dprk_events.events.mentions import Rejected, find_mentions
from dprk_events.events.merging import Merger
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.rules import RuleSet
from dprk_events.events.timing import Dating
from dprk_events.language import Gazetteer
from dprk_events.lexicon import load_lexicon
from dprk_events.syntax import DocView


@dataclass(frozen=True)
class Findings:
    """The events of a document, and the trigger words that yielded none, with the reason."""

    events: list[Event]
    rejected: list[Rejected]
    names_dprk: bool
    """Whether the document names North Korea at all."""
    view: DocView
    """The document as the stage saw it; needed to explain results."""
    context: Context
    """Who the document's namings speak of."""
    datings: Mapping[tuple[int, str], Dating]
    """How the date of each mention was chosen, by its token and type."""


def analyse(
    doc: Doc,
    text: str,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    rules: RuleSet,
    gazetteer: Gazetteer,
    published: dt.date | None = None,
) -> Findings:
    """Find the events of one parsed article, and the trigger words that yielded none.

    Args:
        doc: The parse.
        text: The article's own text, as long as ``doc.text``.
        entities: Its entities; indices in the events point into them.
        dates: Its dates, likewise.
        rules: The event rules.
        gazetteer: Known names: states, people, and the countries of nationality words.
        published: The reference date, by which office holders are known; None if it is unknown.

    """
    lexicon, demonym = load_lexicon(), gazetteer.demonym
    view = DocView(
        doc,
        text,
        entities,
        dates,
        lexicon,
        demonym,
        rules.verb_forms,
        rules.sure_forms,
        gazetteer.demonyms.of_several,
    )
    context = Context(view, gazetteer, published, load_cues().saying)
    raw, rejected = find_mentions(view, rules)
    built = build_mentions(context, raw)
    drafts = Merger(context).merge([each.mention for each in built])
    scope = DprkScope(context)
    events = [build_event(view, draft, scope, rules) for draft in drafts]
    datings = {(each.mention.token, each.mention.type): each.dating for each in built}
    return Findings(with_attributes(view, events), rejected, scope.named, view, context, datings)
