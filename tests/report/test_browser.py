"""The report in a browser: it filters, zooms and shows quotes, and what is planted is inert."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.browser import browser, look, missing, open_report, requests, wait_for

from dprk_events.report import build_page
from tests.report.made import HOSTILE, event, happening, hostile, hostile_document
from tests.report.test_collect import collected

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
Keys = pytest.importorskip("selenium.webdriver").Keys
pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

SHOWN = "document.getElementById('shown').textContent"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as driver:
        look(driver, 1280, 900)
        yield driver


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    days = ["2024-01-10", "2024-02-10", "2024-03-10", "2024-05-14", None]
    lines = [event(number, day=day) for number, day in enumerate(days)]
    lines += [event(9, day="2023-06-01", type="visit", modality="planned", confidence=0.3)]
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(build_page(collected([*lines, happening(3, 4)]), "fr"), "utf-8")
    return path


@pytest.fixture(scope="module")
def opened(chromium: Any, report: Path) -> Any:
    open_report(chromium, report)
    return chromium


@pytest.fixture
def page(opened: Any) -> Any:
    click(opened, "#clear")
    shown(opened, "5 sur 5 faits")
    return opened


def click(driver: Any, selector: str) -> None:
    driver.execute_script("document.querySelector(arguments[0]).click()", selector)


def shown(driver: Any, words: str) -> None:
    wait_for(driver, f"return {SHOWN} === {words!r}")


def test_filters_narrow_the_rows_and_are_taken_back(page: Any) -> None:
    shown(page, "5 sur 5 faits")
    click(page, '[data-facet="type visit"]')
    shown(page, "1 sur 5 faits")
    assert page.execute_script("return document.querySelectorAll('#rows tbody tr').length") == 1
    click(page, "#chips button")
    shown(page, "5 sur 5 faits")
    page.execute_script(
        "const box = document.getElementById('confidence'); box.value = 50;"
        "box.dispatchEvent(new Event('input'));"
    )
    shown(page, "4 sur 5 faits")
    click(page, "#clear")
    shown(page, "5 sur 5 faits")


def test_a_search_finds_words_of_quotes_without_their_accents(page: Any) -> None:
    page.find_element("id", "search").send_keys("TIRE deux engins")
    shown(page, "5 sur 5 faits")
    page.find_element("id", "search").send_keys(" lune")
    shown(page, "0 sur 5 faits")


def test_the_timeline_zooms_by_buttons_and_keys_and_filters_the_table(page: Any) -> None:
    window = "return document.getElementById('timeline-window').textContent"
    before = wait_for(page, window)
    click(page, '#timeline [data-zoom="on"]')
    click(page, '#timeline [data-zoom="in"]')
    wait_for(page, f"return document.getElementById('timeline-window').textContent !== {before!r}")
    page.find_element("css selector", "#timeline .chart").send_keys("+", "+", "+")
    wait_for(page, f"return {SHOWN} !== '5 sur 5 faits'")
    page.find_element("css selector", "#timeline .chart").send_keys("0")
    shown(page, "5 sur 5 faits")


def test_a_quote_opens_with_its_marks_and_closes(page: Any) -> None:
    page.find_element("css selector", '[data-item^="h-"]').send_keys(Keys.ENTER)
    wait_for(page, "return document.getElementById('detail').open")
    marks = page.execute_script(
        "return [...document.querySelectorAll('.account:first-child mark')]"
        ".map((mark) => mark.className + ' ' + mark.firstChild.textContent)"
    )
    assert marks == [
        "mark-actor Corée du Nord", "mark-trigger tiré", "mark-quantity deux",
        "mark-destination mer du Japon", "mark-source Séoul",
    ]  # fmt: skip
    text = page.execute_script("return document.getElementById('detail').innerText")
    for words in ("missile_test.tirer", "même jour, même auteur", "Le Quotidien", "combien"):
        assert words in text
    assert page.execute_script("return document.querySelectorAll('.account').length") == 2
    page.find_element("id", "detail-body").send_keys(Keys.ESCAPE)
    wait_for(page, "return !document.getElementById('detail').open")
    assert page.switch_to.active_element.get_attribute("data-item").startswith("h-")


def test_columns_sort_both_ways_and_say_so(page: Any) -> None:
    click(page, '[data-sort="type"]')
    click(page, '[data-sort="date"]')
    first = "return document.querySelector('#rows tbody tr th').textContent"
    assert page.execute_script(first) == "1\u00a0juin\u00a02023"
    click(page, '[data-sort="date"]')
    assert page.execute_script(first) != "1\u00a0juin\u00a02023"
    head = page.find_element("css selector", "th[aria-sort]")
    assert head.get_attribute("aria-sort") == "descending"


def test_every_chart_is_drawn_and_the_console_stays_silent(page: Any) -> None:
    for chart in ("types", "months", "timeline", "map", "network"):
        paths = f"return document.querySelectorAll('#{chart} svg path').length"
        assert page.execute_script(paths) > 1, chart
    assert [entry for entry in page.get_log("browser") if entry["level"] != "INFO"] == []


def test_the_policy_stops_scripts_and_requests_that_get_in_all_the_same(page: Any) -> None:
    stopped = page.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "const script = document.createElement('script');"
        "script.textContent = 'window.planted = 1'; document.body.append(script);"
        "fetch('https://example.org/')"
        ".then(() => done('asked'), () => done(window.planted ?? 'no'));"
    )
    assert stopped == "no"
    asked = {address.split(":")[0] for address in requests(page)}
    assert asked <= {"file", "data"}
    page.get_log("browser")  # of the violations, which are as they should be


def test_what_is_planted_does_nothing_and_nothing_leaves_the_file(
    chromium: Any, tmp_path: Path
) -> None:
    lines = [hostile(number, words) for number, words in enumerate(HOSTILE)]
    urls = [*HOSTILE, "https://example.org/article"]
    lines += [hostile_document(50 + n, HOSTILE[0], url) for n, url in enumerate(urls)]
    path = tmp_path / "hostile.html"
    path.write_text(build_page(collected(lines), "en", title=HOSTILE[1]), "utf-8")
    requests(chromium), chromium.get_log("browser")
    open_report(chromium, path)
    count = len(lines)
    links = set()
    click(chromium, "#rows .open")
    for _ in range(count):
        links |= set(
            chromium.execute_script(
                "return [...document.querySelectorAll('a')].map((a) => a.href + ' ' + a.rel)"
            )
        )
        click(chromium, "#detail-on")
    click(chromium, "#detail-close")
    for details in ("types", "months", "timeline", "map", "network"):
        click(chromium, f"#{details} summary")
    foreign = "img, iframe, base, link, svg[onload], main script, [onmouseover], [onerror]"
    assert chromium.execute_script(f"return document.querySelectorAll({foreign!r}).length") == 0
    assert chromium.execute_script("return window.planted") is None
    assert {link for link in links if "#rows-heading" not in link} == {
        "https://example.org/article noopener noreferrer"
    }
    assert {address.split(":")[0] for address in requests(chromium)} <= {"file", "data"}
    assert [e for e in chromium.get_log("browser") if e["level"] != "INFO"] == []
