"""Read the marks in an example: "[Kim](actor) [part](trigger)"."""

from __future__ import annotations

import re

from dprk_events.events.rules.errors import choose
from dprk_events.names import ROLES

MARK = re.compile(r"\[([^\]]+)\]\(([a-z-]+)\)")
LABELS = ("trigger", *ROLES, "theme")


def check_marks(example: str) -> None:
    """Raise ValueError, saying what to write, if an example is not marked correctly."""
    labels = [label for _, label in MARK.findall(example)]
    for label in labels:
        if label not in LABELS:
            raise ValueError(f"“{example}”: no role “{label}”. {choose(label, LABELS)}")
    if labels.count("trigger") != 1:
        raise ValueError(f"“{example}”: mark the one word that is the trigger, as [tiré](trigger)")
    if {"[", "]"} & set(MARK.sub("", example)):
        raise ValueError(f"“{example}”: a mark is written [words](role), without a space")


def check_unmarked(example: str) -> None:
    """Raise ValueError if anything is marked in a counter-example."""
    if {"[", "]"} & set(example):
        raise ValueError(f"“{example}”: nothing is marked in a counter-example")


def plain_example(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """Take the marks out of an example.

    Returns the plain sentence and, for each mark, its label, words and code points in that
    sentence.
    """
    text, marks, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((match[2], match[1], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + marked[at:], marks
