"""Which Korea is meant by "coréen" alone: the only one that an article speaks of."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of, plain
from dprk_events.coreference.referent import Naming, Resolved

KOREAS = frozenset({"KP", "KR"})
WHO = frozenset({"force", "org", "people", "person"})


def the_only_korea(context: Context, naming: Naming) -> Resolved | None:
    """Take the Korea of the article. « La Corée du Nord … des soldats coréens sont morts »."""
    words = context.view.words[naming.first : naming.last + 1]
    if naming.entity is not None or WORDS["korean"].isdisjoint(words):
        return None
    found = {country for _, country in context.states_named} & KOREAS
    if len(found) != 1 or kind_of(context, naming) not in WHO:
        return None
    return plain(context, naming, tuple(found), "nationality", naming.text)
