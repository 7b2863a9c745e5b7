"""Pronouns and short descriptions: "il", "le pays", "le dirigeant russe", where it is plain."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from dprk_events.coreference.agree import ACTORS, PEOPLE, agrees
from dprk_events.coreference.cataphora import named_after, owner_after
from dprk_events.coreference.clitics import is_meant, object_of
from dprk_events.coreference.context import SEAT, WORDS, Context
from dprk_events.coreference.descriptions import State, nationality, state_meant, titles
from dprk_events.coreference.groups import of_several
from dprk_events.coreference.those import people_beside
from dprk_events.coreference.to_do import is_to_do
from dprk_events.french import closed_class, forms_of, looks_plural
from dprk_events.syntax import Phrase, group_start, subject
from dprk_events.syntax.tags import SUBJECTS

LATTER, LATTER_PEOPLE = WORDS["latter"], WORDS["latter_people"]
PARTED = 3
"""Tokens that the model may make of "ceux-ci"; and of "avec qui il"."""
WITH_WHOM, COMMA = WORDS["with_whom"], frozenset(",")
PLURAL, FEMININE = WORDS["plural_pronouns"], WORDS["feminine_pronouns"]
TOLD_OF = WORDS["pronouns_behind_prepositions"]
TOGETHER = WORDS["before_another"]
"""Prepositions before another than who does it."""
UNRESOLVED = closed_class("relative_pronouns") | WORDS["unresolved_pronouns"]
IMPERSONAL = WORDS["impersonal"]
THEM = WORDS["plural_object_pronouns"]
TRAVELS, FATES = WORDS["travels"], WORDS["fates"]
PASSING = forms_of(*WORDS["passing"])
MOVED = WORDS["moved_state_nouns"]
"""Nouns that a role is moved from, to a naming of the state; "le gouvernement russe" stays."""
PLURAL_DETERMINERS = closed_class("plural_determiners")
RULING = frozenset({"state", "capital", "half"})
"""Kinds of places that act as a state."""
NEAR_TELLER = 6
"""Words before a possessive within which who says it stands."""
ETRE, TO = forms_of("être"), closed_class("to")
SO_MANY = 7
"""Words behind "ils" within which its number is, and "à": "sont aujourd'hui environ 34 000 à"."""
COUNTABLE = frozenset({"people", "force", "person", "weapon", "demonym"})


class Resolver:
    """Finds the entity or phrase that a pronoun or description refers to, within one document."""

    def __init__(self, context: Context) -> None:
        self.context, self.view = context, context.view
        self._places = [n for n, e in enumerate(self.view.entities) if e.label == "LOC"]
        self._by_country = self._places_of()

    @cached_property
    def _goals(self) -> list[int]:
        """The places that somebody may go to: not what is crossed or left on the way."""
        return [number for number in self._places if not self._passed(number)]

    def _passed(self, number: int) -> bool:
        """Match what is crossed or left: "a traversé la Chine pour s'y rendre"."""
        entity = self.view.entities[number]
        begin, _ = self.view.sentence(entity.first)
        at = entity.first - 1
        if at > begin and self.view.words[at] in WORDS["definite"]:
            at -= 1
        return at >= begin and self.view.words[at] in PASSING

    @cached_property
    def _titles(self) -> dict[tuple[str, str], list[int]]:
        return titles(self.context)

    def _places_of(self) -> dict[str, list[int]]:
        """Index place entities by country, in text order."""
        found: dict[str, list[int]] = {}
        for number in self._places:
            entity = self.view.entities[number]
            if entity.kind in RULING and (country := entity.country):
                found.setdefault(country, []).append(number)
        return found

    def resolve_phrase(self, phrase: Phrase) -> Phrase | int | None:
        """Return the referent of a pronoun or description, else the phrase; None if unresolved."""
        if phrase.pronoun:
            return self._pronoun(phrase)
        if phrase.entity is None:
            found = self._description(phrase)
            return phrase if found is None else found
        return phrase

    def _description(self, phrase: Phrase) -> int | None:
        """Return the naming of the state or leader whom a short description stands for."""
        view = self.view
        head = view.words[phrase.head]
        begin, _ = view.sentence(phrase.first)
        several = phrase.first > begin and view.words[phrase.first - 1] in PLURAL_DETERMINERS
        if phrase.counted is not None or several:
            return None  # "les deux pays" are not the one named last
        country = nationality(self.context, phrase)
        told = () if country is None else (country,)
        if head in MOVED:
            alone = phrase.first == phrase.last and not phrase.possessive
            if not (told or alone):
                return None
            state = state_meant(self.context, self.context.of_phrase(phrase), told)
            return None if state is None else self._naming_of(state, phrase.first)
        if country is not None and phrase.last - phrase.first <= 1:
            return self._near(self._titles.get((head, country), []), phrase.first)
        return None

    def _naming_of(self, state: State, at: int) -> int | None:
        """Return the naming of a state nearest before a token, else the first after."""
        return self._near(self._by_country.get(state.countries[0], []), at)

    def _ended(self, numbers: list[int], at: int) -> int:
        """Count those of the entities, given in text order, that end before a token."""
        return bisect_left(numbers, at, key=lambda n: self.view.entities[n].last)

    def _just_before(self, numbers: list[int], at: int) -> int | None:
        """Return the nearest entity before, in the same sentence or the one before."""
        ended = self._ended(numbers, at)
        if not ended:
            return None
        sentence_at = self.view.sentence_at
        near = sentence_at[self.view.entities[numbers[ended - 1]].first] >= sentence_at[at] - 1
        return numbers[ended - 1] if near else None

    def _near(self, numbers: list[int], at: int) -> int | None:
        """Return the nearest entity before, else the first one after."""
        if not numbers:
            return None
        return numbers[max(0, self._ended(numbers, at) - 1)]

    def _pronoun(self, phrase: Phrase) -> int | Phrase | None:
        """Return the latest subject that agrees: earlier in the sentence, then up to two back."""
        view = self.view
        word = self._word(phrase)
        told_of = phrase.prep and word in TOLD_OF and not self._before_infinitive(phrase.head)
        if not IMPERSONAL.isdisjoint(view.words[phrase.head + 1 : phrase.head + 1 + PARTED]):
            return None  # "il a fallu une heure"
        if word in THEM:
            return self._counted(phrase)
        if word in UNRESOLVED and not told_of:
            return object_of(self.context, phrase)
        if phrase.counted is not None or self._are_so_many(phrase):
            return self._counted(phrase)
        if (named := named_after(self.context, phrase)) is not None:
            return named
        if word == "y":
            return self._just_before(self._goals, phrase.head)
        plural: bool = word in PLURAL
        if plural and of_several(self.context, phrase):
            return None  # several: the participants stage takes them all
        if plural and phrase.possessive and people_beside(self.context, phrase.head):
            return None  # "A s'était engagé auprès de B, lors de leur sommet"
        if phrase.possessive and not plural and (after := self._owner_after(phrase)) is not None:
            return after
        if phrase.possessive and not plural and (told := self._told_by(phrase.head)) is not None:
            return told
        if phrase.possessive and (blamed := self._blamed(phrase.head, plural)) is not None:
            return blamed
        people = word in LATTER_PEOPLE or bool(told_of)
        here = view.sentence_at[phrase.head]
        for number in range(here, max(-1, here - 3), -1):
            options = self._that_agree(phrase, number, people=people)
            if options and word in LATTER:
                return options[-1].entity if options[-1].entity is not None else options[-1]
            subjects = [p for p in options if self._is_subject(p)] or [
                p for p in options if p.prep is None
            ]
            beside = phrase.prep in TOGETHER and number == here
            if beside or (phrase.possessive and not subjects and len(options) == 1):
                subjects = options  # "reprochent à Moscou de cacher ses achats"
            if subjects or (options and number != here):
                best = (subjects or options)[0 if number != here else -1]
                return best.entity if best.entity is not None else best
        return None

    def _owner_after(self, owner: Phrase) -> int | Phrase | None:
        """Return whose it is of who is named behind; of no journey to where they are at home."""
        found = owner_after(self.context, owner)
        if found is None or self.view.words[owner.head + 1] not in TRAVELS:
            return found
        doer = self.view.phrase(self.view.entities[found].last) if isinstance(found, int) else found
        return None if doer is None or self._at_home(doer, owner.head + 1) else found

    def _that_agree(self, phrase: Phrase, number: int, *, people: bool) -> list[Phrase]:
        """Return what a pronoun may stand for in a sentence, in text order."""
        view, word = self.view, self._word(phrase)
        plural = word in PLURAL
        feminine: bool | None = None if phrase.possessive else word in FEMININE
        within = number == view.sentence_at[phrase.head]
        begin, end = view.sentences[number]
        last = phrase.head - 1 if within else end
        options = [
            p
            for p in view.phrases_between(begin, last)
            if agrees(self.context, p, plural, feminine)
        ]
        if people:
            options = [p for p in options if not self._is_body(p)]
        options = [p for p in options if not self._told_with(p, phrase)]
        options = [p for p in options if not self._only_named_as(p)] or options
        options = self._travellers(phrase, options)
        if not within and not phrase.possessive:
            latter = word in LATTER
            options = [p for p in options if not self._where(p, alone=latter)]
        if phrase.prep in TOGETHER:
            options = self._not_the_doer(phrase, options)
        if not phrase.possessive:
            options = [p for p in options if not self._only_says(p, inserted=within)]
        return options

    def _only_named_as(self, phrase: Phrase) -> bool:
        """Match what somebody else is: "X, considéré comme le numéro deux", "en tant que chef"."""
        view = self.view
        begin, _ = view.sentence(phrase.first)
        at = min(phrase.start, phrase.first) - 1
        while at > begin and view.pos[at] == "DET":
            at -= 1
        return at > begin and view.words[at] in WORDS["named_as"]

    def _told_with(self, phrase: Phrase, pronoun: Phrase) -> bool:
        """Match those before "avec qui il": who does it with him is another.

        They are all behind the verb: "Kim a salué A et B, avec qui il a signé un accord".
        """
        view, at = self.view, pronoun.head
        if at < PARTED or view.words[at - 1] not in WITH_WHOM:
            return False
        begin, _ = view.sentence(at)
        verbs = (i for i in range(at - PARTED, begin, -1) if view.is_finite(view.tokens[i]))
        if (verb := next(verbs, None)) is not None:
            return phrase.first > verb
        return phrase.last == at - PARTED - (self.view.words[at - PARTED] in COMMA)

    def _before_infinitive(self, token: int) -> bool:
        """Match "lui" in "à lui acheter": the verb's, not the preposition's."""
        _, end = self.view.sentence(token)
        behind = self.view.tokens[min(end, token + 1)]
        return behind.is_infinitive

    def _travellers(self, owner: Phrase, options: list[Phrase]) -> list[Phrase]:
        """Keep people alone for "sa venue", where there are any: it is not its host who comes.

        Nor is it, of "son séjour en Russie", whoever is at home there.
        """
        after = owner.head + 1
        if owner.possessive and self.view.words[after] in FATES:
            return [p for p in options if self.view.kinds(p) & PEOPLE]  # of no body or state
        if not owner.possessive or self.view.words[after] not in TRAVELS:
            return options
        people = [p for p in options if self._is_person(p)] or [
            p for p in options if not self._is_seat(p)
        ]
        return [p for p in people if not self._at_home(p, after)] or people

    def _at_home(self, phrase: Phrase, travel: int) -> bool:
        """Return whether somebody is of the state that a journey, its noun, leads to."""
        _, end = self.view.sentence(travel)
        goal = next(self.view.each_phrase(travel + 1, end), None)
        if goal is None or goal.prep is None or goal.start != travel + 1 or goal.entity is None:
            return False
        country = self.view.entities[goal.entity].country
        theirs = (
            self.context.person(phrase.entity).countries
            if phrase.entity is not None and self._is_person(phrase)
            else (nationality(self.context, phrase),)
        )
        return country is not None and country in theirs

    def _not_the_doer(self, pronoun: Phrase, options: list[Phrase]) -> list[Phrase]:
        """Leave out who does it, where others are named: "Kim, invité par Xi, a parlé avec lui"."""
        view = self.view
        begin, _ = view.sentence(pronoun.head)
        verbs = (i for i in range(pronoun.start - 1, begin, -1) if view.pos[i] == "VERB")
        verb = next((i for i in verbs if view.entity_at[i] is None), None)
        doer = None if verb is None else subject(view, verb, group_start(view, verb))
        if doer is None:
            return options
        meant = self._pronoun(doer) if doer.pronoun else doer.entity  # "Il a signé avec lui"
        others = (p for p in options if not doer.first <= p.head <= doer.last)
        return [p for p in others if not is_meant(self.context, p, meant)]

    def _where(self, phrase: Phrase, *, alone: bool = False) -> bool:
        """Return whether a phrase is a place that somebody went to or is in: "passé au Sud".

        ``alone``: "le premier tir pour le Nord", "un avertissement au Nord" do not say where.
        """
        if phrase.entity is None or phrase.prep is None:
            return False
        entity = self.view.entities[phrase.entity]
        of_noun = entity.kind in RULING and self.view.tokens[phrase.head].head.pos_ == "NOUN"
        to_it = of_noun and phrase.prep in TO
        if alone and (phrase.prep in WORDS["for"] or to_it):
            return False
        return entity.label == "LOC" and entity.country is not None

    def _only_says(self, phrase: Phrase, *, inserted: bool) -> bool:
        """Return whether somebody is named as who says so: "d'après le Pentagone".

        Or, with ``inserted``, behind a verb of saying: "faute de quoi, estime l'institut, il …".
        """
        begin, _ = self.view.sentence(phrase.first)
        if inserted and phrase.entity is not None and self.context.is_quoted(phrase.entity):
            return True
        before = self.view.words[max(begin, phrase.start - 1) : phrase.first]
        return not WORDS["according_to"].isdisjoint(before)

    def _is_person(self, phrase: Phrase) -> bool:
        if phrase.entity is not None:
            return self.view.entities[phrase.entity].label == "PER"
        return "person" in self.view.kinds(phrase)

    def _word(self, pronoun: Phrase) -> str:
        """Return a pronoun in one word: "ceux-ci", which the model parts."""
        word = self.view.words[pronoun.head]
        whole = word + "".join(self.view.words[pronoun.head + 1 : pronoun.head + PARTED])
        return whole if whole in LATTER else word

    def _is_body(self, phrase: Phrase) -> bool:
        return phrase.entity is not None and self.view.entities[phrase.entity].label == "ORG"

    def _is_seat(self, phrase: Phrase) -> bool:
        """Match a seat of power, which announces a journey and makes none: "le Kremlin"."""
        return phrase.entity is not None and self.view.entities[phrase.entity].kind == SEAT

    def _blamed(self, token: int, plural: bool) -> int | None:
        """Return who is named right before "pour son …": "condamne Moscou pour son invasion"."""
        view = self.view
        begin, _ = view.sentence(token)
        if token - 2 < begin or view.words[token - 1] not in WORDS["for"]:
            return None
        number = view.entity_at[token - 2]
        other = view.phrase(token - 2)
        if number is None or other is None or view.entities[number].label not in ACTORS:
            return None
        return None if plural or other.prep is not None else number

    def _told_by(self, token: int) -> int | None:
        """Return who is named as telling it just before: "…, a dit X après son entretien"."""
        view = self.view
        begin, _ = view.sentence(token)
        for i in range(token - 1, max(begin, token - NEAR_TELLER) - 1, -1):
            number = view.entity_at[i]
            if number is not None:
                teller = view.entities[number].label == "PER" and self.context.is_quoted(number)
                return number if teller else None
        return None

    def _counted(self, phrase: Phrase) -> Phrase | None:
        """Return the people or things that a number alone counts: "une centaine d'entre eux"."""
        view = self.view
        here = view.sentence_at[phrase.head]
        for number in range(here, max(-1, here - 3), -1):
            begin, end = view.sentences[number]
            last = phrase.start - 1 if number == here else end
            options = [p for p in view.phrases_between(begin, last) if self._is_many(p)]
            told = [p for p in options if p.prep is None or p.prep in WORDS["of"]]
            if options:  # "les soldats combattent aux côtés des Russes ; certains …"
                return (told or options)[-1]
        return None

    def _are_so_many(self, phrase: Phrase) -> bool:
        """Match "ils sont environ 34 000 à avoir fui": people, who are no army named before."""
        view, (_, end) = self.view, self.view.sentence(phrase.head)
        behind = view.words[phrase.head + 1 : min(end, phrase.head + SO_MANY) + 1]
        if self._word(phrase) not in PLURAL or not behind or behind[0] not in ETRE:
            return False
        to = next((n for n, word in enumerate(behind) if word in TO), 0)
        return any(word[0].isdigit() for word in behind[1:to])

    def _is_many(self, phrase: Phrase) -> bool:
        """Return whether it is people or things in the plural."""
        plural = looks_plural(self.view.words[phrase.head])
        return not phrase.pronoun and plural and bool(self.view.kinds(phrase) & COUNTABLE)

    def _is_subject(self, phrase: Phrase) -> bool:
        """Return whether it is a subject by the parse, or by what it is to do behind it."""
        first = phrase.head
        if phrase.entity is not None:
            first = min(first, self.view.entities[phrase.entity].first)
        deps = {self.view.tokens[i].dep_ for i in (first, phrase.head)}
        return phrase.prep is None and (bool(deps & SUBJECTS) or is_to_do(self.view, phrase))
