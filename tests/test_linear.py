"""The work grows with the length of a document, not with its square.

Operations of the interpreter are counted, which no other process can disturb.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dprk_events.coreference import Context
from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.entities.people import link_people
from dprk_events.events import Findings, RuleSet, analyse
from dprk_events.events.event import Filler, Mention
from dprk_events.events.merging import Merger, merge
from dprk_events.language import Gazetteer
from dprk_events.syntax import DocView

ROOM = 1.2
"""How much more than four times the work four times the text may take."""
TOLD = [
    ("Pyongyang", "PROPN", "nsubj", 2, ""),
    ("a", "AUX", "aux:tense", 2, "VerbForm=Fin"),
    ("tiré", "VERB", "ROOT", 2, "Tense=Past|VerbForm=Part"),
    ("un", "DET", "det", 4, ""),
    ("missile", "NOUN", "obj", 2, ""),
    ("mardi", "NOUN", "obl:mod", 2, ""),
    (",", "PUNCT", "punct", 8, ""),
    ("selon", "ADP", "case", 8, ""),
    ("Séoul", "PROPN", "obl:mod", 2, ""),
    (".", "PUNCT", "punct", 2, ""),
]
TAKEN_UP = [
    ("Il", "PRON", "nsubj", 2, ""),
    ("a", "AUX", "aux:tense", 2, "VerbForm=Fin"),
    ("dit", "VERB", "ROOT", 2, "Tense=Past|VerbForm=Part"),
    ("que", "SCONJ", "mark", 7, ""),
    ("le", "DET", "det", 5, ""),
    ("tir", "NOUN", "nsubj", 7, ""),
    ("«", "PUNCT", "punct", 7, ""),
    ("visait", "VERB", "ccomp", 2, "Tense=Imp|VerbForm=Fin"),
    ("»", "PUNCT", "punct", 7, ""),
    ("le", "DET", "det", 10, ""),
    ("pays", "NOUN", "obj", 7, ""),
    (".", "PUNCT", "punct", 2, ""),
]


def operations(work: Callable[[], object]) -> int:
    """How many operations of the interpreter a piece of work takes."""
    count = 0

    def each(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        count += event == "opcode"
        return each

    before = sys.gettrace()
    sys.settrace(each)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def parsed(times: int) -> tuple[Doc, list[Entity], list[Timex]]:
    """So many times the same two sentences."""
    rows: list[tuple[str, str, str, int, str, bool]] = []
    for _ in range(times):
        for sentence in (TOLD, TAKEN_UP):
            base = len(rows)
            rows += [
                (word, pos, dep, base + head, morph, i == 0)
                for i, (word, pos, dep, head, morph) in enumerate(sentence)
            ]
    words, pos, deps, heads, morphs, starts = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(
        Vocab(), words=words, pos=pos, deps=deps, heads=heads, morphs=morphs, sent_starts=starts
    )
    countries = {"Pyongyang": "KP", "Séoul": "KR"}
    entities = [
        Entity(
            "LOC", t.text, t.idx, t.idx + len(t), t.i, t.i,
            canonical=t.text, country=countries[t.text], kind="capital",
        )
        for t in doc
        if t.text in countries
    ]  # fmt: skip
    dates = [Timex("mardi", t.idx, t.idx + 5, None, "date") for t in doc if t.text == "mardi"]
    return doc, entities, dates


def found_in(parse: tuple[Doc, list[Entity], list[Timex]], rules: RuleSet) -> Findings:
    doc, entities, dates = parse
    return analyse(doc, doc.text, entities, dates, rules, Gazetteer.load())


def test_events_take_time_that_grows_with_the_text(rules: RuleSet) -> None:
    few, many = parsed(25), parsed(100)
    mentions = sum(len(event.mentions) for event in found_in(few, rules).events)
    assert mentions >= 25
    least = operations(lambda: found_in(few, rules))
    assert operations(lambda: found_in(many, rules)) < 4 * ROOM * least


def test_surnames_take_time_that_grows_with_the_text() -> None:
    def people(times: int) -> list[Entity]:
        names = ["Anna Kim", "Kim", "Kim"] * times
        return [
            Entity("PER", name, 10 * i, 10 * i + len(name), i, i) for i, name in enumerate(names)
        ]

    few, many = people(50), people(200)
    assert link_people(few, "")[1].canonical == "Anna Kim"
    least = operations(lambda: link_people(few, ""))
    assert operations(lambda: link_people(many, "")) < 4 * ROOM * least


def places(count: int) -> tuple[DocView, list[Mention]]:
    """So many strikes, each on another place."""
    doc, _, _ = parsed(count)
    at = [t for t in doc if t.text == "tiré"]
    entities = [
        Entity("LOC", f"Ville{i}", t.idx, t.idx + 4, t.i, t.i, canonical=f"Ville{i}")
        for i, t in enumerate(at)
    ]
    rules = RuleSet.load()
    found = found_in((doc, [], []), rules).view
    found.entities = entities
    mentions = [
        Mention(
            rules.types["missile_test"], "missile_test.x", "tiré", t.idx, t.idx + 4, t.i,
            (t.sent.start_char, t.sent.end_char), "asserted",
            fillers=(Filler("location", f"Ville{i}", t.idx, t.idx + 4, i),),
        )
        for i, t in enumerate(at)
    ]  # fmt: skip
    return found, mentions


def test_a_mention_is_held_against_so_many_drafts_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(merge, "COMPARED", 5)
    view, mentions = places(40)
    merger = Merger(Context(view, Gazetteer.load()))
    assert len(merger.merge(mentions)) == 40
    assert merger.compared <= 5 * 40


def test_a_near_draft_that_fits_ends_the_search() -> None:
    view, mentions = places(60)
    alike = [replace(mention, fillers=()) for mention in mentions]
    merger = Merger(Context(view, Gazetteer.load()))
    assert len(merger.merge(alike)) == 1
    assert merger.compared == 59
