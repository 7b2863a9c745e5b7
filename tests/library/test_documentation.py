"""The examples of docs/library.md do what the page says."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "library.md"


@pytest.mark.model
def test_the_examples_of_the_page() -> None:
    blocks = PAGE.read_text("utf-8").split("```")[1::2]
    code = "".join(block.removeprefix("python\n") for block in blocks if block.startswith("python"))
    page = doctest.DocTestParser().get_doctest(code, {}, PAGE.name, str(PAGE), 0)
    assert len(page.examples) > 20
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(page, out=told.append)
    assert not told, "".join(told)
