"""GeoJSON (RFC 7946): a feature for each event or happening, for QGIS, geopandas and web maps.

An event whose place has coordinates is a point; any other has no geometry, and is there all the
same, so that no figure is lost. Each feature is a line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from dprk_events.formats.base import Layout, Traits

if TYPE_CHECKING:
    from dprk_events.records import Cell, Record

TRAITS = Traits(endings=(".geojson",), wants="events")
_BEGIN = b'{"type":"FeatureCollection","name":"dprk-events","features":['


class Writer:
    """Writes a feature for each event, with its columns as properties."""

    def __init__(self, sink: BinaryIO, layout: Layout) -> None:
        from dprk_events.formats.tables import Rows  # noqa: PLC0415 - see base

        self._sink, self._rows = sink, Rows(layout)
        cells = [column.cell for column in self._rows.columns.columns]
        self._id = cells.index("id")
        self._at = [
            next(cells.index(cell) for cell in names if cell in cells)
            for names in (("longitude", "site_longitude"), ("latitude", "site_latitude"))
        ]
        self._first = True

    def begin(self) -> None:
        """Begin the collection."""
        self._sink.write(_BEGIN)

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write a feature."""
        row = self._rows.row(record)
        if row is None:
            return
        feature = {
            "type": "Feature",
            "id": row[self._id],
            "geometry": self._geometry(row),
            "properties": dict(zip(self._rows.columns.names, row, strict=True)),
        }
        line = json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        self._sink.write(("\n" if self._first else ",\n").encode() + line.encode("utf-8"))
        self._first = False

    def end(self) -> None:
        """End the collection."""
        self._sink.write(b"\n]}\n")

    def _geometry(self, row: list[Cell]) -> dict[str, Any] | None:
        where = [row[index] for index in self._at]
        return None if None in where else {"type": "Point", "coordinates": where}


def recognises(file: BinaryIO) -> bool:
    """Return whether a file begins like one of this program's."""
    return file.read(len(_BEGIN)) == _BEGIN
