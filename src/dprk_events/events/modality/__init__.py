"""Modality (stated, reported, planned, possible, denied) and attribution, by cues with scopes."""

from dprk_events.events.modality.decide import Judgement, ModalityReader

__all__ = ["Judgement", "ModalityReader"]
