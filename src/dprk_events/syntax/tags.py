"""Define the sets of spaCy's word classes and dependency labels that the rules use."""

from __future__ import annotations

VERBAL = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"X"}
ADJECTIVAL = frozenset({"ADJ", "X"})
NOUNS_AND_ADJECTIVES = NOUNS | {"ADJ"}
IN_PHRASE = NOMINAL | {"ADJ", "NUM"}
BEFORE_ADJECTIVE_OR_NOUN = frozenset({"DET", "ADV", "NUM"})
AMBIGUOUS_NOUNS = frozenset({"NOUN", "ADJ"})
"""What a finite verb may be mistagged as."""
PRONOUN_LIKE = frozenset({"PRON", "X", "ADJ", "ADV", "DET"})
"""What a subject pronoun may be tagged as."""
CLITIC_LIKE = frozenset({"PRON", "DET", "ADV", "ADP"})
"""What an object pronoun before a verb may be tagged as."""
QUE_LIKE = frozenset({"PRON", "SCONJ", "ADV"})
"""What a relative "que" may be tagged as."""
IN_VERB_GROUP = frozenset({"AUX", "ADV"})
BEFORE_NOUN = frozenset({"DET", "ADP", "ADJ", "NUM"})
PREPOSITION_OR_DETERMINER = frozenset({"ADP", "DET"})
PARTICIPLE_LIKE = NOMINAL | {"ADJ", "ADV"}
"""What a participle or infinitive may be mistagged as."""
NEVER_VERB = PREPOSITION_OR_DETERMINER | {"ADV", "ADJ"}
"""What a present form is never mistagged as."""
NOUN_LIKE = VERBAL | {"ADJ", "NUM", "ADV"}
"""What a noun may be mistagged as."""
IN_INVERTED_GROUP = IN_VERB_GROUP | {"PRON"}
"""What may stand between "ne" and its verb, a verb and its inverted subject, the words of a fixed
expression."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
OBJECTS = ("obj", "iobj", "obl:arg")
"""Labels of the object of a verb that says what its object is to do, in order of preference."""
COMPLEMENTS = ("obl", "nmod", "iobj")
"""Prefixes of the labels of prepositional dependents."""
GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "acl", "obl:arg", "obl:mod", "obj"})
"""Labels of a verb without a subject of its own, which shares that of the governing verb."""
ARGUMENTS = frozenset({"obj", "nsubj", "obl", "nmod", "conj", "nsubj:pass"})
"""Labels of a word that the parser takes for a noun, regardless of its tag."""
AGENT = "obl:agent"
"""Label of who does what a passive says."""
JOINED = frozenset({"conj", "parataxis"})
