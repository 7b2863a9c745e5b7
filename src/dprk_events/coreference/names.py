"""Names: a state, a person, a body of the United Nations, any other body or thing."""

from __future__ import annotations

from dprk_events.coreference.behind import countries_behind, countries_told
from dprk_events.coreference.context import STATES, WORDS, Context, within
from dprk_events.coreference.describe import kind_of, plain, plain_name
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.coreference.scene import scene_of
from dprk_events.coreference.seats import seats
from dprk_events.entities import Entity
from dprk_events.french import key
from dprk_events.names import DPRK

TITLE_BACK = 2
"""Sentences before within which somebody with the same title was brought in."""
OTHER_PARTIES = frozenset({"CN", "CU", "LA", "VN"})
"""States whose ruling party has such bodies too."""
WEAPON = "WEAPON"
"""The label of weapons: their names tell who makes them, and not who has them."""
BODIES = frozenset({"org", "network", "facility", "force"})
"""Kinds of nouns that say what a named body is."""
NO_SUCH_BODY = "KP"
"""North Korea's own bodies are told with its name: a bare "Conseil de sécurité nationale", which
its press and ours speak of beside it, is another's."""


def state_name(context: Context, naming: Naming) -> Resolved | None:
    """Take a state, its capital or "le Nord" for the state. « Pyongyang a tiré un missile. »."""
    if naming.entity is None:
        return None
    entity = context.view.entities[naming.entity]
    if entity.label != "LOC" or entity.kind not in STATES or entity.country is None:
        return None
    return Resolved((context.state(entity.country),), "state name", entity.text)


def seat(context: Context, naming: Naming) -> Resolved | None:
    """Take the town of a body's seat for the body. « Bruxelles sanctionne deux généraux »."""
    body = None if naming.entity is None else seats().get(key(naming.text))
    if body is None or naming.entity is None:
        return None
    home = context.view.entities[naming.entity].country
    named = {e.country for e in context.view.entities if key(e.text) != key(naming.text)}
    adjectives = (context.gazetteer.demonyms.countries(word) or () for word in context.view.texts)
    if home in named or any(home in countries for countries in adjectives):
        return None  # of the state itself
    referent = Referent(f"org:{key(body.name)}", body.name, "org", (), body.kb)
    return Resolved((referent,), "seat", naming.text)


def person_name(context: Context, naming: Naming) -> Resolved | None:
    """Take a person by name. « Kim Jong-un », « M. Kim »."""
    if naming.entity is None or context.view.entities[naming.entity].label != "PER":
        return None
    person = context.person(naming.entity)
    if not person.countries and (
        told := _of_apposed(context, naming) or _of_same_title(context, naming)
    ):
        person = person._replace(countries=told)
    return Resolved((person,), "person name", naming.text)


def _of_apposed(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the country that an apposition tells: "Hiro Tanabe, ambassadeur du Japon, …"."""
    view = context.view
    _, end = view.sentence(naming.last)
    if naming.last + 2 > end or view.words[naming.last + 1] != ",":
        return ()
    behind = view.phrase(naming.last + 2)
    if behind is None or behind.prep is not None or behind.entity is not None:
        return ()
    return countries_told(context, behind) if "person" in view.kinds(behind) else ()


def _of_same_title(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the country told of one not named yet who has the same title.

    « Un secrétaire d'État suisse est à Pyongyang. Le secrétaire d'État Franz Keller a vu … »
    """
    view = context.view
    own = context.phrase(naming)
    if own is None or own.head >= naming.first:
        return ()
    here = view.sentence_at[own.first]
    begin, _ = view.sentences[max(0, here - TITLE_BACK)]
    for phrase in reversed(view.phrases_between(begin, own.start - 1)):
        alike = phrase.entity is None and view.words[phrase.head] == view.words[own.head]
        if alike and context.word_before(phrase.first) in WORDS["indefinite"]:
            return countries_told(context, phrase)
    return ()


def known_body(context: Context, naming: Naming) -> Resolved | None:
    """Take a named body or thing with its country. « le Pentagone », « l'armée sud-coréenne »."""
    if naming.entity is None:
        return None
    entity = context.view.entities[naming.entity]
    name = entity.canonical or plain_name(context, naming)
    countries = (
        _of_wielder(context, naming, entity) or (entity.country,)
        if entity.country
        else context.nationality(naming.first, _end_of_phrase(context, naming))
        or context.complement(naming)
        or countries_behind(context, naming)
        or _of_noun_beside(context, naming)
        or _of_namesake(context, name)
        or _of_state_nearby(context, naming)
        or _of_the_ruling_party(context, naming)
    )
    kind = kind_of(context, naming)
    return Resolved(
        (Referent(f"{kind}:{key(name)}", name, kind, countries, entity.kb),), "name", name
    )


def _of_wielder(context: Context, naming: Naming, entity: Entity) -> tuple[str, ...]:
    """Return whose a weapon is, whoever makes it: "des F-15K sud-coréens", "les F-35 de Séoul"."""
    if entity.label != WEAPON:
        return ()
    return context.nationality(
        naming.last + 1, _end_of_phrase(context, naming)
    ) or context.complement(naming)


def _of_the_ruling_party(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return North Korea for a committee of "the Party", where no other one-party state is named.

    « Le plénum du Comité central du Parti s'est ouvert », as its own press tells it.
    """
    entity = context.view.entities[naming.entity or 0]
    bodies = key(entity.canonical or entity.text) in WORDS["party_bodies"]
    if not bodies or not OTHER_PARTIES.isdisjoint(c for _, c in context.states_named):
        return ()
    return (DPRK,)


def _end_of_phrase(context: Context, naming: Naming) -> int:
    """Return the last token of a name's phrase: "le Comité central du parti unique russe"."""
    phrase = context.phrase(naming)
    if phrase is None or phrase.entity != naming.entity:
        return naming.last
    return max(naming.last, phrase.last)


def _of_noun_beside(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the country of what a body is: "la société japonaise DMM", "X, une firme indienne"."""
    view = context.view
    begin, end = view.sentence(naming.first)
    entity = view.entities[naming.entity] if naming.entity is not None else None
    if entity is None or entity.label != "ORG":
        return ()
    before = view.phrase(naming.first - 1) if naming.first > begin else None
    if before is not None and before.entity in {None, naming.entity}:
        words = range(before.first, naming.first)
        if any(view.lexicon.noun(view.words[i]) & BODIES for i in words):
            found = context.nationality(before.first, naming.first - 1)
            if found:
                return found
    if naming.last + 2 > end or view.words[naming.last + 1] != ",":
        return ()
    article = view.words[naming.last + 2] in WORDS["indefinite"] | WORDS["the"]
    behind = view.phrase(naming.last + 3) if article and naming.last + 3 <= end else None
    if behind is None or behind.entity is not None or not view.kinds(behind) & BODIES:
        return ()
    return context.nationality(behind.first, min(end, behind.last + 1))


def _of_namesake(context: Context, name: str) -> tuple[str, ...]:
    """Return the country of a longer naming: "Conseil de sécurité nationale sud-coréen"."""
    short = key(name)
    for full, country in context.countries_of_names.items():
        if full.startswith(f"{short} ") or full.endswith(f" {short}"):
            return (country,)
    return ()


def _of_state_nearby(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return whose a national body is, by its name alone: "le Conseil de sécurité nationale"."""
    national = WORDS["national"] | WORDS["bodies_of_a_state"]
    return _nearest(context, naming) if national & set(key(naming.text).split()) else ()


def _nearest(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the state spoken of nearest in the sentence of a naming.

    Else the only one, North Korea aside, that the sentence before speaks of.
    """
    view = context.view
    sentence = view.sentence_at[naming.first]
    begin, end = view.sentences[sentence]
    named = (*within(context.states_named, begin, end), *within(context.bodies_named, begin, end))
    near = [(abs(at - naming.first), country) for at, country in named if country != NO_SUCH_BODY]
    if near:
        several = context.head(naming) in WORDS["plural_bodies_of_a_state"]
        return () if several else (min(near)[1],)
    return _of_the_only_one(context, view.sentences[sentence - 1]) if sentence else ()


def bare_body(context: Context, naming: Naming) -> Resolved | None:
    """Take a body without its state for that of the state spoken of. « Le ministère dément ».

    Where a capital opens the sentence, it is at home there: « À Pyongyang, l'armée a … ».
    """
    if naming.entity is not None or not _is_bare(context, naming):
        return None
    scene = scene_of(context, naming.first)
    countries = _nearest(context, naming) if scene is None else (scene,)
    return plain(context, naming, countries, "bare body", naming.text) if countries else None


def _is_bare(context: Context, naming: Naming) -> bool:
    """Match "le ministère", "le conseil des ministres", "les marines", with nothing else beside."""
    head, before = context.head(naming), context.word_before(naming.first)
    if before in WORDS["the_plural"]:
        return naming.first == naming.last and head in WORDS["plural_bodies_of_a_state"]
    if before in WORDS["the"] and naming.text.lower() in WORDS["bodies_of_a_state"]:
        return True  # "l'état-major", in three tokens
    if before not in WORDS["the"] or naming.first != naming.last:
        return False
    behind = " ".join(context.view.words[naming.first : naming.first + 3])
    return head in WORDS["bodies_of_a_state"] or behind in WORDS["long_bodies_of_a_state"]


def _of_the_only_one(context: Context, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Return the only country but North Korea of which a sentence names somebody."""
    people = (n for _, n in within(context.people_named, *sentence) if not context.is_quoted(n))
    found = {
        *(country for _, country in within(context.states_named, *sentence)),
        *(country for _, country in within(context.bodies_named, *sentence)),
        *(country for number in people for country in context.person(number).countries),
    } - {NO_SUCH_BODY}
    return tuple(found) if len(found) == 1 else ()
