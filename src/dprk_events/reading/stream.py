"""A byte stream whose start can be inspected and whose errors have plain messages."""

from __future__ import annotations

import codecs
import contextlib
import io
import zlib
from typing import BinaryIO

from dprk_events.reading.errors import UnreadableError, from_os_error, undecodable

HEAD = 1 << 16
"""Maximum number of bytes inspected to detect what a stream holds."""

_CHUNK = 1 << 16
WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks of UTF-32 (the first two) and UTF-16."""


class InputStream(io.RawIOBase):
    """The bytes of ``source``, read as they arrive. Every error is an :class:`UnreadableError`."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        # From a pipe, take what is there without waiting for more.
        self._read = source.read1 if isinstance(source, io.BufferedReader) else source.read
        self._prefix = b""  # taken from the source; from _at on not yet returned
        self._at = 0
        self._decoder: codecs.IncrementalDecoder | None = None

    def head(self) -> bytes:
        """Return the first line, or its part in the first 64 kB, without consuming it."""
        while len(self._prefix) < HEAD and (
            b"\n" not in self._prefix or self._prefix.startswith(WIDE_MARKS)
        ):
            data = self._pull(_CHUNK)
            if not data:
                break
            self._prefix += data
        return self._prefix[:HEAD]

    def look(self, size: int = HEAD) -> bytes:
        """Return the first ``size`` bytes, or all if there are fewer, without consuming them."""
        while len(self._prefix) - self._at < size and (data := self._pull(_CHUNK)):
            self._prefix += data
        return self._prefix[self._at : self._at + size]

    def recode(self, encoding: str | None) -> str | None:
        """Convert UTF-16 and UTF-32, whose lines cannot be split as bytes, to UTF-8.

        Args:
            encoding: The encoding given by the user; None to detect it by the byte order mark.

        Returns:
            ``"utf-8"`` if the stream is now converted, otherwise None.

        """
        if encoding is None and self.head().startswith(WIDE_MARKS):
            encoding = "utf-32" if self._prefix.startswith(WIDE_MARKS[:2]) else "utf-16"
        if encoding is None or not _is_wide(encoding):
            return None
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._prefix = self._decoded(self._prefix) if self._prefix else b""
        return "utf-8"

    def readable(self) -> bool:
        """Return True: the stream can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with available bytes; return their number, 0 at the end."""
        if self._at == len(self._prefix):
            self._prefix, self._at = self._pull(min(len(buffer), _CHUNK)), 0
        part = self._prefix[self._at : self._at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def lines(self) -> io.BufferedReader:
        """Return a buffered reader for reading lines."""
        return io.BufferedReader(self, _CHUNK)

    def _pull(self, size: int) -> bytes:
        while True:
            raw = self._raw(size)
            data = raw if self._decoder is None else self._decoded(raw)
            if data or not raw:
                return data

    def _decoded(self, raw: bytes) -> bytes:
        assert self._decoder is not None  # noqa: S101 - for mypy
        try:
            return self._decoder.decode(raw, final=not raw).encode("utf-8")
        except UnicodeError as error:
            raise undecodable("This is invalid UTF-16 or UTF-32.") from error

    def _raw(self, size: int) -> bytes:
        try:
            return bytes(self._read(size))
        except OSError as error:
            if type(error) is not OSError and error.errno is None:  # gzip.BadGzipFile
                raise damaged(error) from error
            raise from_os_error(error) from error
        except (EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
            raise damaged(error) from error
        except ValueError as error:
            raise UnreadableError(
                "io", "It was closed before it was read. Pass it again."
            ) from error
        except Exception as error:  # unpacking libraries have no common exception
            if type(error).__module__.split(".")[0] in {"zstandard", "zipfile", "_lzma", "lzma"}:
                raise damaged(error) from error
            raise


def damaged(error: Exception) -> UnreadableError:
    """Return the error for packed bytes that cannot be unpacked."""
    reason = str(error).strip().rstrip(".") or type(error).__name__
    return UnreadableError(
        "damaged", f"It cannot be unpacked: {reason}. Unpack it yourself, or get it again."
    )


def _is_wide(encoding: str) -> bool:
    with contextlib.suppress(LookupError):
        return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    return False
