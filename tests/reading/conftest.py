"""Texts the tests of this stage share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.inputs import Save

FRENCH = (
    "La Corée du Nord a tiré deux missiles\n"
    "\n"
    "La Corée du Nord a tiré deux missiles jeudi vers la mer du Japon, a annoncé l’armée du Sud. "
    "Le cœur du programme coûte plus de 100 € par tête, dit-on à Séoul.\n"
)


@pytest.fixture
def french() -> str:
    return FRENCH


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write a file, with the folders on its way."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write
