"""Files of press databases and web archives: one record an article, with what is said of it."""

from __future__ import annotations

import gzip
import sys

import pytest

from dprk_events.reading import Article, ReadingError, ReadingOptions, Rereader
from tests.reading import samples
from tests.reading.inputs import Save, article, error, read

TEXT = f"{samples.TITLE}\n\n" + "\n".join(samples.PARAGRAPHS)


def articles(*items: Article | ReadingError) -> list[Article]:
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("name", "content", "id"),
    [
        ("e.html", samples.as_europresse(), "news·20240306·CM·0123456"),
        (
            "older.HTML",
            samples.europresse([samples.europresse_article(older=True)], "cp1252"),
            "news·20240306·CM·0123456",
        ),
        ("f.html", samples.as_factiva(), "COURMA0020240306ek3600012"),
        (
            "coded.html",
            samples.factiva([samples.factiva_article(coded=True)]),
            "COURMA0020240306ek3600012",
        ),
        ("f.rtf", samples.factiva_rtf(), "COURMA0020240306ek3600012"),
    ],
)
def test_one_article(save: Save, name: str, content: bytes, id: str) -> None:
    path = save(name, content)
    found = article(path)
    assert found.path == f"{path}#1"
    assert found.text == TEXT
    assert found.title == samples.TITLE
    assert str(found.published.value) == samples.DAY
    assert found.published.source == "metadata"
    assert found.source == "Le Courrier du matin"
    assert found.record_id == id


def test_many_articles_in_order(save: Save) -> None:
    titles = [f"Titre {number}" for number in range(1, 60)]
    path = save("a.html", samples.europresse([samples.europresse_article(title=t) for t in titles]))
    found = articles(*read(path))
    assert [item.title for item in found] == titles
    assert found[2].path == f"{path}#3"
    assert article(f"{path}#3").title == "Titre 3"
    assert len({item.id for item in found}) == len(found)


def test_rtf_of_many_articles(save: Save) -> None:
    assert len(articles(*read(save("f.rtf", samples.factiva_rtf(5))))) == 5


def test_an_article_without_text_costs_only_itself(save: Save) -> None:
    broken = samples.europresse_article([])
    path = save("a.html", samples.europresse([broken, samples.europresse_article()]))
    first, second = read(path)
    assert isinstance(first, ReadingError)
    assert (first.kind, first.path) == ("no-text", f"{path}#1")
    assert isinstance(second, Article)


def test_an_article_over_the_limit(save: Save) -> None:
    long = samples.europresse_article(["Le tir de la nuit. " * 20_000])
    path = save("a.html", samples.europresse([long, samples.europresse_article()]))
    first, second = read(path, options=ReadingOptions(max_bytes=100_000))
    assert isinstance(first, ReadingError)
    assert first.kind == "too-large"
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("Le Courrier du matin, no. 18432", "Le Courrier du matin"),
        ("Le Courrier du matin (site web)", "Le Courrier du matin"),
        ("Sud Ouest, no 22", "Sud Ouest"),
        ("AFP - Fil général", "AFP"),
    ],
)
def test_name_of_the_paper(save: Save, paper: str, name: str) -> None:
    found = article(save("a.html", samples.europresse([samples.europresse_article(paper=paper)])))
    assert found.source == name


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Monde, mardi 5 mars 2024, p. 3", "2024-03-05"),
        ("1er août 2023 08:00", "2023-08-01"),
        ("Front page, Tuesday, March 5, 2024", "2024-03-05"),
        ("Monde", "2024-03-06"),  # the number of the document has it
    ],
)
def test_day_of_an_article(save: Save, head: str, day: str) -> None:
    found = article(save("a.html", samples.europresse([samples.europresse_article(head=head)])))
    assert str(found.published.value) == day


def test_day_that_cannot_be_read(save: Save) -> None:
    page = samples.europresse([samples.europresse_article(head="Monde, hier")])
    found = article(save("a.html", page.replace(b"20240306", b"x")))
    assert found.published.value is None
    assert [remark.kind for remark in found.remarks] == ["date-unread"]


def test_packed_on_standard_input_and_again(save: Save) -> None:
    content = gzip.compress(samples.as_europresse())
    assert article("-", stdin=content).path == "-#1"
    path = save("a.html.gz", content)
    again = Rereader().read(f"{path}#1", ReadingOptions())
    assert isinstance(again, Article)
    assert again.text == TEXT


def test_a_page_is_no_export(save: Save) -> None:
    found = article(save("a.html", samples.as_page()))
    assert found.path.endswith("a.html")
    assert found.record_id is None


def test_export_without_the_library_for_pages(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    found = error(save("a.html", samples.as_europresse()))
    assert (found.kind, "dprk-events[html]" in found.message) == ("unsupported", True)


# --- web archives ---------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(save: Save, packed: bool) -> None:
    content = samples.warc([(f"https://journal.example/{n}", samples.as_page()) for n in range(3)])
    path = save("a.warc.gz", gzip.compress(content)) if packed else save("a.warc", content)
    found = articles(*read(path))
    assert [item.path for item in found] == [f"{path}#{n}" for n in (1, 2, 3)]
    assert found[1].url == "https://journal.example/1"
    assert str(found[1].published.value) == samples.DAY  # what the page says, not the crawl
    assert found[1].text.splitlines()[0] == samples.TITLE


def test_web_archive_cut_off(save: Save) -> None:
    *_, last = read(save("a.warc", samples.as_warc()[:-400]))
    assert isinstance(last, ReadingError | Article)
    none = error(save("b.warc", b"WARC/1.0\r\n"))
    assert none.kind in {"damaged", "no-texts"}


def test_web_archive_without_its_library(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    found = error(save("a.warc", samples.as_warc()))
    assert (found.kind, "dprk-events[warc]" in found.message) == ("unsupported", True)
