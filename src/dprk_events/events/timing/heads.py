"""The date at the head of a sentence, which holds for all its main verbs: "Mardi, …"."""

from __future__ import annotations

from dprk_events.events.timing.causes import in_gerund
from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.of_clauses import told_before
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.refusals import NEARER, TOO_FAR
from dprk_events.french import closed_class
from dprk_events.syntax import DocView

OF = closed_class("of")
APART = frozenset({"acl:relcl", "acl", "ccomp", "parataxis", "csubj"})
"""Relations of a clause that does not tell of the time at the head of the sentence."""
HOLDING = frozenset({TOO_FAR, NEARER})
"""Why a date at the head of a sentence was refused, though it may hold for all its main verbs."""


def of_the_head_of_its_sentence(chain: Chain, one: Timed) -> int | None:
    """See "Mardi, la Corée du Nord a tiré …, a envoyé … et …": it holds for the main verbs."""
    group, view = one.raw.group, chain.view
    if group is None:
        return None
    begin, _ = view.sentence(one.token)
    for at, number in view.dates_in(view.sentence_at[one.token]):
        why = one.dating.refused.get(number, TOO_FAR)
        if at > begin + OPENING or not (why in HOLDING or in_gerund(view, begin, at)):
            continue
        main = group.tense != "imperfect" and not _is_apart(view, one.token)
        holds = main or (group.compound and told_before(view, at, one.token))
        if holds and word_before(view, at)[1] not in OF:
            return number
    return None


def _is_apart(view: DocView, token: int) -> bool:
    """Return whether a verb stands in a clause that does not tell of the main clause's time."""
    here = view.tokens[token]
    for _ in range(view.sentence(token)[1] - view.sentence(token)[0]):
        if here.dep_ in APART or here.dep_ == "advcl":
            return True
        if here.head.i == here.i:
            return False
        here = here.head
    return False
