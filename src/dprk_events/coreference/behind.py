"""Whose someone is, by the words behind: "le porte-parole du parti chinois", "au service de"."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of
from dprk_events.coreference.descriptions import EPITHET, state_meant
from dprk_events.coreference.referent import Naming
from dprk_events.coreference.un_bodies import united_nations
from dprk_events.syntax import Phrase

WHO = frozenset({"person", "org", "force", "people"})
"""Kinds of participants that may be somebody's."""
WHOSE = frozenset({"person", "org", "force", "state"})
"""Kinds of nouns that they may be of; not "les victimes des obus russes"."""
MANY = frozenset({"force", "people"})
NETWORKS = frozenset({"network", "account"})
"""Kinds of what belongs to somebody: "les serveurs d'un chantier naval sud-coréen"."""
SERVICE = sorted((words.split() for words in WORDS["in_service"]), key=len, reverse=True)
DEEP = 2
"""How many complements are followed: "l'envoyé du chef du parti russe"."""


def countries_behind(context: Context, naming: Naming, deep: int = DEEP) -> tuple[str, ...]:
    """Return the countries of whom a naming is, of whose body, or in whose service."""
    network = _is_network(context, naming)
    if not deep or not (network or kind_of(context, naming) in WHO):
        return ()
    if context.head(naming) in WORDS["of_no_side"] | WORDS["of_another"]:
        return _of_the_united_nations(context, naming)
    served = _after_service(context, naming)
    if served is not None:
        return _countries_at(context, served)
    whose = _complement(context, naming)
    if whose is None:
        return ()
    own = context.nationality(whose.first, whose.last) or context.complement(whose)
    state = None if own else state_meant(context, whose, ())
    if state is not None and (whose.first == whose.last or state.strategy == EPITHET):
        return state.countries  # "les soldats du pays", "la délégation du royaume ermite"
    own = own or _of_name(context, whose)
    return own or countries_behind(context, whose, deep - (not network))


def _is_network(context: Context, naming: Naming) -> bool:
    return bool(NETWORKS & context.view.lexicon.noun(context.head(naming)))


def _of_the_united_nations(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the United Nations for those whom they send: "des experts de l'ONU"."""
    whose = _complement(context, naming)
    body = None if whose is None else context.phrase(whose)
    if whose is None or body is None or body.entity is None:
        return ()
    found = united_nations(context, whose._replace(entity=body.entity))
    return () if found is None else found.referents[0].countries


def _of_name(context: Context, whose: Naming) -> tuple[str, ...]:
    """Return the countries of a name in a complement: "l'émissaire du président Moon".

    Likewise of those who sit in a body of the United Nations.
    """
    phrase = context.phrase(whose)
    if phrase is None or phrase.entity is None:
        return ()
    entity = context.view.entities[phrase.entity]
    if entity.label == "PER":
        return context.person(phrase.entity).countries
    body = united_nations(context, whose._replace(entity=phrase.entity))
    return body.referents[0].countries if body is not None else ()


def _after_service(context: Context, naming: Naming) -> int | None:
    """Return the token after "au service de" or the like behind a naming."""
    view = context.view
    _, end = view.sentence(naming.last)
    at = naming.last + 1
    for words in SERVICE:
        if at + len(words) <= end and view.words[at : at + len(words)] == words:
            return at + len(words)
    return None


def _countries_at(context: Context, at: int) -> tuple[str, ...]:
    """Return the countries of the name or the phrase at a token, an article aside."""
    view = context.view
    _, end = view.sentence(at)
    if at < end and view.words[at] in WORDS["definite"]:
        at += 1
    entity = view.entity_at[at]
    if entity is not None and view.entities[entity].country:
        return (str(view.entities[entity].country),)
    phrase = view.phrase(at)
    return () if phrase is None else context.nationality(phrase.first, phrase.last)


def _complement(context: Context, naming: Naming) -> Naming | None:
    """Return the person or body that "de …" behind a naming names."""
    view = context.view
    _, end = view.sentence(naming.last)
    at = naming.last + 1
    if at >= end or view.words[at] not in WORDS["of"]:
        return None
    articles = WORDS["definite"]
    if kind_of(context, naming) in MANY or _is_network(context, naming):
        articles |= WORDS["indefinite"]  # "dix membres d'un commando nord-coréen"
    at += 1 + (at + 1 < end and view.words[at + 1] in articles)
    phrase = view.phrase(at)
    if phrase is None or phrase.first < naming.last:
        return None
    portfolio = view.words[phrase.head] in WORDS["portfolios"]
    bare = at == naming.last + 2 and view.words[at - 1] in WORDS["bare_of"]
    kind = bare and phrase.entity is None  # "un capitaine de chalutier chinois" is Chinese
    if not portfolio and not kind and not view.kinds(phrase) & WHOSE:
        return None
    return context.of_phrase(phrase)


def countries_told(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """Return the countries that a phrase and the words behind it give whom it speaks of."""
    naming = context.of_phrase(phrase)
    return (
        context.nationality(phrase.first, phrase.last)
        or context.complement(naming)
        or countries_behind(context, naming)
        or just_behind(context, naming)
    )


def just_behind(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of a nationality word that the parse cut off: "militaires | russes".

    Or behind a bare complement, or a rank: "une plateforme d'échange | indienne", "le négociateur
    en chef | américain".
    """
    if naming.entity is not None:
        return ()
    view, last = context.view, naming.last
    after = view.cut_off(last)
    rank = " ".join(view.words[last + 1 : last + 3]) in WORDS["of_rank"]
    found = () if after is None else context.nationality(after, after)
    if found or (after is not None and not rank):
        return found
    _, end = view.sentence(last)
    bare = last + 3 <= end and (rank or view.words[last + 1] in WORDS["bare_of"])
    if not bare or view.pos[last + 2] != "NOUN" or view.entity_at[last + 3] is not None:
        return ()
    return context.nationality(last + 3, last + 3)
