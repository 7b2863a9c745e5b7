"""Read web archives (WARC): each response with a page is a document, with its URL."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO, cast

from dprk_events.reading.errors import UnreadableError, too_large
from dprk_events.reading.stream import damaged

MAGIC = b"WARC/1."

Page = tuple[int, str, "bytes | UnreadableError"]
"""The number of a page in the archive, from 1; its URL; its bytes or error."""


def pages(stream: io.BufferedReader, max_bytes: int) -> Iterator[Page]:
    """Yield the pages of an archive with a successful response, in order.

    Raises:
        UnreadableError: The library is not installed, or the rest of the archive is damaged.

    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableError(
            "unsupported",
            "This is a web archive. Install WARC support (pip install 'dprk-events[warc]').",
        ) from error
    number = 0
    try:
        records = ArchiveIterator(cast(BinaryIO, stream))
        while (record := _next(records)) is not None:
            http = record.http_headers
            if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
                continue
            if "html" not in (http.get_header("Content-Type") or "").lower():
                continue
            number += 1
            with redirect_stderr(io.StringIO()):
                data = record.content_stream().read(max_bytes + 1)
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            long = too_large(f"more than {max_bytes:,} bytes in one page", max_bytes)
            yield number, address, long if len(data) > max_bytes else data
    except ArchiveLoadFailed as error:
        raise damaged(error) from error
    except UnreadableError:
        raise
    except Exception as error:  # archives are arbitrary input, and the library may fail on them
        raise damaged(error) from error


def _next(records: Iterator[Any]) -> Any:
    """Return the next record, None at the end. Silence the library, which prints raw bytes."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)
