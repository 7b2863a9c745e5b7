"""Who a naming speaks of: an ordered list of strategies, the first that answers is taken.

Each takes the document's context and a naming, and returns who it speaks of with the words that say
so, or None: it does not apply, or the text does not make it plain.
"""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.coreference.anaphora import (
    apposed,
    same_craft,
    same_noun,
    that_envoy,
    that_person,
    the_others,
    told_behind_comma,
)
from dprk_events.coreference.bodies import that_body
from dprk_events.coreference.called import called, epithet, same_group
from dprk_events.coreference.context import Context
from dprk_events.coreference.describe import words_alone
from dprk_events.coreference.groups import group, of_group
from dprk_events.coreference.including import including
from dprk_events.coreference.kin import relative
from dprk_events.coreference.koreas import the_only_korea
from dprk_events.coreference.led import led_by
from dprk_events.coreference.names import bare_body, known_body, person_name, seat, state_name
from dprk_events.coreference.nouns import (
    counterpart,
    described,
    named_holder,
    nationality_word,
    office_holder,
    state_noun,
    unnamed_leader,
)
from dprk_events.coreference.owners import whose_own
from dprk_events.coreference.places import that_place
from dprk_events.coreference.possessed import homeland, of_their_homeland, partner, possessed
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.coreference.same_man import same_man
from dprk_events.coreference.those import those_people
from dprk_events.coreference.trades import by_trade
from dprk_events.coreference.un_bodies import united_nations

Strategy = Callable[[Context, Naming], Resolved | None]

STRATEGIES: tuple[Strategy, ...] = (
    seat,
    state_name,
    person_name,
    united_nations,
    including,
    group,
    of_group,
    known_body,
    relative,
    apposed,
    office_holder,
    named_holder,
    counterpart,
    homeland,
    state_noun,
    nationality_word,
    described,
    the_only_korea,
    led_by,
    whose_own,
    of_their_homeland,
    possessed,
    partner,
    told_behind_comma,
    the_others,
    that_body,
    same_man,
    same_group,
    epithet,
    called,
    by_trade,
    same_noun,
    those_people,
    same_craft,
    that_place,
    that_person,
    that_envoy,
    unnamed_leader,
    bare_body,
    words_alone,
)


def resolve(context: Context, naming: Naming) -> Resolved:
    """Return who a naming speaks of, by the first strategy that answers."""
    for strategy in STRATEGIES:
        found = strategy(context, naming)
        if found is not None:
            return found
    raise AssertionError("the last strategy always answers")
