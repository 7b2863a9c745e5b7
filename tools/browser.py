"""Headless Chromium for the report: used by its tests, its pictures and its measurements."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVER = "chromedriver"
OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)  # fmt: skip
PATIENCE = 30.0
"""Seconds that a page may take on a busy machine before the wait is given up."""


def missing() -> str | None:
    """Return what keeps a browser from being used here; None if nothing does."""
    try:
        import selenium  # noqa: F401, PLC0415 - of the dev group
    except ImportError:
        return "selenium is not installed"
    if not any(map(shutil.which, BROWSERS)):
        return "Chromium is not installed (apt-get install chromium)"
    return None if shutil.which(DRIVER) else "chromedriver is not installed (chromium-driver)"


@contextmanager
def browser() -> Iterator[Any]:
    """Start Chromium with an empty profile; it records console and network."""
    from selenium import webdriver  # noqa: PLC0415

    options = webdriver.ChromeOptions()
    options.binary_location = str(next(filter(None, map(shutil.which, BROWSERS))))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for option in (*OPTIONS, f"--user-data-dir={profile}"):
            options.add_argument(option)
        service = webdriver.ChromeService(str(shutil.which(DRIVER)))
        driver: Any = webdriver.Chrome(options=options, service=service)
        try:
            driver.get("about:blank")
            driver.get_log("performance")  # what the browser's own first page asked for
            yield driver
        finally:
            driver.quit()


def look(driver: Any, width: int, height: int, *, dark: bool = False) -> None:
    """Set the size of the window and whether the user prefers dark pages."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})


def open_report(driver: Any, path: Path) -> float:
    """Open a report from disk; return the seconds until all of it was drawn."""
    started = time.perf_counter()
    driver.get(path.resolve().as_uri())
    wait_for(driver, "return document.documentElement.hasAttribute('data-ready')")
    return time.perf_counter() - started


def wait_for(driver: Any, script: str) -> Any:
    """Run a script again and again until what it returns is true; return that.

    Raises:
        TimeoutError: It did not become true.

    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := driver.execute_script(script):
            return found
        time.sleep(0.02)
    raise TimeoutError(f"never true: {script}")


def requests(driver: Any) -> list[str]:
    """Return the addresses that pages asked for since the last call."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    return [
        str(message["params"]["request"]["url"])
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
