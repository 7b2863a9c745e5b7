"""After the records: the same happening in the articles of many, from saved records alone.

records → entries (``entry``) → items, which tests compare (``item``, ``nodes``, ``judging``)
→ pairs that may be linked (``pairs``) → groups (``cluster``), in two rounds (``draft``): what is
sure, then what is likely, also by the documents that tell one story (``kin``) → happening records
(``happening``, with ``sources`` and ``disagreements``). The points that tests give, and the
classes they know, are data.
"""

from dprk_events.linking.errors import LinkingDataError
from dprk_events.linking.link import link, linked_lines

__all__ = ["LinkingDataError", "link", "linked_lines"]
