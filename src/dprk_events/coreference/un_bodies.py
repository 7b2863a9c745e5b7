"""Bodies of the United Nations, and those who sit in the Security Council."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import plain_name
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.french import key


def united_nations(context: Context, naming: Naming) -> Resolved | None:
    """Take a body of the United Nations. « le Conseil de sécurité »."""
    name = key(naming.text)
    entity = None if naming.entity is None else context.view.entities[naming.entity]
    if entity is not None and entity.canonical:
        name = f"{name} {key(entity.canonical)}"
    words = name.replace("-", " ").split()
    if (entity is not None and entity.country) or any(w in WORDS["national"] for w in words):
        return None
    words = words if entity is not None else [*words, *_words_behind(context, naming)]
    named = any(f" {each} " in f" {' '.join(words)} " for each in WORDS["united_nations"])
    if not named and not (entity is None and _of_the_council(context, naming)):
        return None
    full = (entity and entity.canonical) or plain_name(context, naming)
    kb = entity.kb if entity is not None else None
    return Resolved((Referent(f"org:{key(full)}", full, "org", ("UN",), kb),), "UN body", full)


def _words_behind(context: Context, naming: Naming) -> list[str]:
    """Return the rest of a name in small letters: "le conseil | de sécurité de l'ONU"."""
    view = context.view
    _, end = view.sentence(naming.last)
    behind = view.words[naming.last + 1 : min(end, naming.last + 3) + 1]
    alone = naming.text in WORDS["council"] and behind[:1] == ["de"]
    of_a_state = context.nationality(naming.last, min(end, naming.last + 3))
    return behind if alone and not of_a_state and not WORDS["national"] & {*behind} else []


def _of_the_council(context: Context, naming: Naming) -> bool:
    """Say whether it is the states that sit in the Council. « les quinze membres du Conseil »."""
    view = context.view
    begin, end = view.sentence(naming.first)
    words = view.words[max(begin, naming.first - 1) : naming.last + 1]
    if (WORDS["of_the_council"] | WORDS["council"]).isdisjoint(words):
        return False
    if naming.first == naming.last and naming.text[:1].isupper():
        in_full = words[-1] in WORDS["council"] and _names_the_council(context)
        return in_full or words[-1] in WORDS["of_the_council"]  # no "quinze Nord-Coréens"
    if WORDS["of_the_council"].isdisjoint(words):
        return False
    behind = view.words[naming.last + 1 : min(end, naming.last + 4) + 1]
    return bool(WORDS["council"] & {*words, *behind})


def _names_the_council(context: Context) -> bool:
    """Say whether the text names the Security Council in full: "le Conseil" is short for it."""
    named = (key(each.canonical or each.text) for each in context.view.entities)
    return any(name in WORDS["security_council"] for name in named)
