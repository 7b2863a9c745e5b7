"""Dates of another clause or verb than the event's."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, takes_place_forms
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.own_clause import in_its_own_clause, is_seen_then
from dprk_events.events.timing.places import behind_aside, opens_clause, word_before
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import (
    bringing_together,
    caused_from,
    dating_from,
    is_plain_verb,
    presiding,
    taking_part,
    verb_before,
)
from dprk_events.french import Tense, auxiliary_tense, closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, VerbGroup, is_reduced

WORDS = word_lists(__package__)
AFTER_THE_FACT, RELATIVE = WORDS["after_the_fact"], WORDS["relative"]
FOR = WORDS["for"]
TO_WHICH, WHEN = WORDS["to_which"], WORDS["when"]
OCCASION = WORDS["occasion"]
TAKING_UP = WORDS["taking_up"]
MARK, ORDINALS = WORDS["gerund"], WORDS["ordinals"]
COORDINATING, TIMES_OF_DAY = WORDS["coordinating"], WORDS["times_of_day"]
OF = closed_class("of")
CLAUSE_OPENERS, THAT = closed_class("clause_openers"), closed_class("que")
CLEFT, BE = WORDS["cleft"], forms_of("être")
GERUND = "ant"
"""Ending of present participles."""
PLUPERFECT: Tense = "imperfect"
"""Tense of the auxiliary of "avait tiré"."""
DASHES = ("-", "–", "—")
"""Around an aside: "– y compris les tirs –"."""
BEHIND_PARTICIPLE = 3
"""How many words after a participle a date is surely its own: "les soldats envoyés en octobre"."""
NUMBER_OF_COMMAS = 2
"""Around an aside."""
CHAIN = 2
"""Nouns before an event's that are looked at: "l'annonce de l'ouverture du sommet"."""
BEHIND_DEED = 3
"""How many words after a noun a date is surely the noun's."""


def is_before_the_fact(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "vendredi" for "meurtre": "a présenté vendredi des excuses après le meurtre".

    So too before "après avoir tiré". Behind the noun too, where another verb comes between: "Après
    le tir, Séoul a protesté mardi".
    """
    group = setting.mention.group
    if group is not None:
        first = _first_of_group(view, group)
        after = first is not None and view.words[first - 1] in AFTER_THE_FACT | FOR
        apart = date.at < group.first or _is_of_next_clause(view, group.verb, date.at)
        return after and group.tense == "infinitive" and apart
    if in_its_own_clause(view, setting, date):
        return False
    if _opens_before(view, setting, date):
        return True
    phrase = _outermost(view, setting.token)
    if phrase is None or phrase.prep not in AFTER_THE_FACT:
        return False
    if date.at < phrase.start:
        return True
    return opens_clause(view, setting.token, date.at) and not happens_then(view, setting, date)


def _opens_before(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "Après un an 2017 marqué par des tirs, la détente a commencé en mai": of what opens."""
    begin = setting.begin
    if view.words[begin] not in AFTER_THE_FACT or date.at < setting.token:
        return False
    comma = next((i for i in range(setting.token, date.at) if view.words[i] == ","), None)
    if comma is None or view.has_finite(begin, comma):
        return False
    return view.has_finite(comma, date.at)


def _outermost(view: DocView, token: int) -> Phrase | None:
    """Return the phrase that a noun is part of: "après l'ouverture du sommet" of "sommet"."""
    phrase = view.phrase(token)
    for _step in range(CHAIN):
        if phrase is None or phrase.prep not in OF or not phrase.start:
            return phrase
        before = view.phrase(phrase.start - 1)
        if before is None or before.last != phrase.start - 1:
            return phrase
        phrase = before
    return phrase


def is_of_participle(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the date of the participle just before it: "alimentant lundi les tensions"."""
    before = date.at - 1
    return (
        before >= 0
        and view.words[before].endswith(GERUND)
        and view.pos[before] in VERBAL
        and before not in setting.own
    )


def is_of_relative_aside(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mai" for "rendre": "Moon, qui a vu Kim en mai, pourrait se rendre à Moscou".

    Not "mai" for "vu" in "ces pays, qui s'entendaient en mai, lorsque Moon avait vu Kim".
    """
    if told_when(view, date.at, setting.token):
        return False
    opened = next((i for i in range(date.at, setting.begin, -1) if view.words[i] == ","), None)
    if opened is None or view.words[opened + 1] not in RELATIVE or setting.token < date.at:
        return False
    return "," in view.words[date.at : setting.token] and min(setting.own) > date.at


def is_of_earlier_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "lundi" for "départs": "ont fui lundi, et de nouveaux départs se préparent"."""
    own = view.tokens[setting.token]
    if setting.mention.group is not None or not own.dep_.startswith("nsubj"):
        return False
    joined = [i for i in range(date.at, setting.token) if view.words[i] in COORDINATING - {","}]
    if not joined or own.head.i < setting.token or date.at <= setting.begin + OPENING:
        return False
    return view.has_finite(setting.begin, date.at)


def is_of_main_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "il y a 70 ans" for "morts": "le début, il y a 70 ans, d'un conflit qui a fait …".

    A date at the head of a sentence told as past of the past holds for all of it: "En 2017, un
    soldat avait fui, sous les tirs de gardes qui l'avaient blessé".
    """
    between = view.words[date.at : setting.token]
    if RELATIVE.isdisjoint(between) or told_when(view, date.at, setting.token):
        return False
    heads = date.at <= setting.begin + OPENING
    if heads and _is_cleft(view, date.at, setting.token):
        return False
    group = setting.mention.group
    if heads and group is not None and behind_aside(view, date.at, group.verb):
        return False
    return not (heads and told_before(view, date.at, setting.token))


def told_when(view: DocView, date: int, token: int) -> bool:
    """Match "en avril, lorsque Kim l'avait reçu", "mardi, quand le missile a été tiré"."""
    if token <= date:
        return False  # "Poutine attendu à Pyongyang en juin": nothing need stand behind it
    last = date
    while last + 1 < token and view.date_at[last + 1] == view.date_at[date]:
        last += 1
    opened = last + 1 + (view.words[last + 1] == ",")
    return view.words[opened] in WHEN and RELATIVE.isdisjoint(view.words[opened + 1 : token])


def _is_cleft(view: DocView, first: int, token: int) -> bool:
    """Match "La semaine passée, c'est une banque qui a été piratée": the relative is the clause."""
    if view.pos[token] not in VERBAL:
        return False
    marks = (i for i in range(first, token - 1) if view.words[i] in CLEFT)
    verb = next((i + 1 for i in marks if view.words[i + 1] in BE), None)
    if verb is None:
        return False
    between = (i for i in range(first, token) if i != verb and is_plain_verb(view, i))
    return not any(view.is_finite(view.tokens[i]) for i in between)


def is_of_later_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "1er novembre" for "accord": "un accord qui interdit, à partir du 1er novembre, …"."""
    if _dates_it(view, setting, date):
        return False
    opened = coordinated = False
    beyond = _behind_aside_of(view, setting, date)
    for i in range(setting.token + 1 if beyond is None else beyond, date.at):
        word = view.words[i]
        if word in CLAUSE_OPENERS and view.entity_at[i] is None:
            if view.words[i - 1] in TAKING_UP and view.words[i - 2] == ",":
                return True  # "a expédié des hommes, ce que Séoul a révélé vendredi"
            opened = True
        elif word in COORDINATING:
            coordinated = True
        elif view.pos[i] == "VERB" and i not in setting.own and view.is_finite(view.tokens[i]):
            opened = opened or coordinated
            happens = word in takes_place_forms() or _is_to_happen(view, i)
            if opened and not happens and not _carries(view, setting, i):
                return True
    return False


def _dates_it(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "Leur dernier sommet, à Hanoï, remontait à 2019": it says when its subject was.

    An aside may stand between: "La dernière visite, qui avait duré trois jours, datait de 2005".
    """
    near = range(word_before(view, date.at)[0] - 1, setting.token, -1)[:BEHIND_PARTICIPLE]
    verb = next((i for i in near if view.words[i] in dating_from()), None)
    if setting.mention.group is not None or verb is None:
        return False
    rivals = (i for i in setting.rivals if setting.token < i < verb)
    if any(view.words[i] not in ORDINALS for i in rivals):
        return False  # but "le dernier essai, le sixième, remonte"
    plain = CLAUSE_OPENERS.isdisjoint(view.words[setting.token : verb])
    return plain or behind_aside(view, setting.token, verb)


def _first_of_group(view: DocView, group: VerbGroup) -> int | None:
    """Return the first word of "avoir tiré", "avoir fait défiler"; None for what has none."""
    caused = caused_from(view, group.first) if group.form == "infinitive" else None
    return group.first if caused is None and group.compound else caused


def _is_of_next_clause(view: DocView, verb: int, date: int) -> bool:
    """Match "Après avoir tiré un missile, le Nord a mené mardi un exercice": of the main verb."""
    comma = next((i for i in range(verb + 1, date) if view.words[i] == ","), date)
    return any(is_plain_verb(view, i) for i in range(comma, date))


def _behind_aside_of(view: DocView, setting: Setting, date: NearDate) -> int | None:
    """Return where "L'exercice, que Pyongyang dénonce, a commencé lundi" goes on, of a noun."""
    phrase = view.phrase(setting.token)
    if setting.mention.group is not None or phrase is None or phrase.prep is not None:
        return None
    commas = [i for i in range(setting.token + 1, date.at) if view.words[i] == ","]
    if len(commas) != NUMBER_OF_COMMAS or view.words[commas[0] + 1] not in CLAUSE_OPENERS:
        return None
    verb = next((i for i in range(commas[1] + 1, date.at) if is_plain_verb(view, i)), None)
    named = (view.pos[i] in {"AUX", "ADV", "PRON"} for i in range(commas[1] + 1, verb or date.at))
    return None if verb is None or not all(named) else commas[1]


def is_outside_aside(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2018" for "tirs": "convinrent de cesser ces actes – y compris les tirs – en 2018"."""
    before = any(view.words[i].startswith(DASHES) for i in range(setting.begin, setting.token))
    behind = any(view.words[i].endswith(DASHES) for i in range(setting.token + 1, date.at))
    return before and behind


def is_of_later_deed(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "août" for "tir": "le tir de mai a échoué, avant un autre échec en août"."""
    for i in range(setting.token + 1, date.at):
        if view.words[i] in AFTER_THE_FACT and view.date_at[i] is None:
            if view.words[i + 1] in OF and _infinitive_near(view, i, date.at):
                return True  # "a acheminé des obus avant d'être remisé en février"
            other = next(view.each_phrase(i + 1, date.at - 1), None)
            if other is not None and view.words[other.head] not in TIMES_OF_DAY:
                return date.at - other.last <= BEHIND_DEED
    return False


def _infinitive_near(view: DocView, first: int, date: int) -> bool:
    """Return whether a verb stands right before a date, behind "avant de"."""
    near = range(max(first + 1, date - BEHIND_DEED), date)
    return any(is_plain_verb(view, i) for i in near)


def is_of_verb_before(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi", just after a verb, for "visité": "a atterri mardi à Pyongyang, a visité"."""
    group = setting.mention.group
    if group is None:
        return _under_participle(view, setting, date)
    if group.form == "infinitive" or not 0 < date.at <= setting.token:
        return False
    if view.words[group.verb].endswith(GERUND) and view.words[group.verb - 1] in MARK:
        return False  # "a répliqué mardi en tirant"
    if is_seen_then(view, setting, date):
        return False
    before = word_before(view, date.at)[0] - 1
    return (
        before not in setting.own and is_plain_verb(view, before) and not is_reduced(view, before)
    )


def _under_participle(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "a blanchi mardi des fonds volés lors d'un piratage": the theft was before."""
    phrase = view.phrase(setting.token)
    if phrase is None or phrase.prep not in OCCASION or not date.at < setting.token:
        return False
    verb = verb_before(view, phrase.start, date.at)
    return verb is not None and is_reduced(view, verb) and verb > date.at + 1


def happens_then(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "mardi" for "sommet" in "est arrivé lundi pour le sommet qui doit se tenir mardi"."""
    if setting.mention.group is not None or date.at <= setting.token:
        return False
    behind = range(setting.token + 1, date.at)
    opened = next((i for i in behind if view.words[i] in RELATIVE), None)
    if opened is None or any(i in setting.rivals for i in range(setting.token, opened)):
        return False
    verbs = [i for i in behind if view.pos[i] in VERBAL and view.entity_at[i] is None]
    return bool(verbs) and all(
        i > opened
        and (view.words[i] in takes_place_forms() or view.pos[i] == "AUX" or _is_to_happen(view, i))
        for i in verbs
    )


def _is_to_happen(view: DocView, verb: int) -> bool:
    """Match "doivent" in "les exercices, reportés hier, doivent reprendre en avril"."""
    if view.words[verb] not in light_forms()["modal"]:
        return False
    deeds = (c for c in view.tokens[verb].children if c.dep_ == "xcomp")
    return any(view.words[deed.i] in takes_place_forms() for deed in deeds)


def _carries(view: DocView, setting: Setting, verb: int) -> bool:
    """Match "les exercices que Séoul doit mener en août", "auxquels participent depuis lundi"."""
    phrase = view.phrase(setting.token)
    last = setting.token if phrase is None else phrase.last
    opened = next((i for i in range(last + 1, verb) if view.words[i] in CLAUSE_OPENERS), None)
    if opened is not None and view.words[opened] in TO_WHICH:
        return opened == last + 1 and view.words[verb] in taking_part()
    if opened == last + 1 and view.words[opened] in RELATIVE:
        return (
            view.words[verb] in bringing_together()
        )  # "des manœuvres qui mobilisent depuis lundi"
    if opened is None or view.words[opened] not in THAT:
        return False
    forms = light_forms()
    if view.words[verb] in presiding() and opened == last + 1:
        return True  # "une réunion que Kim présidait la veille"
    return view.words[verb] in forms["carry"] or view.words[verb] in forms["modal"]


def told_before(view: DocView, first: int, trigger: int) -> bool:
    """Return whether main and relative clause are both in the pluperfect."""
    auxiliaries = [i for i in range(first, trigger) if auxiliary_tense(view.words[i]) == PLUPERFECT]
    opened = next((i for i in range(first, trigger) if view.words[i] in RELATIVE), first)
    return any(i < opened for i in auxiliaries) and any(i > opened for i in auxiliaries)
