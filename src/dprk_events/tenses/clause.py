"""The tense of the clause that a date stands in: :func:`tense_of`.

Strategies are asked in order, each for what it sees surely: the noun that a date belongs to, the
verb right before it, the verb above it in the tree, all verbs of a sentence whose tree is of no
use. The first that has an answer decides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from dprk_events.dates import Tense, TenseOf
from dprk_events.french import key
from dprk_events.tenses.rivals import COMMAS, WIDE, against_rivals
from dprk_events.tenses.rulings import Place, Ruling, above_of, ruling
from dprk_events.tenses.verbs import FAR, is_verbal, main_verb, read_verb
from dprk_events.tenses.words import WORDS, forms, with_etre

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def tense_of(doc: Doc) -> TenseOf:
    """Give the callback that tells the tense of the clause at an offset of ``doc``.

    Args:
        doc: The parse; its offsets are those of the text that the dates are sought in.

    Returns:
        A function of the code point where a date expression begins. It gives "past" or "future"
        where the clause decides, "present" where its verb stands in the present, None where the
        clause does not tell.

    """
    starts: list[int] = []

    def tense(offset: int) -> Tense | None:
        if not starts:
            starts.extend(token.idx for token in doc)
        at = bisect_right(starts, offset) - 1
        return _clause_tense(doc[at]) if at >= 0 else None

    return tense


def _clause_tense(token: Token) -> Tense | None:
    place = _place(token)
    for strategy in _STRATEGIES:
        told = strategy(place)
        if told is not None:
            return None if told == "open" else told
    return None


def _place(token: Token) -> Place:
    """Read what stands before a date: article, preposition, and the word before those."""
    doc, at, begin = token.doc, token.i - 1, max(token.sent.start, token.i - FAR)
    preposition = ""
    while at >= begin:
        word = key(doc[at].text)
        if word in WORDS["before_dates"]:
            preposition = preposition or word
        elif word not in WORDS["articles"] and doc[at].pos_ != "ADV":
            break
        at -= 1
    return Place(token, preposition, doc[at] if at >= begin else None)


def _of_a_noun(place: Place) -> Ruling | None:
    """See "le tir du 31 octobre": the date belongs to a noun, which tells more than the verb."""
    noun = place.behind
    if place.preposition not in WORDS["of"] or noun is None or is_verbal(noun):
        return None
    if key(noun.text) in WORDS["holders"]:
        return None
    told = _of_the_modifiers(noun)
    if told is not None:
        return told
    above = above_of(noun)
    if above is not None and _is_occasion(noun):
        return ruling(read_verb(main_verb(above)), place)
    ahead = above is not None and read_verb(above).tense in ("future", "conditional", "infinitive")
    return "past" if key(noun.text) in WORDS["unannounced"] and not ahead else "open"


def _is_occasion(noun: Token) -> bool:
    """See "Lors du défilé du 9 septembre, il avait exhibé": the noun has the tense of the deed."""
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - FAR) : noun.i]):
        word = key(token.text)
        if word in WORDS["occasions"]:
            return True
        if token.pos_ not in ("ADJ", "NUM") and word not in WORDS["of"] | WORDS["articles"]:
            return False
    return False


def _in_a_cleft(place: Place) -> Ruling | None:
    """See "c'est le 22 octobre que Pyongyang a tiré": the verb behind "que" counts."""
    verb, doc = place.behind, place.token.doc
    if verb is None or verb.i == 0 or key(doc[verb.i - 1].text) not in WORDS["cleft"]:
        return None
    for token in doc[place.token.i : min(place.token.i + _CLEFT, place.token.sent.end)]:
        if key(token.text) in WORDS["that"] and is_verbal(token.head):
            return ruling(read_verb(main_verb(token.head)), place)
    return None


#: A date in a cleft has no more words than this.
_CLEFT = 7


def _since_a_noun(place: Place) -> Ruling | None:
    """See "depuis l'échec du sommet en février", "depuis l'échec, en février, du sommet"."""
    doc, first = place.token.doc, max(place.token.sent.start, place.token.i - FAR)
    for token in reversed(doc[first : place.token.i]):
        if key(token.text) in WORDS["since"]:
            return "past"
        if is_verbal(token) or token.text in COMMAS - {","}:
            return None
    return None


def _of_an_opening_participle(place: Place) -> Ruling | None:
    """See "Partie de Rason en décembre, la flottille gagnera …": the tagger takes it for a noun."""
    sentence, date = place.token.sent, place.token.i
    first, word = sentence[0], key(sentence[0].text)
    ending = word.endswith(tuple(WORDS["participle_endings"])) or word in with_etre()
    if not ending or is_verbal(first) or first.ent_kb_id_ or word in WORDS["no_participles"]:
        return None
    commas = [t.i for t in sentence[: date - sentence.start + FAR] if t.text == ","]
    opens = date - first.i <= FAR and bool(commas) and commas[0] > date
    return "past" if opens and not any(map(is_verbal, sentence[: date - sentence.start])) else None


def _behind_its_verb(place: Place) -> Ruling | None:
    """See "a tiré le 22 octobre": nothing stands between verb and date."""
    if place.behind is None or not is_verbal(place.behind):
        return None
    return ruling(read_verb(main_verb(place.behind)), place)


def _going_back(place: Place) -> Ruling | None:
    """See "Il faut remonter à novembre": one goes back to what was."""
    back = place.behind is not None and place.preposition in WORDS["back_to"]
    return "past" if back and key(str(place.behind)) in forms("going_back") else None


def _in_the_tree(place: Place) -> Ruling | None:
    """Ask the verb above the date, unless another verb parts the two."""
    for above in place.token.ancestors:
        if is_verbal(above):
            return against_rivals(above, place)
        if above.pos_ in ("NOUN", "PROPN") and (told := _of_the_modifiers(above)) is not None:
            return told
        if any(key(child.text) in WORDS["ahead_of"] for child in above.lefts):
            return "then"  # "se verront vendredi, avant des pourparlers samedi"
    return None


def _by_all_verbs(place: Place) -> Ruling | None:
    """Where the tree leads to no verb: what all verbs of the sentence agree on."""
    sentence, at = place.token.sent, place.token.i
    around = place.token.doc[max(sentence.start, at - WIDE) : min(sentence.end, at + WIDE)]
    verbs = [token for token in around if is_verbal(token)]
    rulings = {ruling(read_verb(verb), place) for verb in verbs if main_verb(verb).i == verb.i}
    return rulings.pop() if len(rulings) == 1 else None


def _of_the_modifiers(noun: Token) -> Ruling | None:
    """See "le prochain essai", "les manœuvres à venir", "le sommet prévu"."""
    for child in noun.children:
        word = key(child.text)
        if word in WORDS["coming"] and child.i != noun.i:
            return "future"
        if word in WORDS["gone"]:
            return "past"
        if forms("planned").get(word) == "past-participle" and child.dep_ in ("acl", "amod"):
            return ruling(read_verb(child), Place(child, "", noun))
    return None


_STRATEGIES: tuple[Callable[[Place], Ruling | None], ...] = (
    _of_a_noun,
    _in_a_cleft,
    _since_a_noun,
    _of_an_opening_participle,
    _going_back,
    _behind_its_verb,
    _in_the_tree,
    _by_all_verbs,
)
