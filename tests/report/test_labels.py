"""Both languages say everything, and a file that does not is refused."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from dprk_events.events import RuleSet
from dprk_events.report import LANGUAGES, ReportError
from dprk_events.report.labels import checked, labels_of

SCRIPTS = {
    file.name: file.read_text("utf-8")
    for file in (resources.files("dprk_events.report") / "js").iterdir()
    if file.name.endswith(".js")
}


def test_all_languages_have_the_same_keys_and_blanks() -> None:
    first, *others = (labels_of(language) for language in LANGUAGES)
    for other in others:
        assert {t: set(words) for t, words in first.items()} == {
            t: set(words) for t, words in other.items()
        }
        for table, words in first.items():
            for key in words:
                blanks = [set(re.findall(r"\{\w+\}", each[table][key])) for each in (first, other)]
                assert blanks[0] == blanks[1], key


def test_every_type_of_event_has_its_name(rules: RuleSet) -> None:
    for language in LANGUAGES:
        assert set(rules.types) <= set(labels_of(language)["types"])


def test_every_key_that_a_script_asks_for_is_there() -> None:
    asked = {key for code in SCRIPTS.values() for key in re.findall(r'setup\.text\("(\w+)"', code)}
    assert len(asked) > 40
    assert asked <= set(labels_of("en")["page"])


def test_no_label_is_idle() -> None:
    page = (resources.files("dprk_events.report") / "page.html").read_text("utf-8")
    code = "\n".join([page, *SCRIPTS.values(), "title"])
    keys = {key.removesuffix("_linked") for key in labels_of("en")["page"]}
    assert {key for key in keys if not re.search(rf"\b{key}\b", code)} == set()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"page": {"title": 3}}, r'x\.toml: \[page\] must be a table of key = "words"'),
        ({"modalities": {"asserted": "a"}}, r"x\.toml: \[modalities\] lacks “reported”\. Add it\."),
    ],
)
def test_an_incomplete_file_is_refused(raw: object, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        checked("x.toml", raw)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ReportError, match="choose one of fr, en"):
        labels_of("ko")
