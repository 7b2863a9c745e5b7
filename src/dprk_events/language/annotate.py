"""Run a pipeline over many short Docs quickly: the same components, in better portions.

Our Docs are lines of text. ``Language.pipe`` hands a component a few of them at a time, and the
parsers cut that by four again: too little for the matrix products to be quick. Here a portion has
as many lines as make a good number of tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOKENS = 4000
"""Tokens in a portion: fewer are slower, more only need memory (measured with the md model)."""

ABREAST = 12
"""Lines that must be parsed abreast for the steps from Python to be quicker than spaCy's loop."""


def annotate(nlp: Language, docs: Sequence[Doc]) -> None:
    """Put every component's annotations on the Docs. Raises what a component raises.

    Gives what ``nlp.pipe(docs)`` gives, beside the rounding of other portions.
    """
    from spacy.pipeline import DependencyParser, EntityRecognizer  # noqa: PLC0415

    # Lines of like length together: the parsers go a step in all of a portion at a time.
    portions = list(_portions(sorted((doc for doc in docs if len(doc)), key=len)))
    components: list[Any] = [component for _, component in nlp.pipeline]
    for component in components:
        greedy = (
            isinstance(component, DependencyParser | EntityRecognizer)
            and component.cfg["beam_width"] == 1
        )
        for portion in portions:
            if greedy and sum(map(len, portion)) >= ABREAST * len(portion[-1]):
                component.set_annotations(portion, _parsed(component, portion))
            elif hasattr(component, "predict"):
                component.set_annotations(portion, component.predict(portion))
            else:
                for doc in portion:
                    component(doc)


def _parsed(parser: Any, docs: list[Doc]) -> list[Any]:
    """Do what ``Parser.greedy_parse`` does, by the parser's own steps.

    In spaCy 3.8 its loop gives up the interpreter lock and takes it back several times for each
    candidate action, which costs a third of its time. Step by step from here the lock is kept.
    """
    parser._ensure_labels_are_added(docs)  # those of the gazetteer's names
    states = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = parser.transition_states(unfinished, model.predict(unfinished))
    model.clear_memory()
    return list(states)


def _portions(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    portion: list[Doc] = []
    size = 0
    for doc in docs:
        if portion and size + len(doc) > TOKENS:
            yield portion
            portion, size = [], 0
        portion.append(doc)
        size += len(doc)
    if portion:
        yield portion
