"""Restore lost letters: lower case in text set in capitals, accents in text without them."""

from dprk_events.language.letters.restore import Letters

__all__ = ["Letters"]
