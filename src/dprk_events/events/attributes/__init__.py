"""Read what the text says about a missile test: the columns of the CNS missile test database.

The columns are those of the *CNS North Korea Missile Test Database* (James Martin Center for
Nonproliferation Studies): missile name and type, launch site, landing, apogee, distance, outcome.
"""

from dprk_events.events.attributes.data import AttributeDataError
from dprk_events.events.attributes.find import with_attributes
from dprk_events.events.attributes.patterns import load_patterns

__all__ = ["AttributeDataError", "load_patterns", "with_attributes"]
