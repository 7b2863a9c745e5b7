"""Word lists beside the code: each is asked for by the modules of its package."""

from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.french import word_lists

PACKAGES = ["building", "merging", "modality", "timing"]
SOURCE = Path(__file__).parents[2] / "src" / "dprk_events" / "events"


@pytest.mark.parametrize("package", PACKAGES)
def test_no_list_is_idle(package: str) -> None:
    code = "".join(path.read_text("utf-8") for path in (SOURCE / package).glob("*.py"))
    names = list(word_lists(f"dprk_events.events.{package}"))
    assert names
    assert [name for name in names if f'["{name}"]' not in code] == []
