"""Word lists of the package: each is asked for."""

from __future__ import annotations

from pathlib import Path

import dprk_events.participants
from dprk_events.french import word_lists
from dprk_events.participants.nouns import OFFICES


def test_no_list_is_idle() -> None:
    folder = Path(dprk_events.participants.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    by_office = {f"{office}_nouns" for office in OFFICES}
    lists = set(word_lists("dprk_events.participants"))
    assert by_office < lists
    assert [name for name in sorted(lists - by_office) if f'["{name}"]' not in code] == []
