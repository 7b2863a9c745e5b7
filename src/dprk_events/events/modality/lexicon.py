"""The cue lists of ``cues.toml``, by word form."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from dprk_events.french import conjugate, key, pluralise


@dataclass(frozen=True)
class Cues:
    """Cue words by list; verbs and nouns in all their forms, mapped to the lemma."""

    verbs: dict[str, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    words: dict[str, frozenset[str]]
    """Closed lists, named ``section.list``."""
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    """Verbs of saying of several words: form of the verb → the words that follow."""

    @cached_property
    def saying(self) -> frozenset[str]:
        """Words that may say or deny."""
        return frozenset().union(self.verbs["denial"], self.verbs["reporting"], self.idioms)

    @cached_property
    def wishing(self) -> frozenset[str]:
        """Words that may wish, fear or suppose."""
        return frozenset().union(
            self.verbs["expecting.possible"],
            self.verbs["expecting.planned"],
            self.nouns["possible"],
        )


@cache
def load_cues() -> Cues:
    """Read ``cues.toml``."""
    raw = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    verbs: dict[str, dict[str, str]] = {}
    nouns: dict[str, dict[str, str]] = {}
    words: dict[str, frozenset[str]] = {}
    idioms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for section, lists in raw.items():
        for name, entries in lists.items():
            if section == "expecting" or name in {"verbs", "modals", "announce"}:
                target = section if name == "verbs" else f"{section}.{name}"
                verbs[target] = {key(form): lemma for lemma in entries for form in conjugate(lemma)}
            elif name == "idioms":
                for entry in entries:
                    head, *tail = key(entry).split()
                    for form in conjugate(head):
                        idioms[key(form)] = (*idioms.get(key(form), ()), tuple(tail))
            elif name == "nouns":
                nouns[section] = {key(form): noun for noun in entries for form in pluralise(noun)}
            else:
                words[f"{section}.{name}"] = frozenset(key(entry) for entry in entries)
    return Cues(verbs, nouns, words, idioms)


def is_cue(word: str) -> bool:
    """Whether the word is a form of a verb that says, plans, wishes or denies."""
    return any(word in forms for forms in load_cues().verbs.values())
