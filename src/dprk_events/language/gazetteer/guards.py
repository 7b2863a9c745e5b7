"""Contexts that rule out a match, because the name is not meant there (data/guards.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dprk_events.language.gazetteer.entry import GazetteerError
from dprk_events.language.gazetteer.tables import read_toml
from dprk_events.language.gazetteer.words import fold, keys_of

_REACH = 48  # code points of context that a guard sees on each side


@dataclass(frozen=True, slots=True)
class _Guard:
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def forbids(self, text: str, start: int, end: int) -> bool:
        if self.before and self.before.search(text[max(0, start - _REACH) : start]):
            return True
        return bool(self.after and self.after.match(text[end : end + _REACH]))


class Guards:
    """Contexts by name, and word lists that tell a bare name from part of a longer one."""

    def __init__(self, path: Path) -> None:
        data = read_toml(path)
        self._guards: dict[tuple[str, ...], list[_Guard]] = {}
        for key in ("openers", "prefixes"):
            if not data.get(key):
                raise GazetteerError(f"{path}: {key} = [...] is missing (it must come first)")
        for number, item in enumerate(data.get("guard", ()), 1):
            where = f"{path}: guard {number}"
            if not item.get("names") or not ("before" in item or "after" in item):
                raise GazetteerError(f"{where}: needs names = [...] and before or after")
            guard = _Guard(
                _compiled(where, item.get("before"), "(?:{})$"),
                _compiled(where, item.get("after"), "(?:{})"),
            )
            for name in item["names"]:
                self._guards.setdefault(keys_of(name), []).append(guard)
        self.openers = frozenset(fold(word) for word in data["openers"])
        self.prefixes = frozenset(fold(word) for word in data["prefixes"])

    def forbid(self, keys: tuple[str, ...], text: str, start: int, end: int) -> bool:
        """Return whether the name with these keys is not meant at this place."""
        return any(g.forbids(text, start, end) for g in self._guards.get(keys, ()))


def _compiled(where: str, pattern: str | None, frame: str) -> re.Pattern[str] | None:
    if pattern is None:
        return None
    try:
        return re.compile(frame.format(pattern))
    except re.error as error:
        raise GazetteerError(f"{where}: invalid regular expression {pattern!r}: {error}") from error
