"""PDF, .docx, RTF, e-mail: the text as it is read on the page, and errors that say what to do."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from dprk_events.reading import Article, ReadingOptions
from tests.reading import samples
from tests.reading.inputs import Save, article, error, read

TEXT = "\n\n".join(samples.LINES)


def read_as(found: Article) -> list[str]:
    return [line for line in found.as_read.text.splitlines() if line]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", samples.as_pdf()),
        ("b.pdf", samples.as_pdf_in_columns()),
        ("c.pdf", samples.as_pdf_of_pages()),
        ("a.docx", samples.as_docx()),
        ("a.rtf", samples.as_rtf()),
        ("a.eml", samples.as_mail()),
        ("b.eml", samples.as_mail(page=True)),
    ],
)
def test_the_same_text(save: Save, name: str, content: bytes) -> None:
    found = article(save(name, content))
    assert read_as(found) == list(samples.LINES)
    assert found.title == samples.TITLE


@pytest.mark.parametrize(
    "content", [samples.as_pdf(), samples.as_docx(), samples.as_rtf(), samples.as_mail()]
)
def test_told_by_content(save: Save, content: bytes) -> None:
    for found in (article(save("ohne", content)), article("-", stdin=content)):
        assert read_as(found) == list(samples.LINES)


def test_in_a_folder_and_packed(save: Save) -> None:
    import gzip

    save("f/a.pdf", samples.as_pdf())
    save("f/b.docx", samples.as_docx())
    folder = save("f/c.eml.gz", gzip.compress(samples.as_mail())).parent
    found = read(folder)
    assert all(isinstance(item, Article) and read_as(item)[0] == samples.TITLE for item in found)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.docx", samples.as_docx())
    assert read_as(article(save("all.zip", packed.getvalue()))) == list(samples.LINES)


# --- PDF ------------------------------------------------------------------------------------------


def test_pdf_columns_are_read_one_after_the_other(save: Save) -> None:
    lines = article(save("a.pdf", samples.as_pdf_in_columns())).text.split("\n")
    left = lines.index("La Corée du Nord a tiré mardi matin deux")
    assert lines[left + 1] == "missiles balistiques de courte portée"
    assert lines.index("La veille, le président russe Vladimir") > lines.index("crise à Tokyo.")


def test_pdf_three_columns(save: Save) -> None:
    texts = [f"{word} " * 40 for word in ("premier", "second", "tiers")]
    columns = [
        samples.column([text.strip()], 40 + 180 * n, 700, 24) for n, text in enumerate(texts)
    ]
    rows = sorted((line for column in columns for line in column), key=lambda line: -line[1])
    words = article(save("a.pdf", samples.pdf([rows])), options=ANY).text.split()
    assert words == ["premier"] * 40 + ["second"] * 40 + ["tiers"] * 40


ANY = ReadingOptions(any_language=True)


def test_pdf_running_heads_and_page_numbers_are_left_out(save: Save) -> None:
    found = article(save("a.pdf", samples.as_pdf_of_pages()))
    assert "Courrier" not in found.text
    assert "- 1 -" not in found.text


def test_pdf_table_is_no_text_in_columns(save: Save) -> None:
    cells = [
        (60.0 + 150 * column, 700.0 - 14 * row, 10.0, f"tir {row}{column}")
        for row in range(6)
        for column in range(3)
    ]
    head = samples.column(samples.PARAGRAPHS, 60, 600, 80)
    lines = article(save("a.pdf", samples.pdf([[*cells, *head]]))).text.split("\n")
    assert lines[:2] == ["tir 00 tir 01 tir 02", "tir 10 tir 11 tir 12"]


def test_pdf_without_text(save: Save) -> None:
    found = error(save("a.pdf", samples.scanned_pdf()))
    assert found.kind == "no-text"
    assert "ocrmypdf" in found.message


@pytest.mark.parametrize("size", [20, 300, 900])
def test_pdf_cut_off(save: Save, size: int) -> None:
    found = error(save("a.pdf", samples.as_pdf()[:size]))
    assert found.kind in {"damaged", "no-text"}


def test_pdf_with_a_password(save: Save) -> None:
    found = error(save("a.pdf", samples.locked_pdf()))
    assert found.kind == "locked"
    assert "qpdf" in found.message


def test_pdf_without_its_library(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = error(save("a.pdf", samples.as_pdf()))
    assert found.kind == "unsupported"
    assert "dprk-events[pdf]" in found.message


# --- Word -----------------------------------------------------------------------------------------


def test_docx_signs_changes_and_tables(save: Save) -> None:
    body = (
        "<w:p><w:r><w:t>Le tir du </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t> mars</w:t><w:br/><w:t>à Won</w:t>"
        "<w:softHyphen/><w:t>san</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Le lieu</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>et la date</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    found = article(save("a.docx", samples.docx(body, "Essai &amp; tir")), options=ANY)
    assert found.text == "Le tir du 5 mars\nà Won\u00adsan\nLe lieu\net la date\n"
    assert found.as_read.text.split("\n")[1] == "à Wonsan"


def test_docx_bomb(save: Save) -> None:
    body = "<w:p><w:r><w:t>" + "a" * 30_000_000 + "</w:t></w:r></w:p>"
    content = samples.docx(body)
    assert len(content) < 100_000
    found = error(save("a.docx", content))
    assert found.kind == "too-large"


def test_docx_that_declares_entities(save: Save) -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    assert error(save("a.docx", packed.getvalue())).kind == "damaged"


@pytest.mark.parametrize("cut", [100, 400, -30])
def test_docx_cut_off(save: Save, cut: int) -> None:
    assert error(save("a.docx", samples.as_docx()[:cut])).kind in {"damaged", "binary"}


def test_docx_nested_deep(save: Save) -> None:
    body = "<w:p>" * 20_000 + "</w:p>" * 20_000
    assert error(save("a.docx", samples.docx(body))).kind == "damaged"


def test_other_office_document(save: Save) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert error(save("a.xlsx", packed.getvalue())).kind == "binary"


# --- RTF ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\rtf1\ansi Le tir de la Cor\'e9e\par du Nord}", "Le tir de la Corée\ndu Nord"),
        (r"{\rtf1\uc1 Le missile de la Cor\u233?e}", "Le missile de la Corée"),
        (r"{\rtf1\uc0 Le missile \u55357\u56960  est l\u224}", "Le missile 🚀 est là"),
        (
            r"{\rtf1{\fonttbl{\f0 Arial;}}{\*\inconnu rien}Le tir {\b de} la nuit}",
            "Le tir de la nuit",
        ),
        (r"{\rtf1 Le signe \{a\} \\ b\~c de la page}", "Le signe {a} \\ b\u00a0c de la page"),
        ("{\\rtf1 Le tir\r\n de la nuit}}}}", "Le tir de la nuit"),
        (r"{\rtf1\ansi\ansicpg1251 Le \'cc de la page}", "Le М de la page"),
    ],
)
def test_rtf(save: Save, rtf: str, text: str) -> None:
    assert article(save("a.rtf", rtf), options=ANY).text == text


def test_rtf_without_text(save: Save) -> None:
    assert error(save("a.rtf", r"{\rtf1{\pict 00ff}}")).kind == "empty"


def test_rtf_nested_deep(save: Save) -> None:
    assert error(save("a.rtf", r"{\rtf1" + "{" * 50_000)).kind == "damaged"


# --- e-mail ---------------------------------------------------------------------------------------


def test_mail_head(save: Save) -> None:
    found = article(save("a.eml", samples.as_mail()))
    assert str(found.published.value) == samples.DAY
    assert (found.published.source, found.published.confidence) == ("front-matter", 0.8)
    assert found.source == "Agence du Matin"


def test_mail_as_a_page_keeps_its_day(save: Save) -> None:
    found = article(save("a.eml", samples.as_mail(page=True)))
    assert str(found.published.value) == samples.DAY


def test_mail_with_lines_that_flow(save: Save) -> None:
    mail = (
        "From: a@example.org\nMIME-Version: 1.0\nSubject: Le tir\n"
        "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
        "Le missile a été tiré \nde la base de Wonsan.\n"
    )
    assert article(save("a.eml", mail)).text == "Le missile a été tiré de la base de Wonsan.\n"


def test_mail_without_text(save: Save) -> None:
    mail = (
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n"
        "Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    )
    found = error(save("a.eml", mail))
    assert (found.kind, "attached" in found.message) == ("no-text", True)


@pytest.mark.parametrize("head", ["Content-Type: text/plain; charset=inconnu", "Date: hier"])
def test_mail_with_an_odd_head(save: Save, head: str) -> None:
    mail = f"From: a@example.org\nMIME-Version: 1.0\n{head}\n\nLe tir de la nuit.\n"
    found = article(save("a.eml", mail))
    assert found.text.strip() == "Le tir de la nuit."
    assert found.published.value is None


def test_text_that_begins_like_a_head_is_a_text(save: Save) -> None:
    text = "De : Séoul\nDate: le 4 mars\n\nLe tir de la nuit.\n"
    assert article(save("a.txt", text)).text == text
