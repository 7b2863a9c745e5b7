"""Dates in the clause on an event's noun: "après l'essai auquel il a assisté dimanche, Kim …"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import presiding, taking_part, witnessing
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
OPENERS = closed_class("que") | WORDS["on_a_deed"]
COMMA = ","
STOPS = closed_class("clause_openers") | closed_class("hard_stops")


def in_its_own_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Say whether a date stands in a clause that tells who held or saw the event.

    Not "le tir que Séoul a condamné mardi": that is said of it later.
    """
    token = setting.token
    if setting.mention.group is not None or date.at <= token:
        return False
    behind = range(token + 1, date.at)
    opened = next((i for i in behind if view.words[i] in OPENERS), None)
    if opened is None or any(view.words[i] == COMMA for i in behind):
        return False
    verbs = [i for i in behind if view.pos[i] == "VERB" and view.entity_at[i] is None]
    held = frozenset(light_forms()["carry"]) | witnessing() | presiding() | taking_part()
    return bool(verbs) and all(i > opened and view.words[i] in held for i in verbs)


def is_seen_then(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "Le tir, détecté jeudi par Séoul, …": it is watched while it happens."""
    token = setting.token
    if setting.mention.group is not None or date.at <= token + 1:
        return False
    seen = word_before(view, date.at)[0] - 1
    if view.words[seen] not in witnessing() or not view.tokens[seen].is_participle:
        return False
    between = range(token + 1, seen)
    return not any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between)
