"""A cue: a word that is evidence for a modality."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.names import Modality


class Cue(NamedTuple):
    """A word of the text that gives a mention the modality ``modality``.

    Of several cues for one modality the first is reported, unless a later one is ``decisive``.
    ``holder`` is the token of a verb whose subject demands or denies the event, and so is the
    source.
    """

    modality: Modality
    word: str
    decisive: bool = False
    holder: int | None = None
