"""Turn article text into a spaCy Doc: gazetteer, choice of the French pipeline, parsing."""

from dprk_events.language.gate import Gate
from dprk_events.language.gazetteer import Gazetteer
from dprk_events.language.letters import Letters
from dprk_events.language.model import LoadedModel, ModelError, choose_model, load_model
from dprk_events.language.parser import Parser

__all__ = [
    "Gate",
    "Gazetteer",
    "Letters",
    "LoadedModel",
    "ModelError",
    "Parser",
    "choose_model",
    "load_model",
]
