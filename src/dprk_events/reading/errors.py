"""The only exception within this stage; its public functions return :class:`ReadingError`."""

from __future__ import annotations

import errno
import os

from dprk_events.reading.article import ReadingError


class UnreadableError(Exception):
    """A document that cannot be read: ``kind`` for programs, ``message`` for people."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    def at(self, path: str) -> ReadingError:
        """Return this error for the document at ``path``, as the file system has it."""
        return ReadingError(path=printable_path(path), kind=self.kind, message=self.message)


def printable_path(path: str) -> str:
    r"""Return ``path`` with every non-UTF-8 byte written as ``\xNN``, so that it can be saved.

    Python keeps such bytes as lone surrogates (PEP 383), which UTF-8 output cannot contain.
    """
    try:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return path.encode("utf-8", "backslashreplace").decode("utf-8")


def not_found() -> UnreadableError:
    """Return the error for a path that does not exist."""
    return UnreadableError(
        "not-found",
        "There is no such file or directory. Check the spelling and the working directory.",
    )


def vanished() -> UnreadableError:
    """Return the error for a file that was listed but no longer exists."""
    return UnreadableError(
        "vanished",
        "The file existed when the run began but is gone now. Restore it and run again.",
    )


def from_os_error(error: OSError) -> UnreadableError:
    """Return the error for an operating system error, in plain words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return not_found()
    if isinstance(error, PermissionError):
        return UnreadableError(
            "no-permission",
            "You have no permission to read this. Ask its owner, or change the permissions "
            "(chmod u+r FILE, chmod u+rx DIRECTORY).",
        )
    if error.errno == errno.ELOOP:
        return UnreadableError(
            "io", "This symbolic link points to itself. Point it at a file, or remove it."
        )
    if error.errno == errno.ENAMETOOLONG:
        return UnreadableError(
            "io",
            "The path is longer than the system allows. Move the file or shorten its name.",
        )
    reason = error.strerror or type(error).__name__
    return UnreadableError(
        "io",
        f"The system could not read this: {reason}. Check the disk or copy the file elsewhere.",
    )


def undecodable(reason: str) -> UnreadableError:
    """Return the error for bytes that cannot be decoded."""
    return UnreadableError(
        "undecodable", f"{reason} Open it in the editor it was written with and save it as UTF-8."
    )


def too_large(size: str, max_bytes: int) -> UnreadableError:
    """Return the error for a document over the limit."""
    return UnreadableError(
        "too-large",
        f"This has {size}; the limit for one document is {max_bytes:,}. "
        "Split it into one file per article, or raise the limit with --max-bytes.",
    )


def no_html_support() -> UnreadableError:
    """Return the error for HTML when the libraries that read it are not installed."""
    return UnreadableError(
        "unsupported",
        "This is HTML. Install HTML support (pip install 'dprk-events[html]'), or save the "
        "page as plain text.",
    )


def not_french(language: str) -> UnreadableError:
    """Return the error for a text in ``language``; ``und`` means an unknown one."""
    said = "" if language == "und" else f" (it looks like {language!r})"
    return UnreadableError(
        "not-french",
        f"The text is not in French{said}. Omit it, or have it read anyway with --any-language.",
    )


def internal(error: Exception) -> UnreadableError:
    """Return the error for a bug in the program or in a library."""
    return UnreadableError(
        "internal",
        f"This is a bug in the program ({type(error).__name__}: {error}). "
        "Please report it, with this document.",
    )
