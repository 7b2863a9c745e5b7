"""The agent of a participle that opens the sentence does what follows: "Mené par X, l'exercice"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.events.roles.position import Positions, joined
from dprk_events.syntax import DocView

BY, COMMA, NEAR, LAST = "par", ",", 3, 14
"""Words within which "par" stands behind the participle, and the comma that closes it."""


def fronted_agent(view: DocView, found: Positions, token: int) -> None:
    """Add the agent of a participle to the event whose noun stands right behind its comma.

    Only of verbs of carrying out: "Supervisé jeudi par Kim, l'exercice …"; not "Dénoncé par Kim,
    l'exercice …", who has no part in it.
    """
    own = view.phrase(token)
    begin, _ = view.sentence(token)
    lemma, tense = light_forms()["carry"].get(view.words[begin], ("", ""))
    if own is None or own.prep is not None or not lemma or tense != "past-participle":
        return
    comma = own.start - 1
    if view.words[comma] != COMMA or comma - begin > LAST:
        return
    agent = next((p for p in view.each_phrase(begin + 1, comma) if p.prep == BY), None)
    if agent is None or agent.start > begin + NEAR:
        return
    agents = joined(view, agent, view.kinds(agent))
    if agents[-1].last == comma - 1:
        for phrase in agents:
            found.add(BY, phrase)
