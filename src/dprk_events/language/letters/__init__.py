"""Letters that a text has lost: small ones where all are capitals, accents where there are none."""

from dprk_events.language.letters.restore import Letters

__all__ = ["Letters"]
