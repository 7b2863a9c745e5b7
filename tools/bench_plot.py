"""Bars as SVG, written by hand: a benchmark's page needs no plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, LABEL, BAR, GAP = 720, 300, 22, 10


def bars(title: str, rows: Sequence[tuple[str, float, float, float]], unit: str) -> str:
    """Draw one bar a row: (label, median, least, largest), with a line from least to largest."""
    top = max(largest for _, _, _, largest in rows)
    room = WIDTH - LABEL - 90
    height = 40 + len(rows) * (BAR + GAP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        f'<text x="8" y="20" font-weight="bold">{escape(title)}</text>',
    ]
    for number, (label, median, least, largest) in enumerate(rows):
        y = 34 + number * (BAR + GAP)
        middle = y + BAR / 2
        ends = [LABEL + room * value / top for value in (median, least, largest)]
        out += [
            f'<text x="{LABEL - 8}" y="{middle + 4}" text-anchor="end">{escape(label)}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{ends[0] - LABEL:.1f}" height="{BAR}" '
            'fill="#4477aa"/>',
            f'<line x1="{ends[1]:.1f}" y1="{middle}" x2="{ends[2]:.1f}" y2="{middle}" '
            'stroke="black"/>',
            f'<text x="{ends[2] + 6:.1f}" y="{middle + 4}">{median:,.0f} {escape(unit)}</text>',
        ]
    return "\n".join([*out, "</svg>", ""])
