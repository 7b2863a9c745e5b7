from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dprk_events.language.gazetteer import Gazetteer, GazetteerError

GAZETTEER = Gazetteer.load()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entry.id) for m in GAZETTEER.match(text)]


def names(text: str) -> list[str]:
    return [name for name, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Corée du Nord", "state.coree-du-nord"),
        ("CORÉE DU NORD", "state.coree-du-nord"),
        ("Coree du Nord", "state.coree-du-nord"),
        ("Core\u0301e du Nord", "state.coree-du-nord"),
        ("Corée\u00a0du\u202fNord", "state.coree-du-nord"),
        ("Corée du nord", "state.coree-du-nord"),
        ("République populaire démocratique de Corée", "state.coree-du-nord"),
        ("États-Unis", "state.etats-unis"),
        ("Etats Unis", "state.etats-unis"),
        ("Kim Jong-un", "leader.kim-jong-un"),
        ("Kim Jong Un", "leader.kim-jong-un"),
        ("Kim Jong-Un", "leader.kim-jong-un"),
        ("KIM JONG UN", "leader.kim-jong-un"),
        ("Choe Son Hui", "person.choe-son-hui"),
        ("Volodymyr Zelensky", "leader.volodymyr-zelensky"),
        ("Conseil de sécurité de l’ONU", "international.conseil-de-securite"),
        ("Conseil de sécurité de l'ONU", "international.conseil-de-securite"),
        ("mer du Japon", "sea.mer-du-japon"),
        ("Mer du Japon", "sea.mer-du-japon"),
        ("Hwasong-17", "missile.hwasong"),
        ("Hwasong 17", "missile.hwasong"),
        ("Hwasong17", "missile.hwasong"),
        ("Hwasong-16B", "missile.hwasong"),
        ("KN-23", "missile.kn-23"),
        ("KN23", "missile.kn-23"),
        ("Freedom Shield", "drill.freedom-shield"),
        ("Ulchi Freedom Shield", "drill.ulchi-freedom-shield"),
        ("zone démilitarisée", "border.zone-demilitarisee"),
    ],
)
def test_written_forms_of_one_name(text: str, id: str) -> None:
    assert found(f"Voici {text}, dit-on.") == [(text, id)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("armée sud-coréenne", "army.KR"),
        ("armée nord-coréenne", "army.KP"),
        ("forces russes", "army.RU"),
        ("marine américaine", "navy.US"),
        ("état-major interarmées sud-coréen", "joint-staff.KR"),
        ("ministère sud-coréen de la Défense", "defence-ministry.KR"),
        ("ministère de la Défense britannique", "defence-ministry.GB"),
        ("ministère de la Défense du Japon", "defence-ministry.JP"),
        ("ministère des Affaires étrangères de la Corée du Nord", "foreign-ministry.KP"),
        ("Conseil de sécurité nationale des États-Unis", "security-council.US"),
        ("services de renseignement sud-coréens", "intelligence.KR"),
        ("garde-côtes japonais", "coast-guard.JP"),
        ("présidence française", "presidency.FR"),
    ],
)
def test_bodies_named_with_a_nationality(text: str, id: str) -> None:
    matches = GAZETTEER.match(f"Selon l'{text} hier.")
    assert [(m.entry.id, m.entry.label, m.entry.solid) for m in matches] == [(id, "ORG", False)]
    assert GAZETTEER.entry(id).country == id.rsplit(".", 1)[1]


def test_canonical_form_of_a_body() -> None:
    (match,) = GAZETTEER.match("le ministère de la Défense sud-coréen")
    assert match.entry.canonical == "ministère sud-coréen de la Défense"


@pytest.mark.parametrize(
    "text",
    [
        "missile balistique",
        "missiles balistiques de courte portée",
        "missile balistique intercontinental",
        "missiles balistiques et de croisière",
        "missile de croisière stratégique",
        "missiles sol-air",
        "système de missiles anti-aériens",
        "obus d'artillerie",
        "obus d’artillerie",
        "obus de 152 mm",
        "lance-roquettes multiples",
        "bombe à hydrogène",
        "bombe H",
        "satellite espion",
        "drones Shahed",
        "missile SCUD",
        "missiles de type Scud",
        "missile balistique intercontinental Hwasong-17",
    ],
)
def test_described_weapons_are_one_span(text: str) -> None:
    matches = GAZETTEER.match(f"un {text}, dit-on")
    assert [m.entry.label for m in matches] == ["WEAPON"]
    assert f"un {text}, dit-on"[matches[0].start : matches[0].end] == text
    assert not matches[0].entry.solid


def test_nationality_is_no_part_of_a_weapon() -> None:
    assert names("des missiles balistiques nord-coréens") == ["missiles balistiques"]


@pytest.mark.parametrize(
    "text",
    [
        "La bombe a explosé.",
        "Le système judiciaire et les avions de ligne.",
        "Ils ont un corée imaginaire, un trump, la chine au sens de porcelaine.",
        "un anti-missile-truc",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Corée du Sud et le Nord se parlent.", ["Corée du Sud", "Nord"]),
        ("Pyongyang accuse le Sud d'avoir tiré.", ["Pyongyang", "Sud"]),
        ("Pyongyang : le Nord de la France.", ["Pyongyang", "France"]),
        ("À Pyongyang comme à la gare du Nord.", ["Pyongyang"]),
        ("Pyongyang, au Sud-Est du pays.", ["Pyongyang"]),
        ("Le Nord a perdu sa mine.", []),
        ("L'Amérique du Nord et l'Afrique du Sud.", ["Amérique du Nord", "Afrique du Sud"]),
        ("Le Soudan du Sud.", ["Soudan du Sud"]),
        ("Le Washington Post écrit.", ["Washington Post"]),
        ("Le sommet Kim-Trump de Hanoï.", ["Kim", "Trump", "Hanoï"]),
        ("L'axe Moscou-Pyongyang inquiète.", ["Moscou", "Pyongyang"]),
        ("la propagande anti-Pyongyang", ["Pyongyang"]),
        ("Le Seoul Shinmun l'affirme.", ["Seoul Shinmun"]),
    ],
)
def test_guards(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_never_crosses_a_line_end() -> None:
    assert names("Corée\ndu Nord") == ["Corée"]
    assert "Kim Jong Un" not in names("Kim Jong\nUn")


def test_unlisted_korean_names_are_people() -> None:
    text = "Hier, Jong Kwang-chol et Ri Sok Min ont parlé à Mme Kim."
    matches = GAZETTEER.match(text)
    assert [(text[m.start : m.end], m.entry.label) for m in matches] == [
        ("Jong Kwang-chol", "PER"),
        ("Ri Sok Min", "PER"),
        ("Kim", "PER"),
    ]
    assert matches[0].entry.canonical is None


def test_bare_surname_beside_an_unknown_word_is_left_to_the_model() -> None:
    assert names("Hier, Lara Trump a parlé.") == []
    assert names("Selon Trump, c'est fini.") == ["Trump"]
    assert names("Le président Trump parle.") == ["Trump"]


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("nord-coréen", "KP"),
        ("nord-coréennes", "KP"),
        ("Nord-Coréens", "KP"),
        ("sud-coréenne", "KR"),
        ("russe", "RU"),
        ("russes", "RU"),
        ("américaines", "US"),
        ("japonais", "JP"),
        ("chinoises", "CN"),
        ("françaises", "FR"),
        ("intercoréen", None),
        ("coréen", None),
        ("européenne", None),
        ("missile", None),
        ("", None),
    ],
)
def test_demonym(word: str, country: str | None) -> None:
    assert GAZETTEER.demonym(word) == country


def test_demonyms_of_two_countries() -> None:
    assert GAZETTEER.demonyms.countries("intercoréennes") == ("KP", "KR")
    assert GAZETTEER.demonyms.countries("américano-sud-coréens") == ("US", "KR")
    assert GAZETTEER.demonyms.countries("russo-nord-coréenne") == ("RU", "KP")
    assert GAZETTEER.demonyms.countries("européens") == ()
    assert GAZETTEER.demonyms.countries("bateau") is None


def test_bearers_of_a_surname() -> None:
    assert "leader.moon-jae-in" in [e.id for e in GAZETTEER.bearers("Moon")]
    assert len(GAZETTEER.bearers("Kim")) > 10
    assert GAZETTEER.bearers("Zzyzx") == []


def test_unknown_entry() -> None:
    with pytest.raises(KeyError):
        GAZETTEER.entry("person.nobody")


PIECES = st.sampled_from(
    [
        "Corée du Nord", "Kim", "Kim Jong Un", "Trump", "le Nord", "armée sud-coréenne", " ", "\n",
        "-", "’", "'", ". ", "missile", "balistique", "de courte portée", "Hwasong", "17", "É",
        "e\u0301", "\u00a0", "İ", "ß", "ﬁ", "𝔎im", "ministère de la Défense", "du Japon", "&", "_",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_matches_are_inside_sorted_and_disjoint(text: str) -> None:
    at = 0
    for match in GAZETTEER.match(text):
        assert at <= match.start < match.end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        assert GAZETTEER.entry(match.entry.id).label == match.entry.label
        at = match.end


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_lines_do_not_change_each_other(first: str, second: str) -> None:
    # Only "Nord" and "Sud" look beyond their line: whether the text is about Korea.
    if "Nord" in first + second or "Sud" in first + second:
        return
    whole = GAZETTEER.match(first + "\n\n" + second)
    shift = len(first) + 2
    parts = [(m.start, m.end) for m in GAZETTEER.match(first)]
    parts += [(m.start + shift, m.end + shift) for m in GAZETTEER.match(second)]
    assert [(m.start, m.end) for m in whole] == parts


@pytest.mark.parametrize("piece", ["Corée du ", "Kim-", "le Nord et ", "missile balistique ", "a"])
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        start = time.process_time()
        GAZETTEER.match(text)
        return time.process_time() - start

    seconds(500)
    short = min(seconds(2_000) for _ in range(3))
    long = min(seconds(16_000) for _ in range(2))
    assert long < 8 * short * 4 + 0.05


def test_errors_are_of_one_kind() -> None:
    assert issubclass(GazetteerError, ValueError)


def test_a_place_after_a_first_name_is_left_to_the_model() -> None:
    assert names("Hier, Naomi Osaka a gagné à Osaka.") == ["Osaka"]
    assert names("Près de Wonsan et selon Pyongyang, à Séoul.") == ["Wonsan", "Pyongyang", "Séoul"]


def test_a_letter_after_a_number_is_a_capital() -> None:
    assert names("un Hwasong-18 à combustible solide, un Hwasong-16B") == [
        "Hwasong-18",
        "Hwasong-16B",
    ]


def test_hyphens_of_short_codes_matter() -> None:
    assert names("un B-2 et un B2, un U-2 et U2") == ["B-2", "U-2"]
