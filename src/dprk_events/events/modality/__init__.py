"""Modality (stated, reported, planned, possible, denied) and attribution, by cues with scopes."""

from dprk_events.events.modality.decide import ORDER, Judgement, ModalityReader

__all__ = ["ORDER", "Judgement", "ModalityReader"]
