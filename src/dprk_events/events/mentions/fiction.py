"""Tell the deeds of a film, novel or game from those of the world: "Dans le film, Kim meurt"."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
WORKS, MAKERS = WORDS["works_of_fiction"], WORDS["makers_of_fiction"]
BOOKS, ABOUT_WORKS = WORDS["books"], WORDS["words_about_works"]
TELLERS = WORDS["works_of_telling"]
OR_OTHER_THINGS = WORDS["works_or_other_things"]
IN, OF = WORDS["in_a_work"], closed_class("of")
ONSTAGE, WHERE = WORDS["on_stage"], WORDS["in_which"]
RUBRICS, AFTER_RUBRIC = WORDS["rubrics_of_fiction"], frozenset(".:–—")

TELLING = forms_of(*WORDS["verbs_of_stories"])
INVENTING, STAGING = forms_of(*WORDS["verbs_of_invention"]), forms_of(*WORDS["staging"])
OPENING, CLOSING = "«", "»"
FICTION = "fiction"
"""The domain of its words."""
WORDS_OF_A_REVIEW = 4
TITLE_LINES = 2
"""Line ends before the text below a title: its own, and that of a blank line."""
PRESS = "press"
"""Kind of the papers whose names stand in quotation marks, too."""
WORK_REACH, TITLE_REACH, SUBJECT_REACH = 4, 10, 10
"""Greatest distances from "dans" to the work, between the marks of a title, from work to verb."""


def story_begins(view: DocView, sentence: int) -> int | None:
    """Return the token behind which a sentence tells a story, or None where it does not."""
    first, last = view.sentences[sentence]
    if view.words[first] in IN:
        work = _work(view, first + 1, min(last, first + WORK_REACH))
        return _title(view, first + 1, last) if work is None else work
    inside = _in_which(view, first, last)
    return _told_by_work(view, first, last) if inside is None else inside


def presents_fiction(view: DocView) -> frozenset[str]:
    """Return the words by which a text shows itself as one about a work: "roman", "scénaristes".

    Its first lines name the work, and so many words of the field are in it.
    """
    lines = (i for i in range(len(view.words) - 1) if _line(view, i) <= TITLE_LINES)
    if not any(_is_work(view, i) or view.words[i] in BOOKS for i in lines):
        return frozenset()
    of_fiction = view.lexicon.domains[FICTION].union(WORKS, MAKERS, ABOUT_WORKS)
    found = of_fiction.intersection(view.words)
    return found if len(found) >= WORDS_OF_A_REVIEW else frozenset()


def _line(view: DocView, i: int) -> int:
    return view.text.count("\n", 0, view.tokens.idx[i])


def _in_which(view: DocView, first: int, last: int) -> int | None:
    """Return the word behind a work that opens its story: "le film, où un commando attaque"."""
    for i in range(first, last):
        where = i + 1 + (view.words[i + 1] == "," and i + 1 < last)
        if view.words[where] in WHERE and view.words[i] in WORKS and _is_work(view, i):
            return where
    return None


def reviews_fiction(view: DocView) -> str | None:
    """Return the rubric by which a text says that it is a review: "SÉRIE. Un général …".

    It begins the text, or what stands under the title: "TÉLÉVISION. CINÉMA." further on is a menu.
    """
    for first, last in view.sentences:
        if view.text.count("\n", 0, view.tokens.idx[first]) > TITLE_LINES:
            return None
        opens = not first or "\n" in view.text[view.tokens.idx[first - 1] : view.tokens.idx[first]]
        stopped = first < last and view.texts[first + 1] in AFTER_RUBRIC
        if opens and stopped and view.words[first] in RUBRICS and view.texts[first].isupper():
            return view.words[first]
    return None


def _work(view: DocView, first: int, last: int) -> int | None:
    """Return the first noun for a work of fiction; not in "une série de tirs"."""
    return next((i for i in range(first, last + 1) if _is_work(view, i)), None)


def _is_work(view: DocView, i: int) -> bool:
    if view.entity_at[i] is not None:
        return False
    other = view.words[i] in OR_OTHER_THINGS and view.words[i + 1] not in OF
    return view.words[i] in WORKS or other


def _title(view: DocView, first: int, last: int) -> int | None:
    """Return the end of a title: "« Mer de glace »,"; no paper's, no quotation."""
    if first >= last or view.texts[first] != OPENING or not view.texts[first + 1][:1].isupper():
        return None
    closing = range(first + 1, min(last, first + TITLE_REACH))
    end = next((i for i in closing if view.texts[i] == CLOSING), None)
    if end is None or view.texts[end + 1] != ",":
        return None
    kinds = {view.entities[n].kind for n in view.entity_at[first:end] if n is not None}
    return None if PRESS in kinds else end


def _told_by_work(view: DocView, first: int, last: int) -> int | None:
    """Return the verb by which a work or its maker tells a story: "Le roman imagine une guerre"."""
    for i in range(first + 1, last + 1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None and view.is_finite(view.tokens[i]):
            invents = view.words[i] in INVENTING or _stages(view, i, last)
            tells = invents or view.words[i] in TELLING
            return i if tells and _is_by_work(view, first, i, invents=invents) else None
    return None


def _is_by_work(view: DocView, first: int, verb: int, *, invents: bool) -> bool:
    """Return whether a title, a work or, of an invention, a maker is before a verb."""
    if view.texts[verb - 1] == CLOSING and view.texts[first] == OPENING:
        return True
    subject = range(max(first, verb - SUBJECT_REACH), verb)
    return any(
        _is_work(view, i) or view.words[i] in TELLERS or (invents and view.words[i] in MAKERS)
        for i in subject
    )


def _stages(view: DocView, verb: int, last: int) -> bool:
    """Match "met en scène"."""
    following = " ".join(view.words[verb + 1 : min(last, verb + 2) + 1])
    return view.words[verb] in STAGING and following in ONSTAGE
