"""One article in every format that is read: written here, by hand, after the formats' rules."""

from __future__ import annotations

import html
import io
import textwrap
import zipfile
import zlib
from collections.abc import Sequence

TITLE = "La Corée du Nord tire deux missiles vers la mer du Japon"
PARAGRAPHS = (
    "La Corée du Nord a tiré mardi matin deux missiles balistiques de courte portée depuis la "
    "région de Wonsan vers la mer du Japon, a annoncé l’état-major interarmées sud-coréen. Les "
    "engins ont parcouru environ 350 kilomètres.",
    "Le ministre japonais de la Défense a condamné ces tirs, les premiers depuis le début du mois, "
    "et convoqué une réunion de crise à Tokyo.",
    "La veille, le président russe Vladimir Poutine avait rencontré le dirigeant nord-coréen Kim "
    "Jong-un à Vladivostok, selon l’agence Interfax.",
)
DAY = "2024-03-06"
LINES = (TITLE, *PARAGRAPHS)


def as_text() -> bytes:
    return ("\n\n".join(LINES) + "\n").encode()


def as_wrapped_text() -> bytes:
    return ("\n\n".join(textwrap.fill(line, 64) for line in LINES) + "\n").encode()


def as_page() -> bytes:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS)
    return (
        "<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'>"
        f"<meta property='article:published_time' content='{DAY}T08:00:00+01:00'>"
        f"<title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    ).encode()


# --- PDF ------------------------------------------------------------------------------------------

Placed = tuple[float, float, float, str]
"""Where a line begins (points from the lower left corner), the size of its letters, its words."""

_LETTERS = 0.5  # width of a letter of Helvetica, on average, in its size


def pdf(pages: Sequence[Sequence[Placed]], *, compressed: bool = False) -> bytes:
    """Write a PDF with lines of Helvetica."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = b"".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, _escaped(words))
            for x, y, size, words in page
        )
        packed = zlib.compress(content) if compressed else content
        extra = b" /Filter /FlateDecode" if compressed else b""
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number),
            b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), extra, packed),
        ]
    return _written(objects)


def _escaped(words: str) -> bytes:
    data = words.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _written(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(out)


def column(
    paragraphs: Sequence[str], x: float, y: float, width: int, gap: float = 6.0
) -> list[Placed]:
    """Set paragraphs in a column of so many characters, from height ``y`` down."""
    lines: list[Placed] = []
    for paragraph in paragraphs:
        for words in textwrap.wrap(paragraph, width):
            lines.append((x, y, 10.0, words))
            y -= 12
        y -= gap
    return lines


def as_pdf() -> bytes:
    return pdf([[(60, 780, 16.0, TITLE), *column(PARAGRAPHS, 60, 740, 84)]])


def as_pdf_in_columns() -> bytes:
    """A page with two columns, written line by line across both."""
    left = column(PARAGRAPHS[:2], 60, 740, 42, gap=0)
    right = column(PARAGRAPHS[2:], 310, 740, 42, gap=0)
    rows = sorted([*left, *right], key=lambda line: (-line[1], line[0]))
    return pdf([[(60, 780, 16.0, TITLE), *rows]], compressed=True)


def as_pdf_of_pages() -> bytes:
    """Three pages with running heads and numbers; a sentence goes over a page's end."""
    lines = [words for _, _, _, words in column(PARAGRAPHS, 0, 0, 84)]
    pages = []
    for number, at in enumerate(range(0, len(lines), 3)):
        page: list[Placed] = [(60, 810, 8.0, f"Le Courrier du matin, 6 mars 2024, page {number}")]
        page += [(60, 740 - 12 * n, 10.0, words) for n, words in enumerate(lines[at : at + 3])]
        page.append((290, 30, 8.0, f"- {number + 1} -"))
        pages.append(page)
    pages[0].insert(1, (60, 780, 16.0, TITLE))
    return pdf(pages)


def locked_pdf() -> bytes:
    """Write a PDF that asks for a password: no word opens it."""
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"1f" * 32,
        b"2e" * 32,
    )
    return as_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


def scanned_pdf() -> bytes:
    return pdf([[(290, 30, 8.0, "12")]])


# --- Word, RTF, mail ------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "</cp:coreProperties>"
)


def docx(body: str, title: str = "", *, more: dict[str, bytes] | None = None) -> bytes:
    """Write a .docx around the XML of its body."""
    document = (
        f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        archive.writestr("docProps/core.xml", _CORE.format(html.escape(title)))
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def as_docx() -> bytes:
    runs = [
        line.replace(" ", "</w:t></w:r><w:r><w:t xml:space='preserve'> ", 1)
        for line in map(html.escape, LINES)
    ]
    return docx("".join(f"<w:p><w:r><w:t>{run}</w:t></w:r></w:p>" for run in runs), TITLE)


def rtf_words(text: str) -> str:
    return "".join(
        c if c.isascii() else f"\\'{c.encode('cp1252').hex()}" if c != "’" else "\\u8217?"
        for c in text
    )


def as_rtf() -> bytes:
    body = "\\par\n".join(rtf_words(line) for line in LINES)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}"
        "{\\*\\generator Riched20;}{\\info{\\title Sans titre}}\\pard\\f0 " + body + "\\par}"
    ).encode("ascii")


def as_mail(*, page: bool = False) -> bytes:
    body = as_page().decode() if page else as_wrapped_text().decode()
    kind = "html" if page else "plain"
    return (
        "Received: from poste.example by liste.example; Wed, 6 Mar 2024 08:12:00 +0100\r\n"
        "From: Agence du Matin <depeches@agence.example>\r\n"
        "To: veille@liste.example\r\n"
        "Subject: =?utf-8?q?La_Cor=C3=A9e_du_Nord_tire_deux_missiles_vers_la_mer_du_Japon?=\r\n"
        "Date: Wed, 6 Mar 2024 08:11:58 +0100\r\n"
        "MIME-Version: 1.0\r\n"
        f'Content-Type: text/{kind}; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: 8bit\r\n"
        "\r\n"
        f"{body}"
    ).encode()


# --- press databases ------------------------------------------------------------------------------


def europresse_article(
    paragraphs: Sequence[str] = PARAGRAPHS,
    title: str = TITLE,
    paper: str = "Le Courrier du matin, no. 18432",
    head: str = "International, mercredi 6 mars 2024 123 mots, p. 4",
    *,
    older: bool = False,
) -> str:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    if older:
        head_line = f'<p class="titreArticle">{html.escape(title)}</p>'
        text = f'<div class="docOcurrContainer">{body}</div>'
    else:
        head_line = (
            '<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu '
            f'rdp__articletitle">{html.escape(title)}</p></div>'
        )
        text = f'<div class="DocText clearfix"><div class="docOcurrContainer">{body}</div></div>'
    return (
        '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">'
        f'{html.escape(paper)}</span></div><span class="DocHeader">{html.escape(head)}</span>'
        f'{head_line}<div class="docAuthors">Jeanne Martin</div></header><section>{text}</section>'
        '<footer><div class="publiC-lblNodoc">news·20240306·CM·0123456</div></footer></article>'
    )


def europresse(articles: Sequence[str], encoding: str = "utf-8") -> bytes:
    declared = f"<meta charset='{encoding}'>"
    return (
        f"<!DOCTYPE html><html><head>{declared}<title>Europresse</title></head><body>"
        + "\n".join(articles)
        + "</body></html>"
    ).encode(encoding, "xmlcharrefreplace")


def as_europresse() -> bytes:
    return europresse([europresse_article()])


def factiva_article(*, coded: bool = False) -> str:
    paragraphs = "".join(
        f'<p class="articleParagraph frarticleParagraph">{html.escape(p)}</p>' for p in PARAGRAPHS
    )
    number = "COURMA0020240306ek3600012"
    if coded:
        rows = {
            "HD": f'<span class="frHeadline">{html.escape(TITLE)}</span>',
            "WC": "123 mots",
            "PD": "6 mars 2024",
            "SN": "Le Courrier du matin",
            "LA": "Français",
            "TD": paragraphs,
            "AN": f"Document {number}",
        }
        body = "".join(
            f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>" for code, value in rows.items()
        )
        return f'<div class="article frArticle"><table>{body}</table></div><br/>'
    lines = ("123 mots", "6 mars 2024", "08:12", "Le Courrier du matin", "COURMA", "Français",
             "Copyright 2024. Le Courrier du matin.")  # fmt: skip
    head = "".join(f"<div>{line}</div>" for line in lines)
    return (
        '<div id="article-1"><div class="article frArticle">'
        f'<div id="hd"><span class="frHeadline">{html.escape(TITLE)}</span></div>'
        f'{head}{paragraphs}<p class="articleParagraph frarticleParagraph">Document {number}</p>'
        "</div></div><br/>"
    )


def factiva(articles: Sequence[str]) -> bytes:
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>"
        + "".join(articles)
        + "</body></html>"
    ).encode()


def as_factiva() -> bytes:
    return factiva([factiva_article()])


def factiva_rtf(times: int = 1) -> bytes:
    lines = (TITLE, "Jeanne Martin", "123 mots", "6 mars 2024", "08:12", "Le Courrier du matin",
             "COURMA", "4", "Français", "Copyright 2024. Le Courrier du matin.", "", *PARAGRAPHS,
             "Document COURMA0020240306ek3600012", "")  # fmt: skip
    body = "\\par\n".join(rtf_words(line) for _ in range(times) for line in lines)
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\info{\\author Factiva}}{\\header Factiva}\\pard " + body + "}"
    ).encode("ascii")


def as_warc() -> bytes:
    return warc([("https://journal.example/coree/missiles", as_page())])


def warc(pages: Sequence[tuple[str, bytes]]) -> bytes:
    """Write a web archive: for each page what was asked and what was answered."""
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    for address, page in pages:
        answer = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(page), page)
        )
        asked = b"GET / HTTP/1.1\r\n\r\n"
        for kind, block in ((b"request", asked), (b"response", answer)):
            out += (
                b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
                b"WARC-Date: 2025-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=%s\r\n"
                b"Content-Length: %d\r\n\r\n%s\r\n\r\n"
                % (kind, address.encode(), kind, len(block), block)
            )
    return out
