"""Load the cue lists of ``cues.toml``, indexed by word form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from tomllib import TOMLDecodeError, loads

from dprk_events.french import conjugate, key, pluralise

NAME = "cues.toml"
Forms = dict[str, str]
"""Word forms, each with its lemma."""
FormsOf = Callable[[str], Iterable[str]]
CUES = (
    "reporting.verbs", "reporting.announce", "denial.verbs", "negated.verbs", "negated.reflexive",
    "expecting.possible", "expecting.planned", "demand.verbs", "planned.verbs", "planned.modals",
    "possible.verbs", "possible.modals", "presupposing.verbs", "talking.verbs", "ceasing.verbs",
    "doubtful.verbs",
)  # fmt: skip
"""Verbs that say, plan, wish, deny or judge: their date is not that of the event."""
VERBS = (
    *CUES, "reporting.continuing", "reporting.inverted", "reporting.inverted_reflexive",
    "reporting.claiming", "reporting.counting",
    "reporting.of_nouns_only", "reporting.of_statements",
    "keeping.verbs", "doubled.asserted", "doubled.possible", "carrying.verbs",
    "failing.verbs", "trying.verbs", "taking_place.verbs", "bringing_about.verbs",
    "called_off.verbs", "putting_off.verbs",
)  # fmt: skip
NOUNS = (
    "ceasing.nouns", "ended.nouns", "reporting.nouns", "negated.nouns", "planned.nouns",
    "possible.nouns",
)  # fmt: skip
IDIOMS = "reporting.idioms"
WORDS = (
    "negated.openers", "planned.openers", "possible.openers", "possible.of_infinitives",
    "possible.leading_to", "possible.weighing", "doubled.adjectives",
    "planned.done_if_accused", "reporting.charging", "possible.of_nouns_reflexive",
    "denial.words", "negated.before", "negated.adjectives", "planned.of_nouns",
    "planned.of_nouns_reflexive", "planned.ready",
    "possible.glad", "possible.ready", "reporting.done", "planned.adjectives",
    "planned.phrases", "planned.said_of", "planned.going",
    "possible.adjectives", "possible.adverbs", "possible.conditions", "reported.adjectives",
    "reported.adverbs", "pseudo.phrases", "called_off_in_words.phrases",
)  # fmt: skip
ASKED = frozenset({*VERBS, *NOUNS, *WORDS, IDIOMS})


class CueError(ValueError):
    """An invalid ``cues.toml``; the message names list and remedy."""


@dataclass(frozen=True)
class Cues:
    """Cue words by list; verbs and nouns in all their forms, mapped to the lemma.

    Lists are named ``section.list``; a bare ``section`` is its list of verbs, or of nouns.
    """

    verbs: dict[str, Forms]
    nouns: dict[str, Forms]
    words: dict[str, frozenset[str]]
    """Closed lists."""
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    """Multi-word verbs of saying: form of the verb → the words that follow."""

    @cached_property
    def saying(self) -> frozenset[str]:
        """Words that can express saying or denying."""
        return frozenset().union(
            self.verbs["denial"],
            self.verbs["reporting"],
            self.verbs["reporting.claiming"],
            self.verbs["reporting.counting"],
            self.verbs["talking"],
            self.verbs["reporting.inverted"],
            self.verbs["reporting.inverted_reflexive"],
            self.idioms,
        )

    @cached_property
    def wishing(self) -> frozenset[str]:
        """Words that can express wishes, fears or suppositions."""
        return frozenset().union(
            self.verbs["expecting.possible"],
            self.verbs["expecting.planned"],
            self.verbs["doubled.possible"],
            self.nouns["possible"],
        )

    @cached_property
    def planning_phrases(self) -> tuple[str, ...]:
        """Phrases near a noun that mark its event as planned; the first one found is reported."""
        return tuple(sorted(self.words["planned.phrases"]))


@cache
def load_cues() -> Cues:
    """Read and check ``cues.toml``. Raises CueError."""
    return parse(resources.files(__package__).joinpath(NAME).read_text("utf-8"))


def parse(text: str) -> Cues:
    """Build the lists from a file's text. Raises CueError."""
    lists = _lists(text)
    return Cues(
        verbs={_short(name): _inflected(lists[name], conjugate) for name in VERBS},
        nouns={_short(name): _inflected(lists[name], pluralise) for name in NOUNS},
        words={name: frozenset(key(word) for word in lists[name]) for name in WORDS},
        idioms=_idioms(lists[IDIOMS]),
    )


def is_cue(word: str) -> bool:
    """Return whether the word is a form of a verb that says, plans, wishes, denies or judges."""
    verbs = load_cues().verbs
    return any(word in verbs[_short(name)] for name in CUES)


def is_listed(word: str) -> bool:
    """Return whether the word is a form of a verb of any list."""
    return any(word in forms for forms in load_cues().verbs.values())


def _lists(text: str) -> dict[str, list[str]]:
    """Return the lists by name, each checked. Raises CueError."""
    try:
        raw = loads(text)
    except TOMLDecodeError as error:
        raise CueError(f"{NAME}: not TOML: {error}. Mend the line it names.") from error
    found: dict[str, list[str]] = {}
    for section, lists in raw.items():
        if not isinstance(lists, dict):
            raise CueError(f"{NAME}: {section}: not a section. Put it under [{section}].")
        for name, words in lists.items():
            found[f"{section}.{name}"] = _checked(f"{section}.{name}", words)
    if missing := sorted(ASKED - found.keys()):
        raise CueError(f"{NAME}: no list {missing[0]}, which is needed. Add it.")
    return found


def _checked(name: str, words: object) -> list[str]:
    """Return a list's words. Raises CueError if it is not a list, or not a known one."""
    if name not in ASKED:
        known = ", ".join(sorted(ASKED))
        raise CueError(f"{NAME}: {name}: no such list; there are {known}. Take it out.")
    if not isinstance(words, list) or not words:
        raise CueError(f'{NAME}: {name}: not a list of words. Write ["…"].')
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise CueError(f"{NAME}: {name}: {word!r} is no word. Put it in quotes.")
    if twice := sorted({word for word in words if words.count(word) > 1}):
        raise CueError(f"{NAME}: {name}: “{twice[0]}” occurs twice. Remove one.")
    return words


def _short(name: str) -> str:
    """Shorten the name of a section's list of verbs or nouns to the section."""
    return name.removesuffix(".verbs").removesuffix(".nouns")


def _inflected(lemmas: Iterable[str], forms_of: FormsOf) -> Forms:
    return {key(form): lemma for lemma in lemmas for form in forms_of(lemma)}


def _idioms(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words that follow, by each form of the verb that begins a multi-word verb."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in entries:
        head, *tail = key(entry).split()
        for form in conjugate(head):
            found[key(form)] = (*found.get(key(form), ()), tuple(tail))
    return found
