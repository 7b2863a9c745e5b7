"""Damage is undone for reading: letters, spaces; and lines broken at a width are read across."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from dprk_events.reading.mending import mend
from dprk_events.reading.mending.hyphens import stays
from tests.reading.inputs import Save, article

PARAGRAPHS = (
    "La Corée du Nord a lancé jeudi matin trois missiles balistiques de courte portée depuis la "
    "région de Wonsan, a indiqué l’état-major interarmées sud-coréen. Les engins sont tombés.",
    "Le ministre japonais de la Défense, qui s’exprimait devant la presse à Tokyo, a condamné ces "
    "tirs et demandé une réunion du Conseil de sécurité des Nations unies.",
    "Le dirigeant nord-coréen Kim Jong-un avait promis en début d’année de renforcer l’arsenal "
    "nucléaire de son pays, soumis à de lourdes sanctions internationales.",
)
ARTICLE = "\n".join(("Trois missiles tirés vers la mer du Japon", *PARAGRAPHS)) + "\n"


def read(text: str) -> str:
    mended = mend(text)
    return text if mended is None else mended.text


def wrapped(width: int, between: str = "\n") -> str:
    return between.join(textwrap.fill(line, width) for line in ARTICLE.splitlines()) + "\n"


@pytest.mark.parametrize("width", [40, 60, 65, 72, 80, 100])
def test_text_broken_at_a_width(width: int) -> None:
    assert read(wrapped(width)) == ARTICLE


@pytest.mark.parametrize("width", [60, 72])
def test_blank_lines_between_paragraphs_stay(width: int) -> None:
    assert read(wrapped(width, "\n\n")) == "\n\n".join(ARTICLE.splitlines()) + "\n"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_any_line_end(end: str) -> None:
    broken = wrapped(60).replace("\n", end)
    assert read(broken) == ARTICLE.replace("\n", end)


def test_indented_and_quoted_lines() -> None:
    indented = textwrap.indent(wrapped(60), "    ")
    assert [line.strip() for line in read(indented).splitlines()] == ARTICLE.splitlines()
    quoted = textwrap.indent(wrapped(60), "> ")
    assert read(quoted) == textwrap.indent(ARTICLE, "> ")


def test_paragraphs_told_by_their_indent() -> None:
    lines = [textwrap.fill(p, 60, initial_indent="   ") for p in PARAGRAPHS]
    assert read("\n".join(lines)) == "\n".join(f"   {p}" for p in PARAGRAPHS)


def test_lines_with_a_blank_line_after_each() -> None:
    assert read(wrapped(60).replace("\n", "\n\n")).split("\n\n")[1:-1] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Pyongyang a envoyé des obus à la\nRussie, selon Séoul.", "à la Russie"),
        ("La Corée du\nNord a tiré un missile,\nselon l’armée du Sud.", "La Corée du Nord a"),
        ("Il a été reçu mardi à Pyongyang par Kim\nJong-un.", "par Kim Jong-un."),
        (
            "L’armée du Sud a détecté un tir de\nmissile.\n\nTokyo proteste.",
            "tir de missile.\n\nTo",
        ),
        ("Le Nord a tiré deux engins à l’\naube, selon Séoul.", "à l’aube"),
        ("LE NORD A TIRÉ UN MISSILE VERS\nLA MER DU JAPON", "VERS LA MER"),
        ("Le tir a eu lieu\nà l'aube.", "lieu à l'aube"),
        ("Le Nord a tiré un engin sur\n\nle site qui se trouve au sud\n\nde Wonsan.", "sud de W"),
        ("Le Nord a tiré un engin, selon\n\nl’armée sud-coréenne.", "selon l’armée"),
        ("Le Nord aurait envoyé dans le Don 2\n500 ouvriers et soldats.", "Don 2 500 ouvriers"),
        ("Le Nord dit avoir tiré un Pukguksong-\n3. Tokyo s’en inquiète.", "Pukguksong-3. Tokyo"),
    ],
)
def test_few_lines(broken: str, whole: str) -> None:
    assert whole in read(broken)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "Corée du Nord\nUn tir de missile\nLa Corée du Nord a tiré un missile mardi.",
        "Accueil\nMonde\nÀ la une\nCorée du Nord : un tir\nSport",
        "corée du nord\nmissiles balistiques\nkim jong un",
        "Partager sur\nFacebook\nTwitter",
        "Le ciel de Wonsan\nS’ouvre au matin\nLa mer se tait\nUn feu s’éteint",
        "Les points du communiqué :\n- un tir de missile\n- une visite à Moscou\n- un accord",
        "Points :\n1. le tir\n2. la visite\n3. l’accord",
        "Séoul a protesté.\n-----\nle tir",
        "Un tir de missile a eu lieu.\nSéoul a protesté.\nTokyo a condamné ce tir.",
        "Les menaces de Kim Jong Un\nLa Corée du Nord a menacé le Sud.",
        "Par Jean Dupont\nLa Corée du Nord a tiré un missile.",
        "Tirs du Nord\n12\n120\nTirs du Sud\n3\n450",
        "Essais menés en 2017\n300 ouvriers sont morts à Punggye-ri.",
    ],
)
def test_what_stays_apart(text: str) -> None:
    assert mend(text) is None


@pytest.mark.parametrize(
    "table",
    [
        "Date      Lieu      Engin\n4 mars    Wonsan    missile\n9 mars    Sohae     moteur",
        "lieu\tdate\twonsan\nsohae\tmars\tmoteur",
        "lieu | date | engin\nwonsan | mars | moteur",
    ],
)
def test_rows_of_a_table_stay_apart(table: str) -> None:
    assert len(read(table).splitlines()) == len(table.splitlines())


def test_headings_lists_and_tables_among_broken_lines() -> None:
    heading = "Ce que l’on sait"
    entries = "- un missile de courte portée\n- un engin tombé en mer"
    table = "Wonsan | 3 missiles | mardi\nSohae | 1 moteur | jeudi"
    broken = "\n".join([wrapped(60), heading, wrapped(60), entries, table])
    assert read(broken) == "\n".join([ARTICLE, heading, ARTICLE, entries, table])


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("un tir balis", "tique", "un tir balistique"),
        ("le régime sud", "coréen", "le régime sud-coréen"),
        ("le régime nord-co", "réen", "le régime nord-coréen"),
        ("Kim Jong", "un", "Kim Jong-un"),
        ("près de Pyong", "yang", "près de Pyongyang"),
        ("les États", "Unis", "les États-Unis"),
        ("un Hwasong", "17", "un Hwasong-17"),
        ("a", "t-il dit", "a-t-il dit"),
        ("a-t", "elle dit", "a-t-elle dit"),
        ("le cessez", "le-feu", "le cessez-le-feu"),
        ("vis-à", "vis du Sud", "vis-à-vis du Sud"),
        ("un sous", "marin", "un sous-marin"),
        ("à sous", "traiter", "à soustraiter"),
        ("son ex", "ministre", "son ex-ministre"),
        ("une ex", "plosion", "une explosion"),
        ("le vice", "président", "le vice-président"),
        ("ac", "cuse-t-il", "accuse-t-il"),
        ("le chef d’état", "major", "le chef d’état-major"),
    ],
)
def test_hyphen_at_the_end_of_a_line(left: str, right: str, whole: str) -> None:
    head = "Selon l’agence de presse du Nord, "
    assert read(f"{head}{left}-\n{right}, ce jour.") == f"{head}{whole}, ce jour."


def test_the_text_itself_tells_how_a_word_is_written() -> None:
    assert stays("", "micro", "satellite", "un micro-satellite")
    assert not stays("", "micro", "satellite", "un microsatellite")


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("La Corée  du\tNord", "La Corée du Nord"),
        ("la mer \u00a0 du Japon", "la mer du Japon"),
        ("un mis\u00adsile ba\u00adlis\u00adtique", "un missile balistique"),
        ("un mis\u00ad\n  sile", "un missile"),
        ("un balis¬\ntique", "un balistique"),
        ("Pyong\u200byang\ufeff", "Pyongyang"),
        (unicodedata.normalize("NFD", "armée à Séoul"), "armée à Séoul"),
        ("un oﬃcier eﬀectue", "un officier effectue"),
        ("Cor&eacute;e &amp; Japon, l&#8217;arm&#xE9;e", "Corée & Japon, l’armée"),
        ("deux&nbsp;missiles", "deux\u00a0missiles"),
        ("tir&amp;eacute;", "tiré"),
        ("Séoul &inconnu; &#0; &#55296;", "Séoul &inconnu; &#0; &#55296;"),
        ("un <b>missile</b> tiré<br/>ici", "un missile tiré\nici"),
        ("La CorÃ©e a tirÃ© Ã  Wonsan, lâ€™armÃ©e", "La Corée a tiré à Wonsan, l’armée"),
        ("La CorÃƒÂ©e", "La Corée"),
        ("ÂGE, São Paulo, Ångström, Ã tout", "ÂGE, São Paulo, Ångström, Ã tout"),
        ("3 < 4 et 5 > 2", "3 < 4 et 5 > 2"),
        ("  retrait", "  retrait"),
    ],
)
def test_letters(damaged: str, whole: str) -> None:
    assert read(damaged) == whole


@pytest.mark.parametrize(
    ("clipped", "whole"),
    [
        ("**Kim Jong-un** a reçu [M. Choïgou](https://x.fr/a).", "Kim Jong-un a reçu M. Choïgou."),
        ("![Un tir](https://x.fr/tir.jpg) Le Nord a tiré.", " Le Nord a tiré."),
        ('Selon [l’armée](/defense "Défense"), « **oui** ».', "Selon l’armée, « oui »."),
        (
            "L\na Corée du Nord a tiré jeudi trois missiles.",
            "La Corée du Nord a tiré jeudi trois missiles.",
        ),
        (
            "L\n\n’armée du Sud a compté jeudi trois missiles.",
            "L’armée du Sud a compté jeudi trois missiles.",
        ),
    ],
)
def test_marks_of_pages(clipped: str, whole: str) -> None:
    assert read(clipped) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Le texte [sic] (voir plus bas) parle de 3 ** 2.",
        "A\nla veille du sommet, trois missiles sont tombés en mer.",
        "B\nune liste",
        "Kim Jong Un dévoile une usine d’uranium à la presse\npic.twitter.com/aB3dE5 a une image",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert read(text) == text


def test_front_matter_is_left_alone() -> None:
    front = "---\ntitle: Un  tir\n---\n"
    mended = mend(front + "Un  tir", len(front))
    assert mended is not None
    assert mended.text == front + "Un tir"


def test_article_keeps_its_text(save: Save) -> None:
    found = article(save("a.txt", wrapped(60)))
    assert found.text == wrapped(60)
    assert found.as_read.text == ARTICLE
    assert [remark.kind for remark in found.remarks] == ["broken-lines"]
    assert found.title == "Trois missiles tirés vers la mer du Japon"


def test_article_in_order_is_read_as_it_stands(save: Save) -> None:
    found = article(save("a.txt", ARTICLE))
    assert found.reading is None
    assert found.as_read is found


def test_boilerplate_is_found_as_in_the_whole_text(save: Save) -> None:
    page = f"Accueil\nVidéos\n\n{ARTICLE}\nPartager sur Facebook\nLire aussi : un tir de missile\n"
    broken = (
        f"Accueil\nVidéos\n\n{wrapped(60)}\nPartager sur Facebook\nLire aussi : un tir de missile\n"
    )
    whole, found = article(save("a.txt", page)), article(save("b.txt", broken))
    assert whole.masked
    assert [r.kind for r in found.masked] == [r.kind for r in whole.masked]
    quoted = [found.text[r.start : r.end] for r in found.masked]
    assert quoted == [page[r.start : r.end] for r in whole.masked]


def test_publication_date_with_accents_apart(save: Save) -> None:
    from dprk_events.dates import find_reference

    text = unicodedata.normalize("NFD", "Publié le 4 août 2023\n\nUn tir a eu lieu à Séoul.\n")
    found = find_reference(article(save("a.txt", text)).as_read)
    assert str(found.value) == "2023-08-04"
