"""The gate: whatever names North Korea gets through, and nothing that only sounds like it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.events import Findings
from dprk_events.language import Gate, Gazetteer
from dprk_events.language.gate import GateError
from dprk_events.reading import Article, MaskedRegion, ReadingOptions, read_paths

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def gate(gazetteer: Gazetteer) -> Gate:
    return Gate(gazetteer)


def article(text: str, masked: tuple[MaskedRegion, ...] = ()) -> Article:
    return Article("sha256:0", "a.txt", text, masked=masked)


@pytest.mark.parametrize(
    "text",
    [
        "La Corée du Nord a tiré un missile.",
        "LA COREE DU NORD A TIRE",
        unicodedata.normalize("NFD", "des soldats nord-coréens"),
        "des soldats nord\u2011coréens",
        "l\u2019armée de «Pyongyang»",
        "Selon KCNA, tout va bien.",
        "Un KN-23 est tombé.",
        "Le Hwasong17 est tombé.",
        "À Séoul, on regarde le Nord avec méfiance.",
        "Le dirigeant Kim Jong-un sourit.",
        "Les deux Corées se parlent.",
        "La péninsule coréenne est calme.",
        "Parti du travail de Corée",
        "le groupe Lazarus",
    ],
)
def test_what_names_north_korea_gets_through(gate: Gate, text: str) -> None:
    assert gate.passes(article(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Il pleut dans le Nord.",
        "Le Nord-Pas-de-Calais",
        "Séoul et Tokyo s'entendent.",
        "Des rues décorées pour Noël.",
        "Kim Kardashian à Paris.",
        "Une orange, une nata.",
        "Un match de la Corée du Sud.",
        "Le kimono est beau.",
    ],
)
def test_what_does_not_name_it_is_stopped(gate: Gate, text: str) -> None:
    assert not gate.passes(article(text))


def test_boilerplate_counts(gate: Gate) -> None:
    text = "À lire : Pyongyang\nIl pleut à Brest."
    assert gate.passes(article(text, (MaskedRegion(0, 18, "teaser"),)))


def test_boilerplate_beside_a_name_does_not_hide_it(gate: Gate) -> None:
    """Only without the menu word is "Nampo" no part of a longer name."""
    text = "Menu\nNampo est un port."
    assert gate.passes(article(text, (MaskedRegion(0, 4, "navigation"),)))


def test_every_north_korean_name_of_the_gazetteer_gets_through(
    gate: Gate, gazetteer: Gazetteer
) -> None:
    """Where the gazetteer finds a name in a sentence, the gate does so too."""
    names = [name.replace("#", "7") for name in gazetteer.names_of("KP")]
    assert len(names) > 300
    for name in names:
        for text in (f"On parle de {name} ici.", f"On parle de « {name} »", name.upper()):
            if any(match.entry.country == "KP" for match in gazetteer.match(text)):
                assert gate.passes(article(text)), text


def test_all_annotated_articles_of_north_korea_get_through(gate: Gate) -> None:
    """The repository's gold: its articles with a North Korean event, and those that name it."""
    gold = ROOT / "tests" / "gold"
    checked = 0
    for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        path = next(
            p for p in (gold / entry["file"], ROOT / entry["file"], gold / "texts" / entry["file"])
            if p.is_file()
        )  # fmt: skip
        if any(mention["dprk"] for mention in entry["mentions"]):
            (item,) = read_paths([str(path)], ReadingOptions())
            assert isinstance(item, Article)
            assert gate.passes(item), path.name
            checked += 1
    assert checked >= 20


@pytest.mark.model
def test_no_article_with_events_is_stopped(
    gate: Gate, analyse_all: Callable[[list[str]], list[Findings]]
) -> None:
    """What the events stage takes for an article that names North Korea gets through."""
    texts = [
        "Séoul condamne. Le Nord a tiré un missile mardi.",
        "M. Kim a rencontré le président russe à Vladivostok. Kim a souri.",
        "Selon la KCNA, un Hwasong-18 a été tiré. Thae Yong-ho a réagi, et Thae en a ri.",
        "Un accord nord-coréano-russe a été signé à Moscou.",
        "Une délégation NORD-COREENNE a visité Moscou.",
        *(p.read_text(encoding="utf-8") for p in (ROOT / "tests/gold/texts").glob("*.txt")),
    ]
    named = [found.names_dprk for found in analyse_all(texts)]
    assert sum(named) >= 20
    assert [t for t, name in zip(texts, named, strict=True) if name and not passes(gate, t)] == []


def passes(gate: Gate, text: str) -> bool:
    return gate.passes(article(text))


def test_samples_get_through(gate: Gate) -> None:
    for item in read_paths(sorted(map(str, (ROOT / "samples").glob("*.txt"))), ReadingOptions()):
        assert isinstance(item, Article)
        assert gate.passes(item) == (item.path.rsplit("/", 1)[-1] != "README.md"), item.path


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")
def test_shared_articles_get_through_and_other_news_does_not(gate: Gate) -> None:
    folders = [SHARED / "seeds", SHARED / "gold" / "texts", SHARED / "corpus" / "articles"]
    items = list(read_paths([str(f) for f in folders], ReadingOptions()))
    assert len(items) >= 50
    assert [i.path for i in items if isinstance(i, Article) and not gate.passes(i)] == []
    lines = (SHARED / "corpus" / "other_news.jsonl").read_text(encoding="utf-8").splitlines()
    through = [line for line in lines if gate.passes(article(json.loads(line)["text"]))]
    assert len(through) <= len(lines) / 100


@pytest.mark.parametrize(
    "text", ["terms = [", "terms = []", 'terms = ["la"]', "terms = [1]", 'word = ["Pyongyang"]']
)
def test_bad_terms_are_refused(gazetteer: Gazetteer, tmp_path: Path, text: str) -> None:
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GateError, match=r"gate\.toml"):
        Gate(gazetteer, path)
