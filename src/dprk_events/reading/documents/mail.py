"""E-mail (.eml) → the text of the message, its subject and its day."""

from __future__ import annotations

import datetime as dt
import re
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from dprk_events.reading.decoding import Decoded, check_encoding, decode
from dprk_events.reading.documents.document import Document
from dprk_events.reading.errors import UnreadableError

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|"
    rb"Subject|To|X-[\w-]+):[ \t]",
    re.I,
)
_MIME = re.compile(rb"^(?:MIME-Version|Message-ID|Received):[ \t]", re.I | re.M)
_SAVED = b"From: <Saved by "  # a page that a browser saved on that day
_SNIFFED = 8_000
_SENT = 0.8
"""How sure the day of sending is that of publication: articles are forwarded later, too."""


def is_mail(data: bytes, path: str) -> bool:
    """Say whether this is a message: by its name, or by a head that only mail programs write."""
    if not _HEAD.match(data[:200]):
        return False
    head = data[:_SNIFFED].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    return path.lower().endswith((".eml", ".eml.gz", ".eml.zst")) or bool(_MIME.search(head))


def read_mail(data: bytes, max_bytes: int) -> Document:
    """Read a message: its plain text, else its page.

    Raises:
        UnreadableError: There is no text in it.

    """
    del max_bytes  # the text is no longer than the message, which is bounded
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        part = message.get_body(("plain", "html"))
        decoded = None if part is None else _decoded(part)
    except (LookupError, ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise UnreadableError(
            "damaged", f"This message is broken ({type(error).__name__}). Save its text."
        ) from error
    if part is None or decoded is None:
        raise UnreadableError(
            "no-text", "This message has no text of its own. Save what is attached to it instead."
        )
    saved = data.startswith(_SAVED)
    return Document(
        decoded.text,
        decoded.encoding,
        title=_header(message, "subject"),
        published=None if saved else _day(message),
        confidence=_SENT,
        source=None if saved else _sender(message),
        page=part.get_content_type() == "text/html",
    )


def _decoded(part: MIMEPart) -> Decoded | None:
    """Decode a part's text, by the encoding that it names if that fits; None without any."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return None
    named = part.get_content_charset()
    try:
        decoded = decode(data, named and check_encoding(named))
    except (UnreadableError, ValueError):
        decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=[^\s-]) \n(?!>)", " ", text)  # RFC 3676: a space goes on
    return Decoded(text, decoded.encoding)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message[name] or "").split()) or None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None  # a head that the library cannot take apart


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = message["from"].addresses if message["from"] else ()
        return next((each.display_name for each in addresses if each.display_name), None)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None


def _day(message: EmailMessage) -> dt.date | None:
    """Give the day of sending, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(str(message["date"])).date() if message["date"] else None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError):
        return None
