"""Find cues around a mention: adjectives, adverbs, a leading "si", a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import is_infinitive
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.on_condition import looks_conditional
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.names import MODALITY_PRECEDENCE, Modality
from dprk_events.syntax import NOUNS, VERBAL, DocView, Phrase, clause_end, impersonal

WORDS = word_lists(__package__)
IF, ELIDED_IF, AFTER_ELIDED_IF = WORDS["if"], WORDS["elided_if"], WORDS["after_elided_if"]
ANY_IF = IF | ELIDED_IF
NO_CONDITION = WORDS["before_no_condition"]
CONDITIONS = tuple(sorted(WORDS["condition_openers"] | WORDS["possible_openers"]))
PURPOSES = tuple(sorted(WORDS["purpose_openers"]))
AFTER, BEFORE = WORDS["after"], WORDS["before"]
ASKING, ASKING_ANYWHERE = WORDS["asking"], WORDS["asking_anywhere"]
AWAITED = WORDS["much_awaited"]
REFLEXIVE = closed_class("reflexive")
NE, INDEFINITE, BY = WORDS["ne"], WORDS["indefinite_articles"], WORDS["before_agent"]
ENOUGH = WORDS["past_of_means"]
FUTURE = tuple(sorted(WORDS["endings_of_futures"]))
CONDITIONAL = tuple(sorted(WORDS["endings_of_conditionals"]))
TO_COME, ANY = WORDS["set_for_the_future"], WORDS["any"]
DETERMINED = WORDS["definite_determiners"] | WORDS["indefinite_articles"]
"""Beside them it is "the whole": "du tout premier sommet", "toute une série"."""
NOMINAL = frozenset({"DET", "ADP", "NUM", "PROPN", "NOUN"})
SEEMING, HYPHEN = WORDS["seeming"], "-"
COLON, COMMA, QUOTED = ":", ",", "«»"
IF_CUE = "si"
"""The form in which the cue of a condition is reported."""
BY_ADVERB: tuple[Modality, ...] = ("possible", "reported")
ADVERB_BEFORE, ADVERB_AFTER, ASIDE_BEFORE = 6, 4, 10
IF_BEFORE, COMMA_BEFORE = 8, 3
PHRASE_BEFORE, PHRASE_AFTER = 2, 9
"""Greatest distances of these cues from the trigger, in words."""


def adjective(asked: Asked) -> Iterator[Cue]:
    """Read an adjective: "un tir présumé", "un éventuel essai"."""
    view = asked.view
    phrase = view.phrase(asked.token) if asked.mention.group is None else None
    if phrase is None:
        return
    adjectives = load_cues().words
    own = view.tokens[asked.token]
    behind = [c.i for c in own.children if c.dep_ == "amod" and c.i > phrase.last + 1]
    words = [*view.words[phrase.first : phrase.last + 2], *(view.words[i] for i in behind)]
    called_off = adjectives["negated.adjectives"]
    words += [word for word in _aside_behind(asked, phrase.last) if word in called_off]
    for modality in MODALITY_PRECEDENCE[:4]:
        listed = adjectives[f"{modality}.adjectives"]
        by_whom = modality == "planned" and _announced_by(asked, phrase)
        yield from (Cue(modality, word) for word in words if word in listed and not by_whom)


def _announced_by(asked: Asked, phrase: Phrase) -> bool:
    """Match "le tir annoncé mardi par Pyongyang", of what is announced when it is done."""
    view, at = asked.view, phrase.last + 1
    _, end = view.sentence(asked.token)
    if asked.mention.event_type.announced_ahead or at > end:
        return False
    behind = at + 1
    while behind < end and view.date_at[behind] is not None:
        behind += 1
    announced = load_cues().verbs["reporting.announce"]
    return view.words[at] in announced and view.words[min(behind, end)] in BY


def _aside_behind(asked: Asked, last: int) -> list[str]:
    """Return the participle of "un défilé, finalement annulé"."""
    view = asked.view
    _, end = view.sentence(asked.token)
    at = last + 1
    if at >= end or view.words[at] != COMMA:
        return []
    at += 1
    while at < end and view.pos[at] == "ADV":
        at += 1
    return view.words[at : at + 1]


def scheduled(asked: Asked) -> Iterator[Cue]:
    """Read a participle behind the noun's complements: "des manœuvres de Séoul prévues lundi"."""
    view = asked.view
    phrase = view.phrase(asked.token) if asked.mention.group is None else None
    if phrase is None:
        return
    last = clause_end(view, phrase.last, TO_COME)
    for i in range(phrase.last + 1, last + 1):
        behind = view.pos[i - 1] in NOUNS or _before_future(view, phrase.last, i)
        if (
            view.words[i] in TO_COME
            and behind
            and view.pos[i] != "NOUN"
            and _is_its_own(view, asked, view.words[i])
        ):
            yield Cue("planned", view.words[i])
    at = _set_apart(view, phrase)
    if at is not None and _is_its_own(view, asked, view.words[at]):
        yield Cue("planned", view.words[at])


def _set_apart(view: DocView, phrase: Phrase) -> int | None:
    """Return the participle of "le sommet de Hanoï entre les deux, prévu mardi, inquiète Tokyo".

    An aside that ends the sentence, or behind which a verb in the present or future follows; what
    "a réuni" them has come to pass.
    """
    last, (_, end) = phrase.last, view.sentence(phrase.last)
    comma = next((i for i in range(last + 1, end) if view.words[i] == COMMA), None)
    if comma is None or any(view.pos[i] in VERBAL for i in range(last + 1, comma)):
        return None
    at = comma + 1
    while at < end and view.pos[at] == "ADV":
        at += 1
    awaited = not AWAITED.isdisjoint(view.words[comma + 1 : at])
    if view.words[at] not in TO_COME or view.pos[at] == "NOUN" or awaited:
        return None
    closing = next((i for i in range(at + 1, end) if view.words[i] == COMMA), None)
    if closing is not None and phrase.prep in BEFORE:
        return at  # "Avant la rencontre entre les deux, attendue jeudi, Tokyo a protesté"
    if closing is None:
        verbs = (i for i in range(at + 1, end) if view.entity_at[i] is None)
        return None if any(view.is_finite(view.tokens[i]) for i in verbs) else at
    verb = closing + 2 if view.words[closing + 1] in NE | REFLEXIVE else closing + 1
    if verb >= end:
        return None
    if view.words[verb].endswith(CONDITIONAL):
        return at  # "a annoncé que le congrès, prévu en mars, présenterait ses plans"
    tense, compound = view.tokens[verb].morph.get("Tense", []), view.pos[verb + 1] in VERBAL
    now = view.pos[verb] in VERBAL and tense in (["Pres"], ["Fut"]) and not compound
    return at if now and view.is_finite(view.tokens[verb]) else None


def _before_future(view: DocView, last: int, at: int) -> bool:
    """Match an aside before a future: "les exercices, prévus en août, mobiliseront …"."""
    if at != last + 2 or view.words[last + 1] != COMMA:
        return False
    _, end = view.sentence(at)
    closing = next((i for i in range(at + 1, end) if view.words[i] == COMMA), None)
    return closing is not None and view.words[closing + 1].endswith(FUTURE + CONDITIONAL)


def question(asked: Asked) -> Iterator[Cue]:
    """Read a question: "Pyongyang a-t-il tiré ?"; "pourquoi" takes its event for granted.

    What stands before a colon is not asked: "Tir de missile : Kim a-t-il franchi un cap ?".
    """
    view = asked.view
    begin, end = view.sentence(asked.token)
    if view.words[end] != "?" or is_definite(view, asked.token):
        return
    colons = [i for i in range(begin, end) if view.words[i] == COLON]
    if colons and asked.token < colons[-1]:
        return
    first = colons[-1] + 1 if colons else begin
    if not _asks_for_more(view.words[first : end + 1]):
        yield Cue("possible", "?", decisive=True)


def any_such(asked: Asked) -> Iterator[Cue]:
    """Read "toute livraison d'armes": whichever there may be."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(phrase.first)
    before = view.words[max(begin, phrase.start - 1) : phrase.head]
    if not ANY.isdisjoint(before) and DETERMINED.isdisjoint(before):
        yield Cue("possible", min(ANY))


def free_quotation(asked: Asked) -> Iterator[Cue]:
    """Read "« l'intrusion »" as somebody's word, where nobody is named who says it."""
    if asked.quoted:
        yield Cue("reported", QUOTED)


def adverb(asked: Asked) -> Iterator[Cue]:
    """Read an adverb: "a peut-être tiré", "aurait apparemment livré"."""
    view, token = asked.view, asked.token
    begin, end = view.sentence(token)
    lists = load_cues().words
    last = min(end, token + ADVERB_AFTER - 1)
    if is_definite(view, token):
        last = next((i - 1 for i in range(token + 1, last + 1) if _tells_more(view, i)), last)
    first = max(begin, token - ADVERB_BEFORE)
    first = next((i for i in range(token - 1, first, -1) if _is_apart(asked, i)), first)
    for i in range(first, last + 1):
        for modality in BY_ADVERB:
            if view.words[i] in lists[f"{modality}.adverbs"] and not _of_aside(asked, i):
                yield Cue(modality, view.words[i])
    for i in range(max(begin, token - ASIDE_BEFORE), last + 1):
        if view.words[i] in SEEMING and i < end and view.texts[i + 1].startswith(HYPHEN):
            yield Cue("reported", view.words[i])  # "semble-t-il"


def _of_aside(asked: Asked, i: int) -> bool:
    """Match "un missile, probablement un Hwasong, s'est élancé": it only weighs what the thing is.

    An adverb alone between commas weighs the deed: "a, probablement, tiré".
    """
    view, token = asked.view, asked.token
    behind = view.pos[i + 1 : i + 2]
    opened = view.words[i - 1] == COMMA and not NOMINAL.isdisjoint(behind)
    return opened and COMMA in view.words[i + 1 : token]


def _is_apart(asked: Asked, i: int) -> bool:
    """Match "après" in "probablement arrêté après avoir franchi": another verb is before it."""
    group = asked.mention.group
    return group is not None and group.form != "infinitive" and asked.view.words[i] in AFTER


def _tells_more(view: DocView, i: int) -> bool:
    """Match a verb that does not say whether it happens: "la rencontre ne suffira probablement"."""
    taking_place = load_cues().verbs["taking_place"]
    return (
        view.pos[i] == "VERB"
        and view.is_finite(view.tokens[i])
        and view.words[i] not in taking_place
    )


def condition(asked: Asked) -> Iterator[Cue]:
    """Read a condition: "si Pyongyang tire", "à moins que Séoul ne tire", "il se peut que"."""
    view, token = asked.view, asked.token
    begin, _ = view.sentence(token)
    before = view.words[max(begin, token - IF_BEFORE) : token]
    if _under_if(before):
        yield Cue("possible", IF_CUE)
    text = " ".join(before)
    for opener in CONDITIONS:
        if opens(opener, text) and "," not in text.rpartition(opener)[2]:
            yield Cue("possible", opener)


def purpose(asked: Asked) -> Iterator[Cue]:
    """Read what somebody else is to do: "afin que Pyongyang livre", "pour que Séoul renonce".

    It was done where something was enough for it: "il a suffi d'un jour pour que Séoul renonce".
    """
    view, token = asked.view, asked.token
    begin, _ = view.sentence(token)
    if not ENOUGH.isdisjoint(view.words[begin:token]):
        return
    before = view.words[max(begin, token - IF_BEFORE) : token]
    text = " ".join(before)
    for opener in PURPOSES:
        if opens(opener, text) and "," not in text.rpartition(opener)[2]:
            yield Cue("possible", opener)


def called_for(asked: Asked) -> Iterator[Cue]:
    """Read what is to be done by nobody in particular: "il faut lever", "il est temps de lever"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or not is_infinitive(view, group.first, group.form):
        return
    calling = impersonal(view, group.first)
    if calling is not None:
        yield Cue("possible", view.words[calling])


def leading_to(asked: Asked) -> Iterator[Cue]:
    """Read what a headline expects: "Vers un nouveau tir de missile"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or is_definite(view, asked.token):
        return
    begin, _ = view.sentence(phrase.first)
    before = view.words[max(begin, phrase.start - 1) : phrase.head]
    if not INDEFINITE.isdisjoint(before):
        leading = load_cues().words["possible.leading_to"].intersection(before)
        yield from (Cue("possible", word) for word in sorted(leading))


def weighed(asked: Asked) -> Iterator[Cue]:
    """Read "juge possible un nouvel essai", "rend inévitable une guerre"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, end = view.sentence(phrase.first)
    at = phrase.first - 1
    while at > begin and view.pos[at] == "DET":
        at -= 1
    if phrase.first < end and view.pos[phrase.first + 1] == "DET":
        at = phrase.first  # "plausible la mort" may be taken for one phrase
    if at > begin and view.words[at] in load_cues().words["possible.weighing"]:
        yield Cue("possible", view.words[at])


def planning_phrase(asked: Asked) -> Iterator[Cue]:
    """Read a phrase near a noun: "une visite à venir", "un tir en préparation"."""
    view, token = asked.view, asked.token
    if view.pos[token] not in NOUNS:
        return
    begin, end = view.sentence(token)
    first, last = max(begin, token - PHRASE_BEFORE), min(end + 1, token + PHRASE_AFTER)
    near = " ".join(view.words[first:last])
    for phrase in load_cues().planning_phrases:
        if phrase in near and _is_its_own(view, asked, phrase.split()[0]):
            yield Cue("planned", phrase)


def _is_its_own(view: DocView, asked: Asked, word: str) -> bool:
    """Return whether a participle of plans, if it is one, is in the number of the deed's noun.

    "Un exercice préliminaire aux manœuvres, prévues en août" tells when the manœuvres are.
    """
    single = view.tokens[asked.token].morph.get("Number", []) == ["Sing"]  # "congrès"
    own, told = looks_plural(view.words[asked.token]) and not single, looks_plural(word)
    return word not in TO_COME or own == told


def opens(opener: str, text: str) -> bool:
    """Return whether whole words of a text are an opener: not "pour que" in "pour quelque"."""
    return f" {opener} " in f" {text} "


def _asks_for_more(words: list[str]) -> bool:
    """Return whether a question asks for a circumstance: "pourquoi …", "…, quand et où ?".

    A relative "qui" in the midst of it is no question word.
    """
    if not ASKING_ANYWHERE.isdisjoint(words):
        return True
    opens = [0, 1, *(i + 1 for i, word in enumerate(words[:-1]) if word == ",")]
    return any(words[i] in ASKING for i in opens if i < len(words))


def _under_if(before: list[str]) -> bool:
    """Return whether it is in a condition: "si Pyongyang tire", not "si elle échoue, il tirera"."""
    if ANY_IF.isdisjoint(before) or "," in before[-COMMA_BEFORE:]:
        return False
    return any(
        before[i] in ANY_IF
        and (before[i] in IF or before[i + 1] in AFTER_ELIDED_IF)
        and (i == 0 or before[i - 1] not in NO_CONDITION)
        and not looks_conditional(before[i:])
        for i in range(len(before) - 1)
    )
