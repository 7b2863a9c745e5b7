"""Text as it can stand in any file: what is no character for a reader is written out."""

from __future__ import annotations

import re

# Control characters and lone surrogates are not allowed in XML, SQLite ends a text at NUL, UTF-8
# cannot encode surrogates, and bidirectional controls change how the rest of a line looks.
_NOT_WRITTEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff"
    "\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Return a text with such characters as ``\uXXXX``, which means the same in JSON."""
    return _NOT_WRITTEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
