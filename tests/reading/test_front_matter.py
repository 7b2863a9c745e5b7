"""The block at the head of a text."""

from __future__ import annotations

import datetime as dt

import pytest

from dprk_events.reading.front_matter import FrontMatter, read_front_matter


def test_all_keys() -> None:
    text = (
        '---\ntitle: "Un tir : et après ?"  # note\npublished: 2024-01-05T10:00:00Z\n'
        "date: 2020-01-01\n"
        "Link: https://exemple.fr/a#b\nsource: 'Exemple'\ntags:\n  - a\n---\nLe texte.\n"
    )
    found = read_front_matter(text)
    assert text[found.end :] == "\nLe texte.\n"
    assert found.published == dt.date(2024, 1, 5)
    assert (found.url, found.source) == ("https://exemple.fr/a#b", "Exemple")
    assert found.title == "Un tir : et après ?"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends(end: str) -> None:
    found = read_front_matter(end.join(["---", "title: Un tir", "...", "Le texte."]))
    assert found.title == "Un tir"
    assert found.end == len("---title: Un tir...") + 2 * len(end)


@pytest.mark.parametrize("value", ["", "~", "null", "hier", "2024-13-01", "[a, b]", "|"])
def test_unknown_values(value: str) -> None:
    found = read_front_matter(f"---\ndate: {value}\n---\nLe texte.")
    assert found.published is None
    assert found.end > 0


@pytest.mark.parametrize(
    "text",
    [
        "Le texte.\n---\ntitle: a\n---\n",
        "---\nLe missile est tombé. Kim: content.\n---\n",
        "---\ntitle: a\nLe texte sans fin de bloc.\n",
        "---\ntitle: a\n",
        "---",
        "---\n---\nLe texte.",
        "---\n" + "a: b\n" * 200 + "---\n",
        "---\na: " + "b" * 5000 + "\n---\n",
        "",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()
