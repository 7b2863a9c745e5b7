"""Whether it is done to the subject: "la banque s'est fait pirater par des Nord-Coréens"."""

from __future__ import annotations

from dprk_events.french import forms_of, word_lists
from dprk_events.syntax import DocView

FAIRE = forms_of("faire")
REFLEXIVE = word_lists(__package__)["reflexive_clitics"]
REACH = 3
"""Words before "fait" within which the clitic stands: "s'est fait", "s'était déjà fait"."""


def suffers(view: DocView, verb: int) -> bool:
    """Return whether a verb stands behind "se faire", which makes its subject the victim."""
    begin, _ = view.sentence(verb)
    if verb - 1 <= begin or view.words[verb - 1] not in FAIRE:
        return False
    return any(view.words[i] in REFLEXIVE for i in range(max(begin, verb - 1 - REACH), verb - 1))
