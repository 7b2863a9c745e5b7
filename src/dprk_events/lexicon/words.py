"""Load common nouns by kind, prepositions and closed classes from the TOML files here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import product
from tomllib import loads

from dprk_events.entities import Entity
from dprk_events.french import agreeing_in_plural, closed_class, key, pluralise
from dprk_events.french.numbers import number_tables

Kinds = frozenset[str]
NOTHING: Kinds = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """What single words mean to the rules, apart from the triggers themselves."""

    nouns: dict[str, Kinds]
    groups: dict[str, Kinds]
    entity_kinds: dict[str, Kinds]
    counting: frozenset[str]
    collecting: frozenset[str]
    locating: frozenset[str]
    carrying: frozenset[str]
    prepositions: dict[tuple[str, ...], str]
    preposition_ends: frozenset[str]
    """Last words of the prepositions of several words."""
    ends_preposition: frozenset[str]
    """Words, as written in a text, that can end a preposition."""
    prepositions_single: dict[str, str]
    compounds: dict[str, frozenset[str]]
    """Nouns of several words by their first: "feuille" of "feuille de route"."""
    domains: dict[str, frozenset[str]]
    number_words: frozenset[str]

    def noun(self, word: str) -> Kinds:
        """Return the kinds of a common noun, singular or plural; empty if unknown."""
        return self.nouns.get(key(word), NOTHING)

    def entity(self, entity: Entity) -> Kinds:
        """Return the kinds of a named entity."""
        finer = self.entity_kinds.get(f"{entity.label}.{entity.kind}")
        return finer or self.entity_kinds[entity.label]

    def expand(self, names: tuple[str, ...] | list[str]) -> Kinds:
        """Expand a list of kind and group names to the plain kinds.

        Raises KeyError with the unknown name.
        """
        out: set[str] = set()
        known = self.known_kinds
        for name in names:
            if name in self.groups:
                out |= self.groups[name]
            elif name in known:
                out.add(name)
            else:
                raise KeyError(name)
        return frozenset(out)

    @cached_property
    def known_kinds(self) -> Kinds:
        """Every kind that a rule may ask for."""
        kinds = set().union(*self.nouns.values(), *self.entity_kinds.values())
        return frozenset(kinds | {"pronoun", "demonym"})


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon files in this package."""
    folder = resources.files(__package__)
    raw = loads(folder.joinpath("kinds.toml").read_text("utf-8"))
    nouns: dict[str, set[str]] = {}
    for kind, words in raw["nouns"].items():
        for word in words:
            first, *rest = word.split(" ")
            behind = {tuple(rest), agreeing_in_plural(tuple(rest))}
            for form, others in product(pluralise(first), behind):
                nouns.setdefault(key(" ".join((form, *others))), set()).add(kind)
    compounds: dict[str, set[str]] = {}
    for noun in nouns:
        if " " in noun:
            compounds.setdefault(noun.split()[0], set()).add(noun)
    packaging = {
        name: frozenset(key(form) for word in words for form in pluralise(word))
        for name, words in raw["packaging"].items()
    }
    table = loads(folder.joinpath("prepositions.toml").read_text("utf-8"))["prepositions"]
    domains = loads(folder.joinpath("domains.toml").read_text("utf-8"))["domains"]
    ends = frozenset(p.split()[-1] for p in table if " " in p)
    return Lexicon(
        number_words=frozenset(number_tables().words) | number_tables().short_numbers,
        compounds={first: frozenset(words) for first, words in compounds.items()},
        domains={name: frozenset(key(word) for word in words) for name, words in domains.items()},
        nouns={word: frozenset(kinds) for word, kinds in nouns.items()},
        groups={name: frozenset(kinds) for name, kinds in raw["groups"].items()},
        entity_kinds={name: frozenset(kinds) for name, kinds in raw["entity"].items()},
        counting=packaging["counting"],
        collecting=packaging["collecting"],
        locating=packaging["locating"],
        carrying=packaging["carrying"],
        prepositions={tuple(p.split()): plain for p, plain in table.items() if " " in p},
        preposition_ends=ends,
        ends_preposition=ends
        | {p for p in table if " " not in p}
        | closed_class("of")
        | closed_class("to")
        | closed_class("simple_prepositions"),
        prepositions_single={p: plain for p, plain in table.items() if " " not in p},
    )
