"""Whether a participle tells of people beside an event noun, and not of the event."""

from __future__ import annotations

from dprk_events.french import looks_plural
from dprk_events.syntax import DocView, Phrase

PEOPLE = frozenset({"person", "people", "force", "org"})


def tells_of_people(view: DocView, noun: int, participle: int) -> bool:
    """Match "la visite d'une délégation de députés conduite par X": it is led, not the visit.

    Of those between with whom the participle agrees the nearest counts.
    """
    between = view.phrases_between(noun + 1, participle - 1)
    return any(
        each.prep == "de"
        and each.entity is None
        and bool(view.kinds(each) & PEOPLE)
        and _agree(view, each, participle)
        for each in between
    )


def _agree(view: DocView, phrase: Phrase, participle: int) -> bool:
    """Say whether a noun and a participle are of one number and gender, by their endings."""
    word = view.words[participle]
    gender = view.tokens[phrase.head].morph.get("Gender", [])
    feminine = word.rstrip("s").endswith("e")
    alike = word.endswith("s") == looks_plural(view.words[phrase.head])
    return alike and (not gender or (gender == ["Fem"]) == feminine)
