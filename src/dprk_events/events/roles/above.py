"""Verbs around an event noun: those that carry it, bring its sides together or govern it."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, verb_left, verb_right
from dprk_events.events.roles.of_people import tells_of_people
from dprk_events.events.roles.position import (
    Positions,
    add_complements,
    add_put_before,
    joined,
    relative_subject,
)
from dprk_events.french import closed_class, forms_of, looks_like_participle, word_lists
from dprk_events.syntax import (
    VERBAL,
    DocView,
    Phrase,
    VerbGroup,
    antecedents,
    complements,
    group_start,
    subject,
    verb_group,
    verb_object,
)

_LISTS = word_lists(__package__)
GOVERNED, OUTCOMES = _LISTS["of_governed_deeds"], _LISTS["outcomes"]
TAKEN_UP, APART = _LISTS["before_what_is_taken_up"], _LISTS["apart_from_verbs"]
WANTED, ENGAGED = _LISTS["of_wanted_deeds"], _LISTS["of_engaged_deeds"]
DATELINE, DASHES = 16, frozenset("-–—")
"""Words of a dateline at most, and the marks that end it."""
UNITS, AT_SIDE = _LISTS["units_of_time"], _LISTS["at_the_side_of"]
ANY = _LISTS["any"]
AVOIR = forms_of("avoir")
ETRE = forms_of("être")
SINCE, TO = _LISTS["verbs_of_prepositions"], closed_class("to")
HARD_STOPS, OF, AND = closed_class("hard_stops"), closed_class("of"), _LISTS["and"]
TELLER_MARKS = frozenset({",", "»", '"', "”"})
"""Stand before a verb of saying that is put in behind what is said."""
PURPOSE = _LISTS["before_a_purpose"]
WITH, STATE, PARTICIPLE = "avec", "state", "past-participle"
NEAR_COMMA, NEAR_PARTICIPLE = 2, 3


def light_verb(view: DocView, found: Positions, token: int) -> None:
    """Add what the light verb left or right of an event noun has: its subject, its complements."""
    forms = light_forms()
    own = _counted_days(view, view.phrase(token))
    left = own.start if own is not None else token
    begin, last = view.sentence(token)
    apart = own is not None and own.prep in APART  # "a convoqué X après un tir"
    candidate = None if apart else verb_left(view, left, begin, forms["carry"])
    judged = candidate is not None and own is not None and own.prep == "à"
    if judged and view.words[candidate or 0] in forms["believed"]:
        return
    if candidate is not None and not _has_another_object(view, candidate, own):
        _carried(view, found, token, candidate, forms["carry"])
        return
    near = left - 1
    while near > begin and view.date_at[near] is not None:
        near -= 1  # "ayant mis fin mars son veto"
    if own is not None and own.prep is None and near >= begin and view.words[near] in forms["set"]:
        _carried(view, found, token, near, forms["set"])
        return
    if own is not None and own.prep == "par":
        answering = verb_left(view, left, begin, forms["answer"])
        if answering is not None:
            _answered(view, found, answering, "answer")
            return
        repelling = verb_left(view, left, begin, forms["repel"])
        if repelling is not None:
            _answered(view, found, repelling, "repel")
            found.add("contre", verb_object(view, repelling))
            return
    candidate = verb_right(view, token, last)
    if candidate is None:
        candidate = _bringing_together(view, token)
    if candidate is not None:
        _taking_place(view, found, token, candidate)


def _has_another_object(view: DocView, verb: int, own: Phrase | None) -> bool:
    """Match "prépare le terrain à | une visite": the verb carries its object, not the event."""
    if own is None or own.prep != "à" or view.words[verb] in AVOIR:
        return False
    between = view.phrases_between(verb + 1, own.start - 1)
    return any(each.prep is None and view.date_at[each.head] is None for each in between)


def _carried(
    view: DocView,
    found: Positions,
    token: int,
    candidate: int,
    forms: dict[str, tuple[str, str]],
) -> None:
    """Add what the verb left of an event noun has, of which it is the object."""
    own = view.phrase(token)
    left = own.start if own is not None else token
    lemma, tense = forms[view.words[candidate]]
    group = verb_group(view, candidate, lemma, tense)  # type: ignore[arg-type]
    found.light = group
    if group.passive and (own is None or own.prep not in ENGAGED):
        for phrase in complements(view, candidate, candidate):
            if phrase.prep == "par":
                found.add("subject", phrase)
    else:
        found.add("subject", subject(view, candidate, group.first))
        if (qui := relative_subject(view, group.first)) is not None:
            for phrase in antecedents(view, qui):
                found.add("subject", phrase)
    add_put_before(view, found, group.first)
    for phrase in view.phrases_between(candidate + 1, left - 1):
        if phrase.prep is not None:
            found.add(phrase.prep, phrase)  # "mener avec l'armée du Sud un exercice"
        elif own is not None and own.prep == "à":
            found.add("object", phrase)  # "a eu Xi Jinping au téléphone"
    _complete(view, found, group, max(candidate, own.last if own is not None else token))


def _complete(
    view: DocView, found: Positions, group: VerbGroup, start: int, *, seen: bool = False
) -> None:
    """Add the complements of a light verb; "de …" behind a common noun is that noun's.

    "par …" is of a passive, unless it was only ``seen``: not "ont participé à un exercice, après le
    tir par le Nord", "survient après des critiques formulées par Tokyo", "est suivi par Tokyo".
    """
    whose, doers = list(found.phrases.get("de", [])), list(found.phrases.get("par", []))
    add_complements(view, found, group.verb, start)
    if "par" in found.phrases and (seen or not (group.passive or group.reflexive)):
        found.phrases["par"] = doers
    if "de" in found.phrases:
        found.phrases["de"] = [p for p in found.phrases["de"] if p in whose or _apart(view, p)]


def _answered(view: DocView, found: Positions, verb: int, verbs: str) -> None:
    """Add who answers by the event: "l'armée du Sud a répliqué par un exercice"."""
    lemma, tense = light_forms()[verbs][view.words[verb]]
    group = verb_group(view, verb, lemma, tense)  # type: ignore[arg-type]
    if not group.passive:
        found.light = group
        found.add("subject", subject(view, verb, group.first))


def _taking_place(view: DocView, found: Positions, token: int, candidate: int) -> None:
    """Add what the verb right of an event noun has, of which it is the subject."""
    forms = light_forms()
    _, last = view.sentence(token)
    table = forms["happen"] if view.words[candidate] in forms["happen"] else forms["carry"]
    lemma, tense = table[view.words[candidate]]
    group = verb_group(view, candidate, lemma, tense)  # type: ignore[arg-type]
    apart = tense == PARTICIPLE and not group.compound and tells_of_people(view, token, candidate)
    if group.first <= token or apart:
        return
    if table is forms["carry"] and not (group.passive or group.reflexive):
        return
    found.light = group
    start = candidate
    if candidate + 1 <= last and view.words[candidate + 1] == "lieu":
        start += 1
    seen = group.passive and view.words[candidate] in forms["notice"]
    _complete(view, found, group, start, seen=seen)
    if view.words[candidate] in forms["sides"]:
        for phrase in [p for p in [verb_object(view, candidate)] if p is not None]:
            for side in joined(view, phrase, view.kinds(phrase)):
                found.add("object", side)
                found.add("entre", side)
        if view.words[candidate] in forms["against"]:
            for phrase in list(found.phrases.get("à", [])):
                found.add("entre", phrase)
    for phrase in found.phrases.get("par", []):
        found.add("subject", phrase)


def _apart(view: DocView, of: Phrase) -> bool:
    """Return whether "de …" is no common noun's, as in "a débuté malgré les menaces | de X".

    Nor what "et" joins to such: "… malgré les menaces de X | et de Y".
    """
    joined = view.words[of.start - 1] in AND
    before = view.phrase(of.start - 1 - joined)
    if joined and before is not None and before.prep == of.prep:
        return _apart(view, before)
    return before is None or before.prep is None or before.entity is not None


def _bringing_together(view: DocView, token: int) -> int | None:
    """Return the verb of "les sommets qui ont réuni Kim et Moon", whose object has the sides."""
    own = view.phrase(token)
    qui = (own.last if own is not None else token) + 1
    _, last = view.sentence(token)
    if qui > last or view.words[qui] != "qui":
        return None
    for i in range(qui + 1, min(last, qui + 4) + 1):
        if view.words[i] in light_forms()["sides"]:
            return i
    return None


def governor(view: DocView, found: Positions, token: int) -> None:
    """Add the subject of the verb above the event: "est arrivé à Pékin pour un sommet"."""
    own = _lasting(view, view.phrase(token))
    if own is None or own.prep not in GOVERNED or view.date_at[own.start] is not None:
        return  # "trois mois après le sommet" says when the verb is, and not who was there
    begin, end = view.sentence(token)
    if own.prep == "de" and view.words[own.start - 1] in OUTCOMES:
        return  # "est venu après l'échec du sommet": of others, maybe
    begin = behind_dateline(view, begin, own.start)
    if own.start == begin or _within_opener(view, begin, own):
        found.add("opener", _after_comma(view, own.last + 1, end))
        return
    for i in range(own.start - 1, begin - 1, -1):
        if _is_since(view, i):
            continue
        if view.pos[i] in VERBAL and view.entity_at[i] is None:  # "était en visite" too
            first = group_start(view, i)
            bare = "AUX" not in view.pos[first:i] and looks_like_participle(view.words[i])
            apposed = _of_apposed(view, i, own.last) if bare else None
            angry = own.prep == "de" and view.words[i] in ETRE  # "est furieux des exercices"
            if not angry and view.words[i] not in light_forms()["complain"]:
                teller = _teller_behind(view, first, i, own.start)
                doer = apposed or teller or subject(view, i, first)
                if not _only_reacts(view, own, doer):
                    found.add("fallen" if _has_fallen(view, i) else "governor", doer)
                if not ANY.isdisjoint(view.words[own.start : own.first]):
                    found.add("traveller", doer)  # "rentré après un séjour", not "après le séjour"
                _beside(view, found, i, own.start)
                if own.prep in PURPOSE and view.words[i] in light_forms()["send"]:
                    found.add("governor", verb_object(view, i))
            return
        if view.words[i] in HARD_STOPS:
            return


def _teller_behind(view: DocView, first: int, verb: int, until: int) -> Phrase | None:
    """Return who says so in "…, a fait savoir mardi | X | à l'issue d'une audience"."""
    while first and view.pos[first - 1] in VERBAL:
        first -= 1  # "a fait | savoir"
    if not first or view.words[first - 1] not in TELLER_MARKS:
        return None
    behind = view.phrases_between(verb + 1, until - 1)
    told = (each for each in behind if view.date_at[each.head] is None)
    who = next(told, None)
    return who if who is not None and who.prep is None and who.entity is not None else None


def _is_since(view: DocView, at: int) -> bool:
    """Match the verb of "à partir de", "à compter de", which is only part of a preposition."""
    around = view.words[at] in SINCE and view.words[at - 1] in TO
    return around and not OF.isdisjoint(view.words[at + 1 : at + 2])


def behind_dateline(view: DocView, begin: int, until: int) -> int:
    """Return where a sentence begins behind its dateline: "SÉOUL, 5 mai (AFP) - | Lors de …"."""
    dashes = (i for i in range(begin, min(until, begin + DATELINE)) if view.texts[i][-1] in DASHES)
    dash = next(dashes, None)
    if dash is None or view.has_finite(begin, dash):
        return begin
    return dash + 1


def _lasting(view: DocView, own: Phrase | None) -> Phrase | None:
    """Return a noun with the preposition of how long it lasts: "venu pour | deux heures de …"."""
    if own is None or own.prep != "de":
        return own
    length = view.phrase(own.start - 1)
    if length is None or length.last != own.start - 1 or length.prep is None:
        return own
    if view.words[length.head] not in UNITS:
        return own
    return own._replace(start=length.start, prep=length.prep)


def _counted_days(view: DocView, own: Phrase | None) -> Phrase | None:
    """Return a noun with its number of days before: "a achevé | trois jours de manœuvres"."""
    if own is None or own.prep != "de" or view.words[own.start - 1] not in UNITS:
        return own
    start, begin = own.start - 1, view.sentence(own.start)[0]
    while start > begin and view.date_at[start - 1] is not None:
        start -= 1
    return own if view.pos[start - 1] == "ADP" else own._replace(start=start, prep=None)


def _within_opener(view: DocView, begin: int, own: Phrase) -> bool:
    """Match "À l'issue de deux heures de | tête-à-tête", "Au troisième jour de | sa visite"."""
    before = view.phrases_between(begin, own.start - 1)
    if own.prep != "de" or not before or before[0].start != begin:
        return False
    if view.has_finite(begin, own.start):
        return False
    joined = own.start == before[-1].last + 1 or view.words[own.start - 1] not in HARD_STOPS
    return joined and all(
        each.prep is not None and each.entity is None and view.words[each.head] not in OUTCOMES
        for each in before
    )


def _has_fallen(view: DocView, verb: int) -> bool:
    """Match who died, was hurt or caught: "morts dans", "tués lors de", no "a tué lors de"."""
    forms, word = light_forms(), view.words[verb]
    dead = word in ETRE and view.words[verb + 1] in forms["die"]  # taken for a noun
    if dead or word in forms["die"]:
        return True
    if word not in forms["fall"]:
        return False
    lemma, tense = forms["fall"][word]
    group = verb_group(view, verb, lemma, tense)  # type: ignore[arg-type]
    return group.passive


def _only_reacts(view: DocView, own: Phrase, doer: Phrase | None) -> bool:
    """Match a state that does something else after the event: "tire un missile après un exercice".

    People who do so come from it: "a parlé à la presse après un entretien".
    """
    return own.prep in TAKEN_UP and doer is not None and STATE in view.kinds(doer)


def _beside(view: DocView, found: Positions, verb: int, until: int) -> None:
    """Add with whom who takes part, or holds it, does: "a participé, avec X, à un …"."""
    forms, word = light_forms(), view.words[verb]
    takes_part = word in forms["take_part"] or word in forms["carry"]
    for phrase in view.phrases_between(verb + 1, until - 1):
        if phrase.prep == WITH and (takes_part or view.words[phrase.start] in AT_SIDE):
            found.add(WITH, phrase)  # "ont volé aux côtés de chasseurs du Sud, lors d'un exercice"


def _of_apposed(view: DocView, participle: int, last: int) -> Phrase | None:
    """Return of whom a participle between commas tells: "X, à peine sorti d'un entretien".

    Where it opens the sentence it is whoever follows: "Sorti d'un entretien avec Y, X a …".
    """
    begin, end = view.sentence(participle)
    for i in range(participle - 1, max(begin, participle - NEAR_PARTICIPLE) - 1, -1):
        if view.words[i] == "," and i > begin:
            return view.phrase(i - 1)
    opens = participle - begin <= NEAR_PARTICIPLE
    return _after_comma(view, last + 1, end) if opens else None


def _after_comma(view: DocView, first: int, last: int) -> Phrase | None:
    """Return the phrase behind the comma: "Lors de sa rencontre avec Kim, Trump a …".

    It is none within a phrase: "avec le président chinois, Xi Jinping, | Kim a".
    """
    commas = (i for i in range(first, last) if view.words[i] == ",")
    comma = next((i for i in commas if view.phrase(i) is None), None)
    if comma is None:
        return None
    after = next(view.each_phrase(comma + 1, last), None)
    while after is not None and (inserted := _inserted(view, comma, after, last)) is not None:
        comma = inserted  # "d'un voyage à Pyongyang, en Corée du Nord, X a …"
        after = next(view.each_phrase(comma + 1, last), None)
    near = after is not None and after.prep is None and after.first - comma <= NEAR_COMMA
    return after if near else None


def _inserted(view: DocView, comma: int, after: Phrase, last: int) -> int | None:
    """Return the comma behind a date or place put in: "une visite à Pékin, | en mars, | Kim …"."""
    at = comma + 1 + (view.pos[comma + 1] == "ADP")
    dated = at <= last and view.date_at[at] is not None
    if not dated and (after.prep is None or after.start != comma + 1):
        return None
    while at < last and (view.date_at[at] is not None if dated else at <= after.last):
        at += 1
    return at if at < last and view.words[at] == "," else None


def subject_above(view: DocView, found: Positions, token: int, position: str, verbs: str) -> None:
    """Add the subject of a verb of a list of light_verbs.toml above it: "Kim veut un sommet"."""
    own = view.phrase(token)
    begin, _ = view.sentence(token)
    verb = verb_left(view, own.start if own is not None else token, begin, light_forms()[verbs])
    if verb is not None and (own is None or own.prep is None or own.prep in WANTED):
        found.add(position, subject(view, verb, group_start(view, verb)))
