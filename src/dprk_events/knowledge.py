"""One hash over all data that can change a record, for ``pipeline.rules``.

The data are the package's TOML and CSV files and a user's own rules. What they do is the same
wherever the package stands, so the hash goes by their names within it, never by whole paths.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

SUFFIXES = (".toml", ".csv")
NOT_KNOWLEDGE = frozenset({"language/models.toml"})
"""Which pipelines can be installed: the one that is used stands in ``pipeline.model``."""


def knowledge_hash(
    own: Mapping[str, bytes] | None = None, package: Traversable | None = None
) -> str:
    """Give 16 hex digits that change with any byte of the data.

    ``own``: a user's rule files by name. ``package``: where the data files are looked for, the
    installed package unless given.
    """
    root = resources.files(__package__) if package is None else package
    digest = hashlib.sha256()
    for kind, files in (("package", dict(_data_files(root, ""))), ("own", own or {})):
        for name in sorted(files):
            data = files[name]
            digest.update(f"{kind}\0{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:16]


def _data_files(folder: Traversable, within: str) -> Iterator[tuple[str, bytes]]:
    """Each data file below a folder: its name within the package, and its bytes."""
    for entry in folder.iterdir():
        name = f"{within}{entry.name}"
        if entry.name.endswith(SUFFIXES):
            if name not in NOT_KNOWLEDGE:
                yield name, entry.read_bytes()
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _data_files(entry, f"{name}/")
