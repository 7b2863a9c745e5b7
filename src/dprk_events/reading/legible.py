"""Build the reading text of a document: repair it, find boilerplate and missing letters."""

from __future__ import annotations

from collections.abc import Mapping

from dprk_events.reading.alignment import Alignment
from dprk_events.reading.article import MaskedRegion, Reading, blanked
from dprk_events.reading.boilerplate import find_boilerplate
from dprk_events.reading.mending import Mended, capitals, mend, without_accents


def read_as(text: str, front: int = 0) -> tuple[Reading, Mapping[str, int]]:
    """Return the reading of ``text``, and the number of repairs by the name of the step.

    The first ``front`` characters are front matter, which is masked. If nothing was repaired, the
    counts are empty and the reading text is ``text``.
    """
    mended = mend(text, front) or Mended(text, Alignment.of([(0, 0), (len(text), len(text))]), {})
    masked = find_boilerplate(mended.text, front)
    if front:
        masked = (MaskedRegion(0, front, "front-matter"), *masked)
    seen = blanked(mended.text, masked)
    reading = Reading(
        mended.text, mended.alignment, masked, tuple(capitals(seen)), tuple(without_accents(seen))
    )
    counts = {
        **mended.counts,
        "capitals": len(reading.capitals),
        "accents": len(reading.unaccented),
    }
    return reading, {name: count for name, count in counts.items() if count}
