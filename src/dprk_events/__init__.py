"""Find the events in French press articles about North Korea.

    >>> import dprk_events
    >>> events = dprk_events.load()
    >>> result = events.extract("La Corée du Nord a tiré mardi un missile balistique.",
    ...                         published="2024-01-05")
    >>> [(event.type, event.date.value) for event in result.events]
    [('missile_test', '2024-01-02')]

See ``docs/library.md``. The packages follow the data flow of an article (``ARCHITECTURE.md``); a
stage imports only from earlier ones.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dprk_events.library import DocumentError, Extraction, Extractor
    from dprk_events.linking import link

_LIBRARY = {
    **dict.fromkeys(("DocumentError", "Extraction", "Extractor"), "dprk_events.library"),
    "link": "dprk_events.linking",
}
"""Names that are imported, with their dependencies, when they are first used."""

__all__ = ["DocumentError", "Extraction", "Extractor", "__version__", "extract", "link", "load"]


def load(
    model: str = "auto", rules: str | Path | None = None, *, only_dprk: bool = False
) -> Extractor:
    """Load the pipeline. This imports spaCy and takes a second or two.

    Args:
        model: ``auto`` (the largest French pipeline installed), a package name, or a folder.
        rules: Folder with your own event rules (``docs/rules.md``).
        only_dprk: Skip the analysis of texts that never name North Korea: they have no events.

    Returns:
        An extractor for any number of texts.

    Raises:
        dprk_events.language.ModelError: There is no such model; the message says what to do.
        dprk_events.events.RuleError: A rule is invalid; the message names file, rule and remedy.

    """
    from dprk_events.loading import load_pipeline  # noqa: PLC0415

    pipeline = load_pipeline(model, rules, only_dprk=only_dprk)  # first: it imports spaCy quickly

    from dprk_events.library import Extractor  # noqa: PLC0415

    return Extractor(pipeline)


def extract(text: str, **options: Any) -> Extraction:
    """Find the events in one text with the default pipeline, loaded on the first call.

    Options and errors are those of :meth:`Extractor.extract`.
    """
    return _default().extract(text, **options)


@cache
def _default() -> Extractor:
    return load()


def __getattr__(name: str) -> Any:
    if name in _LIBRARY:
        return getattr(import_module(_LIBRARY[name]), name)
    raise AttributeError(f"module 'dprk_events' has no attribute {name!r}")
