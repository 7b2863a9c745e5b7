"""The page is one file that runs its own scripts alone, whatever the articles say."""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dprk_events.report import ReportError, assets, build_page, is_report
from dprk_events.report.page import json_text
from tests.report.made import HOSTILE, event, happening, hostile, hostile_document
from tests.report.test_collect import collected

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
pytest.importorskip("jinja2")


class Reader(HTMLParser):
    """Collects elements and the text of scripts and styles, as a browser would take them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            self.texts.append((*self.elements[-1], data))


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def hostile_page() -> str:
    lines = [hostile(number, words) for number, words in enumerate(HOSTILE)]
    lines += [hostile_document(50 + n, words, words) for n, words in enumerate(HOSTILE)]
    lines += [event(90), happening(90, known="<script>", id="h-<img src=x onerror=planted()>")]
    return build_page(collected(lines), "fr", title=HOSTILE[0])


@pytest.fixture(scope="module")
def plain_page() -> str:
    return build_page(collected([event(1)]), "fr")


def test_what_articles_say_adds_no_element_and_no_attribute(
    hostile_page: str, plain_page: str
) -> None:
    assert read(hostile_page).elements == read(plain_page).elements


def test_the_policy_allows_the_scripts_and_the_style_of_the_page_alone(hostile_page: str) -> None:
    reader = read(hostile_page)
    metas = [attrs for tag, attrs in reader.elements if tag == "meta"]
    policy = next(a["content"] or "" for a in metas if a.get("http-equiv"))
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["connect-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        hashes = {
            f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
            for name, attrs, text in reader.texts
            if name == tag and attrs.get("type") is None
        }
        assert set(rules[kind].split()) == hashes


def test_the_page_names_no_address_to_load_from(hostile_page: str) -> None:
    for tag, attrs in read(hostile_page).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert not {"src", "srcset", "action"} & attrs.keys()
        assert str(attrs.get("href", "#")).startswith("#")


def test_data_comes_back_as_it_was(hostile_page: str) -> None:
    texts = {str(attrs.get("id")): text for _, attrs, text in read(hostile_page).texts}
    overview = json.loads(texts["data-overview"])
    assert {document["title"] for document in overview["documents"]} >= {*HOSTILE}


def test_json_holds_no_character_that_begins_markup() -> None:
    text = json_text({"a": "</script><!--&\u2028\ud800"})
    assert not re.search("[<>&\u2028\ud800]", text)
    assert json.loads(text) == {"a": "</script><!--&\u2028\ud800"}


def test_the_same_input_gives_the_same_bytes(plain_page: str) -> None:
    assert build_page(collected([event(1)]), "fr") == plain_page


def test_a_report_is_told_from_other_pages(plain_page: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(plain_page, "utf-8")
    (tmp_path / "b.html").write_text("<!doctype html><title>Other</title>", "utf-8")
    assert is_report(tmp_path / "a.html")
    assert not is_report(tmp_path / "b.html")


def test_a_report_of_nothing_says_so() -> None:
    assert "no event in this file" in build_page(collected([]), "en")


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assets.world.cache_clear()
    monkeypatch.setattr(assets, "_WORLD", ("no-such-package", "x.json"))
    with pytest.raises(ReportError, match=r"pip install 'dprk-events\[report\]'"):
        build_page(collected([event(1)]))
    assets.world.cache_clear()


def test_a_package_without_its_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assets.world.cache_clear()
    monkeypatch.setattr(assets, "_WORLD", ("bqplot", "bqplot/gone.json"))
    with pytest.raises(ReportError, match=r"bqplot with its bqplot/gone\.json"):
        assets.world()
    assets.world.cache_clear()


def test_no_two_modules_of_the_page_are_forgotten() -> None:
    folder = Path(assets.__file__).parent / "js"
    code = assets.own_script()
    for file in folder.glob("*.js"):
        assert file.read_text("utf-8") in code
        assert len(file.read_text("utf-8").splitlines()) < 200
