"""Read what "devoir" and "pouvoir" say of the infinitive under them: "doit tirer", "a pu fuir"."""

from __future__ import annotations

from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
DONE_MODALS, OWED_MODALS = WORDS["done_modals"], WORDS["owed_modals"]
HEARSAY, ASKING = WORDS["hearsay_auxiliaries"], WORDS["asking"]


def of_modal(view: DocView, governor: Governor) -> Modality | None:
    """Read "doit tirer", "peut tirer"; "dut tirer" is done, "aurait dû tirer" is not."""
    cues, verb = load_cues(), governor.token
    word = view.words[verb]
    if word in cues.verbs["possible.modals"]:
        return None if _asked_how(view, verb) else "possible"
    if word not in cues.verbs["planned.modals"] or governor.how == "object":
        return None
    begin, _ = view.sentence(verb)
    if word in OWED_MODALS and not HEARSAY.isdisjoint(view.words[max(begin, verb - 2) : verb]):
        return "negated"
    return None if word in DONE_MODALS else "planned"


def _asked_how(view: DocView, verb: int) -> bool:
    """Match "comment a-t-il pu fuir ?": that it was done is taken for granted."""
    begin, end = view.sentence(verb)
    compound = view.tokens[verb].is_participle
    asks = view.words[end] == "?" and not ASKING.isdisjoint(view.words[begin:verb])
    return compound and asks
