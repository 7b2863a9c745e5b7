"""Find triggers and decide which of them are event mentions."""

from dprk_events.events.mentions.candidates import Candidate
from dprk_events.events.mentions.find import find_mentions
from dprk_events.events.mentions.raw import RawMention, Rejected

__all__ = ["Candidate", "RawMention", "Rejected", "find_mentions"]
