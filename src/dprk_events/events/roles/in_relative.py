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
            doer = subject(view, i, group_start(view, i))
            if not carried and (doer is None or doer == own):
                doer = next(view.each_phrase(last + 2, i - 1), None)
            found.put_first("subject", doer)
            for phrase in complements(view, i, i):
                if phrase.prep == WITH:
                    found.add(WITH, phrase)
            if view.words[i - 1] in DATIVES:  # "l'entrevue que X lui accordera"
                found.add(WITH, Phrase(i - 1, i - 1, i - 1, i - 1, pronoun=True))
            return
