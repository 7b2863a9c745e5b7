"""Marks stand where their words are, nested, in the offsets of JavaScript."""

from __future__ import annotations

from typing import Any

from dprk_events.records import EventRecord
from dprk_events.report.marks import marks_of
from tests.report.made import SENTENCE, event, party, place


def marked(made: dict[str, Any]) -> list[tuple[str, str]]:
    """The marks as a browser reads them: words, label."""
    record = EventRecord.model_validate(made)
    mention = record.mentions[0]
    units = (mention.sentence.text or "").encode("utf-16-le")
    return [
        (units[2 * start : 2 * end].decode("utf-16-le"), label)
        for start, end, label in marks_of(record, mention)
    ]


def test_every_mark_covers_its_words_behind_a_character_of_two_units() -> None:
    assert marked(event()) == [
        ("Corée du Nord", "actor"),
        ("tiré", "trigger"),
        ("deux", "quantity"),
        ("mer du Japon", "destination"),
        ("Séoul", "source"),
    ]


def test_a_mark_within_another_comes_after_it_and_one_across_it_is_left_out() -> None:
    made = event()
    made["roles"] = [
        party(SENTENCE, "Nord a", "thing", role="name"),
        party(SENTENCE, "Corée du Nord", "state", role="actor"),
        party(SENTENCE, "Corée", "place", role="location"),
    ]
    assert marked(made)[:2] == [("Corée du Nord", "actor"), ("Corée", "location")]
    assert ("Nord a", "name") not in marked(made)


def test_namings_in_other_sentences_are_not_marked() -> None:
    made = event()
    made["mentions"][0]["sentence"] = place(SENTENCE, "deux engins")
    assert marked(made) == [("deux", "quantity")]
