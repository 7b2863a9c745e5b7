"""Items → the page: one HTML file that asks nothing of a network and runs no script but its own."""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from dprk_events.report.assets import (
    EXTRA,
    chart_specs,
    charting_script,
    own_script,
    own_text,
    world,
)
from dprk_events.report.collect import Collection
from dprk_events.report.errors import ReportError
from dprk_events.report.labels import labels_of
from dprk_events.report.pack import Packer

GENERATOR = '<meta name="generator" content="dprk-events report">'
"""By this a report is told from other HTML files."""

_SEEN = 1000
_ESCAPED = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_CLOSING = re.compile("</(?=script)", re.IGNORECASE)


def build_page(found: Collection, language: str = "en", title: str | None = None) -> str:
    """Build the page; the same input gives the same text.

    Args:
        found: What it shows.
        language: Language of its labels, one of :data:`LANGUAGES`.
        title: Its title; None for the usual one.

    Raises:
        ReportError: The packages of the extra ``report`` are not installed, or there are no labels
            in this language.

    """
    try:
        from jinja2 import Environment  # noqa: PLC0415 - loaded for a report alone
    except ImportError:
        raise ReportError(f"the page needs jinja2: {EXTRA}") from None
    labels = labels_of(language)
    overview, details = Packer().pack(found)
    setup = {"language": language, "labels": labels, "charts": chart_specs()}
    data = {"setup": setup, "world": world(), "overview": overview, "details": details}
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(own_text("page.html")).render(
        language=language,
        title=title or labels["page"]["title"],
        text=labels["page"],
        empty=not found.items,
        **_unescaped(data),
    )


def _unescaped(data: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in the page as it is: own scripts and style, and JSON without markup."""
    from markupsafe import Markup  # noqa: PLC0415

    scripts = [_inline(charting_script()), _inline(own_script())]
    style = own_text("style.css")
    return {
        "generator": Markup(GENERATOR),  # noqa: S704
        "policy": _policy(scripts, style),
        "style": Markup(style),  # noqa: S704
        "scripts": [Markup(script) for script in scripts],  # noqa: S704
        "data": {name: Markup(json_text(value)) for name, value in data.items()},  # noqa: S704
    }


def json_text(value: Any) -> str:
    """Return JSON that can stand in a ``<script>``: with no character that begins markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def is_report(path: Path) -> bool:
    """Return whether a file is a report of this program."""
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(_SEEN)


def _inline(script: str) -> str:
    """Return a script that does not end the element it stands in."""
    return _CLOSING.sub(r"<\\/", script)


def _policy(scripts: list[str], style: str) -> str:
    """Return the content security policy: these scripts and this style, and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
