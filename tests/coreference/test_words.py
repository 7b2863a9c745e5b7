"""Word lists of the package: each is asked for."""

from __future__ import annotations

from pathlib import Path

import dprk_events.coreference
import dprk_events.participants
from dprk_events.coreference.nouns import OFFICES
from dprk_events.french import word_lists


def test_no_list_is_idle() -> None:
    packages = (dprk_events.coreference, dprk_events.participants)
    folders = [Path(package.__path__[0]) for package in packages]
    code = "".join(path.read_text("utf-8") for folder in folders for path in folder.glob("*.py"))
    by_office = {f"{office}_nouns" for office in OFFICES}
    lists = set(word_lists("dprk_events.coreference"))
    assert by_office < lists
    assert [name for name in sorted(lists - by_office) if f'["{name}"]' not in code] == []
