"""Unpack gzip and Zstandard streams and the members of zip archives."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, BinaryIO, cast

from dprk_events.reading.errors import UnreadableError
from dprk_events.reading.formats import FOLDER_SUFFIXES
from dprk_events.reading.loading import load_stream
from dprk_events.reading.stream import InputStream, damaged

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_MAGIC = 4
_WINDOW = 1 << 27  # bytes: what `zstd` needs at its usual levels; a bomb may request more
_BITE = 1 << 10  # packed bytes at a time: they unpack to at most some 32 MB
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")


def is_packed(head: bytes) -> bool:
    """Return whether these are the first bytes of a gzip or Zstandard stream."""
    return head.startswith((_GZIP, _ZSTD))


def unpacked(stream: BinaryIO, head: bytes) -> BinaryIO:
    """Return the stream that is packed in ``stream``, whose first bytes are ``head``.

    Several consecutive streams, as made by ``cat a.gz b.gz``, are read as one.

    Raises:
        UnreadableError: It is Zstandard and its library is not installed.

    """
    if head.startswith(_GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))
    try:
        import zstandard  # noqa: PLC0415 - an extra, and rarely needed
    except ImportError as error:
        raise UnreadableError(
            "unsupported",
            "This is Zstandard-compressed. Install Zstandard support "
            "(pip install 'dprk-events[zst]'), or unpack it first (unzstd FILE).",
        ) from error
    decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    return cast(BinaryIO, _Zstandard(stream, decompressor.decompressobj))


class _Zstandard:
    """A stream of Zstandard frames, read a little at a time.

    The library's own stream mistakes the end of a truncated file for the end of its content.
    """

    def __init__(self, stream: BinaryIO, new_frame: Callable[[], Any]) -> None:
        self._stream = stream
        self._new_frame = new_frame
        self._frame: Any = None  # None between frames
        self._packed = b""

    def read(self, size: int) -> bytes:
        """Return some bytes, not always as many as requested; none at the end."""
        del size
        while packed := self._packed or self._stream.read(_BITE):
            if self._frame is None:
                self._frame = self._new_frame()
            data: bytes = self._frame.decompress(packed)
            self._packed = b""
            if self._frame.eof:
                self._packed = self._frame.unused_data
                self._frame = None
            if data:
                return data
        if self._frame is not None:
            raise EOFError("it is truncated")
        return b""


def unpack(data: bytes, max_bytes: int) -> bytes:
    """Unpack a document if it is packed; UnreadableError if it exceeds ``max_bytes`` bytes.

    No more than that is ever unpacked.
    """
    if not is_packed(data[:_MAGIC]):
        return data
    with closing(InputStream(unpacked(io.BytesIO(data), data[:_MAGIC]))) as stream:
        return load_stream(cast(BinaryIO, stream), max_bytes)


def archive_members(
    file: BinaryIO,
) -> Iterator[tuple[str, BinaryIO | UnreadableError]]:
    """Yield the texts in a zip archive as open streams, in the order of a folder.

    As in a folder they are sorted by name, and hidden files and files not named as texts are
    ignored. Nothing is written to disk, so a member's name (``../../x``) can do no harm.

    Raises:
        UnreadableError: It is not an archive of texts.

    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise damaged(error) from error
    with archive:
        members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        if any(name in members for name in _OFFICE):
            raise UnreadableError(
                "binary", "This is an office document other than .docx. Save it as plain text."
            )
        names = [name for name in members if _is_text(name)]
        if not names:
            raise UnreadableError(
                "no-texts",
                "The archive has no files named as texts (*.txt, *.html, *.jsonl …). Unpack it.",
            )
        for name in sorted(names, key=lambda name: name.split("/")):
            try:
                member = archive.open(members[name])
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
                yield name, damaged(error)
                continue
            with member:
                yield name, cast(BinaryIO, member)


def holds_document(file: BinaryIO) -> bool:
    """Return whether a zip archive is a Word document; the file position is reset."""
    try:
        with zipfile.ZipFile(file) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False
    finally:
        file.seek(0)


def _is_text(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return not hidden and parts[0] != "__MACOSX" and name.lower().endswith(FOLDER_SUFFIXES)
