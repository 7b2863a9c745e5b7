"""Read what a sentence says of the event as its subject: "est annulé", "n'aura pas lieu"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dprk_events.events.modality.counting import gives_number
from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import determiners, is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of, only_later
from dprk_events.events.modality.put_off import is_put_off_to_a_day
from dprk_events.events.modality.speaker import agent
from dprk_events.events.modality.tense import is_counterfactual, is_only_thought_away
from dprk_events.french import closed_class, forms_of, looks_like_participle, phrase_of, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import NOUNS, VERBAL, DocView, clause_end
from dprk_events.syntax.tags import IN_VERB_GROUP

WORDS = word_lists(__package__)
UNDERGONE, TO_COME = WORDS["undergone"], WORDS["to_come"]
BEING = WORDS["be"]
BEEN, AHEAD = WORDS["passive_participle"], WORDS["announced_ahead"]
BLAMED_ON = WORDS["blamed_on"]
NEGATIVE, NO_FEMININE = WORDS["negative"], WORDS["no_feminine"]
HEARSAY = WORDS["hearsay_auxiliaries"]
OUTLOOK, NEARING = WORDS["set_for_the_future"], WORDS["nearing"]
AS_EXPECTED, ASKED_FOR = WORDS["as_expected"], forms_of(*WORDS["asking_for"])
LIKELIHOOD, ANY = WORDS["weighed"], WORDS["any"]
AGENDA = WORDS["on_the_agenda"] | WORDS["being_prepared"]
OPEN = WORDS["under_discussion"]
ATTITUDES = WORDS["attitudes"]
CLAUSE_MARKS = WORDS["clause_marks"]
RELATIVE = closed_class("que") | WORDS["relative"]
THAT, WHICH = closed_class("que"), WORDS["relative_subject"]
COLON, COMMA = ":", ","
PLACE, FIRST = WORDS["place_of_taking_place"], WORDS["coming_first"]
NE, ONE = WORDS["ne"], WORDS["one_article"]
JOINING, REFLEXIVE = WORDS["joining"], closed_class("reflexive")
POINTING = closed_class("demonstratives") | closed_class("possessives")
AVOIR, OF_PLACE = forms_of("avoir"), WORDS["what_has_place"]
ACTIVE = "ant"
AROUND_VERB, AUXILIARIES = 4, 2
CONDITIONAL = tuple(sorted(WORDS["conditional_endings"]))
IMPERFECT = tuple(sorted(WORDS["imperfect_endings"]))


def undergone(asked: Asked) -> Iterator[Cue]:
    """Read an event as subject of a change: "la visite a été annulée", "un tir se prépare"."""
    view, cues = asked.view, load_cues()
    called_off = cues.words["called_off_in_words.phrases"]
    coming = cues.words["planned.said_of"]
    for said in predicates(asked):
        verb = _of_staying(view, said)
        word = view.words[verb]
        begin, _ = view.sentence(verb)
        before = view.words[max(begin, verb - AROUND_VERB) : verb]
        passive = verb != said or not UNDERGONE.isdisjoint(before)
        if word in cues.verbs["negated"] and passive and negation_of(view, verb) is None:
            put_off = is_put_off_to_a_day(view, verb)
            yield Cue("planned" if put_off else "negated", word)
        elif word in cues.verbs["called_off"] and negation_of(view, verb) is None:
            yield Cue("negated", word)
        elif any(phrase in _from(view, begin, verb) for phrase in called_off):
            yield Cue("negated", word, decisive=True)
        elif _is_due(view, verb) or any(said in _from(view, begin, verb) for said in coming):
            yield Cue("planned", word)
        elif _may_be_called_off(view, verb):
            yield Cue("possible", word)
        elif passive and _is_held_open(view, verb) and negation_of(view, verb) is None:
            yield Cue("possible", word)  # "La réunion a été demandée", "Un tir était redouté"
        elif (passive and word in cues.verbs["planned"]) or not TO_COME.isdisjoint(before):
            denied = negation_of(view, verb) is not None
            yield Cue("negated" if denied else "planned", word)


def _of_staying(view: DocView, verb: int) -> int:
    """Return the participle behind "restent", "demeureront"; any other verb as it is."""
    _, end = view.sentence(verb)
    behind = verb + 1
    if view.words[verb] not in _staying() or behind > end:
        return verb
    return behind if view.words[behind] in load_cues().verbs["negated"] else verb


@cache
def _staying() -> frozenset[str]:
    return forms_of(*WORDS["staying"])


def _is_held_open(view: DocView, verb: int) -> bool:
    """Match what is asked for, feared or wished: "demandée", "redouté"; not "se veut"."""
    word = view.words[verb]
    feared = load_cues().verbs["expecting.possible"].get(word) in ATTITUDES
    return word in ASKED_FOR or (feared and view.words[verb - 1] not in REFLEXIVE)


def _is_due(view: DocView, verb: int) -> bool:
    """Match "doivent reprendre", "va s'ouvrir", said of the event."""
    verbs, word = load_cues().verbs, view.words[verb]
    if not (word in verbs["keeping"] or word in verbs["taking_place"]):
        return False
    modal = verb - 2 if view.pos[verb - 1] == "PRON" else verb - 1
    due = view.words[modal] in verbs["planned.modals"]
    going = view.words[modal] in load_cues().words["planned.going"]
    return (due or going) and negation_of(view, modal) is None


def _may_be_called_off(view: DocView, modal: int) -> bool:
    """Match "pourrait être repoussée", said of what is planned."""
    verbs, (_, end) = load_cues().verbs, view.sentence(modal)
    if modal + 2 > end or view.words[modal] not in verbs["possible.modals"]:
        return False
    off = view.words[modal + 2]
    return view.words[modal + 1] in BEING and (
        off in verbs["putting_off"] or off in verbs["negated"]
    )


def told_of(asked: Asked) -> Iterator[Cue]:
    """Read an event as subject of a saying: "ce tir a été signalé par Séoul".

    What is announced is planned, where the type is one that is announced ahead.
    """
    view, cues = asked.view, load_cues()
    for verb in (*predicates(asked), *_before_its_subject(asked)):
        word = view.words[verb]
        lemma = cues.verbs["reporting.announce"].get(word)
        begin, _ = view.sentence(verb)
        if gives_number(view, verb) and word in cues.verbs["reporting"]:
            yield Cue("reported", word, source=agent(view, verb))
            continue  # "les pertes sont estimées à 400 hommes"
        before = view.words[max(begin, verb - AROUND_VERB) : verb]
        denied = negation_of(view, verb) is not None
        passive = UNDERGONE if lemma in BLAMED_ON or denied else BEEN
        if lemma is None or passive.isdisjoint(before):
            continue
        ahead = lemma in AHEAD and asked.mention.event_type.announced_ahead
        modality: Modality = "planned" if ahead else "reported"
        if denied:
            modality = "possible"
        yield Cue(modality, word, source=agent(view, verb))


def _before_its_subject(asked: Asked) -> Iterator[int]:
    """Yield the participle of "auquel est attribué le vol", "sont imputés deux vols"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is not None and phrase.prep is None and phrase.start > 0:
        before = phrase.start - 1
        if load_cues().verbs["reporting.announce"].get(view.words[before]) in BLAMED_ON:
            yield before


def _from(view: DocView, begin: int, verb: int) -> str:
    """Return a verb and the words around it that can belong to a set phrase."""
    _, end = view.sentence(verb)
    words = view.words[max(begin, verb - AROUND_VERB) : min(end, verb + AROUND_VERB) + 1]
    return phrase_of(words)


def taking_place(asked: Asked) -> Iterator[Cue]:
    """Read "n'aura pas lieu", "ne s'est jamais tenu", "se tiendra"."""
    view, forms = asked.view, load_cues().verbs["taking_place"]
    for verb in predicates(asked):
        word = view.words[verb]
        if word not in forms or is_only_thought_away(view, verb):
            continue
        if word in AVOIR and not _has_its_noun(view, verb):
            continue
        if (at := negation_of(view, verb)) is not None:
            yield only_later(view, verb) or Cue("negated", view.words[at], decisive=True)
        elif view.tokens[verb].morph.get("Tense", []) == ["Fut"]:
            yield Cue("planned", word)


def _has_its_noun(view: DocView, verb: int) -> bool:
    """Match "n'a pas eu lieu"; not "n'y a rien changé", which tells what came of it."""
    return not OF_PLACE.isdisjoint(view.words[verb : clause_end(view, verb) + 1])


def outlook(asked: Asked) -> Iterator[Cue]:
    """Read "un tir n'est pas prévu", "paraît peu probable", "est imminent", "aurait eu lieu"."""
    view = asked.view
    for verb in predicates(asked):
        said = [verb, *(c.i for c in view.tokens[verb].children if c.dep_ == "cop")]
        compound = not HEARSAY.isdisjoint(view.words[max(0, verb - AUXILIARIES) : verb])
        conditional = compound or any(is_conditional(view, i) for i in said)
        if _would_take_place(view, verb):
            yield Cue("planned", view.words[verb])
            continue
        if conditional and _is_known(view, asked.token):
            if _would_entail(view, asked.token, verb):
                yield Cue("possible", view.words[verb])
            continue
        begin, end = view.sentence(verb)
        first = max(begin, verb - AROUND_VERB)
        if COMMA in view.words[first:verb]:
            first = verb - view.words[first:verb][::-1].index(COMMA)  # not of an aside before it
        near = view.words[first : min(end, verb + AROUND_VERB) + 1]
        negative = not NEGATIVE.isdisjoint(near)
        text = " ".join(near)
        if due := _expected(view, verb, near) or {each for each in AGENDA if each in text}:
            denied = negative or not NO_FEMININE.isdisjoint(near)
            yield Cue("negated" if denied else "planned", " ".join(sorted(due)))
        elif (coming := NEARING.intersection(near)) and not _of_so_many(view, verb, end):
            yield Cue("possible" if negative else "planned", min(coming))
        elif likely := LIKELIHOOD.intersection(near) or {each for each in OPEN if each in text}:
            yield Cue("possible", min(likely))
        elif conditional and len(said) > 1 and (negative or _is_valued(view, verb, said[-1])):
            yield Cue("possible", view.words[said[-1]])  # "ne serait pas une surprise"
        elif compound and view.words[verb].endswith(ACTIVE):
            yield Cue("possible", view.words[verb])  # "serait embarrassant"
        elif conditional and not negative:
            word = view.words[verb]
            hearsay: Modality = "planned" if _said_before(asked, verb) else "reported"
            yield Cue(hearsay if HEARSAY.intersection([word, *near]) else "possible", word)


def _expected(view: DocView, verb: int, near: list[str]) -> set[str]:
    """Return what says that an event is still to come; not "a eu lieu comme prévu"."""
    done = AS_EXPECTED if view.tokens[verb].is_participle else frozenset[str]()
    pairs = pairwise(["", *near])
    return {word for before, word in pairs if word in OUTLOOK and before not in done}


def _would_take_place(view: DocView, verb: int) -> bool:
    """Match "aurait (bien) lieu en mai", "se tiendrait": told of what is to come."""
    if view.words[verb] not in load_cues().verbs["taking_place"] or is_counterfactual(view, verb):
        return False
    if negation_of(view, verb) is not None:
        return False
    if view.words[verb] not in HEARSAY:
        return is_conditional(view, verb)
    _, end = view.sentence(verb)
    return not PLACE.isdisjoint(view.words[verb + 1 : min(end, verb + 2) + 1])


def _is_known(view: DocView, token: int) -> bool:
    """Return whether a definite noun names what is known; not "le premier tir aurait visé"."""
    phrase = view.phrase(token)
    first = phrase is not None and not FIRST.isdisjoint(view.words[phrase.first : token])
    return is_definite(view, token) and not first


def _of_so_many(view: DocView, verb: int, end: int) -> bool:
    """Match "les pertes approchent 4 700 hommes": they come near a number, not a day."""
    behind = range(verb + 1, min(end, verb + 2) + 1)
    return view.words[verb] in NEARING and any(view.is_number(i) for i in behind)


def _is_valued(view: DocView, said: int, copula: int) -> bool:
    """Match "serait une « grave erreur »", "serait inacceptable": it is judged, and not told of."""
    if view.pos[said] == "ADJ":
        return not looks_like_participle(view.words[said])
    return view.pos[said] == "NOUN" and not ONE.isdisjoint(view.words[copula + 1 : said])


def _said_before(asked: Asked, verb: int) -> bool:
    """Match "a annoncé que des sanctions seraient imposées", a future in the past."""
    view = asked.view
    begin, _ = view.sentence(verb)
    compound = not BEEN.isdisjoint(view.words[max(begin, verb - AROUND_VERB) : verb])
    told = asked.covering[-1] if asked.covering else None
    if told is None or compound or told.modality is not None:
        return False
    return told.past and told.cue < verb and view.words[told.first] in THAT


def _would_entail(view: DocView, token: int, verb: int) -> bool:
    """Match "la vente de missiles déclencherait des sanctions"; not "ces ventes violeraient"."""
    phrase = view.phrase(token)
    simple = is_conditional(view, verb) and view.words[verb] not in HEARSAY
    if phrase is None or not simple or view.words[verb] in load_cues().verbs["possible.modals"]:
        return False
    return POINTING.isdisjoint(determiners(view, phrase))


def is_conditional(view: DocView, i: int) -> bool:
    """Return whether a token is a conditional, by its tag or its ending."""
    word = view.words[i]
    shaped = word.endswith(CONDITIONAL) and not word.endswith(IMPERFECT)
    return shaped or view.tokens[i].morph.get("Mood", []) == ["Cnd"]


def predicates(asked: Asked) -> list[int]:
    """Return the words said of the event as subject, that after a relative clause included."""
    view = asked.view
    above = [
        g.token for g in asked.above if g.how == "subject" and not _topic(view, asked, g.token)
    ]
    found = [i for i in above if view.entity_at[i] is None]  # not the place of "serait en Russie"
    phrase = view.phrase(asked.token)
    if phrase is None or phrase.prep is not None or view.pos[asked.token] not in NOUNS:
        return found
    after = _after_relative(view, phrase.last)
    opens = phrase.start == view.sentence(asked.token)[0]
    nearer = _next_verb(view, phrase.last) if opens or not asked.above else None
    if after is None and nearer is not None:
        found = [i for i in found if not _in_another_clause(view, nearer, i)]
        after = None if found else nearer
    return [*found, after] if after is not None and after not in found else found


def _in_another_clause(view: DocView, nearer: int, verb: int) -> bool:
    """Match "Un contingent | serait sur place, bien que X n'ait rien | confirmé", as one tree."""
    auxiliary = view.tokens[nearer].dep_.startswith(("aux", "cop"))  # "n'est qu'une question"
    return not auxiliary and not CLAUSE_MARKS.isdisjoint(view.words[nearer + 1 : verb])


def _topic(view: DocView, asked: Asked, verb: int) -> bool:
    """Match "Veto russe : les sanctions ne seront pas prises": the verb is not said of the veto."""
    return COLON in view.words[asked.token : verb]


def _next_verb(view: DocView, last: int) -> int | None:
    """Find the verb behind the noun and its complements, where the tree has none."""
    _, end = view.sentence(last)
    for i in range(last + 1, end + 1):
        if view.words[i] in CLAUSE_MARKS or view.words[i] == ",":
            return None
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            before = i - 1 if view.words[i - 1] in REFLEXIVE else i
            if view.words[before - 1] in JOINING:
                return None  # "compte cent morts et s'attend à": said of who counts them
            verb = last = i
            while last < end and (view.pos[last + 1] in VERBAL or view.pos[last + 1] == "ADV"):
                last += 1
                verb = last if view.pos[last] in VERBAL else verb  # "serait déjà | en Russie"
            return verb
    return None


def _after_relative(view: DocView, last: int) -> int | None:
    """Find the verb after what begins behind the noun: "les exercices, que …, sont".

    So in "La visite que Xi devait faire au printemps a été annulée".
    """
    _, end = view.sentence(last)
    if last < end and view.words[last + 1] in THAT | WHICH:
        return verb_behind_relative(view, last + 1, end)
    comma = next((i for i in range(last + 1, end) if view.words[i] == ","), None)
    if comma is None:
        return None
    closing = next((i for i in range(comma + 1, end) if view.words[i] == ","), None)
    if closing is None:
        return None
    aside = range(comma + 1, closing)
    described = view.words[comma + 1] in RELATIVE or _participle(view, comma + 1)
    if not described and any(view.is_finite(view.tokens[i]) for i in aside):
        return None
    verb = closing + 1
    while verb < end and (view.words[verb] in NE or view.pos[verb] in {"ADV", "PRON"}):
        verb += 1  # "La rencontre, un temps envisagée, n'a pas eu lieu"
    own = view.words[verb - 1] in REFLEXIVE or _is_denied(view, closing)  # "…, se prépare"
    if view.pos[verb] not in VERBAL or (verb > closing + 1 and not own):
        return None
    return _last_of_group(view, verb, end)


def _is_denied(view: DocView, closing: int) -> bool:
    return not NE.isdisjoint(view.words[closing + 1 : closing + 2])


def _participle(view: DocView, i: int) -> bool:
    """Match the aside of "les exercices, reportés en raison des Jeux, doivent reprendre"."""
    return view.pos[i] == "VERB" and view.tokens[i].is_participle


def verb_behind_relative(view: DocView, that: int, end: int) -> int | None:
    """Return the verb behind a relative clause that no comma ends: the second that is finite."""
    seen = False
    for i in range(that + 1, end + 1):
        names = view.entity_at[min(i + 1, end)] is not None  # "que Trump et Kim devaient signer"
        joins = view.pos[i] == "CCONJ" and not names
        if view.words[i] in CLAUSE_MARKS or view.words[i] == "," or joins:
            return None
        if not view.is_finite(view.tokens[i]) or view.entity_at[i] is not None:
            continue
        within = view.pos[i - 1] in VERBAL or view.pos[i - 1] in IN_VERB_GROUP
        if seen and (not within or view.words[i - 1] in NE):
            return _last_of_group(view, i, end)
        seen = True
    return None


def _last_of_group(view: DocView, verb: int, end: int) -> int:
    """Return the last verb of a group: "annulée" in "a été purement et simplement annulée"."""
    last = verb
    for i in range(verb + 1, end + 1):
        if view.pos[i] in VERBAL:
            last = i
        elif view.pos[i] not in {"ADV", "CCONJ"}:
            break
    return last
