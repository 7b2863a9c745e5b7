"""Who carries an event in the clause behind it: "les manœuvres que mènent Séoul et Washington"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.events.roles.position import Positions
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, complements, group_start, subject

_LISTS = word_lists(__package__)
RELATIVES = closed_class("que") | closed_class("to_whom") | _LISTS["of_which"]
AGREEING = forms_of(*_LISTS["agreeing_on"])
DATIVES, WITH = closed_class("dative_clitics"), "avec"
CARRIER_REACH = 14
"""Words behind the pronoun within which the verb stands."""


def relative_carrier(view: DocView, found: Positions, token: int) -> None:
    """Add the subject of "les manœuvres que mènent Séoul et Washington", before any other.

    Likewise of "les manœuvres auxquelles ils se livrent".

    "Le Nord a annulé les pourparlers que les deux Corées devaient tenir": who was to hold them;
    so of "les pourparlers dont les deux pays sont convenus".
    """
    own = view.phrase(token)
    last = own.last if own is not None else token
    _, end = view.sentence(token)
    if last + 2 > end or view.words[last + 1] not in RELATIVES:
        return
    for i in range(last + 2, min(end, last + CARRIER_REACH) + 1):
        auxiliary = view.pos[i] == "AUX" and view.pos[min(end, i + 1)] in VERBAL
        word, carried = view.words[i], view.words[last + 1] not in _LISTS["of_which"]
        verbs = light_forms()["carry"] if carried else AGREEING
        if word in verbs and view.pos[i] in VERBAL and not auxiliary:
            start = group_start(view, i)
            doer = subject(view, i, start)
            to_whom = next((j for j in (i - 1, start - 1) if view.words[j] in DATIVES), None)
            if doer is not None and doer.first == to_whom:  # "que lui a accordée le jour même Kim"
                doer = _named_behind(view, i, end)
            if not carried and (doer is None or doer == own):
                doer = next(view.each_phrase(last + 2, i - 1), None)
            found.put_first("subject", doer)
            for phrase in complements(view, i, i):
                if phrase.prep == WITH:
                    found.add(WITH, phrase)
            if to_whom is not None:  # "l'entrevue que X lui accordera"
                found.add(WITH, Phrase(to_whom, to_whom, to_whom, to_whom, pronoun=True))
            return


def _named_behind(view: DocView, verb: int, end: int) -> Phrase | None:
    """Return who is named first behind a verb, with no preposition: its inverted subject."""
    behind = view.each_phrase(verb + 1, min(end, verb + CARRIER_REACH))
    return next((each for each in behind if each.entity is not None and each.prep is None), None)
