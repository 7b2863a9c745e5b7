"""The patterns of attributes.toml on their own examples: text only, no model."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from dprk_events.events import attributes
from dprk_events.events.attributes import AttributeDataError, lengths
from dprk_events.events.attributes.lengths import Length, load_lengths, read_length
from dprk_events.events.attributes.patterns import (
    NAME,
    Hit,
    Pattern,
    load_patterns,
    parse,
)
from dprk_events.events.attributes.shadow import PLACE, WEAPON
from dprk_events.french.folding import plain_lower

DATA = load_patterns()
PATTERNS = [pattern for patterns in DATA.by_column.values() for pattern in patterns]
EXAMPLES = [(p, text) for p in PATTERNS for text in p.entry.examples]
COUNTER = [(p, text) for p in PATTERNS for text in p.entry.counter_examples]
CLASSES = DATA.entries.classes


def name(value: object) -> str | None:
    return value.entry.id if isinstance(value, Pattern) else None


def read(pattern: Pattern, marked: str) -> tuple[str, list[Hit]]:
    """The plain text of an example, and what the pattern finds in its shadow."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", marked)
    sign = WEAPON if pattern.entry.attribute == "missile" else PLACE
    shadow = re.sub(r"<([^>]*)>", lambda m: sign * len(m[1]), plain_lower(text))
    text = text.replace("<", "").replace(">", "")
    assert len(shadow) == len(text)
    return text, list(pattern.hits(shadow, 0, len(shadow)))


def value_of(pattern: Pattern, words: str) -> str:
    column = pattern.entry.attribute
    if column in {"apogee_km", "distance_km"}:
        length = read_length(plain_lower(words))
        if length.value is not None:
            return f"{length.value:g}"
        return f">{length.low:g}" if length.high is None else f"{length.low or 0:g}-{length.high:g}"
    if column == "class":
        return DATA.class_of(plain_lower(words)) or ""
    return pattern.entry.value or words


@pytest.mark.parametrize(("pattern", "marked"), EXAMPLES, ids=name)
def test_example(pattern: Pattern, marked: str) -> None:
    text, hits = read(pattern, marked)
    mark = re.search(r"\[([^]]*)\]\(([^)]*)\)", marked)
    assert mark is not None
    quote = mark[1].replace("<", "").replace(">", "")
    found = [text[hit.start : hit.end] for hit in hits]
    assert found[:1] == [quote], f"{pattern.entry.id} finds {found} in {text!r}"
    assert value_of(pattern, found[0]) == mark[2]


@pytest.mark.parametrize(("pattern", "marked"), COUNTER, ids=name)
def test_counter_example(pattern: Pattern, marked: str) -> None:
    text, hits = read(pattern, marked)
    assert [text[hit.start : hit.end] for hit in hits] == []


@pytest.mark.parametrize("entry", CLASSES, ids=lambda entry: entry.value)
def test_class_by_words(entry: object) -> None:
    each = next(c for c in CLASSES if c is entry)
    assert [DATA.class_of(plain_lower(words)) for words in each.examples] == [each.value] * len(
        each.examples
    )
    assert each.value not in [DATA.class_of(plain_lower(words)) for words in each.counter_examples]


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("6.000 km", 6000, 6000, 6000),
        ("6\u202f248,5 kilomètres", 6248.5, 6248.5, 6248.5),
        ("6\u00a0000\u00a0km", 6000, 6000, 6000),
        ("6.5 km", 6.5, 6.5, 6.5),
        ("mille km", 1000, 1000, 1000),
        ("quatre cents kilomètres", 400, 400, 400),
        ("environ 420 km", 420, None, None),
        ("une centaine de kilomètres", 100, None, None),
        ("plus de 1.000 km", None, 1000, None),
        ("moins de 100 km", None, None, 100),
        ("entre 300 et 400 km", None, 300, 400),
        ("580 et 600 km", None, 580, 600),
        ("plusieurs centaines de kilomètres", None, 200, 999),
        ("500 mètres", 0.5, 0.5, 0.5),
        ("2 000 m", 2, 2, 2),
    ],
)  # fmt: skip
def test_lengths(words: str, value: float | None, low: float | None, high: float | None) -> None:
    found = re.fullmatch(load_lengths().pattern, plain_lower(words))
    assert found is not None
    length = read_length(found["length"])
    assert length == Length(value, low, high)
    assert {type(each) for each in (length.value, length.low, length.high)} <= {float, type(None)}


def test_a_run_of_digits_is_no_length() -> None:
    assert re.search(load_lengths().pattern, f"{'9' * 400} km") is None


def test_speed_and_area_are_no_lengths() -> None:
    for words in ("6.000 km/h", "600 km2", "100 km par heure", "30 kilomètres carrés"):
        assert re.match(load_lengths().pattern, words) is None


BROKEN = [
    ("\n[words]\n", "\n[words\n", "not TOML"),
    ('id = "culminer"', "", r"patterns\.0\.id: Field required"),
    ("{length}", "x", r"pattern “culminer”: `find` needs \{length\}"),
    ("{length}", "{lenght}", r"pattern “culminer”: no \{lenght\}; known are"),
    ("{length}", "({length}", "pattern “culminer”: not a regular expression"),
    ('value = "failure"', "", "`value` is for the outcome, and needed there"),
    ("\nsite = [", "\nsight = [", r"unless\.sight"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_a_file_that_cannot_be_used_is_refused(old: str, new: str, message: str) -> None:
    written = resources.files(attributes).joinpath(NAME).read_text("utf-8")
    head, patterns = written.split("[[patterns]]", maxsplit=1)
    if old in head and old != "{length}":
        broken = f"{head.replace(old, new, 1)}[[patterns]]{patterns}"
    else:
        assert old in patterns
        broken = f"{head}[[patterns]]{patterns.replace(old, new, 1)}"
    with pytest.raises(AttributeDataError, match=message):
        parse(broken)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('at_most = ["', 'at_most = ["(', "at_most: not a regular expression"),
        ("metres =", "meters =", "metres: Field required|meters: Extra inputs"),
        ("[", "", "not TOML"),
    ],
)
def test_lengths_that_cannot_be_used_are_refused(old: str, new: str, message: str) -> None:
    written = resources.files(attributes).joinpath(lengths.NAME).read_text("utf-8")
    assert old in written
    with pytest.raises(AttributeDataError, match=message):
        lengths.parse(written.replace(old, new, 1))
