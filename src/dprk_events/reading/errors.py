"""The one exception inside this stage: it becomes a :class:`ReadingError` at the stage's door."""

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
        """Return the error for the document's place; ``path`` as the file system has it."""
        return ReadingError(path=printable_path(path), kind=self.kind, message=self.message)


def printable_path(path: str) -> str:
    r"""Return ``path`` with every byte that is not UTF-8 written as ``\xNN``, fit to be saved.

    Python keeps such bytes as lone surrogates (PEP 383), which no UTF-8 output can hold.
    """
    try:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return path.encode("utf-8", "backslashreplace").decode("utf-8")


def not_found() -> UnreadableError:
    """Return the error for a path at which there is nothing."""
    return UnreadableError(
        "not-found",
        "There is no such file or directory. Check the spelling and the working directory.",
    )


def vanished() -> UnreadableError:
    """Return the error for a file that was listed and is gone."""
    return UnreadableError(
        "vanished",
        "The file was there when the run began and is gone now. Put it back and run again.",
    )


def from_os_error(error: OSError) -> UnreadableError:
    """Say in plain words what the operating system said. A missing file counts as not found."""
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
            "io", "This symbolic link leads back to itself. Point it at a file, or remove it."
        )
    if error.errno == errno.ENAMETOOLONG:
        return UnreadableError(
            "io",
            "The path is longer than the system allows. Move the file or give it a shorter name.",
        )
    reason = error.strerror or type(error).__name__
    return UnreadableError(
        "io",
        f"The system could not read this: {reason}. Check the disk or copy the file elsewhere.",
    )


def undecodable(reason: str) -> UnreadableError:
    """Return the error for bytes that make no text."""
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


def not_french(language: str) -> UnreadableError:
    """Return the error for a text in ``language``; ``und``: in one that is not known here."""
    said = "" if language == "und" else f" (it looks like {language!r})"
    return UnreadableError(
        "not-french",
        f"The text is not in French{said}. Leave it out, or have it read all the same with "
        "--any-language.",
    )


def internal(error: Exception) -> UnreadableError:
    """Return the error for a fault of the program itself, or of a library."""
    return UnreadableError(
        "internal",
        f"a fault in the program ({type(error).__name__}: {error}). "
        "Please report it, with this document.",
    )
