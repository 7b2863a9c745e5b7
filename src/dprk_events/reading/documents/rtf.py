"""Extract the text of RTF: interpret control words that produce text, skip other groups."""

from __future__ import annotations

import re

from dprk_events.reading.documents.document import Document
from dprk_events.reading.errors import UnreadableError

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word and its number
    rb"|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_HIDDEN = frozenset(
    b"colortbl datastore fldinst fonttbl footer footerf footerl footerr generator header headerf "
    b"headerl headerr info listoverridetable listtable object pict rsidtbl stylesheet themedata "
    b"xmlnstbl pgptbl latentstyles footnote annotation".split()
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"page": "\n", b"sect": "\n", b"row": "\n", b"cell": "\t",
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip
_ESCAPED = {b"~": "\u00a0", b"-": "\u00ad", b"_": "-", b"\r": "\n", b"\n": "\n"}
_CODE_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_DEEPEST = 10_000


def read_rtf(data: bytes, max_bytes: int) -> Document:
    """Read the text of an RTF document.

    Raises:
        UnreadableError: Its groups are nested too deeply, or it contains no text.

    """
    del max_bytes  # the text is shorter than its source, which is bounded
    text = rtf_text(data)
    if not text.strip():
        raise UnreadableError("empty", "There is no text in this document. Omit it.")
    return Document(text)


def rtf_text(data: bytes) -> str:
    """Return the text of RTF, skipping invalid parts."""
    return _Reader().read(data)


class _Reader:
    """The state of the reader: encoding, output, and whether each group is hidden."""

    def __init__(self) -> None:
        self.encoding = "cp1252"
        self.out: list[str] = []
        self.bytes = bytearray()  # \'hh, which may be halves of one character
        self.groups: list[tuple[bool, int]] = []
        self.hidden = False
        self.after_unicode = 1  # fallback characters after a \u
        self.skip = 0
        self.high = 0  # the first half of a pair

    def read(self, data: bytes) -> str:
        for token in _TOKEN.finditer(data):
            word, number, code, sign, brace, plain = token.groups()
            if code is not None:
                self._code(int(code, 16))
                continue
            self._flush()
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                self._word(word, int(number) if number else None)
            elif sign is not None:
                self._sign(sign)
            elif plain is not None:
                self._plain(plain)
        self._flush()
        return "".join(self.out)

    def _brace(self, brace: bytes) -> None:
        self.skip = 0
        if brace == b"{":
            if len(self.groups) > _DEEPEST:
                raise UnreadableError("damaged", "Its groups are nested too deeply. Save it again.")
            self.groups.append((self.hidden, self.after_unicode))
        elif self.groups:
            self.hidden, self.after_unicode = self.groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _HIDDEN:
            self.hidden = True
        elif word == b"ansicpg" and number:
            self.encoding = f"cp{number}" if _known(f"cp{number}") else self.encoding
        elif word in _CODE_PAGES:
            self.encoding = _CODE_PAGES[word]
        elif word == b"uc" and number is not None:
            self.after_unicode = max(0, min(number, 10))
        elif word == b"u" and number is not None:
            self._unicode(number % 0x10000)
        elif word in _SIGNS:
            self._put(_SIGNS[word])

    def _unicode(self, unit: int) -> None:
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self.high:
                self._put(chr(0x10000 + ((self.high - 0xD800) << 10) + unit - 0xDC00))
            self.high = 0
        else:
            self._put(chr(unit))
        self.skip = self.after_unicode

    def _code(self, byte: int) -> None:
        if self.skip:
            self.skip -= 1
        elif not self.hidden:
            self.bytes.append(byte)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.hidden = True  # a group only for programs that know it
        elif sign in b"\\{}":
            self._put(sign.decode("ascii"))
        elif sign in _ESCAPED:
            self._put(_ESCAPED[sign])

    def _plain(self, plain: bytes) -> None:
        text = plain.decode(self.encoding, "replace")
        taken = min(self.skip, len(text))
        self.skip -= taken
        self._put(text[taken:])

    def _put(self, text: str) -> None:
        if not self.hidden:
            self.out.append(text)

    def _flush(self) -> None:
        if self.bytes:
            self._put(self.bytes.decode(self.encoding, "replace"))
            self.bytes.clear()


def _known(encoding: str) -> bool:
    try:
        b"a".decode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True
