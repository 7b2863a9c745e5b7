"""Texts the tests of this stage share."""

from __future__ import annotations

import pytest

FRENCH = (
    "La Corée du Nord a tiré deux missiles\n"
    "\n"
    "La Corée du Nord a tiré deux missiles jeudi vers la mer du Japon, a annoncé l’armée du Sud. "
    "Le cœur du programme coûte plus de 100 € par tête, dit-on à Séoul.\n"
)


@pytest.fixture
def french() -> str:
    return FRENCH
