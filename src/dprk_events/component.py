"""The spaCy component ``dprk_events``: ``nlp.add_pipe("dprk_events")`` in a French pipeline.

It works on the Doc that it gets, with that pipeline's own tokens, parse, morphology and entities,
and leaves them as they are. What it finds is in ``doc._.dprk_events`` (a
:class:`~dprk_events.library.Extraction`, None before the component has run) and, as spans of the
triggers, in ``doc.spans["dprk_events"]``: the label is the event's type, the id its number.
The publication date is ``doc._.dprk_published`` where that is set, else the component's setting.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from dprk_events import __version__
from dprk_events.analysis import analyse_document
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer
from dprk_events.language.known_names import with_known_names
from dprk_events.library import Extraction
from dprk_events.pipeline import document_of
from dprk_events.reading import Article, Published, parse_published
from dprk_events.records import DocumentRecord, Provenance

NAME = "dprk_events"
"""What the component, its extension attribute and its group of spans are called."""
PUBLISHED = "dprk_published"
"""The extension attribute with a Doc's publication date (``2024-01-05``)."""


def _extraction(doc: Doc) -> Extraction | None:
    """Give what the component found: kept as plain data, which goes from process to process."""
    kept = doc.user_data.get(NAME)
    return None if kept is None else Extraction(DocumentRecord.model_validate(kept), doc.text)


if not Doc.has_extension(NAME):
    Doc.set_extension(NAME, getter=_extraction)
if not Doc.has_extension(PUBLISHED):
    Doc.set_extension(PUBLISHED, default=None)


@Language.factory(
    NAME,
    default_config={"rules": None, "published": None},
    requires=["token.pos", "token.dep", "token.head", "token.morph", "doc.ents"],
    assigns=["doc._.dprk_events", "doc.spans"],
)
def make_component(
    nlp: Language, name: str, rules: str | None, published: str | None
) -> DprkEvents:
    """Make the component.

    Args:
        nlp: The pipeline; its name and version stand in the records.
        name: What the component is called in it.
        rules: Folder with event rules of one's own.
        published: Publication date of every Doc that has none of its own (``2024-01-05``).

    """
    return DprkEvents(nlp, name, rules=rules, published=published)


class DprkEvents:
    """Finds the events of a Doc."""

    def __init__(
        self, nlp: Language, name: str, *, rules: str | None = None, published: str | None = None
    ) -> None:
        self.name = name
        self._rules = RuleSet.load(None if rules is None else Path(rules))
        self._gazetteer = Gazetteer.load()
        self._published = None if published is None else parse_published(published)
        self._provenance = Provenance(
            version=__version__,
            model=f"{nlp.lang}_{nlp.meta.get('name', 'pipeline')}",
            model_version=str(nlp.meta.get("version", "0")),
            rules=self._rules.hash,
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find the events; the Doc gets them, and is otherwise as it was.

        Raises:
            ValueError: ``doc._.dprk_published`` is no date.

        """
        article = Article(
            id=hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
            path="doc",
            text=doc.text,
            published=self._reference(doc),
            language=doc.lang_ or "fr",
        )
        named = with_known_names(doc, self._gazetteer)
        analysis = analyse_document(article, named, self._gazetteer, self._rules)
        record = document_of(analysis, self._provenance)
        doc.user_data[NAME] = record.model_dump(by_alias=True, mode="json")
        doc.spans[NAME] = list(_triggers(doc, record))
        return doc

    def _reference(self, doc: Doc) -> Published:
        given: str | dt.date | None = doc._.get(PUBLISHED)
        day = parse_published(given) if isinstance(given, str) else given or self._published
        return Published() if day is None else Published(day, "option", 1.0)

    def to_disk(self, path: str | Path, *, exclude: Any = ()) -> None:
        """Write nothing: rules and names are the package's, and settings stand in the config."""

    def from_disk(self, path: str | Path, *, exclude: Any = ()) -> DprkEvents:
        """Read nothing."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Give nothing, as :meth:`to_disk`."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> DprkEvents:
        """Take nothing."""
        return self


def _triggers(doc: Doc, record: DocumentRecord) -> Any:
    for event in record.events:
        for mention in event.mentions:
            span = doc.char_span(
                mention.trigger.start, mention.trigger.end, alignment_mode="expand"
            )
            if span is not None:
                yield Span(doc, span.start, span.end, label=event.type, span_id=event.id)
