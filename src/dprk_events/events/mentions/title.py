"""Where the title ends and the text below it begins."""

from __future__ import annotations

from dprk_events.syntax import DocView


def title_sentences(view: DocView) -> int:
    """Count the sentences on the first line; 0 where no text stands below it."""
    for number, (first, _) in enumerate(view.sentences):
        if number and "\n" in view.text[: view.tokens.idx[first]]:
            return number
    return 0
