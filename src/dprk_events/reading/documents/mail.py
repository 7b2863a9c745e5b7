"""Extract the text, subject and date of an e-mail message (.eml)."""

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
_SAVED = b"From: <Saved by "  # written by a browser that saved a page
_SNIFFED = 8_000
_SENT = 0.8
"""Confidence of the sending date as publication date: articles may be forwarded later."""


def is_mail(data: bytes, path: str) -> bool:
    """Return whether this is a message, by its name or by headers of mail programs."""
    if not _HEAD.match(data[:200]):
        return False
    head = data[:_SNIFFED].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    return path.lower().endswith((".eml", ".eml.gz", ".eml.zst")) or bool(_MIME.search(head))


def read_mail(data: bytes, max_bytes: int) -> Document:
    """Read a message: its plain text, otherwise its HTML.

    Raises:
        UnreadableError: It contains no text.

    """
    del max_bytes  # the text is no longer than the message, which is bounded
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        part = message.get_body(("plain", "html"))
        decoded = None if part is None else _decoded(part)
    except (LookupError, ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise UnreadableError(
            "damaged", f"This message is damaged ({type(error).__name__}). Save its text."
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
    """Decode a part's text, with its declared encoding if that fits; None if it has none."""
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
        text = re.sub(
            r"(?<=[^\s-]) \n(?!>)", " ", text
        )  # RFC 3676: a trailing space continues the line
    return Decoded(text, decoded.encoding)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message[name] or "").split()) or None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None  # a header that the library cannot parse


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = message["from"].addresses if message["from"] else ()
        return next((each.display_name for each in addresses if each.display_name), None)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None


def _day(message: EmailMessage) -> dt.date | None:
    """Return the sending date, in the sender's time zone."""
    try:
        return parsedate_to_datetime(str(message["date"])).date() if message["date"] else None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError):
        return None
