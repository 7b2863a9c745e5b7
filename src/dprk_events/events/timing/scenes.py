"""Dates that a deed shares with the scene it belongs to: "à l'issue d'un sommet mardi, ils ont"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.heads import is_apart
from dprk_events.events.timing.refusals import OF_DESCRIBED, OF_NOUN
from dprk_events.events.timing.verbs import hoping, is_plain_verb, just_done, speaking
from dprk_events.french import auxiliary_forms, auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import is_reduced

WORDS = word_lists(__package__)
AT_ITS_TIME = WORDS["at_that"] | WORDS["at_its_end"]
COUNTED_NOW = WORDS["first_time"] | WORDS["ordinals"]
CLEFT, AT_ONCE, WHOSE = WORDS["cleft"], WORDS["at_once"], WORDS["relative"]
IT_WAS, AGAIN = WORDS["it_was"], WORDS["another_time"]
OF_THINGS = frozenset({OF_DESCRIBED, OF_NOUN})
"""Why a date of its sentence is not a deed's, and says nothing of it."""
OF = closed_class("of")
ETRE = auxiliary_forms("être")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
OPENING, COUNT_REACH, ETRE_REACH, BACK = 4, 3, 4, 2
"""Words within which "à l'issue de" opens a sentence, from an ordinal to its noun and back to
"c'est"; sentences back to the scene."""


def of_the_gathering_that_opens_its_sentence(chain: Chain, one: Timed) -> int | None:
    """See "À l'issue d'un sommet mardi à Pyongyang, ils ont signé": one day."""
    view, group = chain.view, one.raw.group or one.raw.positions.light
    if group is None or not one.done or not group.in_perfect or is_apart(view, group.verb):
        return None
    begin, _ = view.sentence(one.token)
    if AT_ITS_TIME.isdisjoint(view.words[begin : begin + OPENING]):
        return None
    if not STOPS.isdisjoint(view.words[begin : group.first]):
        return None
    opened = next((each for each in chain.within(begin, group.first) if each is not one), None)
    if opened is None or opened.raw.group is not None or not _is_scene_of(one, opened):
        return None
    number = opened.dating.number
    return number if number is not None and view.dates[number].grain in DAY else None


def of_the_talks_it_came_of(chain: Chain, one: Timed) -> int | None:
    """See "Kim et Xi se sont vus mardi. À l'issue de l'entretien, un accord a été signé".

    So too "Au terme de deux heures de discussions, ils ont": the sentence opens with the end of
    what is told before it, with nothing that tells it apart.
    """
    view, group = chain.view, one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if group is None or not group.in_perfect or chain.stated_in(here):
        return None
    if one.modality not in {"asserted", "reported", "negated"} or is_apart(view, group.verb):
        return None
    begin, _ = view.sentences[here]
    comma = next((i for i in range(begin, group.first) if view.words[i] == ","), None)
    if comma is None or WORDS["at_its_end"].isdisjoint(view.words[begin : begin + OPENING]):
        return None
    named = any(view.entity_at[i] is not None for i in range(begin, comma))
    return (
        None if named or not STOPS.isdisjoint(view.words[begin:comma]) else _scene(chain, one, here)
    )


def of_what_it_is_called_now(chain: Chain, one: Timed) -> int | None:
    """See "… ont signé mardi. Poutine, dont c'était la première visite depuis 2000": that one."""
    view = chain.view
    if one.raw.group is not None or not one.done or not _travels(one):
        return None
    begin, _ = view.sentence(one.token)
    near = range(one.token - 1, max(begin, one.token - COUNT_REACH) - 1, -1)
    counted = next((i for i in near if view.words[i] in COUNTED_NOW), None)
    if counted is None:
        return None
    before = range(counted - 1, max(begin, counted - ETRE_REACH), -1)
    be = next((i for i in before if view.words[i] in ETRE), None)
    if be is None or view.words[be - 1] not in CLEFT or view.words[be - 2] not in WHOSE:
        return None  # not a sentence of its own: "C'est sa troisième visite"
    return _scene(chain, one, view.sentence_at[one.token])


def of_what_was_said_at_once(chain: Chain, one: Timed) -> int | None:
    """See "Le FBI a accusé mardi Lazarus. Le Trésor l'a aussitôt sanctionné": on the same day."""
    view, group = chain.view, one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if group is None or not one.done or not group.in_perfect or chain.stated_in(here):
        return None
    if AT_ONCE.isdisjoint(view.words[max(0, group.first - 1) : group.verb + 2]):
        return None
    if is_apart(view, group.verb) or not chain.goes_on(here):
        return None
    return _only_day(chain, here - 1)


def of_what_had_just_been(chain: Chain, one: Timed) -> int | None:
    """See "Mardi à 6 heures, les sirènes ont retenti. Un missile venait de survoler l'île"."""
    view, group = chain.view, one.raw.group
    here = view.sentence_at[one.token]
    kind = one.raw.event_type
    if group is None or group.form != "infinitive" or not (kind.hits_nobody or kind.harms):
        return None
    if chain.stated_in(here):
        return None
    come = group.first - 2
    if view.words[group.first - 1] not in OF or come < view.sentences[here][0]:
        return None
    token = view.tokens[come]
    if view.words[come] not in just_done() or token.morph.get("Tense", []) != ["Imp"]:
        return None
    return _only_day(chain, here - 1) if chain.goes_on(here) else None


def of_the_scene_set(chain: Chain, one: Timed) -> int | None:
    """See "Panique mardi matin à Sendai. La Corée du Nord a tiré": the news is told next.

    The scene opens its paragraph and has no verb, or is the hour: "Il était 7 heures, mardi".
    """
    view, group = chain.view, one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if group is None or not one.done or not group.in_perfect or is_apart(view, group.verb):
        return None
    if chain.stated_in(here) or not chain.goes_on(here) or not chain.opens_paragraph(here - 1):
        return None
    first, last = view.sentences[here - 1]
    told = any(is_plain_verb(view, i) and not is_reduced(view, i) for i in range(first, last))
    state = "AUX" in view.pos[first:last] and IT_WAS.isdisjoint(view.words[first : first + 2])
    again = not AGAIN.isdisjoint(view.words[slice(*view.sentences[here])])
    if told or state or again or chain.of_sentence(here - 1):
        return None
    day = _only_day(chain, here - 1)
    return day if day is not None and chain.is_news(day) else None


def of_the_day_that_opens_its_paragraph(chain: Chain, one: Timed) -> int | None:
    """See "La tension est montée d'un cran jeudi. La Corée du Nord a lancé": what is told of it.

    The sentence before opens a paragraph and tells, in the compound past, no deed of ours and no
    statement.
    """
    view, group = chain.view, one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if group is None or one.modality != "asserted" or not group.in_perfect:
        return None
    if is_apart(view, group.verb) or _has_own_day(chain, one) or chain.of_sentence(here - 1):
        return None
    if not chain.goes_on(here) or not chain.opens_paragraph(here - 1):
        return None
    first, last = view.sentences[here - 1]
    verbs = [i for i in range(first, last) if is_plain_verb(view, i) and not is_reduced(view, i)]
    again = AGAIN & {*view.words[slice(*view.sentences[here])], *view.words[first:last]}
    if again or not verbs or not STOPS.isdisjoint(view.words[first:last]):
        return None
    said = speaking() | hoping().keys()
    told = all(auxiliary_tense(view.words[i - 1]) == "present" for i in verbs)
    if not told or any(view.words[i] in said for i in verbs):
        return None
    day = _only_day(chain, here - 1)
    return day if day is not None and chain.is_news(day) else None


def _is_scene_of(one: Timed, other: Timed) -> bool:
    """Return whether a deed is a gathering, or a journey on which such deeds are done."""
    return other.raw.event_type.symmetric or other.raw.type in one.raw.event_type.made_at


def _travels(one: Timed) -> bool:
    """Return whether a deed goes somewhere, and not with weapons."""
    kind, slots = one.raw.event_type, one.raw.candidate.trigger.rule.slots
    goes = any(slot.role == "destination" for slot in slots)
    return goes and not (kind.harms or kind.hits_nobody or kind.neighbours)


def _scene(chain: Chain, one: Timed, here: int) -> int | None:
    """Return the day of the gathering told in the sentences before; None where it is not plain."""
    for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
        if not chain.goes_on(sentence + 1):
            return None
        told = [each for each in chain.of_sentence(sentence) if each.done]
        if told:
            return chain.day_of(sentence) if any(_is_scene_of(one, each) for each in told) else None
        if chain.stated_in(sentence):
            return None
    return None


def _has_own_day(chain: Chain, one: Timed) -> bool:
    """Return whether its sentence has a date but that of a thing: "l'accord conclu en 2018"."""
    stated = chain.stated_in(chain.view.sentence_at[one.token])
    return any(one.dating.refused.get(number) not in OF_THINGS for number in stated)


def _only_day(chain: Chain, sentence: int) -> int | None:
    """Return the only day of a sentence, of what is told or of who says it."""
    days = chain.stated_in(sentence)
    one = days[0] if len(days) == 1 else None
    return one if one is not None and chain.view.dates[one].grain in DAY else None
