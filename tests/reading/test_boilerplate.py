"""Masking: the rules' own examples, whole pages, and what must never be masked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dprk_events.reading.boilerplate import (
    Rule,
    RuleError,
    find_boilerplate,
    load_rules,
    parse_rules,
)

RULES = {rule.id: rule for rule in load_rules()}
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
SHARED = Path(__file__).parents[3] / "shared"


def masked_lines(text: str) -> list[tuple[str, str]]:
    return [(region.kind, text[region.start : region.end]) for region in find_boilerplate(text)]


# ---- rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_examples(rule: Rule) -> None:
    assert [line for line in rule.examples if not rule.matches(line)] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_counter_examples(rule: Rule) -> None:
    everywhere = [other for other in RULES.values() if other.where == "any"]
    wrong = [
        (line, other.id)
        for line in rule.counter_examples
        for other in [rule, *everywhere]
        if other.matches(line)
    ]
    assert wrong == []


GOOD = """
[[rule]]
id = "a"
kind = "navigation"
about = "x"
line = ["lire aussi.*"]
examples = ["Lire aussi"]
counter_examples = ["Lire"]
"""


def test_good_rule() -> None:
    [rule] = parse_rules(GOOD, "own.toml", {})
    assert rule.matches("► Lire aussi : un tir")
    assert not rule.matches("Lire")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('examples = ["Lire aussi"]\n', "", "examples is missing"),
        ('counter_examples = ["Lire"]', "counter_examples = []", "counter_examples is missing"),
        ('kind = "navigation"\n', "", "kind is missing"),
        ('line = ["lire aussi.*"]\n', "", "nothing to match"),
        ("lire aussi.*", "lire (aussi", "not a regular expression"),
        ("line =", "lines =", "unknown key 'lines'"),
        ('["lire aussi.*"]', '"lire aussi.*"', "line must be of type list"),
        ('about = "x"', 'about = "x"\nwhere = "top"', "where is 'top'"),
        ('about = "x"', 'about = "x"\nthen = "all"', "then is 'all'"),
        ('about = "x"', 'about = "x"\ndetector = "magic"', "no detector 'magic'"),
        ('about = "x"', 'about = "x"\ndetector = "only-words"\nwords = ["b"]', "no word list 'b'"),
        (GOOD[-120:], GOOD[-120:] + GOOD[GOOD.index("[[rule]]") :], "twice"),
        ("[[rule]]", "[[rule]", "not TOML"),
    ],
)
def test_bad_rule(before: str, after: str, told: str) -> None:
    assert before in GOOD
    with pytest.raises(RuleError) as caught:
        parse_rules(GOOD.replace(before, after), "own.toml", {})
    assert told in str(caught.value)
    assert str(caught.value).startswith("own.toml")


# ---- whole pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_page(page: Path, line_end: str) -> None:
    """Lines marked ``~`` are boilerplate, those marked ``=`` are the article."""
    marked = page.read_text("utf-8").splitlines()
    text = line_end.join(line[1:] for line in marked)
    regions = find_boilerplate(text)
    wrong, at = [], 0
    for line in marked:
        end = at + len(line) - 1
        inside = any(region.start <= at and end <= region.end for region in regions)
        touched = any(region.start < end and at < region.end for region in regions)
        if line[1:].strip() and (inside, touched) != (line[0] == "~", line[0] == "~"):
            wrong.append(line)
        at = end + len(line_end)
    assert wrong == []


BODY = "Le dirigeant nord-coréen s’est rendu jeudi dans une usine d’armement, selon KCNA."


def test_regions_are_sorted_disjoint_and_exact() -> None:
    text = f"Accueil\r\n\r\nMonde\r\nKim visite une usine\r\n{BODY}\r\n© AFP\r\n"
    assert masked_lines(text) == [("navigation", "Accueil\r\n\r\nMonde"), ("caption", "© AFP")]


def test_repeated_title() -> None:
    title = "Kim visite une usine"
    text = f"{title}\n\n{title}\n{title}\n\n{BODY}"
    assert masked_lines(text) == [("repeat", f"{title}\n{title}")]


def test_repeated_paragraph() -> None:
    assert masked_lines(f"{BODY}\nAutre chose.\n{BODY}\n") == [("repeat", BODY)]


def test_site_name_between_paragraphs() -> None:
    text = f"{BODY}\n\nTribune\n\nPuis il est rentré.\n\nTribune\n\nContexte\n\nIl y reviendra.\n"
    assert masked_lines(text) == [("advert", "Tribune"), ("advert", "Tribune")]


def test_lone_word_is_a_subheading() -> None:
    assert masked_lines(f"{BODY}\n\nRiposte\n\n{BODY[:-1]} vendredi.") == []


@pytest.mark.parametrize(
    "line",
    [
        "AFP, publié le mardi 7 mai 2019 à 14h20",
        "Publié le 3 mai 2024 à 10h12",
        "Par Jean Martin, le 5 janvier 2024",
        "12 mars 2015 . –",
        "- Gagner du temps -",
        "2017",
        "Les faits",
        "Corée du Nord",
    ],
)
def test_kept_in_the_head(line: str) -> None:
    assert masked_lines(f"Kim visite une usine\n{line}\n{BODY}\n{BODY[:-1]} encore.") == []


def test_links_under_a_heading_stop_at_the_article() -> None:
    text = (
        f"{BODY}\nLire aussi :\nUn tir en mer\nUn autre tir\n\nUne visite rare\n\n{BODY[:-1]} hier."
    )
    assert masked_lines(text) == [("teaser", "Lire aussi :\nUn tir en mer\nUn autre tir")]


def test_headline_is_no_link_of_the_menu_above_it() -> None:
    text = f"Les plus lus\nKim visite une usine\n\n{BODY}"
    assert masked_lines(text) == [("teaser", "Les plus lus")]
    dated = text.replace("\n\n", "\nAFP, publié le vendredi 8 mars 2019 à 10h05\n")
    assert masked_lines(dated) == [("teaser", "Les plus lus")]
    other = text.replace("Les plus lus", "Les plus lus\nLe prix du riz au plus haut\n")
    assert masked_lines(other) == [("teaser", "Les plus lus\nLe prix du riz au plus haut")]


def test_comment_form_in_the_middle_does_not_end_the_article() -> None:
    text = f"Laisser un commentaire\n{BODY}\n" + "".join(f"{BODY[:-1]} {n}.\n" for n in range(9))
    assert masked_lines(text) == [("comment-form", "Laisser un commentaire")]


def test_words_of_readers() -> None:
    comment = "On s’en doutait depuis longtemps et personne ne fera rien, comme d’habitude."
    text = f"{BODY}\n{BODY[:-1]} hier.\n2 commentaires\nPaul\n{comment}\nRépondre\n"
    assert masked_lines(text) == [("comment-form", f"2 commentaires\nPaul\n{comment}\nRépondre")]
    assert masked_lines(text.replace("Répondre", "Fin"))[0] == ("comment-form", "2 commentaires")


def test_nothing_in_a_plain_article() -> None:
    assert (
        masked_lines(f"Kim visite une usine\n\n{BODY}\n\nUn geste rare\n\n{BODY[:-1]} hier.\n")
        == []
    )


def spans(region: list[int] | dict[str, int]) -> tuple[int, int]:
    return (region["start"], region["end"]) if isinstance(region, dict) else (region[0], region[1])


# ---- real articles ---------------------------------------------------------------------------


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_annotated_boilerplate() -> None:
    hit = wanted = wrong = other = 0
    for line in (SHARED / "gold" / "dev.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        text = (SHARED / document["file"]).read_bytes().decode("utf-8")
        gold = {
            at
            for region in document.get("masked", [])
            for at in range(*spans(region))
            if not text[at].isspace()
        }
        ours = {
            at
            for region in find_boilerplate(text)
            for at in range(region.start, region.end)
            if not text[at].isspace()
        }
        hit, wanted = hit + len(gold & ours), wanted + len(gold)
        wrong, other = wrong + len(ours - gold), other + len(text) - len(gold)
    assert hit >= 0.9 * wanted
    assert wrong < 0.01 * other


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_agency_articles_are_kept_whole() -> None:
    for path in sorted((SHARED / "corpus" / "articles").glob("*.txt")):
        masked = masked_lines(path.read_bytes().decode("utf-8"))
        assert [each for each in masked if each[0] != "label"] == [], path.name  # "VIDÉO. "
