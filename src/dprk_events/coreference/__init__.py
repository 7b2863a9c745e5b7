"""Stage 5, document → who its namings speak of: names, offices, groups, nouns, pronouns.

``resolve`` asks the strategies of ``resolve.py`` in order; ``Context`` holds what they share.
"""

from dprk_events.coreference.clitics import object_of
from dprk_events.coreference.context import STATES, WORDS, Context, within
from dprk_events.coreference.groups import group, named_in_a_list, pair_before, several_before
from dprk_events.coreference.offices import leaders
from dprk_events.coreference.pronouns import Resolver
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.coreference.resolve import resolve
from dprk_events.coreference.scene import scene_of
from dprk_events.coreference.those import several_people_before

__all__ = [
    "STATES", "WORDS", "Context", "Naming", "Referent", "Resolved", "Resolver", "group", "leaders",
    "named_in_a_list", "object_of", "pair_before", "resolve", "scene_of",
    "several_before", "several_people_before", "within",
]  # fmt: skip
