"""Of which country a person is whose name does not tell: by the words beside any naming of theirs.

« Hiro Tanabe, un diplomate japonais », « l'envoyé de Berne, Urs Keller », « Urs Keller (Suisse) »,
« Urs Keller est devenu le premier ministre suisse à … ».
"""

from __future__ import annotations

from collections.abc import Iterable

from dprk_events.entities import Entity
from dprk_events.french import forms_of, key, word_lists
from dprk_events.language import Gazetteer
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
IS, BECOMES = forms_of("être"), forms_of(*WORDS["becoming"])
LEADS = IS | BECOMES | forms_of(*WORDS["leading"])
"""Verbs that tell who somebody is: "X, qui préside le Sénat italien"."""
BEFORE_IT = frozenset({"ADV", "AUX", "VERB", "NUM", "NOUN"})
SOMEBODY = "person"
REACH = 10
"""Words behind a name within which it is told of which country he is."""
CLOSURE = 8
"""Words behind that within which the aside ends."""
POSTED = WORDS["posted"]
"""Before whose somebody is, and where he serves: "l'ambassadeur de Suède à Pyongyang"."""
DEEP = 3
"""How many complements lie between an office and whose it is: "chef de la diplomatie de Berne"."""
CLOSING = WORDS["closing_an_aside"]
ARTICLES = WORDS["the"] | WORDS["the_plural"] | WORDS["indefinite"]
PARENTHESIS = "("


class Nationals:
    """Tells the countries of people by the words of a document.

    Args:
        view: The document.
        gazetteer: The countries of nationality words.

    """

    def __init__(self, view: DocView, gazetteer: Gazetteer) -> None:
        self.view = view
        self._demonyms = gazetteer.demonyms

    def nationality(self, first: int, last: int) -> tuple[str, ...]:
        """Return the countries of the nationality words from one token to another.

        Words in names count where the name has no country of its own.
        """
        found: list[str] = []
        for i in range(first, last + 1):
            number = self.view.entity_at[i]
            if number is None or self.view.entities[number].country is None:
                for word in (self.view.texts[i], *self.view.texts[i].split()):
                    found += self._demonyms.countries(word) or ()
        return tuple(dict.fromkeys(found))

    def country_of(self, name: str, namings: Iterable[Entity]) -> tuple[str, ...]:
        """Return whose national a person is: by the words beside a naming, else by the surname."""
        for entity in namings:
            for told in (
                self._in_own_phrase,
                self._behind,
                self._before,
                self._opener,
                self._predicate,
            ):
                if found := told(entity):
                    return found
        surname = key(name).split()[0]
        if surname in WORDS["northern_surnames"]:
            return ("KP",)
        return ("KR",) if surname in WORDS["southern_surnames"] else ()

    def _in_own_phrase(self, entity: Entity) -> tuple[str, ...]:
        view = self.view
        phrase = view.phrase(entity.last)
        if phrase is None:
            return ()
        found = self._countries_in(phrase)
        return found or self._of_whom(phrase.first, entity.first - 1)

    def _countries_in(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the countries of a phrase: "le chef de l'armée russe" by the name of a body."""
        view = self.view
        bodies = [
            country
            for i in range(phrase.first, phrase.last + 1)
            if (number := view.entity_at[i]) is not None
            and view.entities[number].label == "ORG"
            and (country := view.entities[number].country)
        ]
        found = self.nationality(phrase.first, phrase.last)
        return found or tuple(dict.fromkeys(bodies))

    def _behind(self, entity: Entity) -> tuple[str, ...]:
        """Read what stands behind the name: ", un diplomate japonais,", "(Suisse)"."""
        view = self.view
        _, end = view.sentence(entity.last)
        at = entity.last + 1
        if at >= end:
            return ()
        if view.words[at] == PARENTHESIS:
            return self._in_parentheses(at + 1, end)
        if view.words[at] != ",":
            return ()
        if view.words[at + 1] == "qui":
            leads = at + 2 < end and view.words[at + 2] in LEADS
            return self._told_from(at + 3, end) if leads else ()
        return self._told_from(at + 1, end)

    def _in_parentheses(self, first: int, end: int) -> tuple[str, ...]:
        view = self.view
        last = next(
            (i for i in range(first, min(end, first + REACH)) if view.words[i] == ")"), first
        )
        number = view.entity_at[first]
        if number is not None and view.entities[number].label == "LOC":
            whole = view.entities[number].last == last - 1
            country = view.entities[number].country
            return (country,) if whole and country else ()
        return self.nationality(first, last - 1)

    def _told_from(self, first: int, end: int) -> tuple[str, ...]:
        """Return the countries told of somebody from a word on, up to the end of the aside.

        None where the words are the subject of the sentence: "…, l'émissaire du Nord a promis".
        """
        view, start = self.view, first
        for i in range(first, min(end, first + REACH) + 1):
            if view.words[i] == ",":
                start = i + 1  # "X, 54 ans, un diplomate japonais"
                continue
            if i == start and self._is_preposition(i):
                return ()
            number = view.entity_at[i]
            named = number is not None and view.entities[number].label == "PER"
            if named or self._of_another(start, i):
                return ()
            if found := self.nationality(i, i) or self._of_body(i):
                bare = view.words[start] not in ARTICLES
                return found if bare or self._closes(i, end) else ()
            if self._tells_a_deed(i):
                return ()
        return ()

    def _is_preposition(self, i: int) -> bool:
        return self.view.pos[i] == "ADP" and self.view.words[i] not in WORDS["of"]

    def _tells_a_deed(self, i: int) -> bool:
        """Match a verb, be it a participle: "X, reçu par le ministre nord-coréen"."""
        view = self.view
        return view.pos[i] in VERBAL and view.entity_at[i] is None and view.is_verbal(i)

    def _of_another(self, first: int, i: int) -> bool:
        """Match "expert de …", "adversaire de …": of whose country he is not for that."""
        words = self.view.words
        apart = WORDS["of_no_side"] | WORDS["of_another"]
        return words[i] in WORDS["of"] and not apart.isdisjoint(words[first:i])

    def _of_body(self, i: int) -> tuple[str, ...]:
        """Return the country of a body named behind "de": "patron du Parti communiste français"."""
        number = self.view.entity_at[i]
        if number is None or self.view.words[i - 1] not in WORDS["of"] | WORDS["the"]:
            return ()
        entity = self.view.entities[number]
        return (entity.country,) if entity.label == "ORG" and entity.country else ()

    def _closes(self, told: int, end: int) -> bool:
        """Say whether the aside ends before the sentence goes on with its verb."""
        for i in range(told + 1, min(end, told + CLOSURE) + 1):
            if self.view.words[i] in CLOSING:
                return True
            if self._tells_a_deed(i):
                return False
        return True

    def _before(self, entity: Entity) -> tuple[str, ...]:
        """Read what stands before the name, behind a comma: "l'envoyé de Berne, Urs Keller"."""
        view = self.view
        comma = self._comma_before(entity)
        if comma is None:
            return ()
        begin, _ = view.sentence(comma)
        chain: list[Phrase] = []
        at = comma - 1
        while at >= begin and len(chain) < DEEP:
            phrase = view.phrase(at)
            if phrase is None or phrase.last != at or self._names_somebody(phrase):
                break
            chain.append(phrase)
            if phrase.prep not in POSTED:
                break
            at = phrase.start - 1
        if not chain or not (len(chain) == 1 or SOMEBODY in view.kinds(chain[-1])):
            return ()
        if chain[-1].start == begin and chain[-1].prep is not None:
            return ()  # "Selon l'ambassadeur nord-coréen, Urs Keller est venu"
        if view.words[chain[-1].head] in WORDS["of_no_side"] | WORDS["of_another"]:
            return ()
        whose = [chain[-1], *(each for each in reversed(chain[:-1]) if each.prep == "de")]
        found = next((c for each in whose if (c := self._countries_in(each))), ())
        return found or self._of_whom(chain[-1].first, chain[0].last)

    def _comma_before(self, entity: Entity) -> int | None:
        """Return the comma right before a name, its title aside: "…, le colonel Blackwood"."""
        view = self.view
        begin, _ = view.sentence(entity.last)
        own = view.phrase(entity.last)
        first = entity.first if own is None else min(entity.first, own.start)
        while first > begin and view.words[first - 1] in WORDS["the"]:
            first -= 1
        return first - 1 if first - 2 >= begin and view.words[first - 1] == "," else None

    def _opener(self, entity: Entity) -> tuple[str, ...]:
        """Read who a sentence says he is before it names him: "Premier élu suisse à …, X"."""
        view = self.view
        comma = self._comma_before(entity)
        begin, _ = view.sentence(entity.last)
        if comma is None or "," in view.words[begin:comma]:
            return ()
        if view.words[begin] in WORDS["coming"]:
            return self._of_whom(begin, comma - 1)
        first = next(view.each_phrase(begin, comma), None)
        if first is None or first.first != begin or SOMEBODY not in view.kinds(first):
            return ()
        return self._told_from(begin, comma)

    def _names_somebody(self, phrase: Phrase) -> bool:
        number = phrase.entity
        return number is not None and self.view.entities[number].label == "PER"

    def _of_whom(self, first: int, last: int) -> tuple[str, ...]:
        """Return whose an office is without a nationality: "le président du Ghana", "de l'ONU"."""
        view = self.view
        for i in range(first + 1, last + 1):
            number = view.entity_at[i]
            of = view.words[i - 1] in WORDS["of"]
            of = of or (view.words[i - 1] in WORDS["the"] and view.words[i - 2] in WORDS["of"])
            if number is None or not of or not WORDS["of_no_side"].isdisjoint(view.words[first:i]):
                continue
            entity = view.entities[number]
            if entity.label == "LOC" and entity.country:
                abroad = not WORDS["posts_abroad"].isdisjoint(view.words[first:i])
                return () if abroad and entity.kind != "state" else (entity.country,)
            name = f" {key(entity.canonical or entity.text)} ".replace("'", "' ")
            if not entity.country and any(f" {body} " in name for body in WORDS["united_nations"]):
                return ("UN",)
        return ()

    def _predicate(self, entity: Entity) -> tuple[str, ...]:
        """Read what somebody is said to be. « X est devenu le premier dirigeant suisse à … »."""
        view = self.view
        _, end = view.sentence(entity.last)
        said = False
        for i in range(entity.last + 1, min(end, entity.last + REACH) + 1):
            said = said or view.words[i] in IS | BECOMES
            phrase = view.phrase(i)
            if said and phrase is not None and phrase.first == i and SOMEBODY in view.kinds(phrase):
                of_another = view.words[phrase.head] in WORDS["of_no_side"] | WORDS["of_another"]
                if of_another or phrase.prep is not None or self._names_somebody(phrase):
                    return ()
                return self._countries_in(phrase)
            if view.pos[i] not in BEFORE_IT and view.words[i] not in WORDS["the"]:
                return ()
            if view.pos[i] in VERBAL and view.words[i] not in LEADS | WORDS["have"]:
                return ()
        return ()
