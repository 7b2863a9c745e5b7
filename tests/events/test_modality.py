"""Modality, its cue and the source: one sentence for each way in which they are told."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from dprk_events.events import Findings, RuleSet
from dprk_events.events.mentions import find_mentions
from dprk_events.events.modality import CueError, ModalityReader, governors
from dprk_events.events.modality.according import told_below
from dprk_events.events.modality.carried_on import carried_on
from dprk_events.events.modality.decide import STRATEGIES, speech
from dprk_events.events.modality.free_speech import taken_up, told_on
from dprk_events.events.modality.lexicon import NAME, parse
from dprk_events.events.modality.reporting import SENTENCE_STRATEGIES
from dprk_events.events.modality.saying import STRATEGIES as SAYING
from dprk_events.events.modality.wishing import of_wish

EXAMPLES = Path(__file__).with_name("modality.toml")
AnalyseAll = Callable[[list[str]], list[Findings]]

JUDGED = [
    # negation
    ("Pyongyang n'a pas tiré de missile.", "tiré", "negated", "pas", None),
    ("La Corée du Nord n'a tiré aucun missile.", "tiré", "negated", "aucun", None),
    ("La Corée du Nord n'a tiré que deux missiles.", "tiré", "asserted", None, None),
    ("Moscou dément avoir livré des missiles à Pyongyang.", "livré", "negated", "dément", "Moscou"),
    # tense
    ("La Corée du Nord tirera un missile.", "tirera", "planned", "tirera", None),
    ("La Corée du Nord aurait tiré un missile.", "tiré", "reported", "tiré", None),
    (
        "Séoul a annoncé que Pyongyang tirerait un missile.",
        "tirerait", "planned", "tirerait", "Séoul",
    ),
    # governors
    ("La Corée du Nord va tirer un missile.", "tirer", "planned", "va", None),
    ("La Corée du Nord dut tirer un missile.", "tirer", "asserted", None, None),
    (
        "La visite de Kim Jong-un à Moscou a été annulée.", "visite", "negated", "annulée", None,
    ),
    (
        "La visite de Kim Jong-un à Moscou n'est pas prévue.", "visite", "negated", "pas", None,
    ),
    (
        "Une visite de Kim Jong-un à Moscou paraît peu probable.",
        "visite", "possible", "probable", None,
    ),
    (
        "Pyongyang n'a pas eu l'occasion de rencontrer Vladimir Poutine.",
        "rencontrer", "negated", "eu", None,
    ),
    (
        "Séoul annonce une visite de Kim Jong-un à Moscou.",
        "visite", "planned", "annonce", "Séoul",
    ),
    ("Séoul exige de rencontrer Kim Jong-un.", "rencontrer", "possible", "exige", "Séoul"),
    (
        "Le ministre a rejeté des accusations de livraisons d'armes à la Russie par Pyongyang.",
        "livraisons", "negated", "accusations", "ministre",
    ),
    # what stands around
    (
        "Le tir présumé d'un missile par la Corée du Nord inquiète.",
        "tir", "reported", "présumé", None,
    ),
    ("La Corée du Nord a peut-être tiré un missile.", "tiré", "possible", "peut-être", None),
    ("Si la Corée du Nord tire un missile, Séoul répondra.", "tire", "possible", "si", None),
    ("La Corée du Nord a-t-elle tiré un missile ?", "tiré", "possible", "?", None),
    # scopes
    ("Séoul craint que Pyongyang ne tire un missile.", "tire", "possible", "craint", "Séoul"),
    (
        "« Pyongyang a tiré un missile », a déclaré le général Park.",
        "tiré", "reported", "déclaré", "Park",
    ),
    (
        "Le général a déclaré : « Pyongyang a tiré un missile. »",
        "tiré", "reported", "déclaré", "général",
    ),
    (
        "Selon un rapport du Pentagone, Pyongyang a tiré un missile.",
        "tiré", "reported", "selon", "Pentagone",
    ),
    (
        "Donald Trump a publié une lettre annonçant que Pyongyang avait tiré un missile.",
        "tiré", "reported", "annonçant", "Donald Trump",
    ),
    (
        "Séoul a publié un rapport selon lequel Pyongyang a tiré un missile.",
        "tiré", "reported", "selon", "Séoul",
    ),
    (
        "De source militaire, on affirme que Pyongyang a tiré un missile.",
        "tiré", "reported", "source", "source militaire",
    ),
    (
        "Pyongyang et Moscou négocieront jusqu'à la signature d'un accord.",
        "signature", "planned", "jusqu'", None,
    ),
]  # fmt: skip


@pytest.mark.model
def test_modality_cue_and_source(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for text, *_ in JUDGED])
    told = [_judged(f, word) for f, (_, word, *_) in zip(found, JUDGED, strict=True)]
    assert told == [tuple(judged) for _, _, *judged in JUDGED]


def _judged(findings: Findings, word: str) -> tuple[str, str | None, str | None] | None:
    for event in findings.events:
        for mention in event.mentions:
            if mention.trigger == word:
                source = mention.attribution
                return mention.modality, mention.cue, None if source is None else source.text
    return None


@pytest.fixture(scope="module")
def examples() -> dict[str, dict[str, list[list[str]]]]:
    return tomllib.loads(EXAMPLES.read_text("utf-8"))


@pytest.mark.model
def test_every_strategy_has_examples(examples: dict[str, dict[str, list[list[str]]]]) -> None:
    of_speech = [*SAYING, *SENTENCE_STRATEGIES, told_below, told_on, taken_up, carried_on, of_wish]
    named = {each.__name__ for each in (*STRATEGIES, *of_speech)} - {speech.__name__}
    assert named == examples.keys()


@pytest.mark.model
@pytest.mark.parametrize("kept", [True, False], ids=["taken", "left"])
def test_strategies_take_their_examples_only(
    kept: bool, analyse_all: AnalyseAll, examples: dict[str, dict[str, list[list[str]]]]
) -> None:
    told = [
        (name, *example)
        for name, lists in examples.items()
        for example in lists["taken" if kept else "left"]
    ]
    wrong = []
    for findings, (name, text, word, *wanted) in zip(
        analyse_all([text for _, text, *_ in told]), told, strict=True
    ):
        judged, why = _judged(findings, word), _why(findings, word)
        modality, _, source = judged or ("no mention", None, None)
        if [modality, source or ""] != wanted or (why == name) is not kept:
            wrong.append(f"{name}: {text}: {modality}, {source}, by {why}")
    assert not wrong, "\n".join(wrong)


def _why(findings: Findings, word: str) -> str | None:
    mentions = (m for event in findings.events for m in event.mentions)
    return next((m.why for m in mentions if m.trigger == word), None)


@pytest.mark.model
def test_who_demands_one_event_is_no_source_of_the_next(
    analyse_all: AnalyseAll, rules: RuleSet
) -> None:
    (findings,) = analyse_all(
        [
            "Séoul exige de rencontrer Kim Jong-un. Moscou pourrait livrer des missiles à "
            "Pyongyang. Tokyo réclame une visite de Kim Jong-un."
        ]
    )
    view = findings.view
    mentions, _ = find_mentions(view, rules)
    reader = ModalityReader(view)
    judged = [reader.judge(mention, governors(view, mention)) for mention in mentions]
    sources = [j.source and view.texts[j.source.head] for j in judged]
    assert [j.modality for j in judged] == ["possible"] * 3
    assert sources == ["Séoul", None, "Tokyo"]
    backwards = [reader.judge(m, governors(view, m)) for m in reversed(mentions)]
    assert backwards == judged[::-1]


ORDERED = [
    ("Kim Jong-un a ordonné le tir d'un missile, auquel il a assisté jeudi.", "asserted"),
    (
        "Kim a donné l'ordre de procéder au tir d'un missile nord-coréen, qui a eu lieu mardi.",
        "asserted",
    ),
    ("Kim Jong-un a ordonné le tir d'un missile, que Séoul redoute.", "planned"),
    ("Kim Jong-un a ordonné le tir d'un missile, auquel il n'a pas assisté.", "planned"),
]


@pytest.mark.model
def test_what_was_ordered_is_done_where_somebody_saw_it(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for text, _ in ORDERED])
    told = [judged and judged[0] for judged in (_judged(f, "tir") for f in found)]
    assert told == [modality for _, modality in ORDERED]


@pytest.mark.model
def test_what_was_called_off_is_planned_where_somebody_thought_better_of_it(
    analyse_all: AnalyseAll,
) -> None:
    text = "Donald Trump a annulé le sommet de Singapour avec Kim Jong-un{}."
    found = analyse_all([text.format(end) for end in (", avant de se raviser", "")])
    told = [judged and judged[0] for judged in (_judged(f, "sommet") for f in found)]
    assert told == ["planned", "negated"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[pseudo]", "[pseudo", "not TOML"),
        ('modals = ["pouvoir"]', "", "no list possible.modals, which is needed"),
        ('modals = ["pouvoir"]', 'modal = ["pouvoir"]', "possible.modal: no such list; there are"),
        ('modals = ["pouvoir"]', "modals = []", "possible.modals: not a list of words"),
        ('modals = ["pouvoir"]', "modals = [1]", "possible.modals: 1 is no word"),
        ('"s\'il",', '"s\'il", "s\'il",', "possible.conditions: “s'il” occurs twice"),
        ("# Words", "modals = 1\n#", "modals: not a section"),
    ],
)
def test_mistakes_in_the_cues_name_list_and_remedy(old: str, new: str, told: str) -> None:
    text = resources.files("dprk_events.events.modality").joinpath(NAME).read_text("utf-8")
    assert old in text
    with pytest.raises(CueError, match=told):
        parse(text.replace(old, new, 1))
