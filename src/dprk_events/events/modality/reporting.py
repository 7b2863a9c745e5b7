"""Find scopes of speech: reporting verbs, "selon", quotation marks, and the text each covers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dprk_events.events.modality.according import (
    according_to,
    according_to_expert,
    before_headline,
    in_brackets,
    told_below,
)
from dprk_events.events.modality.certain import sure_of, sure_that
from dprk_events.events.modality.headed import after_mark, behind_statement
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.passed_on import passed_on
from dprk_events.events.modality.quotes import Quotations
from dprk_events.events.modality.saying import of_saying
from dprk_events.events.modality.scope import Scope, Scopes
from dprk_events.events.modality.told_back import as_is_said, of_sentence_before
from dprk_events.events.modality.wishing import of_wish
from dprk_events.syntax import DocView


def scopes(view: DocView, quotes: Quotations) -> Scopes:
    """Return all scopes of the document, given its quotations."""
    return Scopes(view, quotes, partial(_in_sentence, view, quotes), told_below(view))


def _in_sentence(view: DocView, quotes: Quotations, number: int) -> list[Scope]:
    """Return the scopes whose cues are in a sentence."""
    first, last = view.sentences[number]
    cues = load_cues()
    found = [
        scope._replace(how=strategy.__name__)
        for strategy in SENTENCE_STRATEGIES
        for scope in strategy(view, first, last)
    ]
    for i in range(first, last + 1):
        word = view.words[i]
        if word in cues.saying:
            found += of_saying(view, i, first, last, quotes)
        if word in cues.wishing:
            wishes = of_wish(view, i, first, last)
            found += [scope._replace(how=of_wish.__name__) for scope in wishes]
    return passed_on(view, found, last)


SENTENCE_STRATEGIES: tuple[Callable[[DocView, int, int], list[Scope]], ...] = (
    according_to, according_to_expert, in_brackets, before_headline, sure_of, sure_that,
    of_sentence_before, as_is_said, after_mark, behind_statement,
)  # fmt: skip
"""Sources without a verb of saying."""
