"""The error raised for a file of happenings."""

from __future__ import annotations


class KnownError(ValueError):
    """A file of happenings that cannot be used; the message names file, entry and remedy."""
