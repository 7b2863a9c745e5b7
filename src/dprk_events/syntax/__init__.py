"""Find phrases, verb groups and arguments by syntactic position."""

from dprk_events.syntax.antecedents import antecedent, antecedents, owners_before, whose
from dprk_events.syntax.behind_que import relative_object
from dprk_events.syntax.clause import (
    BEFORE_QUI,
    child,
    clause_end,
    group_start,
    is_reduced,
    subject,
)
from dprk_events.syntax.complements import complements
from dprk_events.syntax.first_line import goes_on
from dprk_events.syntax.impersonal import impersonal
from dprk_events.syntax.intended import Intended, intended
from dprk_events.syntax.joined import coordinated
from dprk_events.syntax.objects import verb_object
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.phrases import POSSESSIVES
from dprk_events.syntax.put_before import put_before
from dprk_events.syntax.tags import NOUNS, VERBAL
from dprk_events.syntax.verbs import VerbGroup, verb_group
from dprk_events.syntax.view import DEMONYM, ONE_OF_A_PEOPLE, DocView

__all__ = [
    "BEFORE_QUI",
    "DEMONYM",
    "NOUNS",
    "ONE_OF_A_PEOPLE",
    "POSSESSIVES",
    "VERBAL",
    "DocView",
    "Intended",
    "Phrase",
    "VerbGroup",
    "antecedent",
    "antecedents",
    "child",
    "clause_end",
    "complements",
    "coordinated",
    "goes_on",
    "group_start",
    "impersonal",
    "intended",
    "is_reduced",
    "owners_before",
    "put_before",
    "relative_object",
    "subject",
    "verb_group",
    "verb_object",
    "whose",
]
