"""Keep the word lists of a pipeline's lemmatizer as they are on disk.

spaCy copies each of some 220,000 entries into an ordered dictionary and a Bloom filter, in Python,
which takes longer than reading them. A plain dictionary finds the same entries, and is smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


@contextmanager
def plain_tables() -> Iterator[None]:
    """Make spaCy use plain dictionaries as tables while a pipeline is loaded.

    This affects all threads: load before starting any. The tables are read-only in use and cannot
    be pickled.
    """
    module: Any = import_module("spacy.lookups")
    from spacy.strings import get_string_id  # noqa: PLC0415

    original = module.Table

    class PlainTable(dict[int, Any]):
        """The part of ``Table`` that pipelines use: a string key stands for its hash."""

        def __init__(self, name: str | None, data: dict[int, Any]) -> None:
            super().__init__(data)
            self.name = name

        def __getitem__(self, key: str | int) -> Any:
            return super().__getitem__(get_string_id(key))

        def __setitem__(self, key: str | int, value: Any) -> None:
            super().__setitem__(get_string_id(key), value)

        def __contains__(self, key: Any) -> bool:
            return super().__contains__(get_string_id(key))

        def get(self, key: str | int, default: Any = None) -> Any:
            return super().get(get_string_id(key), default)

    def make(name: str | None = None, data: dict[Any, Any] | None = None) -> Any:
        hashed = data and all(type(key) is int for key in data)
        return PlainTable(name, data) if data and hashed else original(name, data)

    module.Table = make
    try:
        yield
    finally:
        module.Table = original
