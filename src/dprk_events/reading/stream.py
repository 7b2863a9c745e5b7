"""A stream of bytes whose first ones can be looked at, and whose faults are told in plain words."""

from __future__ import annotations

import codecs
import contextlib
import io
import zlib
from typing import BinaryIO

from dprk_events.reading.errors import UnreadableError, from_os_error, undecodable

HEAD = 1 << 16
"""Bytes that are looked at, at most, to tell what a stream holds."""

_CHUNK = 1 << 16
WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks of UTF-32 (the first two) and UTF-16."""


class InputStream(io.RawIOBase):
    """Bytes of ``source``, read as they come. Every fault is an :class:`UnreadableError`."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        # From a pipe, what is there, without waiting for more.
        self._read = source.read1 if isinstance(source, io.BufferedReader) else source.read
        self._prefix = b""  # what was taken from the source and not yet given out from _at on
        self._at = 0
        self._decoder: codecs.IncrementalDecoder | None = None

    def head(self) -> bytes:
        """Give the first line, or what there is of it in the first 64 kB; nothing is used up."""
        while len(self._prefix) < HEAD and (
            b"\n" not in self._prefix or self._prefix.startswith(WIDE_MARKS)
        ):
            data = self._pull(_CHUNK)
            if not data:
                break
            self._prefix += data
        return self._prefix[:HEAD]

    def look(self, size: int = HEAD) -> bytes:
        """Give the first bytes, ``size`` of them if there are so many; nothing is used up."""
        while len(self._prefix) - self._at < size and (data := self._pull(_CHUNK)):
            self._prefix += data
        return self._prefix[self._at : self._at + size]

    def recode(self, encoding: str | None) -> str | None:
        """Make UTF-8 of UTF-16 and UTF-32, in which no line can be told by its bytes.

        Args:
            encoding: What the user says that it is; None to go by the mark at the head.

        Returns:
            ``"utf-8"`` if the bytes that come out are UTF-8 made of something else, else None.

        """
        if encoding is None and self.head().startswith(WIDE_MARKS):
            encoding = "utf-32" if self._prefix.startswith(WIDE_MARKS[:2]) else "utf-16"
        if encoding is None or not _is_wide(encoding):
            return None
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._prefix = self._decoded(self._prefix) if self._prefix else b""
        return "utf-8"

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with what is at hand; 0 at the end."""
        if self._at == len(self._prefix):
            self._prefix, self._at = self._pull(min(len(buffer), _CHUNK)), 0
        part = self._prefix[self._at : self._at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def lines(self) -> io.BufferedReader:
        """Give it with a buffer, to read lines from."""
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
            raise undecodable("This is broken UTF-16 or UTF-32.") from error

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
        except Exception as error:  # those of libraries for packed files have no common name
            if type(error).__module__.split(".")[0] in {"zstandard", "zipfile", "_lzma", "lzma"}:
                raise damaged(error) from error
            raise


def damaged(error: Exception) -> UnreadableError:
    """Give the error for packed bytes that cannot be unpacked."""
    reason = str(error).strip().rstrip(".") or type(error).__name__
    return UnreadableError(
        "damaged", f"It cannot be unpacked: {reason}. Unpack it yourself, or get it again."
    )


def _is_wide(encoding: str) -> bool:
    with contextlib.suppress(LookupError):
        return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    return False
