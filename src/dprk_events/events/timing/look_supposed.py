"""Where a deed looks that is only supposed, or that would follow from what is."""

from __future__ import annotations

from dprk_events.events.event import Look
from dprk_events.events.modality.around import condition
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.on_condition import opens_condition
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.french import auxiliary_tense
from dprk_events.syntax import DocView


def of_condition(asked: Asked) -> Look | None:
    """Read "si Pyongyang tire un missile"; "si Pyongyang tirait" only where more would follow."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.compound or next(condition(asked), None) is None:
        return None
    if group.tense == "present":
        return "ahead"
    return _of_supposed(asked, group.verb) if group.tense == "imperfect" else None


def of_what_would_be(asked: Asked) -> Look | None:
    """Read "violerait l'accord si Pyongyang tirait"; not "aurait violé", "avait prévenu que"."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.compound or group.tense != "conditional":
        return None
    view = asked.view
    begin, end = view.sentence(group.verb)
    supposed = (i for i in range(begin, end) if opens_condition(view, i))
    verb = next((_finite_after(view, i, end) for i in supposed), None)
    return None if verb is None or not _is_imperfect(view, verb) else _of_supposed(asked, verb)


def _finite_after(view: DocView, i: int, end: int) -> int | None:
    return next((j for j in range(i + 1, end + 1) if view.is_finite(view.tokens[j])), None)


def _of_supposed(asked: Asked, supposed: int) -> Look | None:
    """Read "s'il tirait, Séoul répliquerait"; not "aurait répliqué", "avait prévenu que s'il"."""
    view = asked.view
    begin, end = view.sentence(supposed)
    verbs = [i for i in range(begin, end + 1) if view.is_finite(view.tokens[i])]
    would = [i for i in verbs if is_conditional(view, i) and i != supposed]
    if any(auxiliary_tense(view.words[i]) == "conditional" for i in would):
        return None
    past = {"imperfect", "past-historic"}
    others = [i for i in verbs if i != supposed and i not in would]
    if any(auxiliary_tense(view.words[i]) in past or _is_imperfect(view, i) for i in others):
        return None
    said = any(auxiliary_tense(view.words[i]) == "present" for i in others)
    return ("open" if said else "ahead") if would else None


def _is_imperfect(view: DocView, i: int) -> bool:
    return view.tokens[i].morph.get("Tense", []) in (["Imp"], ["Past"])
