"""The gazetteer: known names of the domain, found in raw text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from dprk_events.language.gazetteer.demonyms import Demonyms
from dprk_events.language.gazetteer.described import Described
from dprk_events.language.gazetteer.entry import Entry, GazetteerError, NameMatch
from dprk_events.language.gazetteer.guards import Guards
from dprk_events.language.gazetteer.korean import SURNAME, UNLISTED, KoreanNames
from dprk_events.language.gazetteer.scan import Scanner
from dprk_events.language.gazetteer.tables import DATA, Row, kinds, read_table, read_toml
from dprk_events.language.gazetteer.trie import Alias, Trie
from dprk_events.language.gazetteer.words import keys_of, respelt, slug

TABLES = ("countries", "states", "places", "people", "bodies", "weapons", "others")
_FORMS = ("{mp}", "{fp}", "{m}", "{f}")


class Gazetteer:
    """Names with their label, country and canonical form; created by :meth:`load`."""

    def __init__(self, demonyms: Demonyms, guards: Guards) -> None:
        self.demonyms = demonyms
        self._trie = Trie(demonyms)
        self._entries: dict[str, Entry] = {}
        self._canonical: dict[str, str] = {}
        self._shorts: dict[tuple[str, ...], list[Entry]] = {}
        self._written: dict[tuple[str, ...], str] | None = None
        self._korean = KoreanNames(DATA / "korean.toml")
        self._described = Described(DATA / "described.toml")
        self._scanner = Scanner(
            self._trie, guards, demonyms, self._korean, self._described, self._fill
        )

    @classmethod
    def load(cls, extra: Path | None = None) -> Gazetteer:
        """Read the data files, and then the user's own name table (CSV).

        A name in ``extra`` replaces the same name of the program. Raises GazetteerError, which
        names file and entry and says what to do.
        """
        gazetteer = cls(
            Demonyms.load(DATA / "demonyms.csv", DATA / "prefixes.csv"),
            Guards(DATA / "guards.toml"),
        )
        for name in TABLES:
            path = DATA / f"{name}.csv"
            gazetteer._add_rows(read_table(path), str(path), replacing=False)
        gazetteer._add_templates(DATA / "templates.toml")
        if extra is not None:
            gazetteer._add_rows(read_table(extra), str(extra), replacing=True)
        gazetteer._add_shorts()
        return gazetteer

    def match(self, text: str) -> list[NameMatch]:
        """Return the names of a text, sorted and disjoint, in code points of ``text``."""
        return self._scanner.scan(text)

    def entry(self, id: str) -> Entry:
        """Return the entry with this id; KeyError if there is none."""
        return self._entries[id]

    def entries(self) -> Iterable[Entry]:
        """Return all entries in the order of the data files."""
        return self._entries.values()

    @cached_property
    def states(self) -> dict[str, Entry]:
        """The state of each country code."""
        found: dict[str, Entry] = {}
        for entry in self._entries.values():
            if entry.kind == "state" and entry.country and entry.canonical:
                found.setdefault(entry.country, entry)
        return found

    @cached_property
    def people(self) -> dict[str, Entry]:
        """The known people by their canonical names."""
        people = (entry for entry in self._entries.values() if entry.label == "PER")
        return {entry.canonical: entry for entry in people if entry.canonical}

    def bearers(self, surname: str) -> list[Entry]:
        """Return the people that a bare surname can mean ("Moon"), [] for an unknown one."""
        return self._shorts.get(keys_of(surname), [])

    def names_of(self, country: str) -> list[str]:
        """Return the spellings of all names of a country, sorted; "#" stands for a number."""
        return sorted({a.written for a in self._trie.aliases() if a.entry.country == country})

    def written(self, name: str) -> str | None:
        """Return the spelling in the tables of a name given in capitals or without accents.

        Lower case and accents are restored; the characters between words are those of ``name``.
        None for a name that no table holds as a whole: a template, a description.
        """
        if self._written is None:
            self._written = {}
            aliases = [alias for alias in self._trie.aliases() if not alias.template]
            usual = {alias.written for alias in aliases if alias.written == alias.entry.canonical}
            for alias in sorted(aliases, key=lambda a: (a.written not in usual, a.written)):
                self._written.setdefault(keys_of(alias.written), alias.written)
        written = self._written.get(keys_of(name))
        return None if written is None else respelt(name, written)

    def demonym(self, word: str) -> str | None:
        """Return the country of a nationality word, None if it has not exactly one."""
        countries = self.demonyms.countries(word)
        return countries[0] if countries is not None and len(countries) == 1 else None

    def _add_rows(self, rows: list[Row], where: str, *, replacing: bool) -> None:
        for row in rows:
            entry = Entry(row.id, row.canonical, row.label, row.kind, row.country, row.kb)
            if row.id in self._entries and not replacing:
                raise GazetteerError(f"{where}: {row.canonical!r} ({row.kind}) is listed twice")
            self._entries[row.id] = entry
            for written in dict.fromkeys(row.aliases):
                held = self._trie.add(Alias.of(written, entry, row.flags), replace=replacing)
                if held is not None:
                    raise GazetteerError(
                        f"{where}: {written!r} of {row.canonical!r} is already a name of "
                        f"{held.entry.canonical!r}; remove one of them"
                    )
            for written in row.short:
                bearers = self._shorts.setdefault(keys_of(written), [])
                bearers[:] = [e for e in bearers if e.id != entry.id] + [entry]
                self._canonical.setdefault(slug(written), written)

    def _add_shorts(self) -> None:
        for name in self._korean.bare:
            self._shorts.setdefault(keys_of(name), [])
            self._canonical.setdefault(slug(name), name)
        for keys, bearers in self._shorts.items():
            written = self._canonical["-".join(keys)]
            korean = written in self._korean.bare
            entry = bearers[0] if len(bearers) == 1 and not korean else SURNAME
            self._trie.add(Alias.of(written, entry, frozenset(), short=True))
        for entry in (SURNAME, UNLISTED, *self._described.entries):
            self._entries[entry.id] = entry

    def _add_templates(self, path: Path) -> None:
        for item in read_toml(path).get("template", ()):
            name = item.get("id", "?")
            where = f"{path}: template {name!r}"
            if item.get("kind") not in kinds() or not item.get("patterns"):
                raise GazetteerError(f"{where}: needs a kind of kinds.toml and patterns = [...]")
            entry = Entry(
                f"template.{name}",
                item.get("canonical"),
                kinds()[item["kind"]],
                item["kind"],
                solid=False,
            )
            for written in item["patterns"]:
                alias = Alias(written, entry, None, template=True)
                held = self._trie.add(alias)
                if held is not None:
                    raise GazetteerError(f"{where}: {written!r} is already in {held.entry.id}")

    def _fill(self, alias: Alias, country: str | None) -> Entry:
        """Return the entry of a template for the country in its slot."""
        if country is None:
            return alias.entry
        key = f"{alias.entry.id.removeprefix('template.')}.{country}"
        if key not in self._entries:
            canonical = alias.entry.canonical
            for slot in _FORMS:
                if canonical and slot in canonical:
                    form = self.demonyms.written(country, slot.strip("{}"))
                    canonical = canonical.replace(slot, form) if form else None
            self._entries[key] = replace(alias.entry, id=key, canonical=canonical, country=country)
        return self._entries[key]
