"""Decide whether a word is negated: the "pas", "aucun" or "sans" that does it."""

from __future__ import annotations

from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView, VerbGroup
from dprk_events.syntax.tags import IN_INVERTED_GROUP, IN_VERB_GROUP

WORDS = word_lists(__package__)
NE, THAT = WORDS["ne"], closed_class("que")
NOBODY, NONE, NO_NOUN = WORDS["nobody"], WORDS["no_determiners"], WORDS["no_noun"]
MOVED = WORDS["negations_before_subject"]
WITHOUT_PAS = WORDS["deny_without_pas"]
MORE, LATER = WORDS["more"], WORDS["later"]
NOT_BEFORE, LATER_REACH = WORDS["before"], 3
"""Before a day that a deed is not to come before, and the words behind the verb till then."""
WITHOUT, INSTEAD = WORDS["without"], WORDS["instead_of"]
NEITHER = WORDS["neither"]
OR = WORDS["or"] | NEITHER
NOTHING, OF = WORDS["nothing"], closed_class("of")
NEGATIONS, NOT_ONLY = closed_class("negations") | NOTHING, WORDS["not_only"]
AUXILIARIES = forms_of(*WORDS["auxiliaries"])
LINKS = closed_class("between_verb_and_infinitive")
PASSED_OVER = LINKS | NEGATIONS | NEITHER | AUXILIARIES
"""Words that may occur between "ne" and the verb."""
BEFORE_VERB, AFTER_VERB, QUE_AFTER_VERB = 7, 3, 6
"""Greatest distance in words from a verb to its "ne", "pas" and the "que" of "ne … que"."""
BESIDE = 5
"""Words within which "confirmer" stands before "démentir"."""
BEFORE_NE, BEFORE_CLAUSE = 7, 14
"""Greatest distance from "ne" to a "jamais" before it, from a verb to its "sans que"."""


def negation_of(view: DocView, verb: int) -> int | None:
    """Find the negation of a verb form: "pas" in "n'a pas tiré"; None for "ne … que" or without."""
    begin, end = view.sentence(verb)
    ne = _ne_before(view, verb, begin)
    if ne is None:
        return None
    if (moved := _moved(view, ne, begin)) is not None:
        return moved
    for i in range(ne + 1, min(end, verb + AFTER_VERB) + 1):
        if view.words[i] in NOTHING and not OF.isdisjoint(view.words[i + 1 : i + 2]):
            return None  # "sa venue n'a rien d'un hasard"
        if view.words[i] in NEGATIONS or view.words[i] in NEITHER:
            return i if _denies(view, i, end) else None
    following = range(verb + 1, min(end, verb + QUE_AFTER_VERB) + 1)
    only = any(view.words[i] in THAT and not _opens_what_is_said(view, i) for i in following)
    return ne if view.words[verb] in WITHOUT_PAS and not only else None


def _opens_what_is_said(view: DocView, that: int) -> bool:
    """Match "n'a pu confirmer | que": not the "que" of "n'a pu tirer qu'un missile"."""
    return view.words[that - 1] in load_cues().verbs["doubtful"]


def is_left_open(view: DocView, verb: int) -> bool:
    """Match "démenti" in "n'a ni confirmé ni démenti", "refuse de confirmer ou de démentir"."""
    cues, begin = load_cues(), view.sentence(verb)[0]
    if view.words[verb] not in cues.verbs["denial"]:
        return False
    before = view.words[max(begin, verb - BESIDE) : verb]
    both = any(word in cues.verbs["doubtful"] for word in before)
    return both and not OR.isdisjoint(before)


def is_negated_noun(view: DocView, noun: int) -> bool:
    """Return whether a governing noun follows "aucun" or "sans"."""
    phrase = view.phrase(noun)
    if phrase is None or only_looks_so(view, noun):
        return False  # "avec une force « sans précédent »"
    return not NO_NOUN.isdisjoint(view.words[max(0, phrase.first - 2) : phrase.head])


def without_that(view: DocView, group: VerbGroup) -> int | None:
    """Find the "sans" of "sans que Pyongyang ait tiré"."""
    begin, _ = view.sentence(group.verb)
    for i in range(group.first - 1, max(begin, group.first - BEFORE_CLAUSE), -1):
        if view.words[i] in THAT:
            return i - 1 if view.words[i - 1] in WITHOUT else None
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            return None
    return None


def instead_of(view: DocView, first: int) -> int | None:
    """Find what puts another deed in an infinitive's place: "au lieu de tirer", "loin de tirer"."""
    begin, _ = view.sentence(first)
    before = " ".join(view.words[max(begin, first - 4) : first])
    return first - 1 if before.endswith(tuple(INSTEAD)) else None


def only_looks_so(view: DocView, at: int) -> bool:
    """Return whether it is no negation at all: "sans doute", "sans précédent"."""
    begin, end = view.sentence(at)
    around = " ".join(view.words[max(begin, at - 3) : min(end, at + 3) + 1])
    return any(phrase in around for phrase in load_cues().words["pseudo.phrases"])


def _ne_before(view: DocView, verb: int, begin: int) -> int | None:
    """Find the "ne" of a verb, skipping auxiliaries, pronouns and adverbs."""
    for i in range(verb - 1, max(begin, verb - BEFORE_VERB) - 1, -1):
        word = view.words[i]
        if word in NE:
            return i
        if word not in PASSED_OVER and view.pos[i] not in IN_INVERTED_GROUP:
            return None
    return None


def _moved(view: DocView, ne: int, begin: int) -> int | None:
    """Find a negation before the subject: "rien n'a été volé", "jamais nous n'avons tiré"."""
    if ne > begin and view.words[ne - 1] in NOBODY:
        return ne - 1
    if (nobody := _before_aside(view, ne, begin)) is not None:
        return nobody
    for i in range(ne - 1, max(begin, ne - BEFORE_NE) - 1, -1):
        if view.words[i] in MOVED:
            return i
        if view.words[i] in THAT or (
            view.entity_at[i] is None
            and view.is_finite(view.tokens[i])
            and view.pos[i] not in IN_VERB_GROUP
        ):
            return None
    return None


def _before_aside(view: DocView, ne: int, begin: int) -> int | None:
    """Find "personne" before an aside: "Personne, cette semaine, n'a été blessé"."""
    if ne - 1 <= begin or view.words[ne - 1] != ",":
        return None
    commas = (i for i in range(ne - 2, max(begin, ne - BEFORE_CLAUSE), -1) if view.words[i] == ",")
    opening = next(commas, None)
    if opening is None or opening == begin or view.words[opening - 1] not in NOBODY:
        return None
    return opening - 1


def _denies(view: DocView, at: int, end: int) -> bool:
    """Return whether a negation word really negates: not in "ne … pas que", "plus tard"."""
    follower = view.words[at + 1] if at < end else ""
    opens_clause = view.pos[at + 1] == "SCONJ"  # "n'exclut pas que"
    only = follower in NOT_ONLY or (follower in THAT and not opens_clause)
    return not (only or (view.words[at] in MORE and follower in LATER))


def only_later(view: DocView, verb: int) -> Cue | None:
    """Read "n'interviendra pas avant juillet" as a plan: it comes, though not before."""
    _, end = view.sentence(verb)
    if view.tokens[verb].morph.get("Tense", []) != ["Fut"]:
        return None
    for i in range(verb + 1, min(end - 1, verb + LATER_REACH) + 1):
        if view.words[i] in NOT_BEFORE and view.date_at[i + 1] is not None:
            return Cue("planned", view.words[i], decisive=True)
    return None
