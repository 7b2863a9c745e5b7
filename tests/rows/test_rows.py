"""The annotations of rows: every quote is found, every value is one that the ontology knows."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.build_gold import AnnotationError
from tools.build_rows import ROOT, ROWS, SHARED, VOCABULARY, Countries, RowBuilder, annotated, build

COMMITTED = ("asserted", "reported", "planned", "possible", "negated")
HARD_NEGATIVES = {
    "R07", "R08", "R16", "R26", "R41", "R70", "R90", "R106", "R140", "R141",
    "R163", "R166", "R167", "R170", "R185", "R192", "R198", "R205", "R216", "R237", "R245", "R254",
    "R265", "R272", "R279", "R286", "R293", "R300", "R354", "R361", "R368", "R402", "R421", "R422",
    "R461", "R495", "R522", "R546", "R584", "R585",
    "R605", "R612", "R619", "R634", "R641", "R649", "R656", "R663", "R669", "R689", "R692",
}  # fmt: skip
WORDS = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
Json = dict[str, Any]
PARTS = [
    pytest.param("own", id="own"),
    pytest.param(
        "shared",
        id="shared",
        marks=[
            pytest.mark.shared,
            pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared is not there"),
        ],
    ),
]


def records(part: str) -> list[Json]:
    """Build all gold records of a part; fails where a quote is not in its text."""
    found = build(own=part == "own", shared=SHARED if part == "shared" else None)
    return [record for some in found.values() for record in some]


SEEN_WAVES = ("own2", "own4")
"""Waves of own texts that are for development alone."""
NOT_HALVED = ("own5", "own7")
"""Waves that are not halved: of own5 one hand's texts of three were kept, of own7 all are."""


def wave(part: str) -> set[str]:
    """Return the ids of the own texts of a wave."""
    return {text.source["id"] for text in annotated() if text.part == part}


def events(record: Json) -> Iterator[list[Json]]:
    """Yield the mentions of each event that counts."""
    names = dict.fromkeys(mention["event"] for mention in record["mentions"])
    for name in names:
        mentions = [m for m in record["mentions"] if m["event"] == name]
        if not all(m["optional"] for m in mentions):
            yield mentions


def most_committed(mentions: list[Json]) -> str:
    return COMMITTED[min(COMMITTED.index(m["modality"]) for m in mentions)]


def countries(mentions: list[Json], role: str) -> set[str]:
    roles = [r for m in mentions for r in m["roles"] if r["role"] == role]
    return {code for r in roles if not r.get("optional") for code in r["countries"]}


@pytest.mark.parametrize("part", PARTS)
def test_values_are_those_of_the_ontology(part: str) -> None:
    mentions = [m for record in records(part) for m in record["mentions"]]
    assert {m["type"] for m in mentions} <= set(WORDS["types"])
    assert {m["modality"] for m in mentions} == set(WORDS["modality"])
    roles = [r for m in mentions for r in m["roles"]]
    assert {r["role"] for r in roles} <= set(WORDS["roles"])
    sides = [r for r in roles if r["role"] in ("actor", "recipient")]
    assert all(re.fullmatch("[A-Z]{2}", code) for r in sides for code in r["countries"])
    assert sum(bool(r["countries"]) for r in sides) > len(sides) * 0.9


@pytest.mark.parametrize("part", PARTS)
def test_optional_mentions_decide_nothing(part: str) -> None:
    for record in records(part):
        for mentions in events(record):
            needed = [m for m in mentions if not m["optional"]]
            where = (record["id"], needed[0]["trigger"]["text"])
            assert most_committed(mentions) == most_committed(needed), where
            for role in ("actor", "recipient"):
                assert countries(mentions, role) == countries(needed, role), where


@pytest.mark.parametrize("part", PARTS)
def test_out_of_scope_is_optional(part: str) -> None:
    mentions = [m for record in records(part) for m in record["mentions"]]
    assert all(m["optional"] for m in mentions if not m["dprk"])


@pytest.mark.parametrize("part", PARTS)
def test_half_of_each_part_was_kept_unseen(part: str) -> None:
    found = build(own=part == "own", shared=SHARED if part == "shared" else None)
    sizes = {"kept": 0, "tuning": 0}
    for name, some in found.items():
        if not name.startswith((*SEEN_WAVES, *NOT_HALVED)):
            sizes["tuning" if name.endswith("tuning") else "kept"] += len(some)
    # Each round of annotation is halved by itself: an odd number leaves one text over.
    assert abs(sizes["kept"] - sizes["tuning"]) <= 2
    assert sum(sizes.values()) >= {"own": 30, "shared": 64}[part]


@pytest.mark.parametrize("part", SEEN_WAVES)
def test_some_waves_of_own_texts_are_for_development_only(part: str) -> None:
    found = build(own=True, shared=None)
    assert set(found) == {
        "own-tuning", "own-released", "own2-tuning", "own3-tuning", "own3-released", "own4-tuning",
        "own5-tuning", "own5-released", "own6-tuning", "own6-released", "own7-unseen",
    }  # fmt: skip
    assert {record["id"] for record in found[f"{part}-tuning"]} == wave(part)
    assert len(wave(part)) >= 20


def test_files_of_feed_items_hold_the_half_they_are_named_for() -> None:
    unseen = set(tomllib.loads((ROWS / "split.toml").read_text(encoding="utf-8"))["unseen"])
    feeds = [text for text in annotated() if text.place.startswith("feeds")]
    assert len(feeds) >= 44
    for text in feeds:
        half = "unseen" if text.source["id"] in unseen else "tuning"
        assert half in text.place, text.source["id"]


def test_twenty_articles_are_annotated_and_half_of_them_unseen() -> None:
    unseen = tomllib.loads((ROWS / "split.toml").read_text(encoding="utf-8"))["unseen"]
    articles = [t.source["id"] for t in annotated() if t.source["id"].startswith("orange-")]
    assert Counter(name in unseen for name in articles) == {True: 10, False: 10}


def quotes(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (part.strip() for part in value.split("|"))
    elif isinstance(value, list):
        for item in value:
            yield from quotes(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from quotes(item)


def test_no_sentence_of_a_shared_text_is_quoted() -> None:
    shared = [text.source.get("events", []) for text in annotated() if text.shared]
    longest = max(quotes(shared), key=lambda quote: len(quote.split()))
    assert 3 <= len(longest.split()) <= 7, longest


def test_own_texts_are_all_annotated_and_dated() -> None:
    texts = [text.source for text in annotated() if not text.shared]
    own = {text["file"]: text.get("published", "") for text in texts}
    assert set(own) == {f"texts/{path.name}" for path in (ROWS / "texts").glob("*.txt")}
    with (ROWS / "metadata.csv").open(encoding="utf-8", newline="") as file:
        assert {row["path"]: row["published"] for row in csv.DictReader(file)} == own


def test_own_texts_have_the_length_of_short_press_items() -> None:
    lengths = [len(p.read_text(encoding="utf-8").split()) for p in (ROWS / "texts").glob("*.txt")]
    assert len(lengths) == len({text.source["id"] for text in annotated() if not text.shared})
    assert min(lengths) >= 5  # A feed item may be a headline alone.
    assert max(lengths) <= 400


def test_own_texts_cover_the_ontology_and_have_hard_negatives() -> None:
    own = records("own")
    assert {record["id"] for record in own if not record["mentions"]} == HARD_NEGATIVES
    needed = [m for record in own for mentions in events(record) for m in mentions]
    assert {m["type"] for m in needed} == set(WORDS["types"])
    assert {m["modality"] for m in needed} == set(WORDS["modality"])


TEXT = "Le Nord a tiré. Puis le Sud a tiré sur lui ; la guerre, cette guerre."
TABLE = Countries({"none": [], "KP": ["Nord"], "KR": ["Sud"]})


def row(*events: Json) -> Json:
    source = {"id": "T", "file": "texts/T.txt", "events": list(events)}
    return RowBuilder(source, TEXT, WORDS, TABLE).record(b"")


def event(*mentions: Json, **more: Any) -> Json:
    return {"type": "armed_clash", "mentions": list(mentions)} | more


def test_countries_stand_in_the_roles() -> None:
    record = row(event({"on": "tiré#2", "actor": "Sud", "recipient": "?lui [KP]"}))
    actor, recipient = record["mentions"][0]["roles"]
    assert (actor["text"], actor["start"], actor["countries"]) == ("Sud", 24, ["KR"])
    assert (recipient["text"], recipient["optional"], recipient["countries"]) == (
        "lui", True, ["KP"],
    )  # fmt: skip


def test_every_place_of_optional_words() -> None:
    record = row(event({"on": "guerre#*"}, optional=True))
    assert [m["trigger"]["start"] for m in record["mentions"]] == [48, 62]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (event({"on": "lancé"}), "not in the article"),
        (event({"on": "tiré"}), "stands 2 times"),
        (event({"on": "guerre#*"}), "optional"),
        (event({"on": "paix#*"}, optional=True), "not in the text"),
        (event({"on": "tiré#1", "actor": "lui"}), "countries.toml does not have 'lui'"),
        (event({"on": "tiré#1", "actor": "lui [XX]"}), "not in countries.toml"),
        (event({"on": "tiré#1", "modality": "sure"}), "`modality`"),
        (event({"on": "tiré#1", "victim": "lui"}), "`roles`"),
        (event({"on": "tiré#1"}, type="picnic"), "`types`"),
        (event({"on": "tiré#1"}, date="hier"), "EDTF"),
        (event({"on": "tiré#1"}, day="2024"), "unknown keys"),
        (event({"on": "tiré#1", "words": "lundi"}), "date words"),
    ],
)
def test_what_does_not_fit_is_refused(wrong: Json, message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        row(wrong)


def test_without_the_shared_texts_the_own_ones_are_built(tmp_path: Path) -> None:
    command = [sys.executable, "tools/build_rows.py", "-o", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--shared", str(tmp_path / "nowhere")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "nowhere is not there" in done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "own-tuning.jsonl", "own-released.jsonl", "own2-tuning.jsonl",
        "own3-tuning.jsonl", "own3-released.jsonl", "own4-tuning.jsonl", "own5-tuning.jsonl",
        "own5-released.jsonl", "own6-tuning.jsonl", "own6-released.jsonl", "own7-unseen.jsonl",
        "who.json",
    }  # fmt: skip
