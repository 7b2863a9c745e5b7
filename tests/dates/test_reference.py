"""The reference date: given, stated at the head, inferred, or none; never today's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dprk_events.dates import Reference, find_dates, find_reference
from dprk_events.reading import ReadingOptions, read_paths
from dprk_events.reading.article import Article, MaskedRegion, Published

_BODY = "\nUn responsable a indiqué que les tirs se poursuivaient au large de la côte."


def _article(text: str, published: Published | None = None, *masked: tuple[int, int]) -> Article:
    regions = tuple(MaskedRegion(a, b, "teaser") for a, b in masked)
    return Article("x", "x.txt", text, masked=regions, published=published or Published())


@pytest.mark.parametrize(
    ("head", "day", "at_least"),
    [
        ("AFP, publié le mardi 5 mars 2024 à 13h50", "2024-03-05", 0.9),
        ("Publié le 04/03/2024 - 18:30\nModifié le 06/03/2024 - 09:10", "2024-03-04", 0.9),
        ("Publié le : 04/03/2024 - 18:30", "2024-03-04", 0.9),
        ("Article : 2024-06-11 10:41", "2024-06-11", 0.9),
        ("Mis à jour le 6 mars 2024 à 8 h 12", "2024-03-06", 0.8),
        ("Titre du jour\n\n12 avril 2019 . –\nPyongyang dément.", "2019-04-12", 0.8),
        ("Un tir de plus\n12 avril 2019\nPyongyang dément.", "2019-04-12", 0.8),
        ("SÉOUL, 3 mars 2024 (Yonhap) -- L'armée a indiqué", "2024-03-03", 0.85),
        ("PYONGYANG, 4 janv. 2024 (AFP) - Le régime dément.", "2024-01-04", 0.85),
        ("Washington, 15 avril 2022. Le vol a été attribué à Pyongyang.", "2022-04-15", 0.85),
        ("Par Jean Dupont, le 7 mai 2023", "2023-05-07", 0.8),
        ("Un long titre sur un essai de missile\npublié le 5 mars 2024", "2024-03-05", 0.9),
        ("Publié par la rédaction le 5 mars 2024", "2024-03-05", 0.9),
        ("Publié le mar. 5 mars 2024 à 6 h 02 HNE", "2024-03-05", 0.9),
        ("Posté le 05.03.24", "2024-03-05", 0.9),
        ("mar 05 Mar 2024 | 08:00", "2024-03-05", 0.8),
        ("(Belga) / 05 mars 2024 08:00", "2024-03-05", 0.8),
        ("Published on March 5, 2024 at 10:34 am", "2024-03-05", 0.9),
        ("Dernière mise à jour : 5 mars 2024", "2024-03-05", 0.8),
    ],
)
def test_stated(head: str, day: str, at_least: float) -> None:
    found = find_reference(_article(head + _BODY))
    assert found.value == dt.date.fromisoformat(day)
    assert found.source == "text"
    assert found.confidence is not None
    assert at_least <= found.confidence < 1


def test_given_stands() -> None:
    given = Published(dt.date(2020, 1, 1), "metadata", 1.0)
    assert find_reference(_article("Publié le 5 mars 2024" + _BODY, given)) == given


def test_inferred_from_a_weekday() -> None:
    text = (
        "Repérées en novembre 2022, les caisses ont été montrées mercredi 11 janvier à la presse."
        " Les tirs des 28 décembre et 2 janvier ont été étudiés. Le ministre a parlé hier."
    )
    found = find_reference(_article(text))
    assert (found.value, found.source) == (dt.date(2023, 1, 11), "text")
    assert found.confidence is not None
    assert found.confidence < 0.75
    values = [t.value for t in find_dates(text, found)]
    # Years follow; what hangs on the very day of writing stays open.
    assert values == ["2022-11", "2023-01-11", "{2022-12-28,2023-01-02}", None]
    assert {t.anchor for t in find_dates(text, found)} == {"explicit", "text", "none"}


@pytest.mark.parametrize(
    "text",
    [
        "Un tir a eu lieu mercredi. Le sommet de 2018 n'y a rien changé.",
        "Un tir a eu lieu le 4 janvier, comme en 2018.",
        "Le tir de jeudi 4 janvier a surpris.",
        "Le tir de jeudi 4 janvier a surpris, comme la guerre de 1950.",
        "",
    ],
)
def test_nothing_to_infer_from(text: str) -> None:
    assert find_reference(_article(text)) == Published()


def test_masked_regions_prove_nothing() -> None:
    teaser = "Publié le 5 mars 2024 : l'autre article"
    assert find_reference(_article(teaser + _BODY, None, (0, len(teaser)))) == Published()


def test_a_date_deep_in_the_text_is_no_dateline() -> None:
    text = "Un tir a eu lieu. " * 60 + "\n12 avril 2019\n"
    assert find_reference(_article(text)) == Published()


def test_old_dates_in_running_text_are_no_dateline() -> None:
    text = "Le 27 juillet 1953, l'armistice était signé. Depuis, rien."
    assert find_reference(_article(text)) == Published()


def test_unsure_reference_resolves_no_weekday() -> None:
    unsure = Reference(dt.date(2024, 1, 4), "text", 0.6)
    values = {
        t.text: t.value for t in find_dates("Un tir a eu lieu mardi, après celui de mai.", unsure)
    }
    assert values == {"mardi": None, "mai": "2023-05"}


@pytest.mark.parametrize(
    "head",
    [
        "il y a 3 heures",
        "Publié il y a deux jours",
        "Publié aujourd'hui à 10 h",
        "Publié le 31 juin 2024",
        "Posté le jeudi 5 septembre",
        "Lire aussi : Publié le 3 mars 2022, notre enquête",
        "Sur le même sujet\n\n3 mars 2022\nLe régime dément",
        "Un rapport officiel publié le 3 mars 2022\na été cité hier.",
    ],
)
def test_what_states_no_date(head: str) -> None:
    assert find_reference(_article(f"Titre\n{head}\n" + _BODY)).value is None


def test_a_date_below_a_block_of_other_articles_counts() -> None:
    text = "À lire aussi\nPublié le 3 mars 2022\n\nUn tir de plus\nPublié le 5 mars 2024" + _BODY
    assert find_reference(_article(text)).value == dt.date(2024, 3, 5)


_REF = Reference(dt.date(2024, 6, 10), "option", 1.0)


def test_entries_of_a_chronicle_are_their_lines() -> None:
    text = (
        "- 9 octobre 2006 : essai annoncé mardi.\n- 25 mai 2009 : Tokyo a protesté mardi.\n\n"
        "Kim Jong-un a parlé mardi."
    )
    found = [t for t in find_dates(text, _REF) if t.text == "mardi"]
    assert [(t.value, t.anchor) for t in found] == [
        ("2006-10-03", "text"),
        ("2009-05-19", "text"),
        ("2024-06-04", "published"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "6 juin 2024\nLe régime a tiré mardi.",  # one date alone is the article's own
        "6 juin 2024\nUn tir.\n6 juin 2024\nLe régime a tiré mardi.",  # and so is one said twice
        "À lire aussi\n3 mars 2022\nUn tir\n8 avril 2022\nUn raid\n\nLe régime a tiré mardi.",
        "Le 3 mars 2022 a vu un tir.\nLe 8 avril 2022 aussi.\nLe régime a tiré mardi.",
    ],
)
def test_what_is_no_live_page(text: str) -> None:
    mardi = find_dates(text, _REF)[-1]
    assert (mardi.value, mardi.anchor) == ("2024-06-04", "published")


def test_a_heading_without_its_year_takes_it_from_the_reference() -> None:
    text = "Lundi 3 juin\nUn tir a eu lieu hier.\n\nMercredi 5 juin\nUn tir a eu lieu hier.\n"
    assert [t.value for t in find_dates(text, _REF)] == [
        "2024-06-03", "2024-06-02", "2024-06-05", "2024-06-04",
    ]  # fmt: skip
    assert [t.value for t in find_dates(text, Reference())] == [
        "XXXX-06-03", None, "XXXX-06-05", None,
    ]  # fmt: skip


def test_line_ends_that_reading_took_out_count(tmp_path: Path) -> None:
    """A line in lower case under a long title is joined to it, and yet it is the page's own."""
    path = tmp_path / "a.txt"
    text = (
        "La Corée du Nord tire un missile balistique vers la mer du Japon\npublié le 5 mars 2024\n"
    )
    path.write_text(text + _BODY, encoding="utf-8")
    (article,) = read_paths([str(path)], ReadingOptions(any_language=True))
    assert isinstance(article, Article)
    assert find_reference(article).value == dt.date(2024, 3, 5)
