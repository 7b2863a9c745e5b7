"""Assign an event its PLOVER and CAMEO codes, and decide whether North Korea is involved in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import chain

from dprk_events.coreference import WORDS, Context
from dprk_events.events.event import Filler, Mention
from dprk_events.events.rules import Codes, EventType
from dprk_events.names import DPRK, Modality
from dprk_events.syntax import DocView

LEAD_SENTENCES = 4
SHORT, HEAD = 12, 4
"""A text of so few sentences is about North Korea if one of its first names it."""
OFTEN = 4
MOSTLY = 0.35
"""Least share of sentences naming North Korea for an article to be about it."""
BESIDE = frozenset({"KR"})
"""In an article that speaks of these, a bare surname is no other Kim's."""
BORDER = "border"
"""Kind of the names of the line between the Koreas, where South Korea is named, too."""
CONCERNED = frozenset({"CN", "JP", "KR", "RU", "UA", "UN", "US"})
"""Whose deeds an article that names North Korea once may tell because of it; not a German's."""
ELSEWHERE = frozenset({"UA", "RU"})
"""Many articles cover the war between these two; on its own it is out of scope."""


def codes_of(
    view: DocView, codes: Codes | None, modality: Modality, roles: Sequence[Filler]
) -> tuple[str | None, str | None]:
    """Return PLOVER type and CAMEO code; both None if the type has none or the event is denied."""
    if modality == "negated" or codes is None:
        return None, None
    chosen = codes.usual
    actors = {country_of(view, f) for f in roles if f.role == "actor"} - {None}
    if modality in {"planned", "possible"} and codes.planned:
        chosen = codes.planned
    elif codes.joint and len(actors) > 1:
        chosen = codes.joint
    elif codes.ally and any(
        f.role in {"recipient", "destination"} and country_of(view, f) not in actors | {None}
        for f in roles
    ):
        chosen = codes.ally
    return chosen.plover, chosen.cameo


def country_of(view: DocView, filler: Filler) -> str | None:
    """Return the country of a filler: its entity's, else that of a nationality word in it."""
    if filler.entity is not None and view.entities[filler.entity].country:
        return view.entities[filler.entity].country
    for word in reversed(filler.text.split()):
        if country := view.demonym(word):
            return country
    return None


class DprkScope:
    """Decides for each event of one document whether North Korea is involved in it."""

    def __init__(self, context: Context, told_of: Iterable[int] = ()) -> None:
        """Look at a document; ``told_of`` are sentences known to speak of North Korea."""
        self.context, self.view = context, context.view
        self._known: dict[int, bool] = dict.fromkeys(told_of, True)

    def _names(self, sentence: int) -> bool:
        """Return whether a sentence contains a name of North Korea or its adjective."""
        known = self._known.get(sentence)
        if known is None:
            first, last = self.view.sentences[sentence]
            known = self._known[sentence] = any(map(self._is_its, range(first, last + 1)))
        return known

    def _is_its(self, i: int) -> bool:
        entity = self.view.entity_at[i]
        if entity is None:
            word = self.view.texts[i]
            found = self.context.gazetteer.demonyms.countries(word) or ()
            if DPRK not in found:
                return False
            # "intercoréen" has two as "nord-sud" has, but that may be any axis; "sino-nord-coréen"
            # names another state.
            one = len(found) == 1 or not BESIDE.issuperset(set(found) - {DPRK})
            return one or self._beside_korea or "-" not in word
        if self.view.entities[entity].country == DPRK:
            return True
        if self.view.words[i] in WORDS["koreas"] or entity in self._surnames:
            return True
        return self.view.entities[entity].kind == BORDER and self._beside_korea

    @cached_property
    def _beside_korea(self) -> bool:
        """Whether South Korea, or somebody of it, is named."""
        return any(e.country in BESIDE for e in self.view.entities)

    @cached_property
    def _surnames(self) -> frozenset[int]:
        """The bare surnames of North Korea's leader: "Kim" beside another leader, or Seoul."""
        view, context = self.view, self.context
        led = any(e.kind == "leader" and e.country != DPRK for e in view.entities)
        if not (led or self._beside_korea) or context.published is None:
            return frozenset()
        return frozenset(
            number
            for _, number in context.people_named
            if " " not in view.entities[number].text and DPRK in context.person(number).countries
        )

    @cached_property
    def named(self) -> bool:
        """Whether the document names North Korea at all."""
        view = self.view
        every = range(len(view.sentences))
        # If it has such a name, no other word has to be read. A name may be in no sentence.
        by_name = {view.sentence_at[e.first] for e in view.entities if e.country == DPRK}
        return any(map(self._names, chain(sorted(by_name & {*every}), every)))

    @cached_property
    def _sentences(self) -> set[int]:
        return set(filter(self._names, range(len(self.view.sentences))))

    @cached_property
    def _in_passing(self) -> bool:
        """Whether one sentence alone names North Korea, and not the first."""
        return len(self._sentences) == 1 and 0 not in self._sentences

    @cached_property
    def _about(self) -> bool:
        """Whether the document is about North Korea."""
        lead = any(n < LEAD_SENTENCES for n in self._sentences)
        return self._short or (lead and len(self._sentences) >= 2) or len(self._sentences) >= OFTEN

    @cached_property
    def _short(self) -> bool:
        """Whether it is a short text whose first sentences name North Korea."""
        return len(self.view.sentences) <= SHORT and any(n < HEAD for n in self._sentences)

    @cached_property
    def _mostly(self) -> bool:
        """Whether most of it names North Korea."""
        return len(self._sentences) / max(1, len(self.view.sentences)) >= MOSTLY

    def holds(self, mentions: Sequence[Mention], roles: Sequence[Filler]) -> bool:
        """Return whether a participant, weapon or place is North Korean, or the text around."""
        countries = {country_of(self.view, f) for f in roles}
        if DPRK in countries:
            return True
        sentences = {self.view.sentence_at[m.token] for m in mentions}
        if any(map(self._names, sentences)):
            return True
        if self.named and _is_allied(mentions[0].event_type, countries - {None}):
            return True
        sides = {country_of(self.view, f) for f in roles if f.role in {"actor", "recipient"}}
        if self._in_passing and not sides - {None} <= CONCERNED:
            return False
        near = {n + step for n in sentences for step in (-1, 1)}
        near |= {n + step for n in sentences for step in (-2, 2)}
        about = self._short or (self._about and self._mostly)
        if about and not countries - {None} <= ELSEWHERE:
            return True
        return self._about and (
            bool(near & self._sentences) or not countries - {None} or bool(countries & {"KR"})
        )


def _is_allied(kind: EventType, countries: Set[str | None]) -> bool:
    """Match drills of South Korea, alone or with its allies: they are held against the North."""
    return bool(BESIDE & countries) and countries <= {*kind.shared_by, *kind.shared_by_three}
