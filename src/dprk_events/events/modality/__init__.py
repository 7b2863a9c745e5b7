"""Decide modality (stated, reported, planned, possible, denied) and source by cues with scopes."""

from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.decide import ModalityReader, ModalityReading
from dprk_events.events.modality.governors import Governor, governors
from dprk_events.events.modality.granted import is_occasion_of_saying
from dprk_events.events.modality.lexicon import CueError, is_cue
from dprk_events.events.modality.scope import Scope

__all__ = [
    "Asked",
    "CueError",
    "Governor",
    "ModalityReader",
    "ModalityReading",
    "Scope",
    "governors",
    "is_cue",
    "is_occasion_of_saying",
]  # fmt: skip
