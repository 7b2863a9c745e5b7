"""Where the headline stands, and the text below it."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dprk_events.lexicon import load_lexicon
from dprk_events.syntax import DocView

HEAD, BODY = "Le Nord tire un missile", "L' engin est tombé mardi en mer ."


@pytest.mark.parametrize(
    ("above", "between"),
    [
        ("", ""),
        ("\n\n", ""),
        ("Asie - Pacifique\n\n", ""),
        ("Publié le 3 mai 2021 à 10h32\n\n", "Par Jean Martin\n\n"),
        ("", "SÉOUL ( AFP ) – "),
    ],
)
def test_headline(above: str, between: str) -> None:
    view = _view(f"{above}{HEAD}\n\n{between}{BODY}")
    line = view.first_line
    assert view.text[slice(*view.span(line.first, line.last))] == HEAD
    assert line.body is not None
    assert view.text[slice(*view.span(*view.sentences[line.body]))] == BODY


def test_no_headline_behind_a_byline() -> None:
    view = _view(f"Par Jean Martin, envoyé spécial\n\n{BODY}\n\nEncore .")
    assert view.texts[view.first_line.first] == "Par"


@pytest.mark.parametrize(("line", "subhead"), [("Une « provocation »", True), ("Encore .", False)])
def test_subhead(line: str, subhead: bool) -> None:
    above, below = (
        "Le Nord a tiré mardi un missile en mer .",
        "Il est tombé au large de la côte est .",
    )
    view = _view(f"{above}\n\n{line}\n\n{below}")
    told = [view.text[slice(*view.span(*each))] for each in view.sentences]
    assert (line not in told) is subhead
    assert told[-1] == below


def test_one_line_has_no_text_below() -> None:
    assert _view(HEAD).first_line.body is None


def _view(text: str) -> DocView:
    """Read a text of words with spaces between them; a sentence is a line, a dateline one too."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for number, line in enumerate(text.split("\n\n")):
        if number:
            words.append("\n\n")
            spaces.append(False)
            starts.append(False)
        opened = True
        for word in line.split():
            words.append(word)
            spaces.append(True)
            starts.append(opened)
            opened = word == "–"
        if spaces:
            spaces[-1] = False
    doc = Doc(Vocab(), words=words, spaces=spaces, sent_starts=starts)
    assert doc.text == text
    return DocView(doc, text, [], [], load_lexicon(), lambda _: None)
