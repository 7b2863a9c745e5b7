"""Find the arguments of a trigger by syntactic position.

The dependency tree is asked first. If it yields nothing, word order decides: the nearest suitable
phrase in the same clause. Positions are "subject", "object", "agent" and plain prepositions ("à",
"vers", …); nouns also have "adj" (a nationality), "poss", "topic" and "governor".
"""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.antecedents import antecedent
from dprk_events.syntax.behind_que import (
    CLITICS,
    INFINITIVE_MARKS,
    OBJECT_CONTROL,
    QUE,
    subject_behind_que,
)
from dprk_events.syntax.clauses import HARD_STOPS, OPENERS
from dprk_events.syntax.control import controlled
from dprk_events.syntax.impersonal import impersonal
from dprk_events.syntax.intended import intended
from dprk_events.syntax.opening_infinitive import opened_by_infinitive
from dprk_events.syntax.participles import only_tells
from dprk_events.syntax.partitive import (
    before_some_of_them,
    collected,
    counted_subject,
    named_by_number,
    partitive,
    some_of,
    some_of_those,
)
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.relatives import (
    before_date,
    before_relative,
    past_lapse,
    seen_doing,
    stressed,
    whole_noun,
)
from dprk_events.syntax.said_of import said_of
from dprk_events.syntax.set_off import repeated_before, whom_it_stresses
from dprk_events.syntax.tags import (
    AGENT,
    GOVERNED,
    IN_VERB_GROUP,
    JOINED,
    NOUNS,
    SUBJECTS,
    VERBAL,
)
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
QUI, OF = closed_class("relative_pronouns"), closed_class("of")
BEFORE_QUI = closed_class("simple_prepositions") | closed_class("to") | OF
RELATIVE = QUI | QUE
INVERTED, NEVER_BEFORE_VERB = _LISTS["inverted_pronouns"], _LISTS["never_before_verb"]
VERB_JOINERS, PREPOSITIONS_IN_ANT = _LISTS["verb_joiners"], _LISTS["prepositions_in_ant"]
FAIRE = forms_of("faire")
ENDS_CLAUSE = HARD_STOPS | OPENERS
ENDS_SHARING = OPENERS - QUE - {"qui"}
"""Stops in the search to the left for the subject of a chain of verbs."""


def clause_end(view: DocView, start: int, passing: frozenset[str] = frozenset()) -> int:
    """Return the last token right of ``start`` that can belong to its complements.

    ``passing``: verb forms that do not end the clause ("prévu", "organisé").
    """
    return view.clauses.end(start, passing)


def is_reduced(view: DocView, i: int) -> bool:
    """Return whether a past participle only describes the noun before it."""
    return view.clauses.is_reduced(i)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child of ``token`` with one of the dependency labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def from_child(view: DocView, verb: Token, token: Token) -> Phrase | None:
    """Return the phrase of a token that the parse hangs on a verb; of "qui", its antecedent."""
    if view.words[token.i] in RELATIVE:
        head = verb.head if verb.dep_ == "acl:relcl" else None
        return antecedent(view, token.i, head)
    known = some_of_those(view, token.i) or partitive(view, token.i) or view.phrase(token.i)
    known = known or collected(view, token.i)
    return known or named_by_number(view, token.i)


def subject(
    view: DocView, verb: int, group_first: int, seen: frozenset[int] = frozenset()
) -> Phrase | None:
    """Return the grammatical subject of a verb form, or of the verb that controls it.

    Of a pronoun between commas it is whom that stresses: "Tokyo, lui, a gelé".
    """
    repeated = repeated_before(view, group_first)
    return repeated or whom_it_stresses(view, _subject(view, verb, group_first, seen))


def _subject(view: DocView, verb: int, group_first: int, seen: frozenset[int]) -> Phrase | None:
    token = view.tokens[verb]
    if verb in seen or impersonal(view, group_first) is not None:
        return None
    if group_first and (those := some_of_those(view, group_first - 1)) is not None:
        return those
    some = counted_subject(view, group_first) or before_some_of_them(view, group_first)
    if some is not None:
        return some
    if (wish := intended(view, group_first)) is not None:
        return wish.holder or _of_demand(view, wish.noun, seen | {verb})
    behind = (
        subject_behind_que(view, group_first, verb)
        or said_of(view, group_first)
        or seen_doing(view, group_first, verb)
        or stressed(view, group_first)
    )
    if behind is not None:
        return behind
    subjects = [
        c
        for c in (*token.children, *_of_auxiliaries(token))
        if c.dep_ in SUBJECTS
        and not only_tells(view, c)
        and view.words[c.i] not in INVERTED
        and not _before_colon(view, c.i, group_first)
        and not (c.i > verb and _of_infinitive(view, group_first, verb))
    ]
    # "en affirmant": the subject's; "en" may be taken for a pronoun of the verb group
    gerund = "en" in view.words[max(0, group_first - 1) : verb]
    in_ant = view.words[verb].endswith("ant")
    if in_ant and view.words[verb] not in PREPOSITIONS_IN_ANT and not gerund:
        near_left = view.phrase(group_first - 1) if group_first else None
        if near_left is not None:
            return near_left
        if (doer := _agent_of(view, token.head, verb)) is not None:
            return doer
    if gerund and in_ant:
        return _of_gerund(view, verb, group_first, seen)
    subjects.sort(key=lambda c: (c.i > verb, _complement(view, c.i), abs(c.i - verb)))
    if subjects and (phrase := from_child(view, token, subjects[0])) is not None:
        if phrase.prep is not None and phrase.prep not in OF:
            # "après une mise en garde de l'ONU, Séoul et Washington ont": no subject has one
            nearer = _subject_by_order(view, group_first, strict=True)
            if nearer is not None and nearer.first > phrase.last:
                return nearer
        return before_relative(view, phrase, group_first) or whole_noun(view, phrase)
    if token.is_infinitive and group_first and view.words[group_first - 1] in FAIRE:
        faire = group_first - 1
        if (causer := subject(view, faire, group_start(view, faire), seen | {verb})) is not None:
            return causer
    if group_first and (past := before_relative(view, None, group_first)) is not None:
        return past
    if (asked := _inverted(view, group_first, verb)) is not None:
        return asked
    marked = group_first > 0 and view.words[group_first - 1] in INFINITIVE_MARKS
    infinitive = _of_infinitive(view, group_first, verb)
    if infinitive and (doer := opened_by_infinitive(view, verb)) is not None:
        return doer
    purpose = marked and infinitive  # "en train pour s'y rendre"
    if not purpose and (near := _subject_by_order(view, group_first, strict=True)) is not None:
        return near
    if (shared := _shared_subject(view, verb, group_first, seen)) is not None:
        return shared
    return _of_head(view, token, group_first, seen, purpose=purpose)


def _of_head(
    view: DocView, token: Token, group_first: int, seen: frozenset[int], *, purpose: bool
) -> Phrase | None:
    """Return the subject that a verb shares with what governs it, else the nearest phrase.

    ``purpose`` tells whether it is an infinitive behind a preposition: "pour s'y rendre".
    """
    verb, head = token.i, token.head
    if head.pos_ in {"ADJ", "ADV"} and head.head.pos_ in VERBAL and head.i < verb:
        head = head.head  # "s'est dit prêt à s'y rendre", "afin de s'y rendre"
    if head.i < verb and head.head.pos_ in VERBAL and head.i in view.apart(head.i, head.i):
        head = head.head  # "devrait à son tour se rendre": taken for the turn to do so
    agent = head.dep_ == AGENT  # "a été invité par Kim à s'y rendre"
    given = (head.pos_ == "NOUN" or agent) and purpose and head.i < verb
    if given and (above := _governing_verb(view, head)) is not None:
        # "la permission d'envahir", "une invitation à se rendre": who has the permission
        return _controller(view, view.tokens[above], seen | {verb})
    if head.pos_ == "ADJ" and head.i < verb and (able := child(head, *SUBJECTS)) is not None:
        return from_child(view, head, able)  # "l'armée est prête à tirer": who is ready
    if head.pos_ in NOUNS and head.i < verb and (being := child(head, "cop")) is not None:
        return _about_to(view, head, being)
    if token.dep_ == "xcomp" and head.pos_ == "ADJ" and head.dep_ == "xcomp":
        token, head = head, head.head  # "se dit prêt à rencontrer": who says so
    beside = view.sentence_at[head.i] == view.sentence_at[verb]
    if head.i != verb and head.pos_ in VERBAL and beside:
        governed = token.dep_ in GOVERNED and _nonfinite(token)
        if governed and (doer := _controller(view, head, seen | {verb})) is not None:
            return doer
        joined = token.dep_ in JOINED or token.dep_.startswith("aux")
        if joined or (head.i < verb and _nonfinite(token)):
            return subject(view, head.i, head.i, seen | {verb})
    return _subject_by_order(view, group_first, strict=False)


def _about_to(view: DocView, noun: Token, being: Token) -> Phrase | None:
    """Return who is "sur le point de tirer", or "en Chine pour discuter"."""
    able = child(noun, *SUBJECTS) or child(being, *SUBJECTS)
    if able is not None:
        return from_child(view, noun, able)
    return _subject_by_order(view, group_start(view, being.i), strict=False)


def _of_demand(view: DocView, noun: Phrase, seen: frozenset[int]) -> Phrase | None:
    """Return who takes or turns down a demand: "a refusé les demandes visant à lever"."""
    above = _governing_verb(view, view.tokens[noun.head])
    return None if above is None else _controller(view, view.tokens[above], seen)


def _of_auxiliaries(verb: Token) -> list[Token]:
    """Return what hangs on the auxiliary of a verb: the subject of "a, entre-temps, promis"."""
    return [c for a in verb.children if a.dep_.startswith("aux") for c in a.children]


def _agent_of(view: DocView, head: Token, verb: int) -> Phrase | None:
    """Return by whom a passive is done before "tuant": "a été torpillée par le Nord, tuant …"."""
    if head.i >= verb or child(head, "nsubj:pass") is None:
        return None
    doer = child(head, AGENT)
    return None if doer is None or doer.i > verb else from_child(view, head, doer)


def _of_infinitive(view: DocView, first: int, verb: int) -> bool:
    """Return whether a verb group is infinitive, "avoir vu": what stands behind is no subject."""
    return any(view.tokens[i].is_infinitive for i in range(first, verb + 1))


def _after_comma(view: DocView, verb: int) -> Phrase | None:
    """Return the phrase behind the first comma: "En claquant la porte, Washington …"."""
    _, end = view.sentence(verb)
    comma = next((i for i in range(verb, end) if view.words[i] == ","), None)
    if comma is None:
        return None
    after = next(view.each_phrase(comma + 1, end), None)
    return after if after is not None and after.prep is None else None


def _of_gerund(view: DocView, verb: int, group_first: int, seen: frozenset[int]) -> Phrase | None:
    """Return the subject of the clause that a gerund belongs to: "A défie B en tirant …"."""
    begin, end = view.sentence(verb)
    start = group_first - (view.words[group_first] != "en")
    head = view.tokens[verb].head
    above = begin <= head.i <= end and head.i != verb and head.pos_ in VERBAL
    if start <= begin and not above:
        return _after_comma(view, verb)
    if not above:
        verbs = (i for i in range(start - 1, begin - 1, -1) if view.pos[i] == "VERB")
        head = view.tokens[next(verbs, verb)]
    head = past_lapse(view, head)
    return (
        None if head.i == verb else subject(view, head.i, group_start(view, head.i), seen | {verb})
    )


def _before_colon(view: DocView, token: int, verb: int) -> bool:
    """Return whether a colon and another subject stand between: "Ukraine : Kim veut-il …"."""
    colons = [i for i in range(token + 1, verb) if view.words[i] == ":"]
    if not colons:
        return False
    return any(p.prep is None and not p.pronoun for p in view.each_phrase(colons[-1] + 1, verb - 1))


def _complement(view: DocView, token: int) -> bool:
    """Return whether a token taken for a subject stands in a complement: "la sœur de Kim …"."""
    phrase = view.phrase(token)
    return phrase is not None and phrase.prep is not None


def _shared_subject(
    view: DocView, verb: int, group_first: int, seen: frozenset[int]
) -> Phrase | None:
    """Return the subject of the verb before, for a verb after "et" or a comma."""
    begin, _ = view.sentence(verb)
    i = group_first - 1
    while i > begin and view.pos[i] == "ADV":
        i -= 1
    i = before_date(view, i, begin)
    if i <= begin or view.words[i] not in VERB_JOINERS:
        return None
    if (described := _described(view, verb, group_first)) is not None:
        return described
    finite = any(view.is_finite(view.tokens[k]) for k in range(group_first, verb + 1))
    verbs: list[int] = []
    for j in range(i - 1, begin - 1, -1):
        if view.words[j] in ENDS_SHARING:
            break
        if finite and _of_infinitive(view, group_start(view, j), j):
            continue  # "A aide B à produire des drones, et lui livre des obus"
        if view.pos[j] == "VERB" and view.entity_at[j] is None:
            verbs.append(j)
            if not view.words[j].endswith("ant"):
                break  # "a assisté au défilé marquant la fin de la guerre, puis a rencontré"
    if not verbs:
        return None
    return subject(view, verbs[-1], group_start(view, verbs[-1]), seen | {verb})


def _inverted(view: DocView, first: int, verb: int) -> Phrase | None:
    """Return the pronoun of a question: "Acceptera-t-il une rencontre ?"."""
    begin, end = view.sentence(verb)
    if first > begin:
        return None  # no "y a-t-il", no "…, dit-il"
    for i in range(first + 1, min(end, verb + 2) + 1):
        if view.words[i] in INVERTED:
            return Phrase(head=i, first=i, last=i, start=i, pronoun=True)
    return None


def _described(view: DocView, verb: int, group_first: int) -> Phrase | None:
    """Return the noun before a comma that a bare participle describes: "visent X, accusé de"."""
    token = view.tokens[verb]
    if verb != group_first or token.morph.get("Tense", []) != ["Past"]:
        return None
    if token.dep_ == "acl" and token.head.i < verb:
        found = view.phrase(token.head.i)
    elif view.words[verb] in OBJECT_CONTROL and verb > 1 and view.words[verb - 1] == ",":
        found = view.phrase(verb - 2)
    else:
        return None
    return found if found is not None and found.prep is None and found.last < verb else None


def group_start(view: DocView, verb: int) -> int:
    """Return the first token of a verb group: auxiliaries and clitics before the verb."""
    begin, _ = view.sentence(verb)
    first = verb
    while first > begin and (
        view.pos[first - 1] in IN_VERB_GROUP or view.words[first - 1] in CLITICS
    ):
        first -= 1
    return first


def _governing_verb(view: DocView, noun: Token) -> int | None:
    """Return the verb of which a noun is an argument, within its sentence."""
    token = noun
    while token.head.i != token.i and token.head.pos_ in NOUNS:
        token = token.head
    above = token.head
    same = view.sentence_at[above.i] == view.sentence_at[noun.i]
    return above.i if above.pos_ in VERBAL and same and above.i < noun.i else None


def _nonfinite(token: Token) -> bool:
    return token.morph.get("VerbForm", []) in (["Inf"], ["Part"], [])


def _controller(view: DocView, head: Token, seen: frozenset[int]) -> Phrase | None:
    first = group_start(view, head.i)
    if (doer := controlled(view, head, first, max(seen))) is not None:
        return doer
    return subject(view, head.i, first, seen)


def _subject_by_order(view: DocView, group_first: int, *, strict: bool) -> Phrase | None:
    """Return the nearest phrase without preposition left of the verb group, with no verb between.

    ``strict`` requires it directly before the group (or a relative "qui"); otherwise commas and
    complements may intervene.
    """
    begin, _ = view.sentence(group_first)
    i = group_first - 1
    while i >= begin:
        word = view.words[i]
        if word in QUI:
            return None if view.words[i - 1] in BEFORE_QUI else antecedent(view, i, None)
        if (view.pos[i] in VERBAL and view.entity_at[i] is None) or word in ENDS_CLAUSE:
            return None
        phrase = view.phrase(i)
        if phrase is not None:
            if phrase.prep is None:
                return phrase
            if (some := some_of(view, phrase)) is not None:
                return some
            if strict and not phrase.prep:
                return None
            i = min(phrase.start, i) - 1
            continue
        if strict and word in NEVER_BEFORE_VERB:
            return None
        i -= 1
    return None
