"""The file ``annotation.conf``: which types brat shows and lets annotators choose."""

from __future__ import annotations

from collections.abc import Iterable

from dprk_events.formats.standoff.document import (
    COUNTS,
    DATE,
    DPRK,
    MODALITY,
    OTHER,
    QUANTITY,
    SAME_EVENT,
    SOURCE,
    TIME,
)
from dprk_events.names import LABELS, MODALITIES, ROLES

MARK = "# Made by dprk-events"
"""How the file begins: a folder with it is ours."""


def configuration(event_types: Iterable[str]) -> str:
    """Return the configuration for documents with events of these types."""
    roles = ", ".join(f"{role.capitalize()}*:<ENTITY>" for role in ROLES)
    arguments = f"{roles}, {SOURCE}*:<ENTITY>, {TIME}?:{DATE}"
    return "\n".join(
        (
            MARK,
            "[entities]",
            *LABELS,
            OTHER,
            QUANTITY,
            DATE,
            "",
            "[relations]",
            f"{COUNTS}\tArg1:{QUANTITY}, Arg2:<ENTITY>",
            f"{SAME_EVENT}\tArg1:<EVENT>, Arg2:<EVENT>, <REL-TYPE>:symmetric-transitive",
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            "",
            "[events]",
            *(f"{name}\t{arguments}" for name in sorted(set(event_types))),
            "",
            "[attributes]",
            f"{MODALITY}\tArg:<EVENT>, Value:{'|'.join(MODALITIES)}",
            f"{DPRK}\tArg:<EVENT>",
            "",
        )
    )
