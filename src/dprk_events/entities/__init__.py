"""Find the entities of a parsed article: the gazetteer's, and the model's that pass the guards."""

from dprk_events.entities.entity import Entity
from dprk_events.entities.find import find_entities
from dprk_events.entities.people import after_rank
from dprk_events.names import Label

__all__ = ["Entity", "Label", "after_rank", "find_entities"]
