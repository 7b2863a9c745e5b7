"""The closed vocabularies: their order and their agreement with one another."""

from __future__ import annotations

import re
from pathlib import Path

import dprk_events
from dprk_events.names import MODALITIES, MODALITY_PRECEDENCE, ROLES


def test_precedence_orders_the_same_modalities() -> None:
    assert sorted(MODALITY_PRECEDENCE) == sorted(MODALITIES)
    assert MODALITIES[0] == "asserted"
    assert MODALITY_PRECEDENCE[0] == "negated"


def test_quantity_is_the_last_role() -> None:
    assert ROLES[-1] == "quantity"
    assert len(set(ROLES)) == len(ROLES)


def test_no_other_module_lists_them_again() -> None:
    source = Path(dprk_events.__file__).parent
    listed = re.compile(r'"(asserted|actor)",\s*"(reported|recipient)",\s*"(planned|location)"')
    again = [f.name for f in source.rglob("*.py") if listed.search(f.read_text("utf-8"))]
    assert again == ["names.py"]
