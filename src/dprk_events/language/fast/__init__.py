"""Shortcuts through a pipeline's components: the same annotations, apart from rounding, sooner.

Three steps of spaCy 3.8 take longer than necessary: embedding the same words again and again
(``embedding.py``), encoding words in context (``encoding.py``) and the loop of the parsers
(``steps.py``). :func:`quick_pipe` replaces them if it knows all layers of a pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from dprk_events.language.shortcuts import refused

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KNOWN = frozenset(
    f"spacy.{name}"
    for name in (
        "MaxoutWindowEncoder.v2", "MultiHashEmbed.v2", "Tagger.v2", "Tok2Vec.v2",
        "Tok2VecListener.v1", "TransitionBasedParser.v2",
    )
)  # fmt: skip


class Pipe(Protocol):
    """A function that annotates Docs, in order, such as ``Language.pipe``."""

    def __call__(self, docs: Iterable[Doc], /, *, batch_size: int) -> Iterator[Doc]:
        """Yield each Doc once it is annotated; ``batch_size`` Docs share a call of a component."""


def quick_pipe(nlp: Language) -> Pipe:
    """Return a function that annotates Docs as ``nlp.pipe`` does; ``nlp.pipe`` if it is not known.

    Replaces layers of the pipeline in place: call it once for each pipeline. Entity labels that the
    Docs bring along must be known to the recogniser beforehand. Errors of components are raised.
    """
    if refused() or not _is_known(nlp):
        return nlp.pipe
    from dprk_events.language.fast.layers import replace_layers  # noqa: PLC0415  (imports spaCy)
    from dprk_events.language.fast.steps import apply  # noqa: PLC0415

    replace_layers(nlp)

    def pipe(docs: Iterable[Doc], /, *, batch_size: int) -> Iterator[Doc]:
        queue = iter(docs)
        while batch := list(islice(queue, batch_size)):
            for _, component in nlp.pipeline:
                apply(component, batch)
            yield from batch

    return pipe


def _is_known(nlp: Language) -> bool:
    """Return whether the shortcuts were made for the architectures of all layers."""
    found = list(_settings(nlp.config["components"]))
    names = {each["@architectures"] for each in found}
    upper = all(each.get("use_upper", True) for each in found)
    return "spacy.MaxoutWindowEncoder.v2" in names and names <= _KNOWN and upper


def _settings(config: Any) -> Iterator[dict[str, Any]]:
    """Yield the settings of each layer in a pipeline's configuration."""
    if isinstance(config, dict):
        if "@architectures" in config:
            yield config
        for value in config.values():
            yield from _settings(value)
