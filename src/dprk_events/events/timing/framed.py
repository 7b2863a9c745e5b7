"""Days of gatherings and journeys that frame a deed: "a signé mardi, en marge d'un sommet"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.verbs import is_plain_verb
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import POSSESSIVES, DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
FRAMES, OCCASION, INDEFINITE = WORDS["frames"], WORDS["occasion"], WORDS["indefinite"]
DAY_OF, ON_THE_WAY = WORDS["days_of_it"], WORDS["before_journey"]
OF, TO = closed_class("of"), WORDS["to_limit"]
BETWEEN = frozenset({"DET", "ADJ", "NUM"})
"""Tags of what stands between "à" and what it opens: "au deuxième jour", "à l'issue"."""
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
FRAME_REACH, DATE_REACH, AUXILIARY_REACH = 6, 6, 4
"""Words of "au deuxième jour de", from a verb to its day, and back to its auxiliary."""
COMMA = ","


def of_what_it_frames(chain: Chain, one: Timed) -> int | None:
    """See "ont signé mardi, au deuxième jour de leur sommet": it was held on Tuesday.

    So too "en marge d'un sommet", "à l'issue de l'entretien"; and "Biden, en visite à Séoul, a
    rencontré mardi". The day is that of the verb of its own clause, in the compound past.
    """
    view = chain.view
    phrase = view.phrase(one.token)
    if one.raw.group is not None or phrase is None or phrase.head != one.token or not one.done:
        return None
    if not (one.raw.event_type.symmetric or _travels(one)):
        return None
    if _is_beside_subject(view, phrase):
        return _day_behind(view, phrase)
    opened = _frame(view, phrase)
    return None if opened is None else _day_before(view, opened)


def _travels(one: Timed) -> bool:
    kind, slots = one.raw.event_type, one.raw.candidate.trigger.rule.slots
    goes = any(slot.role == "destination" for slot in slots)
    return goes and not (kind.harms or kind.hits_nobody or kind.neighbours)


def _frame(view: DocView, phrase: Phrase) -> int | None:
    """Return the first token of "en marge d'un sommet", "au deuxième jour de sa visite"."""
    begin, _ = view.sentence(phrase.head)
    if phrase.prep in OCCASION:
        article = view.words[phrase.first - 1] if phrase.first > phrase.start else ""
        return phrase.start if article in INDEFINITE | POSSESSIVES else None
    first = max(begin, phrase.first - FRAME_REACH)
    if COMMA in view.words[first : phrase.first]:
        first = max(i for i in range(first, phrase.first) if view.words[i] == COMMA) + 1
    for i in range(first, phrase.first - 1):
        words = view.words[i : phrase.first]
        named = any(f"{' '.join(words)} ".startswith(f"{each} ") for each in FRAMES)
        counted = view.words[i] in DAY_OF and not OF.isdisjoint(words)
        if not (named or counted):
            continue
        opened = i - 1
        while opened > begin and view.words[opened] not in TO and view.pos[opened] in BETWEEN:
            opened -= 1
        if view.words[opened] in TO:  # "à l'ouverture", not "au lendemain de l'ouverture"
            return opened
    return None


def _day_before(view: DocView, opened: int) -> int | None:
    """Return the day of the verb before a frame: "a fait savoir mardi Lavrov à l'issue de"."""
    begin, _ = view.sentence(opened)
    for at, number in stated_dates(view, view.sentence_at[opened])[::-1]:
        if at >= opened or view.dates[number].grain not in DAY:
            continue
        verb = _verb_of(view, begin, at, opened)
        plain = verb is not None and _is_one_clause(view, max(verb, at), opened)
        return number if plain and word_before(view, at)[1] not in OF else None
    return None


def _verb_of(view: DocView, begin: int, date: int, end: int) -> int | None:
    """Return the verb of "a signé mardi", "Mardi, ils ont signé", told in the compound past."""
    verbs = [i for i in range(begin, end) if is_plain_verb(view, i) and not is_reduced(view, i)]
    if date <= begin + OPENING:
        verb = next((i for i in verbs if i > date), None)
    else:
        verb = next((i for i in reversed(verbs) if date - DATE_REACH <= i < date), None)
        if verb is not None and not STOPS.isdisjoint(view.words[verb:date]):
            return None
    if verb is None:
        return None
    before = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    return verb if any(auxiliary_tense(word) == "present" for word in before) else None


def _is_one_clause(view: DocView, first: int, end: int) -> bool:
    """Return whether nothing is told between; behind a comma an infinitive may be."""
    if not STOPS.isdisjoint(view.words[first + 1 : end]):
        return False
    apart = view.words[end - 1] == COMMA
    return all(apart and view.tokens[i].is_infinitive for i in _verbs(view, first + 1, end))


def _verbs(view: DocView, first: int, end: int) -> Iterator[int]:
    return (i for i in range(first, end) if is_plain_verb(view, i))


def _is_beside_subject(view: DocView, phrase: Phrase) -> bool:
    """Match "Joe Biden, en visite à Séoul, a": between commas, before the verb."""
    begin, _ = view.sentence(phrase.head)
    bare = phrase.first == phrase.start + 1 and view.words[phrase.start] in ON_THE_WAY
    if not bare or phrase.start == begin or view.words[phrase.start - 1] != COMMA:
        return False
    return not any(_verbs(view, begin, phrase.start))


def _day_behind(view: DocView, phrase: Phrase) -> int | None:
    """Return the day of the main verb behind the aside."""
    _, end = view.sentence(phrase.head)
    comma = next((i for i in range(phrase.last, end) if view.words[i] == COMMA), None)
    if comma is None or not STOPS.isdisjoint(view.words[phrase.last : comma]):
        return None
    verb = next(_verbs(view, comma, end), None)
    if verb is None or auxiliary_tense(view.words[verb - 1]) != "present":
        return None
    for at, number in stated_dates(view, view.sentence_at[phrase.head]):
        if verb < at <= verb + DATE_REACH and view.dates[number].grain in DAY:
            return number
    return None
