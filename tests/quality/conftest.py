"""The program is run once over the annotated articles of tests/gold."""

from __future__ import annotations

from typing import Any

import pytest
from tools.evaluate import extract_own, make_extractor


@pytest.fixture(scope="session")
def found() -> dict[str, dict[str, Any]]:
    """SHA-256 of the article → its document record."""
    return extract_own(make_extractor())
