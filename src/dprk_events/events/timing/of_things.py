"""Dates of another deed, by whose participle a thing is told: "l'accord signé en 2018"."""

from __future__ import annotations

from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.french import looks_like_participle
from dprk_events.syntax import DocView, is_reduced

REACH = 4
"""Words before a date within which the participle stands."""


def is_of_the_thing(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2018" for "suspension" in "la suspension de l'accord signé en 2018".

    The bare participle is the trigger of another mention, and stands right before the date, both
    behind this mention.
    """
    near = range(max(setting.token + 1, date.at - REACH), date.at)
    told = [i for i in near if i in setting.rivals and looks_like_participle(view.words[i])]
    return bool(told) and is_reduced(view, told[-1]) and told[-1] not in setting.own
