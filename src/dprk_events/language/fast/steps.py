"""Parse step by step: spaCy's greedy loop with the interpreter lock kept."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import numpy
from spacy.pipeline import DependencyParser, EntityRecognizer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def apply(component: Any, docs: list[Doc]) -> None:
    """Put a component's annotations on Docs, a parser's by its own steps."""
    if _is_greedy(component):
        component.set_annotations(docs, _parsed(component, docs))
    elif hasattr(component, "pipe"):
        deque(component.pipe(docs), maxlen=0)
    else:
        for doc in docs:
            component(doc)


def _is_greedy(component: Any) -> bool:
    """Tell a parser that takes the best action each time, by scores of a layer of their own."""
    if not isinstance(component, DependencyParser | EntityRecognizer):
        return False
    return bool(component.cfg.get("beam_width", 1) == 1 and component.model.attrs.get("has_upper"))


def _parsed(parser: Any, docs: list[Doc]) -> list[Any]:
    """Do what ``Parser.greedy_parse`` does, by the parser's own steps; give the final states.

    In spaCy 3.8 its loop gives up the interpreter lock and takes it back several times for each
    candidate action, which costs more than all else in it.
    """
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if not unfinished:
        return list(states)
    model = parser.model.predict(docs)
    upper = parser.model.get_ref("upper")
    weights, bias = upper.get_param("W").T, upper.get_param("b")
    # Actions that no training has scored; spaCy's name for the mask is the wrong way round. They
    # are taken only where a name of the gazetteer leaves no other, so any least score will do.
    unseen = [n for n in range(len(bias)) if not model.class_is_unseen(n)]
    while unfinished:
        hidden = model.state2vec.predict(model.get_token_ids(unfinished))
        scores = hidden @ weights + bias
        if unseen:
            scores[:, unseen] = numpy.nanmin(scores)
        unfinished = parser.transition_states(unfinished, scores)
    model.clear_memory()
    return list(states)
