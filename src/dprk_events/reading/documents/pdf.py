"""Extract the text layer of a PDF with PDFium (an extra: ``pip install 'dprk-events[pdf]'``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dprk_events.reading.documents.document import Document
from dprk_events.reading.documents.layout import Segment, page_lines, text_of
from dprk_events.reading.errors import UnreadableError, too_large

_PAGES = 1_000
_PASSWORD, _SECURITY = 4, 5  # codes of PDFium
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
_GAP = 1.4  # in letter heights; what is further away is another column
_LEAST_LETTERS = 20  # fewer are only the number on a scan


def read_pdf(data: bytes, max_bytes: int) -> Document:
    """Read the text of a PDF, column by column, without running heads and page numbers.

    Raises:
        UnreadableError: It is damaged, locked or a scan, or the library is not installed.

    """
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UnreadableError(
            "unsupported",
            "This is a PDF. Install PDF support (pip install 'dprk-events[pdf]'), or extract its "
            "text yourself (pdftotext FILE.pdf FILE.txt).",
        ) from error
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(error) from error
    try:
        if len(document) > _PAGES:
            raise too_large(f"{len(document):,} pages ({_PAGES:,} are read at most)", max_bytes)
        pages = [page_lines(list(_segments(document[number]))) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise _refused(error) from error
    finally:
        document.close()
    text = text_of(pages)
    if sum(map(str.isalnum, text)) < _LEAST_LETTERS:
        raise UnreadableError(
            "no-text",
            "This PDF has no text, only pictures (a scan?). Have the text recognised first "
            "(ocrmypdf -l fra FILE.pdf NEW.pdf), then read the new file.",
        )
    if len(text) > max_bytes:
        raise too_large(f"{len(text):,} characters of text", max_bytes)
    return Document(text)


def _segments(page: Any) -> Iterator[Segment]:
    """Yield the segments of lines on a page: adjacent letters, in file order."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        segment: Segment | None = None
        for number, written in enumerate(_characters(textpage, text)):
            character = _HYPHENS.get(written, written)
            if character in "\r\n":
                if segment is not None:
                    yield segment
                segment = None
                continue
            left, bottom, right, top = textpage.get_charbox(number)
            if character.isspace() or right <= left:
                if segment is not None:
                    segment.text += " "
                continue
            if segment is not None and segment.goes_on(left, bottom, top, _GAP):
                segment.add(character, right, bottom, top)
                continue
            if segment is not None:
                yield segment
            segment = Segment(character, left, right, bottom, top)
        if segment is not None:
            yield segment
    finally:
        textpage.close()
        page.close()


def _characters(textpage: Any, text: str) -> str:
    """Return one character for each that PDFium counts, one by one if ``text`` does not fit."""
    count = textpage.count_chars()
    if len(text) == count:
        return text
    return "".join((textpage.get_text_range(n, 1) or " ")[:1] for n in range(count))


def _refused(error: Any) -> UnreadableError:
    code = getattr(error, "err_code", None)
    if code in (_PASSWORD, _SECURITY):
        return UnreadableError(
            "locked",
            "This PDF is protected by a password. Save it without one (qpdf --decrypt "
            "--password=… FILE.pdf NEW.pdf), then read the new file.",
        )
    return UnreadableError(
        "damaged", f"This PDF is damaged: {error}. Get it again, or open it and save it again."
    )
