"""Decode bytes: strict UTF-8, UTF-16 and UTF-32 by their marks, then older French encodings.

The text is exactly ``data.decode(encoding)``: line ends and odd characters are kept. Only a byte
order mark at the start is not part of the text: offset 0 is the first character after it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dprk_events.reading.characters import BLANK
from dprk_events.reading.errors import UnreadableError, undecodable

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FRENCH_ENCODINGS = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_FRENCH_LETTERS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
_FRENCH_SIGNS = frozenset("«»‘’“”–—…€°·•\u00a0")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NON_ASCII = re.compile("[^\x00-\x7f]")
_SAMPLE = 1 << 16  # bytes passed to charset-normalizer: its time grows with its input
_MIN_FRENCH = 0.9  # minimum share of non-ASCII characters that make sense in French
_MAX_NON_ASCII = 0.3  # in French less than a tenth of the characters are non-ASCII
_MAX_CONTROLS = 0.01
_FORMATS = (
    (b"%PDF", "a PDF. Omit --format and --encoding, or extract its text first (pdftotext)"),
    (
        b"PK\x03\x04",
        "a zip archive or an office document. Rename it to *.zip to have the texts in it read, or "
        "save it as plain text",
    ),
    (b"\xd0\xcf\x11\xe0", "an old office document. Save it as plain text"),
    (b"{\\rtf", "an RTF document. Omit --format and --encoding, or save it as plain text"),
    (b"From: <Saved by ", "a web archive (MHTML). Save the page as HTML"),
    (b"BZh", "bzip2-compressed. Unpack it first (bunzip2 FILE)"),
    (b"\xfd7zXZ", "xz-compressed. Unpack it first (unxz FILE)"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was decoded with."""

    text: str
    encoding: str


def check_encoding(name: str) -> str:
    """Return ``name`` if Python can decode text with it; otherwise a ValueError says what to do."""
    try:
        b"a".decode(name)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            return name  # a real encoding, such as UTF-16, in which one byte is too short
        msg = f"{name!r} is not a text encoding. Use one such as utf-8, cp1252 or iso8859-15."
        raise ValueError(msg) from error
    return name


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode ``data``, with ``encoding`` if given.

    Raises :class:`UnreadableError` of kind ``empty``, ``binary`` or ``undecodable``.
    """
    decoded = _decode(data, encoding)
    check_text(decoded.text, data)
    if _SURROGATES.search(decoded.text):
        raise undecodable(f"Decoded as {decoded.encoding}, it contains half characters.")
    return decoded


def check_text(text: str, data: bytes) -> None:
    """Raise :class:`UnreadableError` if ``text``, decoded from ``data``, is empty or binary."""
    if not text.strip(BLANK):
        what = "It contains only white space." if data else "It is empty (0 bytes)."
        raise UnreadableError("empty", f"{what} Copy the article into it again, or omit it.")
    if "\0" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        raise _binary(data)


def without_halves(text: str) -> tuple[str, int]:
    """Replace each lone surrogate (JSON can contain them) with U+FFFD; return text and count.

    One character replaces one: offsets do not change.
    """
    return _SURROGATES.subn("\ufffd", text)


def _decode(data: bytes, encoding: str | None) -> Decoded:
    if encoding is not None:
        return _strict(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    if b"\0" in data or data.startswith(tuple(magic for magic, _ in _FORMATS)):
        raise _binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise undecodable(
                f"This is UTF-8, but invalid at byte {error.start} (line {line})."
            ) from error
    return _french(data) or _detected(data)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise undecodable(f"This is not valid {encoding}{at}.") from error
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _is_broken_utf8(data: bytes) -> bool:
    """Return whether most sequences are valid UTF-8: no other encoding looks like that."""
    kept = data.decode("utf-8", "ignore")
    whole = len(_NON_ASCII.findall(kept))
    return whole >= len(data) - len(kept.encode("utf-8"))


def _french(data: bytes) -> Decoded | None:
    """Try the older French encodings; choose the one whose result is most plausible as French."""
    best: tuple[float, Decoded] | None = None
    for encoding in _FRENCH_ENCODINGS:
        try:
            decoded = Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
        share = _french_share(decoded.text)
        if share >= _MIN_FRENCH and (best is None or share > best[0]):
            best = (share, decoded)
    return best[1] if best else None


def _french_share(text: str) -> float:
    """Return the share of non-ASCII characters that are plausible in French, 0 to 1."""
    places = [match.start() for match in _NON_ASCII.finditer(text)]
    if len(places) > _MAX_NON_ASCII * len(text):
        return 0.0
    explained = 0
    for at in places:
        character, before = text[at], text[at - 1 : at]
        if character in _FRENCH_SIGNS:
            explained += 1
        elif character in _FRENCH_LETTERS:
            touches = before.isalpha() or text[at + 1 : at + 2].isalpha() or character in "àÀ"
            explained += touches and not (character.isupper() and before.islower())
    return explained / len(places)


def _detected(data: bytes) -> Decoded:
    """Ask charset-normalizer about a sample; the whole must then decode strictly."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, slow to import

    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        raise undecodable("No known encoding decodes it to text.")
    try:
        return _strict(data, match.encoding)
    except UnreadableError as error:
        raise undecodable("No known encoding decodes all of it to text.") from error


def _binary(data: bytes) -> UnreadableError:
    for magic, what in _FORMATS:
        if data.startswith(magic):
            return UnreadableError("binary", f"This is {what}.")
    return UnreadableError(
        "binary",
        "This is not plain text (it contains NUL bytes or control characters). "
        "Save the article as plain text, in UTF-8.",
    )
