"""What can go wrong with a report."""

from __future__ import annotations


class ReportError(Exception):
    """The report cannot be made; the message says why and what to do."""
