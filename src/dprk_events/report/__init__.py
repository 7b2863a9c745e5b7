"""Stage 10, records → report: one HTML file to look at, from disk, without a network.

``collect`` turns records and happenings into items, ``build_page`` turns items into the page. What
the page does in a browser is in ``js/`` and ``charts/``, what it says in ``labels/``.
"""

from dprk_events.report.collect import Collection, Line, collect
from dprk_events.report.errors import ReportError
from dprk_events.report.labels import LANGUAGES
from dprk_events.report.page import build_page, is_report

__all__ = [
    "LANGUAGES",
    "Collection",
    "Line",
    "ReportError",
    "build_page",
    "collect",
    "is_report",
]
