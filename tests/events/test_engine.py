"""The engine on hand-made trees: no model, so that each decision is seen by itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dprk_events.entities import Entity
from dprk_events.events.roles import read_quantity
from dprk_events.lexicon import load_lexicon
from dprk_events.syntax import DocView, clause_end, subject, verb_group

Row = tuple[str, str, str, int]
"""Word, part of speech, dependency, index of the head."""


def view(rows: Sequence[Row], entities: Sequence[tuple[int, int, str, str]] = ()) -> DocView:
    """A document of one sentence; entities as (first token, last token, label, kind)."""
    words = [row[0] for row in rows]
    doc = Doc(
        Vocab(),
        words=words,
        spaces=[not word.endswith("'") for word in words],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )
    named = [
        Entity(
            "LOC" if label == "LOC" else "PER",
            doc[a : b + 1].text,
            doc[a].idx,
            doc[b].idx + len(doc[b]),
            a,
            b,
            kind=kind,
        )
        for a, b, label, kind in entities
    ]
    demonyms = {"nord-coréens": "KP", "russe": "RU"}
    return DocView(doc, doc.text, named, [], load_lexicon(), demonyms.get)


FIRED = [
    ("Deux", "NUM", "nummod", 1),
    ("missiles", "NOUN", "nsubj:pass", 5),
    ("nord-coréens", "ADJ", "amod", 1),
    ("ont", "AUX", "aux:tense", 5),
    ("été", "AUX", "aux:pass", 5),
    ("tirés", "VERB", "ROOT", 5),
    ("vers", "ADP", "case", 8),
    ("la", "DET", "det", 8),
    ("mer", "NOUN", "obl:mod", 5),
]


def test_phrases_are_read_from_order_with_number_and_preposition() -> None:
    made = view(FIRED)
    missiles, sea = made.phrases_between(0, len(made.words) - 1)
    assert (missiles.head, missiles.first, missiles.last) == (1, 1, 2)
    assert missiles.counted == (0, 0)
    assert missiles.prep is None
    assert made.kinds(missiles) >= {"weapon"}
    assert made.nationality(missiles) == [2]
    assert (sea.prep, sea.first, sea.start) == ("vers", 8, 6)


def test_passive_voice_and_tense_come_from_the_auxiliaries() -> None:
    group = verb_group(view(FIRED), 5, "tirer", "past-participle")
    assert (group.passive, group.compound, group.reflexive) == (True, True, False)
    assert (group.first, group.tense) == (3, "present")


def test_reflexive_with_etre_is_no_passive() -> None:
    rows = [
        ("Kim", "PROPN", "nsubj", 3),
        ("s'", "PRON", "expl:comp", 3),
        ("est", "AUX", "aux:tense", 3),
        ("rendu", "VERB", "ROOT", 3),
    ]
    group = verb_group(view(rows), 3, "rendre", "past-participle")
    assert (group.passive, group.reflexive, group.first) == (False, True, 1)


def test_subject_is_found_where_the_tree_hangs_it_nowhere() -> None:
    rows = [
        ("Pyongyang", "PROPN", "ROOT", 0),
        ("a", "AUX", "dep", 0),
        ("tiré", "VERB", "dep", 0),
    ]
    made = view(rows, [(0, 0, "LOC", "capital")])
    found = subject(made, 2, 1)
    assert found is not None
    assert found.entity == 0


def test_a_coordinated_verb_has_the_subject_of_the_first() -> None:
    rows = [
        ("Moscou", "PROPN", "nsubj", 2),
        ("a", "AUX", "aux:tense", 2),
        ("nié", "VERB", "ROOT", 2),
        ("et", "CCONJ", "cc", 4),
        ("tiré", "VERB", "conj", 2),
    ]
    found = subject(view(rows, [(0, 0, "LOC", "capital")]), 4, 4)
    assert found is not None
    assert found.head == 0


def test_complements_end_at_the_next_clause() -> None:
    rows = [
        ("tiré", "VERB", "ROOT", 0),
        ("vers", "ADP", "case", 2),
        ("Kiev", "PROPN", "obl", 0),
        ("qui", "PRON", "nsubj", 4),
        ("dort", "VERB", "acl:relcl", 2),
    ]
    assert clause_end(view(rows), 0) == 2


def test_counting_nouns_give_way_to_what_they_count() -> None:
    rows = [
        ("des", "DET", "det", 1),
        ("dizaines", "NOUN", "obj", 1),
        ("de", "ADP", "case", 3),
        ("missiles", "NOUN", "nmod", 1),
    ]
    (phrase,) = (made := view(rows)).phrases_between(0, len(made.words) - 1)
    assert phrase.head == 3
    assert phrase.prep is None
    assert phrase.counted is not None
    assert phrase.counted[1] == 1


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("deux", (2, 2, 2)),
        ("10 000", (10000, 10000, 10000)),
        ("plus de 10 000", (None, 10000, None)),
        ("au moins trois", (None, 3, None)),
        ("plusieurs dizaines", (None, 20, 99)),
        ("une centaine", (None, 90, 110)),
        ("deux millions", (2000000, 2000000, 2000000)),
        ("deux mille trois cents", (2300, 2300, 2300)),
        ("quatre-vingt-dix", (90, 90, 90)),
        ("Vingt et un", (21, 21, 21)),
        ("près de 3 000", (None, 2700, 3300)),
        ("jusqu'à douze", (None, None, 12)),
        ("moins d'une centaine", (None, None, 100)),
        ("une", (1, 1, 1)),
        ("un million", (None, 900000, 1100000)),
        ("12 millions", (12000000, 12000000, 12000000)),
        ("des milliers", (None, 2000, 9999)),
        ("plusieurs", (None, 2, None)),
    ],
)
def test_quantities(words: str, figures: tuple[int | None, int | None, int | None]) -> None:
    read = read_quantity(words)
    assert read is not None
    assert (read.value, read.low, read.high) == figures


def test_no_number_no_quantity() -> None:
    assert read_quantity("nombreux") is None


def test_an_adverbial_or_date_may_stand_between_auxiliary_and_participle() -> None:
    fired = view(
        [
            ("Pyongyang", "PROPN", "nsubj", 4),
            ("a", "AUX", "aux:tense", 4),
            ("de", "ADP", "advmod", 4),
            ("nouveau", "ADJ", "fixed", 2),
            ("tiré", "VERB", "ROOT", 4),
            ("des", "DET", "det", 6),
            ("missiles", "NOUN", "obj", 4),
        ]
    )
    group = verb_group(fired, 4, "tirer", "past-participle")
    assert (group.first, group.compound, group.passive) == (1, True, False)


@pytest.mark.parametrize(
    ("taken", "head"),
    [(("de", "ses", "soldats"), "soldats"), (("d'", "entre", "eux"), "eux")],
)
def test_the_subject_is_those_of_whom_some_are_taken(taken: Sequence[str], head: str) -> None:
    first, second, third = taken
    killed = view(
        [
            ("Deux", "PRON", "nsubj:pass", 6),
            (first, "ADP", "case", 3),
            (second, "DET" if second == "ses" else "ADP", "det", 3),
            (third, "NOUN" if third == "soldats" else "PRON", "nmod", 0),
            ("ont", "AUX", "aux:tense", 6),
            ("été", "AUX", "aux:pass", 6),
            ("tués", "VERB", "ROOT", 6),
        ]
    )
    phrase = subject(killed, 6, 4)
    assert phrase is not None
    assert killed.words[phrase.head] == head
