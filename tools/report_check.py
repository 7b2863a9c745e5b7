"""Look at the report in headless Chromium: pictures, axe-core, speed.

    python -m tools.report_check pictures REPORT.html [--folder docs/report]
    python -m tools.report_check axe REPORT.html --axe node_modules/axe-core/axe.min.js
    python -m tools.report_check speed EVENTS.jsonl [--events 20000]

axe-core comes from npm: npm install axe-core.
"""

from __future__ import annotations

import argparse
import base64
import datetime as dt
import json
import random
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

from tools.browser import browser, look, open_report, wait_for

from dprk_events.records import read_lines
from dprk_events.report import build_page, collect

SIZES = {1280: 1000, 390: 844}
RUNS = 5
SERIOUS = {"serious", "critical"}
SCROLL = "document.getElementById(`${arguments[0]}-heading`).scrollIntoView()"
OPEN = "document.querySelector('#rows tbody tr:nth-child(9) .open').click()"
"""Opens a row of the first page of the samples that has several quotes."""


def pictures(report: Path, folder: Path) -> None:
    """Save pictures of the report: both widths, light and dark, the top and quotes; the map."""
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as driver:
        for width, height in SIZES.items():
            for dark in (False, True):
                look(driver, width, height, dark=dark)
                driver.get("about:blank")
                open_report(driver, report)
                name = f"{width}-{'dark' if dark else 'light'}.png"
                _save(driver, folder / f"top-{name}")
                driver.execute_script(OPEN)
                wait_for(driver, "return document.getElementById('detail').open")
                _save(driver, folder / f"quotes-{name}")
                driver.execute_script("document.getElementById('detail').close()")
        look(driver, *next(iter(SIZES.items())))
        driver.execute_script(SCROLL, "map")
        _save(driver, folder / "map-1280-light.png")


def _save(driver: Any, path: Path) -> None:
    driver.execute_async_script("setTimeout(arguments[0], 400)")  # what is drawn in the meantime
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    path.write_bytes(base64.b64decode(shot["data"]))
    print(path)


def axe(report: Path, script: Path) -> int:
    """Print what axe-core finds, closed and with details open; return how much is serious."""
    serious = 0
    source = script.read_text("utf-8")
    with browser() as driver:
        for dark in (False, True):
            look(driver, 1280, 1000, dark=dark)
            driver.get("about:blank")
            open_report(driver, report)
            driver.execute_script(source)
            driver.execute_script(
                "for (const d of document.querySelectorAll('details')) d.open = true"
            )
            for step in ("page", "details"):
                if step == "details":
                    driver.execute_script(OPEN)
                found = driver.execute_async_script(
                    "axe.run().then(arguments[0], (e) => arguments[0]({error: String(e)}))"
                )
                violations = found["violations"]
                print(f"{'dark' if dark else 'light'}, {step}: {len(found['passes'])} rules passed")
                for each in violations:
                    serious += each["impact"] in SERIOUS
                    nodes = "; ".join(str(node["target"][0]) for node in each["nodes"][:3])
                    print(f"  {each['impact']}: {each['id']} ({len(each['nodes'])}): {nodes}")
    return serious


def speed(events: Path, count: int) -> None:
    """Print how long a report of many events takes to open; they are the given ones, shifted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        lines = [json.loads(line) for line in events.read_bytes().splitlines()]
        many = (json.dumps(line).encode() for line in shifted(lines, count))
        found = collect((record, None) for record in read_lines(many, "shifted"))
        path.write_text(build_page(found), "utf-8")
        print(f"{len(found.items)} events, {path.stat().st_size / 1e6:.1f} MB")
        walls, works = [], []
        with browser() as driver:
            look(driver, 1280, 1000)
            driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
            for _ in range(RUNS):
                driver.get("about:blank")
                before = _work(driver)
                walls.append(open_report(driver, path))
                works.append(_work(driver) - before)
        print(f"until all is drawn: {median(walls):.2f} s (median of {RUNS}: {_list(walls)})")
        print(f"of this, work of the page: {median(works):.2f} s ({_list(works)})")


def _work(driver: Any) -> float:
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))


def _list(values: list[float]) -> str:
    return ", ".join(f"{value:.2f}" for value in values)


def shifted(lines: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield event lines over and over, each time in other documents and at other days."""
    rng = random.Random(7)  # noqa: S311 - the same events each time
    events = [line for line in lines if line["dprk"]]
    for number in range(count):
        line = json.loads(json.dumps(events[number % len(events)]))
        turn, days = number // len(events), rng.randrange(-2600, 300)
        doc, time = line["doc"], line["time"]
        own = f"{turn} {doc['id']}".encode()
        doc["id"] = f"sha256:{sha256(own).hexdigest()}"
        doc["path"] = f"{turn}/{doc['path']}"
        for key in ("value", "earliest", "latest"):
            time[key] = _later(time[key], days)
        yield line


def _later(day: str | None, days: int) -> str | None:
    try:
        return (dt.date.fromisoformat(day or "") + dt.timedelta(days)).isoformat()
    except ValueError:
        return day  # a month or an interval stays where it is


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["pictures", "axe", "speed"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("docs/report"))
    parser.add_argument("--axe", type=Path, default=Path("node_modules/axe-core/axe.min.js"))
    parser.add_argument("--events", type=int, default=20_000)
    given = parser.parse_args()
    if given.what == "pictures":
        pictures(given.file, given.folder)
    elif given.what == "axe":
        raise SystemExit(axe(given.file, given.axe) and "serious faults")
    else:
        speed(given.file, given.events)


if __name__ == "__main__":
    main()
