"""Read what somebody wishes, fears, threatens or is ready for: "espère le voir", "prêt à tirer"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import QUOTES, Governor
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import auxiliary_tense, closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
REFLEXIVE, TO = closed_class("reflexive"), closed_class("to")
SAYING_OF_ONESELF = forms_of(*WORDS["saying_of_oneself"])
OPEN = ("possible", "possible.modals", "demand")
CHOSEN, TOLD = forms_of(*WORDS["chosen_and_done"]), frozenset({"present", "imperfect"})
ATTITUDES = WORDS["attitudes"]
PARTITIVE, BEFORE_THING = WORDS["partitive_articles"], frozenset({"DET", "ADV"})
BEFORE_READY, BEFORE_SAID = 5, 2
"""Words before "prêt" within which "dit" stands, and before "dit" within which "se" stands."""


def ready_for(asked: Asked) -> Iterator[Cue]:
    """Read "se dit « favorable » à une rencontre", "prêt à un dialogue"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in TO or asked.mention.group is not None:
        return
    at = phrase.start - 1
    if at > 0 and view.texts[at] in QUOTES:
        at -= 1
    word, cues = view.words[at], load_cues().words
    denied = negation_of(view, at) is not None
    if word in cues["possible.ready"]:
        yield Cue("negated" if denied else "possible", word, holder=_says_so(view, at))
    elif word in cues["doubled.adjectives"] and not denied and not is_definite(view, asked.token):
        yield Cue("negated", word, holder=_says_so(view, at))


def of_wish(asked: Asked, governor: Governor) -> Cue | None:
    """Read what one wishes, threatens or is ready for: "a menacé de tirer", "prêt à tirer"."""
    view, cues, verb = asked.view, load_cues(), governor.token
    word = view.words[verb]
    if _chose_it(view, governor):
        return None
    if word not in cues.verbs["possible"] and _is_plain_object(asked, governor):
        return None  # "ont ouvert des discussions", "on lui prête un vol"
    if governor.how == "object" and _of_infinitives(word):
        return None  # "a adoré la rencontre"
    if cues.verbs["possible"].get(word) in cues.words["possible.of_nouns_reflexive"]:
        return Cue("possible", word) if is_reflexive(view, verb) else None
    if word in cues.words["possible.ready"]:
        return Cue("possible", word, holder=_says_so(view, verb))
    held = word in cues.verbs["demand"] or cues.verbs["possible"].get(word) in ATTITUDES
    return Cue("possible", word, holder=verb if held else None)


def _chose_it(view: DocView, governor: Governor) -> bool:
    """Match "a préféré franchir la ligne": what somebody preferred to do, in a compound past."""
    chosen = view.words[governor.token] in CHOSEN and governor.how == "verb"
    return chosen and auxiliary_tense(view.words[governor.token - 1]) in TOLD


def wished_as(asked: Asked) -> Iterator[Cue]:
    """Read "réclame des sanctions renforcées": a participle of what is only asked for or feared."""
    view, group = asked.view, asked.mention.group
    if group is None or group.compound or group.form != "past-participle":
        return
    thing = view.phrase(group.first - 1)
    if thing is None or thing.last + 1 < group.first or is_definite(view, thing.head):
        return
    verb = thing.start - 1
    while verb > 0 and (view.pos[verb] in BEFORE_THING or view.words[verb] in PARTITIVE):
        verb -= 1
    noun = view.pos[verb] not in VERBAL and view.pos[verb - 1] in {"DET", "ADP", "ADJ"}
    if noun or negation_of(view, verb) is not None:
        return  # "la demande de sanctions renforcées"; "exigent" may be taken for an adjective
    verbs, word = load_cues().verbs, view.words[verb]
    if word in verbs["demand"] or verbs["possible"].get(word) in ATTITUDES:
        yield Cue("possible", word, holder=verb)


def _says_so(view: DocView, ready: int) -> int | None:
    """Return the verb of "s'est dit prêt à", "se déclare favorable à"."""
    begin, _ = view.sentence(ready)
    for i in range(ready - 1, max(begin, ready - BEFORE_READY), -1):
        if view.words[i] in SAYING_OF_ONESELF:
            before = view.words[max(begin, i - BEFORE_SAID) : i]
            return None if REFLEXIVE.isdisjoint(before) else i
    return None


def _is_plain_object(asked: Asked, governor: Governor) -> bool:
    phrase = asked.view.phrase(asked.token)
    return governor.how == "object" and (phrase is None or phrase.prep not in TO)


def _of_infinitives(word: str) -> bool:
    cues = load_cues()
    return cues.verbs["possible"].get(word) in cues.words["possible.of_infinitives"]


def only_wanted(asked: Asked, governor: Governor) -> int | None:
    """Return the verb by which calling off is but a threat: "menace d'annuler le sommet"."""
    view, cues, above = asked.view, load_cues(), list(asked.above)
    verb = governor.token
    if not view.tokens[verb].is_infinitive:
        return None
    for other in above[above.index(governor) + 1 :]:
        word = view.words[other.token]
        listed = any(word in cues.verbs[each] for each in OPEN)
        if other.how == "verb" and (listed or word in cues.words["possible.ready"]):
            return other.token if negation_of(view, other.token) is None else None
    return None


def is_reflexive(view: DocView, at: int) -> bool:
    """Return whether a verb stands behind "se"."""
    return at > 0 and view.words[at - 1] in REFLEXIVE
