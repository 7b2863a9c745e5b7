"""What else makes an event a row: quantities, sources, time, place and confidence."""

from __future__ import annotations

import pytest

from dprk_events.events import Event
from tests.participants.conftest import Rows

pytestmark = pytest.mark.model
DAY = "2024-06-20"


def row(rows: Rows, text: str, of: str, published: str = DAY) -> Event:
    return next(event for event in rows(text, published) if event.type == of)


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        (
            "La Corée du Nord a cédé à l'armée russe 30 obusiers et 70 mortiers.",
            "arms_transfer",
            [(30, "obusiers"), (70, "mortiers")],
        ),
        (
            "Un contingent de 5 000 fantassins nord-coréens est arrivé en Russie.",
            "troop_deployment",
            [(5000, "fantassins nord-coréens")],
        ),
    ],
)
def test_each_quantity_says_what_it_counts(
    rows: Rows, text: str, kind: str, counted: list[tuple[int, str]]
) -> None:
    assert [(q.value, q.of) for q in row(rows, text, kind).quantities] == counted


def test_a_list_gives_as_many_quantities(rows: Rows) -> None:
    event = row(
        rows,
        "La Corée du Nord a envoyé 1 000 démineurs et 5 000 ouvriers à Koursk lundi.",
        "troop_deployment",
    )
    told = [(q.value, q.of, q.text) for q in event.quantities]
    assert told == [(1000, "démineurs", "1 000"), (5000, "ouvriers", "5 000")]


@pytest.mark.parametrize(
    "text",
    [
        "La Corée du Nord a tiré un missile à trois reprises.",
        "La Corée du Nord a procédé à trois essais de missiles.",
    ],
)
def test_times_and_events_are_counted_of_nothing(text: str, rows: Rows) -> None:
    (quantity,) = row(rows, text, "missile_test").quantities
    assert (quantity.value, quantity.of) == (3, None)


def test_who_reports_and_who_denies_are_sources(rows: Rows) -> None:
    event = row(
        rows,
        "Selon Séoul, la Corée du Nord a livré des obus à la Russie. "
        "Moscou dément que la Corée du Nord a livré des obus à la Russie.",
        "arms_transfer",
    )
    said = [(s.name, s.kind, s.countries, s.modality) for s in event.sources]
    assert said == [
        ("Corée du Sud", "state", ("KR",), "reported"),
        ("Russie", "state", ("RU",), "negated"),
    ]


def test_whom_an_agency_cites_is_a_source_too(rows: Rows) -> None:
    event = row(
        rows,
        "La Corée du Nord a tiré un missile, rapporte l'agence Yonhap, citant un général japonais.",
        "missile_test",
    )
    agency, cited = event.sources
    assert (agency.name, cited.text) == ("Yonhap", "général japonais")


@pytest.mark.parametrize(
    ("text", "published", "time"),
    [
        (
            "Pyongyang a tiré un missile le 3 juin 2024.", DAY,
            ("2024-06-03", "2024-06-03", "2024-06-03", "stated"),
        ),
        (
            "Pyongyang a tiré un missile. Séoul étudie le tir du 3 juin 2024.", DAY,
            ("2024-06-03", "2024-06-03", "2024-06-03", "other-mention"),
        ),
        ("Pyongyang a tiré un missile.", DAY, (None, None, DAY, "published")),
        ("Pyongyang a récemment tiré un missile.", DAY, (None, None, DAY, "published")),
        ("Pyongyang va tirer un missile.", DAY, (None, DAY, None, "published")),
        ("Pyongyang pourrait tirer un missile.", DAY, (None, DAY, None, "published")),
        ("Pyongyang voulait tirer un missile.", DAY, (None, None, None, "none")),
        ("Pyongyang devait tirer un missile.", DAY, (None, None, None, "none")),
        (
            "Pyongyang avait menacé le 3 juin 2024 de tirer un missile.", DAY,
            (None, "2024-06-03", None, "stated"),
        ),
        (
            "Kim Jong-un a annoncé le 3 juin 2024 qu'il tirerait un missile.", DAY,
            (None, "2024-06-03", None, "stated"),
        ),
        (
            "Séoul a affirmé le 3 juin 2024 que le Nord voulait tirer un missile.", DAY,
            (None, None, None, "none"),
        ),
        (
            "Le 3 juin 2024, Pyongyang a menacé de tirer un missile.", DAY,
            (None, "2024-06-03", None, "stated"),
        ),
        (
            "Pyongyang promet de tirer un missile d'ici octobre 2031.", DAY,
            ("../2031-10", DAY, "2031-10-31", "stated"),
        ),
        (
            "Pyongyang promet de tirer un missile avant 2019.", DAY,
            (None, DAY, None, "published"),
        ),
        (
            "Séoul a protesté le 4 mars 2024, deux jours après le tir d'un missile nord-coréen.",
            DAY, ("2024-03-02", "2024-03-02", "2024-03-02", "stated"),
        ),
        (
            "Pyongyang a tiré un missile. Séoul a réagi le 4 mars 2024, trois jours après ce tir.",
            DAY, ("2024-03-01", "2024-03-01", "2024-03-01", "other-mention"),
        ),
        (
            "Séoul a dénoncé les tirs de missiles nord-coréens du 3 mars et du 9 mars 2024.", DAY,
            ("{2024-03-03,2024-03-09}", "2024-03-03", "2024-03-09", "stated"),
        ),
        ("Pyongyang a ordonné un tir de missile.", DAY, (None, None, None, "none")),
        ("Pyongyang n'a pas pu tirer de missile.", DAY, (None, None, DAY, "published")),
        ("Pyongyang n'a pas tiré de missile.", DAY, (None, None, DAY, "published")),
        ("Pyongyang a tiré un missile en 2024.", DAY, ("2024", "2024-01-01", DAY, "stated")),
        ("Pyongyang a tiré un missile.", "", (None, None, None, "none")),
    ],
)  # fmt: skip
def test_time_has_no_bound_without_ground(
    text: str, published: str, time: tuple[str | None, ...], rows: Rows
) -> None:
    assert tuple(row(rows, text, "missile_test", published).time) == time


@pytest.mark.parametrize(
    ("told", "latest"),
    [("jeudi 20 juin 2024", "2024-06-20"), ("mardi 18 juin 2024", "2024-06-19")],
)
def test_a_paper_may_tell_of_tomorrow_in_korea(told: str, latest: str, rows: Rows) -> None:
    text = f"Pyongyang a tiré un missile {told} au matin. Deux pêcheurs du Sud ont été blessés."
    assert row(rows, text, "casualties", "2024-06-19").time.latest == latest


def test_what_goes_on_has_its_own_last_day(rows: Rows) -> None:
    text = "Séoul et Washington mènent du 17 au 28 juin 2024 un exercice contre Pyongyang."
    time = row(rows, text, "military_exercise", "2024-06-19").time
    assert (time.earliest, time.latest) == ("2024-06-17", "2024-06-28")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "Pyongyang avait juré de tirer un missile au plus tard le 3 mai 2031.",
            "au plus tard le 3 mai 2031", "../2031-05-03",
        ),
        (
            "Tokyo redoute les missiles nord-coréens tirés le 3 juin puis le 9 juin 2024.",
            "3 juin puis le 9 juin 2024", "{2024-06-03,2024-06-09}",
        ),
        (
            "Pyongyang a tiré un missile. Séoul a réagi le 4 mars 2024, trois jours après ce tir.",
            "tir", "2024-03-01",
        ),
        ("Pyongyang a tiré un missile le 3 juin 2024.", None, None),
    ],
)  # fmt: skip
def test_a_date_that_no_expression_holds_is_the_events(
    text: str, words: str | None, value: str | None, rows: Rows
) -> None:
    whole = row(rows, text, "missile_test").whole_date
    assert (whole and whole.text, whole and whole.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Visite de Kim Jong-un à Moscou la semaine prochaine.", "planned"),
        ("Kim Jong-un en visite à Moscou dans les prochains jours.", "planned"),
        ("Visite de Kim Jong-un à Moscou la semaine dernière.", "asserted"),
        ("Vladimir Poutine à Pyongyang la semaine prochaine", "planned"),
        ("Kim Jong-un se rend à Moscou la semaine prochaine.", "planned"),
        ("Kim Jong-un arrive demain à Moscou.", "planned"),
        (
            "La visite de Kim Jong-un à Moscou, qui débutera la semaine prochaine, inquiète.",
            "planned",
        ),
        (
            "La visite de Kim Jong-un à Moscou, qui s'achève la semaine prochaine, inquiète.",
            "asserted",
        ),
        ("Kim Jong-un est arrivé à Moscou la semaine dernière.", "asserted"),
        (
            "La visite de Kim Jong-un à Moscou inquiète Séoul, qui votera le mois prochain.",
            "asserted",
        ),
    ],
)
def test_what_is_dated_after_the_article_is_planned(text: str, modality: str, rows: Rows) -> None:
    assert row(rows, text, "visit").modality == modality


@pytest.mark.parametrize(
    ("text", "of", "place"),
    [
        ("Pyongyang a tiré un missile depuis Sunan.", "missile_test", ("Sunan", "KP", "origin")),
        ("Kim Jong-un s'est rendu à Moscou.", "visit", ("Moscou", "RU", "destination")),
        (
            "Kim Jong-un a rencontré Vladimir Poutine à Vladivostok.", "meeting",
            ("Vladivostok", "RU", "location"),
        ),
        ("Pyongyang a tiré un missile vers la mer du Japon.", "missile_test", None),
        ("Des soldats nord-coréens ont franchi la frontière.", "border_incident", None),
    ],
)  # fmt: skip
def test_place_is_the_most_exact_known_one(
    text: str, of: str, place: tuple[str, str, str] | None, rows: Rows
) -> None:
    found = row(rows, text, of).place
    assert (found and (found.name, found.country, found.role)) == place


@pytest.mark.parametrize(
    ("text", "of", "where"),
    [
        # A site of the gazetteer: its own point, not the capital's.
        (
            "Pyongyang a tiré un missile depuis Punggye-ri.", "missile_test",
            ("Punggye-ri", "KP", 41.28, 129.09, "site", "gazetteer"),
        ),
        (
            "Kim Jong-un s'est rendu en Chine.", "visit",
            ("Chine", "CN", 34.9, 109.5, "country", "gazetteer"),
        ),
        # Towns that the gazetteer lacks.
        (
            "Kim Jong-un a rencontré Vladimir Poutine à Mourmansk.", "meeting",
            ("Mourmansk", "RU", 68.97, 33.10, "town", "country in the sentence"),
        ),
        (
            "Kim Jong-un s'est rendu à Séville.", "visit",
            ("Séville", "ES", 37.38, -5.97, "town", "well known"),
        ),
        # Namesakes in countries that are not named.
        ("Kim Jong-un s'est rendu à Manchester.", "visit", None),
    ],
)  # fmt: skip
def test_place_has_its_point(
    text: str, of: str, where: tuple[str, str, float, float, str, str] | None, rows: Rows
) -> None:
    found = row(rows, text, of).place
    if where is None:
        assert found is None
    else:
        name, country, latitude, longitude, precision, strategy = where
        assert found is not None
        assert (found.name, found.country) == (name, country)
        assert (found.latitude, found.longitude) == pytest.approx((latitude, longitude), abs=0.01)
        assert (found.precision, found.strategy) == (precision, strategy)


def test_a_place_without_a_point_is_named_all_the_same(rows: Rows) -> None:
    found = row(rows, "Pyongyang a tiré un missile depuis Unsan.", "missile_test").place
    assert found is not None
    assert (found.name, found.latitude, found.longitude) == ("Unsan", None, None)


@pytest.mark.parametrize(
    ("before", "pronoun", "who"),
    [
        ("La ministre Choe Son-hui a quitté Pyongyang.", "Elle", "Choe Son-hui"),
        ("Kim Yo-jong a critiqué Moon Jae-in.", "Elle", "Kim Yo-jong"),
        ("Kim Yo-jong a critiqué Moon Jae-in.", "Il", "Moon Jae-in"),
        ("Kim Jong-un a accueilli Nikki Haley.", "Elle", "Nikki Haley"),
    ],
)
def test_a_pronoun_agrees_with_the_person(rows: Rows, before: str, pronoun: str, who: str) -> None:
    events = rows(f"{before} {pronoun} s'est rendu à Moscou.", "2024-06-20")
    visit = next(event for event in events if event.type == "visit")
    assert [each.name for each in visit.participants if each.role == "actor"] == [who]


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("le ministre russe Sergueï Lavrov a parlé du Nord", "Sergueï Lavrov"),
        ("la presse avait pris place", "Kim Jong-un"),
        ("Sergueï Lavrov l'a reçu", "Kim Jong-un"),
    ],
)
def test_a_pronoun_may_come_before_its_name(rows: Rows, behind: str, who: str) -> None:
    events = rows(f"Kim Jong-un se tait. À Moscou, où il est arrivé mardi, {behind}.", "2024-06-20")
    visit = next(event for event in events if event.type == "visit")
    assert [each.name for each in visit.participants if each.role == "actor"] == [who]


def named(event: Event, role: str) -> list[str]:
    return [each.name for each in event.participants if each.role == role]


def test_leaders_of_two_states_are_no_place_and_not_told_twice(rows: Rows) -> None:
    text = (
        "Kim Jong-un a rencontré Donald Trump. Ce sommet entre les dirigeants des deux pays a plu."
    )
    (event,) = rows(text, "2018-06-13")
    assert named(event, "actor") == ["Kim Jong-un", "Donald Trump"]
    assert named(event, "location") == []


def test_the_seat_that_announces_a_journey_does_not_make_it(rows: Rows) -> None:
    text = "Kim Jong-un n'est pas allé à Moscou. Le Kremlin avait annoncé sa venue."
    visits = [each for each in rows(text, "2025-05-10") if each.type == "visit"]
    assert {name for each in visits for name in named(each, "actor")} == {"Kim Jong-un"}


def test_where_somebody_goes_is_not_what_he_crosses(rows: Rows) -> None:
    text = "La rencontre était à Hanoï. Kim Jong-un avait traversé la Chine pour s'y rendre."
    (visit,) = (each for each in rows(text, "2019-03-01") if each.type == "visit")
    assert named(visit, "destination") == ["Hanoï"]


def test_an_embassy_is_of_its_state_which_pays_no_visit(rows: Rows) -> None:
    text = "Kim Jong-un s'est contenté d'une visite à l'ambassade de Russie à Pyongyang."
    (visit,) = rows(text, "2025-05-10")
    assert named(visit, "actor") == ["Kim Jong-un"]


def test_where_a_source_is_says_nothing_of_the_deed(rows: Rows) -> None:
    text = "Kim Jong-un a rencontré Vladimir Poutine, selon une source diplomatique à Séoul{}."
    apart, beside = (rows(text.format(more), "2024-06-20")[0] for more in ("", ", à Moscou"))
    assert (named(apart, "location"), named(beside, "location")) == ([], ["Moscou"])


def test_an_office_in_small_letters_is_no_name(rows: Rows) -> None:
    text = "Il s'entretiendra avec la ministre nord-coréenne des Affaires étrangères, Choe Son Hui."
    (talk,) = rows(f"Le diplomate mongol Bat Erdene est à Pyongyang. {text}", "2024-06-05")[-1:]
    assert "Choe Son-hui" in named(talk, "actor")


@pytest.mark.parametrize(
    ("text", "type_", "role", "names"),
    [
        (
            "Kim a fait une visite surprise en Chine, son premier voyage à l'étranger.",
            "visit",
            "destination",
            ["Chine", "étranger"],
        ),
        (
            "Ce sommet de Kim et Moon, le troisième du genre à Pyongyang, plaît.",
            "meeting",
            "location",
            [],
        ),
        (
            "Ce sommet, le premier entre Kim Jong-un et Moon Jae-in, plaît.",
            "meeting",
            "actor",
            ["Kim Jong-un", "Moon Jae-in"],
        ),
        (
            "Le Trésor annonce des sanctions contre deux hommes pour l'essor des armes du régime.",
            "sanction",
            "actor",
            ["Trésor"],
        ),
    ],
)
def test_what_an_aside_or_a_complement_says_is_not_the_deeds(
    rows: Rows, text: str, type_: str, role: str, names: list[str]
) -> None:
    event = next(each for each in rows(text, "2018-04-28") if each.type == type_)
    assert named(event, role) == names


@pytest.mark.parametrize(
    ("text", "event_type", "days"),
    [
        ("La Corée du Nord a tiré mardi un missile. C'est son troisième tir ce mois-ci, après le "
         "lancement, le 3 mai, de deux missiles.", "missile_test", ["2018-05-22", "2018-05-03"]),
        ("Séoul veut relancer les négociations entre Pyongyang et Washington. Elles sont dans "
         "l'impasse depuis le sommet de mars entre Donald Trump et Kim Jong-un.", "meeting",
         [None, "2018-03"]),
    ],
)  # fmt: skip
def test_what_took_place_before_is_a_row_of_its_own(
    rows: Rows, text: str, event_type: str, days: list[str | None]
) -> None:
    found = [each for each in rows(text, "2018-05-24") if each.type == event_type]
    assert [each.time.value for each in found] == days
