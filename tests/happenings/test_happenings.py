"""The annotations of happenings: every quote is found, and both halves can be scored."""

from __future__ import annotations

import csv
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tools.build_gold import AnnotationError
from tools.build_happenings import HAPPENINGS, SHARED, Part, Split, annotated, build

Json = dict[str, Any]
TEXTS = sorted((HAPPENINGS / "texts").glob("*.txt"))
_ITEMS, _SHORT = 37, 44
"""From these stories on the texts are items of a feed (headline and summary); of any length."""
FEED_ITEMS_ARE_THERE = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason="../shared is not there"
)
PARTS = [
    "seen",
    "unseen",
    pytest.param("feeds-seen", marks=[pytest.mark.shared, FEED_ITEMS_ARE_THERE]),
    pytest.param("feeds-unseen", marks=[pytest.mark.shared, FEED_ITEMS_ARE_THERE]),
]


@cache
def parts() -> dict[str, Part]:
    """All parts that can be built; fails where a quote is not in its text."""
    return build(shared=SHARED if (SHARED / "corpus").is_dir() else None)


@pytest.mark.parametrize("name", PARTS)
def test_happenings_are_told_by_several_texts_and_near_misses_are_there(name: str) -> None:
    part = parts()[name]
    mentions = [(r["id"], m) for r in part.records for m in r["mentions"]]
    types = {f"{text}:{m['event']}": m["type"] for text, m in mentions}
    assert part.same
    for events in part.same:
        assert len({event.partition(":")[0] for event in events}) == len(events) >= 2
        assert len({types[event] for event in events}) == 1, events
    # Most happenings have a near miss: another one of their type in the same part.
    joined = {event: events[0] for events in part.same for event in events}
    happenings = {joined.get(event, event) for event in types if event not in part.free}
    likes = Counter(types[event] for event in happenings)
    assert sum(likes[types[events[0]]] > 1 for events in part.same) > len(part.same) * 0.7
    assert not set(part.free) & {event for events in part.same for event in events}


def test_stories_have_four_to_eight_short_articles() -> None:
    stories = Counter(path.name.partition("-")[0] for path in TEXTS)
    assert len(stories) == 133
    assert set(stories.values()) <= set(range(4, 9))
    lengths = {path.name: len(path.read_text(encoding="utf-8").split()) for path in TEXTS}
    late = {name: lengths.pop(name) for name in list(lengths) if _number(name) >= _SHORT}
    items = {name: lengths.pop(name) for name in list(lengths) if _number(name) >= _ITEMS}
    assert all(60 <= length <= 180 for length in lengths.values()), lengths
    assert all(20 <= length <= 60 for length in items.values()), items
    assert all(20 <= length <= 240 for length in late.values()), late


def _number(name: str) -> int:
    return int(name.partition("-")[0][1:])


def test_half_of_the_stories_drawn_is_unseen_and_those_for_development_are_not() -> None:
    stories = {
        name: {record["id"].partition("-")[0] for record in parts()[name].records}
        for name in ("seen", "unseen")
    }
    drawn = {f"S{number:02}" for number in (*range(1, 27), *range(80, 88), *range(98, 114))}
    late = {f"S{number}" for number in (*range(114, 124), *range(125, 134, 2))}
    assert late < stories["unseen"]
    assert len(stories["seen"] & drawn) == len(stories["unseen"] - late) == 25
    later = {*range(27, 80), *range(88, 98), *range(124, 134, 2)}
    assert stories["seen"] - drawn == {f"S{number}" for number in later}
    assert not stories["seen"] & stories["unseen"]


def test_every_text_is_annotated_and_in_the_metadata() -> None:
    files = {f"texts/{path.name}" for path in TEXTS}
    annotations = [source for _, source in annotated() if "sha256" not in source]
    assert {f"texts/{source['id']}.txt" for source in annotations} == files
    with (HAPPENINGS / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    assert set(rows) == files
    for path in TEXTS:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert rows[f"texts/{path.name}"]["title"] == first


def test_no_sentence_of_a_feed_item_is_quoted() -> None:
    quotes = [
        words
        for _, source in annotated()
        if "sha256" in source
        for event in source["events"]
        for words in event["on"]
    ]
    assert len(quotes) > 100
    assert max(len(words.split()) for words in quotes) <= 3


@pytest.mark.parametrize(
    ("name", "published", "part"),
    [
        ("S01-1", "", "unseen"),
        ("S02-1", "2023-02-01", "seen"),
        ("feed-1", "2023-02-01", "feeds-unseen"),
        ("feed-1", "2023-03-01", "feeds-seen"),
        ("feed-2", "2023-03-01", "feeds-unseen"),
    ],
)
def test_unseen_are_stories_months_and_the_unseen_items_of_rows(
    name: str, published: str, part: str
) -> None:
    split = Split({"stories": ["S01"], "months": ["2023-02"]}, ["feed-2"])
    assert split.part(name, published) == part


TEXT = "Le Nord a tiré hier. Ce tir suit les tirs de mai."
TIRE = {"type": "missile_test", "on": ["tiré", "?tir"], "happening": "a"}
MAY = {"type": "missile_test", "on": ["tirs"], "happening": "b"}


def project(folder: Path, *texts: list[Json], name: str = "S01") -> dict[str, Part]:
    """Build a folder with one story, whose texts all read TEXT and have these events."""
    (folder / "texts").mkdir()
    (folder / "annotations").mkdir()
    (folder / "split.toml").write_text('[unseen]\nstories = ["S02"]\nmonths = []\n')
    lines, paths = [], ["path,published"]
    for number, events in enumerate(texts, 1):
        (folder / "texts" / f"S01-{number}.txt").write_text(TEXT, encoding="utf-8")
        paths.append(f"texts/S01-{number}.txt,2024-01-05")
        lines += ["[[texts]]", f'id = "S01-{number}"']
        for event in events:
            lines += ["[[texts.events]]"]
            lines += [f"{key} = {json.dumps(v, ensure_ascii=False)}" for key, v in event.items()]
    (folder / "metadata.csv").write_text("\n".join(paths) + "\n")
    (folder / "annotations" / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")
    return build(folder)


def test_events_of_one_name_are_one_happening(tmp_path: Path) -> None:
    alone = {"type": "missile_test", "on": ["tirs"], "free": True}
    part = project(tmp_path, [TIRE, MAY], [MAY, TIRE], [TIRE, alone])["seen"]
    assert part.same == [["S01-1:E1", "S01-2:E2", "S01-3:E1"], ["S01-1:E2", "S01-2:E1"]]
    assert part.free == ["S01-3:E2"]
    assert part.pairs == 4
    first, second, third = part.records[0]["mentions"]
    assert (first["trigger"]["start"], first["event"], first["optional"]) == (10, "E1", False)
    assert (second["trigger"]["text"], second["optional"]) == ("tir", True)
    assert third["event"] == "E2"
    assert part.records[0]["published"] == "2024-01-05"


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([TIRE | {"on": ["lancé"]}], "not in the article"),
        ([TIRE, MAY | {"happening": "a"}], "told by an event before it"),
        ([TIRE | {"free": True}], "not both"),
        ([TIRE | {"type": "picnic"}], "`types`"),
        ([TIRE | {"day": "hier"}], "EDTF"),
        ([TIRE | {"date": "2024"}], "keys"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, events: list[Json], message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        project(tmp_path, events)


def test_unseen_texts_stand_in_files_that_say_so(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"S01_unseen.toml: S01-1: is seen"):
        project(tmp_path, [TIRE], name="S01_unseen")


def test_a_feed_item_that_has_changed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    items = [
        {"id": source["id"], "published": "2023-09-01", "text": "Autre texte."}
        for _, source in annotated()
        if "sha256" in source
    ]
    lines = "".join(json.dumps(item) + "\n" for item in items)
    (tmp_path / "corpus" / "feeds_2023_2024.jsonl").write_text(lines)
    with pytest.raises(AnnotationError, match="not the text that was annotated"):
        build(shared=tmp_path)
