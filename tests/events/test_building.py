"""How mentions and events are put together: quantities, sources, roles told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Filler, Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
pytestmark = pytest.mark.model


def quantities(findings: Findings) -> list[tuple[str, str]]:
    mentions = (mention for event in findings.events for mention in event.mentions)
    return [(f.text, f.how) for m in mentions for f in m.fillers if f.role == "quantity"]


@pytest.mark.parametrize(
    ("text", "text_of_quantity", "how"),
    [
        ("La Corée du Nord a tiré plus de dix missiles.", "plus de dix", "of instrument"),
        ("La Corée du Nord a tiré au moins deux missiles.", "au moins deux", "of instrument"),
        ("La Corée du Nord a tiré quelque trente missiles.", "quelque trente", "of instrument"),
        ("La Corée du Nord a testé son missile à trois reprises.", "trois", "times"),
        ("La Corée du Nord a mené deux essais nucléaires.", "deux", "of trigger"),
    ],
)
def test_a_quantity_with_the_words_before_it(
    analyse_all: AnalyseAll, text: str, text_of_quantity: str, how: str
) -> None:
    (findings,) = analyse_all([text])
    assert quantities(findings) == [(text_of_quantity, how)]


def test_a_role_that_two_mentions_fill_alike_stands_once(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all(
        ["La Corée du Nord a tiré un missile. Ce tir de la Corée du Nord inquiète Séoul."]
    )
    (event,) = [e for e in findings.events if e.type == "missile_test"]
    assert len(event.mentions) == 2
    actors: list[Filler] = [f for f in event.roles if f.role == "actor"]
    assert [f.text for f in actors] == ["Corée du Nord"]


def test_the_event_has_the_finest_date_and_the_most_committed_modality(
    analyse_all: AnalyseAll,
) -> None:
    (findings,) = analyse_all(
        [
            "Selon Séoul, la Corée du Nord a tiré un missile en mars 2022. "
            "Ce tir du 24 mars 2022 inquiète."
        ]
    )
    (event,) = findings.events
    assert [m.modality for m in event.mentions] == ["reported", "asserted"]
    assert event.modality == "asserted"
    assert event.date is not None
    assert findings.view.dates[event.date].value == "2022-03-24"


IN_GENERAL = [
    (
        "Pyongyang poursuit ses essais. La Corée du Nord a testé lundi un missile, selon Séoul.",
        True,
    ),
    ("Tokyo condamne cet essai. La Corée du Nord a testé lundi un missile, selon Séoul.", False),
    (
        "Un soldat nord-coréen a fui lundi en Corée du Sud, selon l'armée. Il est rare que des "
        "Nord-Coréens s'enfuient en Corée du Sud par la frontière.",
        True,
    ),
]


def test_deeds_in_general_do_not_decide_whether_one_was_done(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for text, _ in IN_GENERAL])
    for findings, (text, left) in zip(found, IN_GENERAL, strict=True):
        (event,) = [e for e in findings.events if len(e.mentions) == 2] or findings.events
        assert {m.modality for m in event.mentions} == {"asserted", "reported"}, text
        assert event.modality == ("reported" if left else "asserted"), text
