"""Whether a definite noun only names again what was planned before: "… en mai. Ce sommet"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.events.event import Mention
from dprk_events.events.merging.common import article
from dprk_events.events.merging.draft import WORDS
from dprk_events.french import closed_class
from dprk_events.names import Modality
from dprk_events.syntax import NOUNS, VERBAL, DocView

STANDINGS: tuple[Modality, ...] = ("planned", "possible")
AS_BEFORE = "as_before"
"""The reason for the modality of a mention that takes it over from what was told before."""
DEMONSTRATIVES = closed_class("demonstratives")
POINTING = DEMONSTRATIVES | closed_class("possessives") | WORDS["definite"]
LOOKING_BACK = WORDS["looking_back"]
PAST = (["Past"], ["Imp"])


def may_be_as_before(view: DocView, mention: Mention) -> bool:
    """Match "le programme de ce sommet", which does not say whether it has taken place.

    Nor does "affirme que la visite se fait à son invitation". Not "lors du sommet", nor a noun of
    which something past is said: "la visite a duré".
    """
    phrase = view.phrase(mention.token)
    if phrase is None or not (_is_plain(mention) or _is_said_of_today(view, mention)):
        return False
    if view.pos[mention.token] not in NOUNS or phrase.prep in LOOKING_BACK:
        return False
    definite = not POINTING.isdisjoint(view.words[phrase.start : phrase.first])
    return (definite or article(view, mention.token) in POINTING) and not _of_the_past(
        view, mention.token
    )


def _is_plain(mention: Mention) -> bool:
    return mention.modality == "asserted" and mention.cue is None


def _is_said_of_today(view: DocView, mention: Mention) -> bool:
    """Match "affirme que le voyage se fait à l'invitation de Poutine", of a voyage to come."""
    own = view.tokens[mention.token]
    said = own.head.morph.get("Tense", []) == ["Pres"] and view.is_finite(own.head)
    return mention.modality == "reported" and own.dep_.startswith("nsubj") and said


def on_the_same_word(view: DocView, mention: Mention, told: Sequence[Mention]) -> Mention:
    """Return "ces livraisons" as reported by whoever reported them before.

    Only of a type that is known by what somebody says of it, and where no other mention asserts it.
    """
    phrase = view.phrase(mention.token)
    if not (mention.event_type.claimed and mention.modality == "asserted") or phrase is None:
        return mention
    if mention.cue is not None or {each.modality for each in told} != {"reported"}:
        return mention
    begin, _ = view.sentence(mention.token)
    before = view.words[max(begin, phrase.start - 1) : phrase.first]
    if view.pos[mention.token] not in NOUNS or DEMONSTRATIVES.isdisjoint(before):
        return mention
    source = told[-1].attribution
    return replace(mention, modality="reported", attribution=source, why=AS_BEFORE)


def _of_the_past(view: DocView, token: int) -> bool:
    """Return whether a noun is the subject of a verb in the past."""
    own = view.tokens[token]
    if not own.dep_.startswith("nsubj"):
        return False
    said = [own.head, *(child for child in own.head.children if child.pos_ in VERBAL)]
    return any(each.morph.get("Tense", []) in PAST for each in said)
