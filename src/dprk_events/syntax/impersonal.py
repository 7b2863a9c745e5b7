"""Find what is to be done by nobody in particular: "il faut lever", "il est temps de lever"."""

from __future__ import annotations

from dprk_events.french import auxiliary_forms, closed_class, word_lists
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
NEEDS, NEEDS_OF, DUE = _LISTS["needs"], _LISTS["needs_of"], _LISTS["due"]
IS_WORTH, BETTER, IT = _LISTS["is_worth"], _LISTS["better"], _LISTS["it"]
OF = closed_class("of")
ETRE = frozenset(form for form, tense in auxiliary_forms("être").items() if "parti" not in tense)
NEAR = 4
"""Words before "temps de" within which its verb or its "il" stands: "il est plus que temps de"."""


def impersonal(view: DocView, first: int) -> int | None:
    """Return the word that calls for the infinitive at ``first``, which then has no subject.

    None for what was done: "il a fallu lever".
    """
    begin, _ = view.sentence(first)
    i = first - 1
    if i < begin:
        return None
    if view.words[i] not in OF:
        worth = {view.words[i], view.words[i - 1]} if i > begin else set()
        called = view.words[i] in NEEDS or (worth & BETTER and worth & IS_WORTH)
        return i if called else None
    i -= 1
    before = view.words[max(begin, i - NEAR) : i]
    if i <= begin:
        return None
    if view.words[i] in NEEDS_OF:
        return None if IT.isdisjoint(before) else i
    return i if view.words[i] in DUE and not ETRE.isdisjoint(before) else None
