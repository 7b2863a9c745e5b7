"""Characters that print nothing: a text of these alone is empty, and lines are stripped of them."""

from __future__ import annotations

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
"""Zero-width characters, the soft hyphen and the direction marks."""

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Line ends, as in `str.splitlines`."""

BLANK = (
    LINE_ENDS
    + "\t\x1f \u00a0\u1680\u202f\u205f\u3000"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + INVISIBLE
)
"""White space of every width, line ends and invisible characters."""
