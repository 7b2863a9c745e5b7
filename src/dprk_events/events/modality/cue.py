"""What a reading of cues gives: a word that speaks for a modality."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.names import Modality


class Cue(NamedTuple):
    """A word of the text that makes a mention ``modality``.

    Of several for one modality the first is told, unless a later one is ``decisive``. ``holder`` is
    the token of a verb whose subject demands or denies the deed, and so is the source.
    """

    modality: Modality
    word: str
    decisive: bool = False
    holder: int | None = None
