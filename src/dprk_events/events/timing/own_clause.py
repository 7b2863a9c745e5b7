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
    """Match "Le tir, détecté jeudi par Séoul, …": it is watched while it happens.

    So is what its subject does: "Les drones, aperçus mercredi, ont largué des tracts".
    """
    seen = word_before(view, date.at)[0] - 1
    if view.words[seen] not in witnessing() or not view.tokens[seen].is_participle:
        return False
    group = setting.mention.group
    if group is None:
        between = range(setting.token + 1, seen)
        return date.at > setting.token + 1 and not _leads_away(view, between)
    aside = seen > setting.begin and view.words[seen - 1] == ","
    return aside and date.at < group.first and not _leads_away(view, range(date.at, group.first))


def _leads_away(view: DocView, between: range) -> bool:
    """Return whether another clause begins within a stretch."""
    return any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between)
