"""Pages saved from the web; the rows of docs/inputs.md about HTML."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.reading import Article, ReadingOptions
from tests.conftest import SHARED
from tests.reading.inputs import Save, article, error, read

pytest.importorskip("trafilatura")

PARAGRAPHS = (
    "La Corée du Nord a tiré jeudi deux missiles balistiques vers la mer du Japon, a annoncé "
    "l’état-major sud-coréen, qui dit avoir renforcé sa surveillance avec ses alliés.",
    "Les deux engins ont parcouru environ 350 kilomètres avant de s’abîmer en mer, selon le "
    "ministère japonais de la Défense, qui n’a fait état d’aucun dégât.",
    "Ce tir est le troisième depuis le début de l’année. Pyongyang n’a fait aucun commentaire, "
    "mais l’agence officielle KCNA publie d’ordinaire un récit le lendemain.",
)
META = '<meta property="article:published_time" content="2024-01-05T08:30:00+01:00">'


def page(head: str = META, before: str = "", after: str = "", charset: str = "utf-8") -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="{charset}">
<title>Deux missiles tirés par le Nord | Le Matin</title>
<meta property="og:site_name" content="Le Matin">
<meta property="og:title" content="Deux missiles tirés par le Nord">
<link rel="canonical" href="https://lematin.example/monde/deux-missiles">{head}</head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/v">Vidéos du 3 mars 2023</a></li></ul>
</nav><article>{before}<h1>Deux missiles tirés par le Nord</h1>{body}{after}</article>
<aside><h2>Lire aussi</h2><p><a href="/x">Kim visite une usine, 4 février 2021</a></p></aside>
<footer><p>© Le Matin 2022. Mis à jour le 2022-11-30.</p></footer></body></html>
"""


def test_page_of_a_newspaper(save: Save) -> None:
    found = article(save("a.html", page()))
    lines = found.text.split("\n")
    assert lines == ["Deux missiles tirés par le Nord", *PARAGRAPHS]
    assert found.title == "Deux missiles tirés par le Nord"
    assert (found.url, found.source) == ("https://lematin.example/monde/deux-missiles", "Le Matin")
    assert found.published.value == dt.date(2024, 1, 5)
    assert (found.published.source, found.published.confidence) == ("front-matter", 0.95)
    assert found.language == "fr"


@pytest.mark.parametrize("name", ["a.txt", "page", "a.html.copie"])
def test_html_by_content(save: Save, name: str) -> None:
    assert PARAGRAPHS[1] in article(save(name, page())).text
    assert "<p>" not in article(save(name, page())).text


def test_pieces_of_html(save: Save) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    for piece in (body, f"<div>{body}</div>", f"<!-- x -->\n<article>{body}</article>"):
        text = article(save("a.html", piece)).text
        assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_html_in_records(save: Save) -> None:
    record = json.dumps({"text": page(), "date": "2024-01-06", "title": "Mon titre"})
    found = article(save("a.jsonl", record))
    assert found.text.startswith("Deux missiles tirés par le Nord\nLa Corée")
    assert found.title == "Mon titre"
    assert (found.published.value, found.published.source) == (dt.date(2024, 1, 6), "metadata")


def test_html_as_text(save: Save) -> None:
    options = ReadingOptions(format="text")
    assert article(save("a.html", page()), options=options).text == page()
    forced = ReadingOptions(format="html")
    assert "<" not in article(save("a.txt", "x " + page()), options=forced).text


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1", "utf-8", "utf-16"])
def test_encoding_of_a_page(save: Save, encoding: str) -> None:
    data = page(charset=encoding).replace("’", "'").encode(encoding)
    found = article(save("a.html", data))
    assert PARAGRAPHS[0].replace("’", "'") in found.text
    wrong = page(charset="iso-8859-1").encode("utf-8")
    assert PARAGRAPHS[0] in article(save("b.html", wrong)).text


JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", '
    '"datePublished": "2024-01-05T08:30:00Z", "dateModified": "2024-02-09"}</script>'
)


@pytest.mark.parametrize(
    ("head", "before", "day", "confidence"),
    [
        (META, "", dt.date(2024, 1, 5), 0.95),
        (JSON_LD, "", dt.date(2024, 1, 5), 0.95),
        ('<meta name="date" content="2024-01-05">', "", dt.date(2024, 1, 5), 0.95),
        ("", '<span itemprop="datePublished" content="2024-01-05">hier</span>',
         dt.date(2024, 1, 5), 0.95),
        (META, '<time datetime="2021-01-01">vieux</time>', dt.date(2024, 1, 5), 0.95),
        ("", "", None, None),
        ("", "<p>Mis en ligne il y a deux heures</p>", None, None),
        (JSON_LD.replace('"datePublished": "2024-01-05T08:30:00Z", ', ""), "", None, None),
        ('<script type="application/ld+json">{"uploadDate": "2019-03-04"}</script>', "",
         None, None),
        ('<meta name="generator" content="Site 2019-03-04">', "", None, None),
        ('<meta name="date" content="aujourd’hui">', "", None, None),
        ('<meta property="og:image" content="https://x.fr/2019/03/04/a.jpg">', "", None, None),
    ],
)  # fmt: skip
def test_date_of_a_page(
    save: Save, head: str, before: str, day: dt.date | None, confidence: float | None
) -> None:
    found = article(save("a.html", page(head, before))).published
    assert (found.value, found.confidence) == (day, confidence)


def test_time_after_the_headline(save: Save) -> None:
    shown = page("").replace("</h1>", '</h1><time datetime="2024-01-05T10:00">5 janvier</time>')
    aside = '<aside><time datetime="2020-02-02">autre</time></aside>'
    found = article(save("a.html", shown.replace("<nav>", aside + "<nav>"))).published
    assert (found.value, found.confidence) == (dt.date(2024, 1, 5), 0.8)


OTHER = '<time datetime="2020-02-02">2 février</time>'


@pytest.mark.parametrize(
    "block",
    [
        f"<aside>{OTHER}</aside>",
        f'<div class="article-related"><div>{OTHER}</div></div>',
        f'<section id="les-plus-lus"><h2>Les plus lus</h2><p>{OTHER}</p></section>',
        f"<section><h3>À lire aussi</h3><p><a href='/x'>Un titre</a>{OTHER}</p></section>",
        f"<ul><li><a href='/x'>Un autre titre</a> {OTHER}</li></ul>",
        f"<article><h2>Un autre titre</h2>{OTHER}</article>",
        f"<a href='/x'>Un autre titre {OTHER}</a>",
    ],
)
def test_time_of_a_block_of_other_articles(save: Save, block: str) -> None:
    alone = page("").replace("</h1>", f"</h1>{block}")
    assert article(save("a.html", alone)).published.value is None
    own = '<div class="meta"><time datetime="2024-01-05">5 janvier</time></div>'
    both = page("").replace("</h1>", f"</h1>{block}{own}")
    assert article(save("b.html", both)).published.value == dt.date(2024, 1, 5)


def test_time_in_the_articles_own_block_called_like_that(save: Save) -> None:
    shown = page("").replace("</h1>", '</h1><time datetime="2024-01-05">5 janvier</time>')
    shown = shown.replace("<h1", '<div class="card"><h1', 1).replace("</time>", "</time></div>", 1)
    assert article(save("a.html", shown)).published.value == dt.date(2024, 1, 5)


def test_date_does_not_depend_on_the_day_of_the_run(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    future = META.replace("2024", "2077")
    assert article(save("a.html", page(future))).published.value == dt.date(2077, 1, 5)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 5e8)
    assert article(save("b.html", page(""))).published.value is None


def test_same_page_same_text(save: Save) -> None:
    path = save("a.html", page())
    first = article(path)
    read(save("b.html", page(after="<p>Un autre paragraphe, plus long que les autres.</p>")))
    assert article(path) == first


def test_page_without_an_article(save: Save) -> None:
    for content in ("<html><body><script>x()</script></body></html>", "<html>"):
        found = error(save("a.html", content))
        assert found.kind == "no-text"
        assert "plain text" in found.message


def test_html_without_its_libraries(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = error(save("a.html", page()))
    assert found.kind == "unsupported"
    assert "pip install 'dprk-events[html]'" in found.message


HOSTILE: dict[str, Callable[[int], str]] = {
    "deep": lambda n: "<html><p>Un texte.</p>" + "<div>" * n + "Le tir" + "</div>" * n,
    "open": lambda n: "<html>" + "<p><b><i>le tir " * n,
    "attributes": lambda n: "<html><p " + " ".join(f"a{i}=1" for i in range(n)) + ">Un tir</p>",
    "entities": lambda n: "<html><p>Un tir " + "&eacute;&#233;&bogus;" * n,
    "comments": lambda n: "<html>" + "<!--" * n,
    "tables": lambda n: "<html>" + "<table><tr><td>Un tir" * n,
    "controls": lambda n: "<html><p>Un tir \x01\x02 &#1; &#xd800; &#x202e;" + " mot" * n,
    "scripts": lambda n: "<html><script type='application/ld+json'>" + '{"a":' * n + "</script>",
    "times": lambda n: "<html><h1>Un tir</h1>" + "<time datetime='2024-01-05'>x</time>" * n,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages(save: Save, name: str) -> None:
    """An article or an error, in time that grows with the size."""

    def seconds(count: int) -> float:
        path = save("a.html", HOSTILE[name](count).encode("utf-8"))
        began = time.process_time()
        [found] = read(path, options=ReadingOptions(any_language=True))
        if isinstance(found, Article):
            found.text.encode("utf-8")
        else:
            assert found.kind in {"no-text", "unsupported", "binary"}, found
        return time.process_time() - began

    seconds(10)
    small, large = seconds(1_000), seconds(4_000)
    assert large < max(8 * small, 1.0), (small, large)


def test_thousands_of_attributes(save: Save) -> None:
    words = " ".join(["mot"] * 9_000)
    kept = page(before=f'<p data-text="{words}"></p>')
    assert PARAGRAPHS[0] in article(save("a.html", kept)).text
    many = " ".join(f"a{i}=1" for i in range(9_000))
    assert error(save("a.html", page(before=f"<p {many}></p>"))).kind == "unsupported"


@pytest.mark.shared
def test_pages_of_the_corpus() -> None:
    if not SHARED.is_dir():
        pytest.skip("needs ../shared")
    folder = SHARED / "corpus"
    with (folder / "metadata.csv").open(encoding="utf-8") as table:
        days = {Path(row["path"]).stem: row["published"] for row in csv.DictReader(table)}
    pages = sorted((folder / "html").glob("*.html"))
    assert pages
    for path in pages:
        found = article(path)
        assert found.text.split() == (folder / "articles" / f"{path.stem}.txt").read_text(
            "utf-8"
        ).split()  # fmt: skip
        assert str(found.published.value) == days[path.stem]
