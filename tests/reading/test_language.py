"""Texts that are not French are told; those that are, however short, are not refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dprk_events.reading import Article, ReadingOptions, read_paths
from dprk_events.reading.language import judge_language
from tests.conftest import SHARED
from tests.reading.inputs import Save, article, error

ROOT = Path(__file__).parents[2]

FOREIGN = {
    "en": "North Korea fired two ballistic missiles into the sea on Thursday, the army of the "
    "South said, as the two countries prepare for talks that have been delayed by the pandemic.",
    "de": "Nordkorea hat am Donnerstag zwei ballistische Raketen in Richtung des Japanischen "
    "Meeres abgefeuert, wie die Armee des Südens mitteilte. Das ist der dritte Test im Jahr.",
    "es": "Corea del Norte lanzó el jueves dos misiles balísticos hacia el mar del Japón, según el "
    "Estado Mayor de Corea del Sur, que dijo que ha reforzado la vigilancia con sus aliados.",
    "it": "La Corea del Nord ha lanciato giovedì due missili balistici verso il mar del Giappone, "
    "ha annunciato lo stato maggiore della Corea del Sud, che non ha fornito altri dettagli.",
    "pt": "A Coreia do Norte lançou na quinta-feira dois mísseis balísticos em direção ao mar do "
    "Japão, segundo o Estado-Maior da Coreia do Sul, que não deu mais pormenores.",
    "nl": "Noord-Korea heeft donderdag twee ballistische raketten afgevuurd in de richting van de "
    "Japanse Zee, zegt het leger van het Zuiden. Het is de derde test van dit jaar.",
    "ko": "북한이 목요일 동해상으로 탄도미사일 두 발을 발사했다고 합동참모본부가 밝혔다.",
    "ja": "北朝鮮は木曜日、日本海に向けて弾道ミサイル二発を発射した。",
    "zh": "朝鲜周四向日本海发射两枚弹道导弹。",
}
UNKNOWN = {
    "Russian": "Северная Корея запустила в четверг две баллистические ракеты в сторону моря.",
    "Polish": "Korea Północna wystrzeliła w czwartek dwa pociski balistyczne w kierunku Morza "
    "Japońskiego, poinformowało dowództwo Korei Południowej. To już trzecia próba w tym roku, a "
    "rakiety przeleciały około trzystu kilometrów, zanim wpadły do wody poza strefą ekonomiczną. "
    "Przywódca kraju osobiście nadzorował próbę, podała państwowa agencja, która opublikowała "
    "zdjęcia wyrzutni oraz żołnierzy stojących obok niej podczas porannego odliczania przed "
    "startem pocisku i zapowiedziała kolejne. Sąsiedzi natychmiast zwołali naradę wojskową.",
}
FRENCH = (
    "Tir nord-coréen",
    "Kim Jong Un à Vladivostok",
    "Pyongyang tire deux missiles balistiques",
    "Hwasong-17, KN-23, Pukguksong-3",
    "Game of Thrones : combien vont toucher vos acteurs préférés ?",
    "Kim Jong Un, Kim Yo Jong, Choe Son Hui, Ri Yong Ho, Pak Jong Chon, Kim Tok Hun. " * 20,
    "« We will never give up our nuclear weapons », a dit Kim Jong Un.",
    "Selon KCNA, Kim Jong Un, Jo Yong Won, Ri Pyong Chol et Kim Jong Sik étaient à Sinpo.",
    "북한 (Corée du Nord) : l’essai d’un missile Hwasong",
    "123 456",
)


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_other_language(save: Save, code: str) -> None:
    path = save("a.txt", FOREIGN[code])
    found = error(path)
    assert found.kind == "not-french"
    assert repr(code) in found.message
    assert "--any-language" in found.message
    assert article(path, options=ReadingOptions(any_language=True)).language == code


@pytest.mark.parametrize("name", sorted(UNKNOWN))
def test_language_without_a_list(save: Save, name: str) -> None:
    path = save("a.txt", UNKNOWN[name])
    assert error(path).kind == "not-french"
    assert article(path, options=ReadingOptions(any_language=True)).language == "und"


@pytest.mark.parametrize("text", FRENCH)
def test_short_french_is_not_refused(save: Save, text: str) -> None:
    assert article(save("a.txt", text)).text == text


def own_texts() -> Iterator[Path]:
    yield from (ROOT / "samples").glob("*.txt")
    yield from (ROOT / "tests" / "gold" / "texts").glob("*.txt")


def refused_lines(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if line.strip())
    return [line for line in lines if judge_language(line).foreign]


def test_no_french_line_is_refused() -> None:
    texts = list(own_texts())
    assert len(texts) > 20
    for path in texts:
        assert isinstance(article(path), Article)
        assert refused_lines(path.read_text("utf-8")) == [], path


@pytest.mark.shared
def test_no_text_of_the_corpus_is_refused() -> None:
    if not SHARED.is_dir():
        pytest.skip("needs ../shared")
    folders = ("corpus/articles", "seeds", "gold/texts")
    paths = [str(path) for name in folders for path in sorted((SHARED / name).glob("*.txt"))]
    assert len(paths) > 50
    for found in read_paths([*paths, str(SHARED / "corpus/other_news.jsonl")], ReadingOptions()):
        assert isinstance(found, Article), found
        assert found.language == "fr"
    for line in (SHARED / "corpus/other_news.jsonl").read_text("utf-8").splitlines():
        assert not judge_language(json.loads(line)["title"]).foreign, line
    for line in (SHARED / "gold/timex_dev.jsonl").read_text("utf-8").splitlines():
        assert not judge_language(json.loads(line)["text"]).foreign, line
    for path in paths:
        assert refused_lines(Path(path).read_text("utf-8")) == [], path
