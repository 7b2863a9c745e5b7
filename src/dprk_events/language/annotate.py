"""Run a pipeline over many short Docs quickly: the same components, in better portions.

Our Docs are lines of text. ``Language.pipe`` hands a component a few of them at a time, and the
parsers cut that by four again: too little for the matrix products to be quick. Here a portion has
as many lines as make a good number of tokens, of one article or of several; what an article's lines
are given does not depend on the others in the portion, to the last bit (see ``rounding``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc

from dprk_events.language.rounding import padding, whole_periods_agree

if TYPE_CHECKING:
    from spacy.language import Language

    from dprk_events.language.rounding import Floats
    from dprk_events.language.vectors import Vectors

_T = TypeVar("_T")

PARCEL = 3_000
"""Tokens of an article that stay together."""
PORTION = 6_000
"""Tokens that go through a component together: fewer are slower, more only need memory."""


class Parcel:
    """Lines of one article with their embeddings, and what fills up their last rows."""

    def __init__(self, nlp: Language, vectors: Mapping[str, Vectors], docs: Sequence[Doc]) -> None:
        self.size = sum(map(len, docs))
        self.docs = list(docs)
        if vectors and (missing := padding(self.size)):
            self.docs.append(Doc(nlp.vocab, words=[" "] * missing, spaces=[False] * missing))
            self.size += missing
        self.embedded = {name: kept.embed(self.docs) for name, kept in vectors.items()}


def parcels_of(nlp: Language, vectors: Mapping[str, Vectors], docs: Iterable[Doc]) -> list[Parcel]:
    """Embed the lines of an article, in parcels."""
    lines = (doc for doc in docs if len(doc))
    return [Parcel(nlp, vectors, each) for each in _grouped(lines, len, PARCEL)]


def annotate(nlp: Language, vectors: Mapping[str, Vectors], parcels: Sequence[Parcel]) -> None:
    """Put every component's annotations on the Docs of the parcels. Raises what a component raises.

    Gives what ``nlp.pipe`` gives, beside rounding.
    """
    for portion in _portions(parcels):
        docs = [doc for parcel in portion for doc in parcel.docs]
        try:
            for name, kept in vectors.items():
                kept.keep(
                    [parcel.docs for parcel in portion],
                    [parcel.embedded[name] for parcel in portion],
                )
            for _, component in nlp.pipeline:
                _apply(component, docs)
        finally:
            for kept in vectors.values():
                kept.drop()


def _apply(component: Any, docs: list[Doc]) -> None:
    if is_parser(component) and greedy(component):
        component.set_annotations(docs, _parsed(component, docs))
    elif hasattr(component, "predict"):
        component.set_annotations(docs, component.predict(docs))
    else:
        for doc in docs:
            component(doc)


def is_parser(component: Any) -> bool:
    """Tell whether a component finds its annotations action by action."""
    return isinstance(component, DependencyParser | EntityRecognizer)


def greedy(parser: Any) -> bool:
    """Tell whether a parser takes the best action each time, by scores of a layer of their own."""
    beam, upper = parser.cfg.get("beam_width", 1), parser.model.attrs.get("has_upper")
    return bool(beam == 1 and upper)


def _parsed(parser: Any, docs: list[Doc]) -> list[Any]:
    """Do what ``Parser.greedy_parse`` does, by the parser's own steps.

    In spaCy 3.8 its loop gives up the interpreter lock and takes it back several times for each
    candidate action, which costs a third of its time. Step by step from here the lock is kept. The
    scores are summed up in double precision, so that they can hardly depend on the number of lines
    that are parsed abreast: two would have to be equal to nine digits and more.
    """
    states = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    upper = parser.model.get_ref("upper")
    weights = upper.get_param("W").T.astype("float64")
    bias = upper.get_param("b").astype("float64")
    # Actions that no training has scored; spaCy's name for the mask is the wrong way round. They
    # are taken only where a name of the gazetteer leaves no other, so any least score will do.
    unseen = [n for n in range(len(bias)) if not model.class_is_unseen(n)]
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        hidden: Floats = model.state2vec.predict(model.get_token_ids(unfinished))
        scores = (hidden @ weights + bias).astype("float32")
        if unseen:
            scores[:, unseen] = numpy.nanmin(scores)
        unfinished = parser.transition_states(unfinished, scores)
    model.clear_memory()
    return list(states)


def _portions(parcels: Sequence[Parcel]) -> Iterator[list[Parcel]]:
    """Put parcels together; one by one where BLAS rounds by the place of a row."""
    most = PORTION if whole_periods_agree() else 0
    return _grouped(parcels, lambda parcel: parcel.size, most)


def _grouped(items: Iterable[_T], size: Callable[[_T], int], most: int) -> Iterator[list[_T]]:
    """Put neighbours together up to so much in all; what is larger stays alone."""
    group: list[_T] = []
    total = 0
    for item in items:
        if group and total + size(item) > most:
            yield group
            group, total = [], 0
        group.append(item)
        total += size(item)
    if group:
        yield group
