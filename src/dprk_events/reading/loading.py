"""Load the bytes of a path, without blocking on pipes or devices or exceeding the limit."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import BinaryIO

from dprk_events.reading.errors import (
    UnreadableError,
    from_os_error,
    not_found,
    too_large,
    vanished,
)

# O_NONBLOCK: opening a pipe must not wait for a writer. Windows has only O_BINARY.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def load_file(path: str, max_bytes: int) -> bytes:
    """Read a regular file of at most ``max_bytes`` bytes; :class:`UnreadableError` otherwise."""
    with open_file(path) as file:
        try:
            size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise from_os_error(error) from error
        if size > max_bytes:
            raise too_large(f"{size:,} bytes", max_bytes)
        return load_stream(file, max_bytes)


def open_file(path: str) -> BinaryIO:
    """Open a regular file; :class:`UnreadableError` for anything else."""
    try:
        if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - before opening: opening a device may have effects
            raise _not_a_file()
        file = open(os.open(path, _FLAGS), "rb")  # noqa: PTH123, SIM115 - pathlib takes no flags
        try:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):  # replaced meanwhile
                raise _not_a_file()
        except BaseException:
            file.close()
            raise
    except FileNotFoundError as error:
        dangling = os.path.islink(path)  # noqa: PTH114
        raise (not_found() if dangling else vanished()) from error
    except OSError as error:
        raise from_os_error(error) from error
    except ValueError as error:
        raise not_found() from error
    return file


def load_stream(stream: BinaryIO, max_bytes: int) -> bytes:
    """Read ``stream`` to its end; :class:`UnreadableError` if it exceeds ``max_bytes`` bytes."""
    parts: list[bytes] = []
    left = max_bytes + 1
    try:
        while left > 0 and (part := stream.read(min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
    except OSError as error:
        raise from_os_error(error) from error
    except ValueError as error:
        raise UnreadableError("io", "It was closed before it was read. Pass it again.") from error
    if left <= 0:
        raise too_large(f"more than {max_bytes:,} bytes", max_bytes)
    return b"".join(parts)


def _not_a_file() -> UnreadableError:
    return UnreadableError(
        "not-a-file",
        "This is a pipe, a socket or a device, not a file. "
        "Save its content to a file, or pipe it to standard input (-).",
    )
