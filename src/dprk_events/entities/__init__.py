"""Entities of a parsed article: the gazetteer's names, and the model's after the guards."""

from dprk_events.entities.entity import Entity, Label
from dprk_events.entities.find import find_entities

__all__ = ["Entity", "Label", "find_entities"]
