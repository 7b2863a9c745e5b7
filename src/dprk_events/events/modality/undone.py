"""Read that a plan of the past came to nothing: "devait tirer ; la pluie l'en a empêché"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import auxiliary_tense, key, phrase_of, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
UNDONE, TAKEN_BACK = tuple(sorted(WORDS["undone"])), tuple(sorted(WORDS["taken_back"]))
CALLED_OFF, REFUSED = tuple(sorted(WORDS["called_off_then"])), tuple(sorted(WORDS["refused_then"]))
"""Only in the sentence itself: the next one may call off something else."""
IMPERFECT = "imperfect"
HALF_STOPS = frozenset(";:")
BACK = 3
"""Words before a verb of planning within which its "avait" stands."""


def undone(asked: Asked) -> Iterator[Cue]:
    """Read "avait prévu de tirer, mais y a renoncé", "devait tirer. Il n'en a rien fait".

    What tells it stands behind, in the sentence or in the one that follows it on the same line.
    """
    view = asked.view
    offered = any(_asks_for(view, each) for each in asked.above)
    planned = any(_planned_then(view, each) for each in asked.above)
    first, end = asked.token + 1, view.sentence(asked.token)[1]
    around = f" {phrase_of(view.words[view.sentence(asked.token)[0] : end + 1])} "
    phrases = (*(REFUSED if offered else ()), *(CALLED_OFF if planned else ()))
    found = next((each for each in phrases if f" {key(each)} " in around), None)
    if found is not None:
        yield Cue("negated", found)
    if not planned:
        return
    behind = f" {phrase_of(view.words[first : end_with_the_next(view, asked.token) + 1])} "
    found = next((each for each in UNDONE if f" {key(each)} " in behind), None)
    if found is not None:
        yield Cue("negated", found)


def end_with_the_next(view: DocView, token: int) -> int:
    """Return the end of the sentence after that of a token, or of its own where a line ends."""
    _, end = view.sentence(token)
    following = view.sentence_at[token] + 1
    if following >= len(view.sentences):
        return end
    first, last = view.sentences[following]
    return end if "\n" in view.text[view.tokens.idx[end] : view.tokens.idx[first]] else last


def _asks_for(view: DocView, governor: Governor) -> bool:
    """Match "proposait", "a demandé", of what somebody else has to grant."""
    word = view.words[governor.token]
    return governor.how in {"verb", "object"} and word in load_cues().verbs["demand"]


def was_taken_back(view: DocView, token: int) -> bool:
    """Match "a annulé le sommet, avant de se raviser": it is planned again."""
    _, end = view.sentence(token)
    behind = f" {phrase_of(view.words[token + 1 : end + 1])} "
    return any(f" {key(each)} " in behind for each in TAKEN_BACK)


def _planned_then(view: DocView, governor: Governor) -> bool:
    """Match "devait", "comptait", "avait prévu", of what was to be done then."""
    cues, at = load_cues(), governor.token
    word = view.words[at]
    verbs = ("planned.modals", "planned", "possible", "possible.modals")
    listed = any(word in cues.verbs[each] for each in verbs) or word in cues.words["planned.going"]
    if not listed:
        return False
    begin, _ = view.sentence(at)
    before = view.words[max(begin, at - BACK) : at]
    had = any(auxiliary_tense(each) == IMPERFECT for each in before)
    return had or view.tokens[at].morph.get("Tense", []) == ["Imp"]
