"""Hash all data that can change a record, for ``pipeline.rules``.

The data are the package's TOML and CSV files and the user's own rules. Where the package is
installed makes no difference, so the hash covers file names within the package, not whole paths.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

SKIPPED = frozenset({"__pycache__", "report"})
"""Folders left out: the report is made of records, and what it says changes none."""
SUFFIXES = (".toml", ".csv")
NOT_KNOWLEDGE = frozenset(
    {
        "language/models.toml",
        *(
            f"linking/{name}.toml"
            for name in ("deeds", "instruments", "kinds", "places", "rules", "words")
        ),
    }
)
"""Files left out: the list of installable pipelines (``pipeline.model`` names the one used), and
the data of happenings, which are made from records."""


def knowledge_hash(
    own: Mapping[str, bytes] | None = None, package: Traversable | None = None
) -> str:
    """Return 16 hex digits that change with any byte of the data.

    ``own`` maps the names of the user's rule files to their content. ``package`` is the folder that
    holds the data files, by default the installed package.
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
    """Yield each data file below a folder: its name within the package, and its content."""
    for entry in folder.iterdir():
        name = f"{within}{entry.name}"
        if entry.name.endswith(SUFFIXES):
            if name not in NOT_KNOWLEDGE:
                yield name, entry.read_bytes()
        elif entry.is_dir() and entry.name not in SKIPPED:
            yield from _data_files(entry, f"{name}/")
