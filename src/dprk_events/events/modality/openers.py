"""Read what opens an infinitive: "sur le point de tirer", "quitte à subir des sanctions"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import is_infinitive
from dprk_events.events.modality.infinitives import carrying_infinitives
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, phrase_of, word_lists
from dprk_events.names import MODALITY_PRECEDENCE
from dprk_events.syntax import DocView, VerbGroup

WORDS = word_lists(__package__)
FOR, NE = WORDS["for"], WORDS["ne"]
OF, TO = closed_class("of"), closed_class("to")
COMMA = ","
DATE_LENGTH = 4
"""Words of a date between the two words of an opener."""
OPENER_BEFORE = 8
"""Greatest distance of an opener from its infinitive, in words."""


def before_infinitive(asked: Asked) -> Iterator[Cue]:
    """Read what opens an infinitive: "sur le point de tirer", "n'est pas en mesure de tirer"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None:
        firsts = list(carrying_infinitives(asked))
    elif is_infinitive(view, group.first, group.form):
        firsts = [group.first + _adverbs(view, group)]
    else:
        return
    for first in firsts:
        begin, _ = view.sentence(first)
        before = view.words[max(begin, first - OPENER_BEFORE) : first]
        cue = _opener_of(before) or _opener_of(_without_dates(view, begin, first))
        if cue is not None:
            yield cue
            return


def _adverbs(view: DocView, group: VerbGroup) -> int:
    """Count the adverbs that open a verb group: "se verrait | bien tirer"."""
    behind = range(group.first, group.verb)
    return next((n for n, i in enumerate(behind) if view.pos[i] != "ADV"), len(behind))


def _opener_of(before: list[str]) -> Cue | None:
    bare = _without_whom(before)
    for modality in MODALITY_PRECEDENCE[:3]:
        openers = load_cues().words[f"{modality}.openers"]
        fitting = (o for o in openers if _ends_with(before, o) or _ends_with(bare, o))
        found = max(fitting, key=len, default=None)
        if found is not None:
            denied = not NE.isdisjoint(before) and modality != "negated"
            return Cue("negated" if denied else modality, found)
    return None


def _without_dates(view: DocView, begin: int, first: int) -> list[str]:
    """Leave out when it was: "a échoué jeudi à durcir les sanctions"."""
    far = range(max(begin, first - OPENER_BEFORE - DATE_LENGTH), first)
    apart = view.apart(far.start, first)
    return [view.words[i] for i in far if i not in apart][-OPENER_BEFORE:]


def _without_whom(before: list[str]) -> list[str]:
    """Leave out for whom it is: "pas question, pour Séoul, de livrer"."""
    last = len(before) - 1
    at = next((i for i in range(last, -1, -1) if before[i] in FOR), None)
    if at is None or before[-1] not in OF | TO:
        return before
    return [*before[: at - 1 if at and before[at - 1] == COMMA else at], before[-1]]


def _ends_with(before: list[str], opener: str) -> bool:
    """Return whether words end with an opener, whose "de" may be "d'"."""
    head, _, last = opener.rpartition(" ")
    if not before or not (before[-1] == last or {before[-1], last} <= OF):
        return False
    return f" {phrase_of(before[:-1])}".endswith(f" {head}")
