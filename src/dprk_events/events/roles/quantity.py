"""How many: number phrases with value, least and most ("plus de 10 000", "plusieurs dizaines")."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dprk_events.french import key


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` where the number is exact; else ``low`` and ``high``, None where open."""

    value: int | None
    low: int | None
    high: int | None


@cache
def _data() -> dict[str, dict[str, int]]:
    raw = tomllib.loads(
        resources.files("dprk_events.events.lexicon").joinpath("numbers.toml").read_text("utf-8")
    )
    return {
        name: {key(word): int(value) for word, value in table.items()}
        for name, table in raw.items()
    }


EXACT = frozenset(_data()["words"]) - {"un", "une"}
_DIGITS = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+")
_AT_LEAST = re.compile(r"\b(?:plus de|plus d'|au moins|minimum|au minimum)\b")
_AT_MOST = re.compile(r"\b(?:moins de|moins d'|jusqu'à|au plus|au maximum|maximum)")
_ABOUT = re.compile(r"\b(?:environ|quelque|près de|autour de|presque|une|un)\b")


def read_quantity(words: str) -> Quantity | None:
    """Read a number phrase; None where it holds no number.

    "deux" is exact; "une centaine", "près de 3 000" are about (low and high within a tenth);
    "plusieurs dizaines" is 20 to 99, "des milliers" 2000 to 9999; "plus de" opens the top.
    """
    text = key(words).replace("*", "").strip()
    if text in {"plusieurs", "quelques"}:
        return Quantity(None, 2, None)
    number = _number(text)
    if number is None:
        return None
    low, high = number
    if _AT_LEAST.search(text):
        return Quantity(None, low, None)
    if _AT_MOST.search(text):
        return Quantity(None, None, high)
    if low != high:
        return Quantity(None, low, high)
    counted = _DIGITS.search(text) or set(re.split(r"[\s'-]+", text)) & EXACT
    collective = not counted and any(word in text for word in _data()["collective"])
    if collective or re.search(r"\b(?:environ|quelque|près de|autour de|presque)\b", text):
        return Quantity(None, low - low // 10, low + low // 10)
    return Quantity(low, low, low)


def _number(text: str) -> tuple[int, int] | None:
    data = _data()
    digits = _DIGITS.search(text)
    unit = next((n for w, n in data["collective"].items() if re.search(rf"\b{w}s?\b", text)), None)
    if digits:
        base = int(re.sub(r"\D", "", digits[0]))
        return (base * unit, base * unit) if unit else (base, base)
    spoken = [data["words"][w] for w in re.split(r"[\s'-]+", text) if w in data["words"]]
    if unit:
        if re.search(r"\b(?:plusieurs|quelques|des|de|les|ces)\b", text) or re.search(
            r"(?:aine|ier|ion|iard)s\b", text
        ):
            if spoken and not re.search(r"\b(?:plusieurs|quelques)\b", text):
                return spoken[0] * unit, spoken[0] * unit
            return 2 * unit, 10 * unit - 1
        return unit, unit
    if spoken:
        total = _add(spoken)
        return total, total
    return None


def _add(parts: list[int]) -> int:
    """Put number words together: deux mille trois cents → 2300."""
    total = current = 0
    for part in parts:
        if part in {100, 1000} or part >= 1_000_000:
            current = max(current, 1) * part
            if part >= 1000:
                total, current = total + current, 0
        elif part == 20 and current % 100 == 4:
            current += 76
        else:
            current += part
    return total + current
