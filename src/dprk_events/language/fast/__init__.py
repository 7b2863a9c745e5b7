"""Shortcuts through a pipeline's components: the same annotations, sooner, beside rounding.

Two steps of spaCy 3.8 take more time than they need: the encoder of words in context
(``encoding.py``) and the loop of the parsers (``steps.py``). :func:`quick_pipe` puts others in
their place where it knows all of a pipeline's layers.
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
    """What annotates Docs, in order: ``Language.pipe`` is one."""

    def __call__(self, docs: Iterable[Doc], /, *, batch_size: int) -> Iterator[Doc]:
        """Yield each Doc when it is annotated; so many go through a component together."""


def quick_pipe(nlp: Language) -> Pipe:
    """Give what annotates Docs as ``nlp.pipe`` does; that itself where no shortcut is known.

    Changes layers of the pipeline in place, so call it once for a pipeline. Labels of names that
    Docs have already must be labels of the recogniser. What a component raises is raised.
    """
    if refused() or not _is_known(nlp):
        return nlp.pipe
    from dprk_events.language.fast.encoding import put_blocks  # noqa: PLC0415  (imports spaCy)
    from dprk_events.language.fast.steps import apply  # noqa: PLC0415

    put_blocks(nlp)

    def pipe(docs: Iterable[Doc], /, *, batch_size: int) -> Iterator[Doc]:
        queue = iter(docs)
        while batch := list(islice(queue, batch_size)):
            for _, component in nlp.pipeline:
                apply(component, batch)
            yield from batch

    return pipe


def _is_known(nlp: Language) -> bool:
    """Tell whether all layers are of architectures that the shortcuts were made for."""
    found = list(_settings(nlp.config["components"]))
    names = {each["@architectures"] for each in found}
    upper = all(each.get("use_upper", True) for each in found)
    return "spacy.MaxoutWindowEncoder.v2" in names and names <= _KNOWN and upper


def _settings(config: Any) -> Iterator[dict[str, Any]]:
    """Give the settings of each layer of a pipeline."""
    if isinstance(config, dict):
        if "@architectures" in config:
            yield config
        for value in config.values():
            yield from _settings(value)
