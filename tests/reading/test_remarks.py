"""What is said about how a document was read; the text is never changed for it."""

from __future__ import annotations

import datetime as dt

import pytest

from dprk_events.reading import Article, ReadingOptions, load_metadata, read_paths
from tests.reading.inputs import Save, article

TEXT = "La Corée du Nord a tiré un missile jeudi, a annoncé l’armée à Séoul."


def kinds(found: Article) -> list[str]:
    return [remark.kind for remark in found.remarks]


def test_nothing_to_say(save: Save) -> None:
    found = article(save("a.txt", TEXT))
    assert (found.encoding, found.remarks) == ("utf-8", ())


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "cp1252"), ("utf-16", "utf-16-le"), ("utf-8-sig", "utf-8"), ("ascii", "utf-8")],
)
def test_the_encoding_is_said(save: Save, encoding: str, name: str) -> None:
    text = "Un tir" if encoding == "ascii" else TEXT
    found = article(save("a.txt", text.encode(encoding)))
    assert (found.text, found.encoding) == (text, name)
    assert kinds(found) == ([] if name == "utf-8" else ["encoding"])


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_mojibake(save: Save, wrong: str) -> None:
    broken = TEXT.encode("utf-8").decode(wrong, "replace").replace("\ufffd", "")
    found = article(save("a.txt", broken))
    assert found.text == broken
    assert kinds(found) == ["mojibake"]
    assert found.remarks[0].message.startswith("7 ")


@pytest.mark.parametrize(
    "text", ["Le prix : 10 € « net » à Séoul", "ÂGE, Âme", "São Paulo, Ångström", "Ã© est un signe"]
)
def test_what_is_no_mojibake(save: Save, text: str) -> None:
    assert kinds(article(save("a.txt", text))) == (["mojibake"] if "Ã©" in text else [])


def test_lost_characters(save: Save) -> None:
    assert kinds(article(save("a.txt", "La Cor\ufffde du Nord a tir\ufffd"))) == ["lost-characters"]


def test_character_references(save: Save) -> None:
    assert kinds(article(save("a.txt", "La Cor&eacute;e &amp; le Japon&#8217;s"))) == ["entities"]


def test_dates_that_differ(save: Save) -> None:
    head = "---\ndate: 2024-01-05\n---\n"
    path = save("2024-01-06.txt", head + TEXT)
    table = save("m.csv", "path,published\n2024-01-06.txt,2024-01-04\n")
    options = ReadingOptions(metadata=load_metadata(str(table)))
    [found] = read_paths([str(path)], options)
    assert isinstance(found, Article)
    assert found.published.value == dt.date(2024, 1, 4)
    assert kinds(found) == ["date-conflict"]
    assert found.remarks[0].message == (
        "the publication date was taken from metadata: 2024-01-04 "
        "(not front-matter: 2024-01-05, filename: 2024-01-06)"
    )


def test_dates_that_agree(save: Save) -> None:
    path = save("2024-01-05.txt", "---\ndate: 2024-01-05\n---\n" + TEXT)
    assert kinds(article(path)) == []


def test_date_in_front_matter_that_is_none(save: Save) -> None:
    path = save("a.txt", "---\ndate: hier\n---\n" + TEXT)
    found = article(path)
    assert kinds(found) == ["date-unread"]
    assert "'hier'" in found.remarks[0].message


def test_language_that_was_insisted_on(save: Save) -> None:
    text = "The North fired two missiles that the South said it had seen, and it was over the sea."
    found = article(save("a.txt", text), options=ReadingOptions(any_language=True))
    assert kinds(found) == ["not-french"]
