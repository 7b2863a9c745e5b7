"""Where places lie: a point for each name of the gazetteer, and the towns that it lacks.

Stands alone: facts from tables, no text and no parse (docs/places.md).
"""

from __future__ import annotations

from dprk_events.places.points import PlaceError, Point, known_point, precision_of
from dprk_events.places.sure import Found, find_town

__all__ = ["Found", "PlaceError", "Point", "find_town", "known_point", "precision_of"]
