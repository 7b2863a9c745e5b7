"""What is wrong with the data of linking."""

from __future__ import annotations


class LinkingDataError(ValueError):
    """A data file of linking is invalid; the message names file, entry and remedy."""
