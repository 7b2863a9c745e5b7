"""What the engine needs to know about an event type: the ``[type]`` table of its file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from dprk_events.events.rules.form import Flag, Form, Name, Word
from dprk_events.names import PlainRole, Role

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Difference = Literal[
    "weapon", "amount", "persons", "victims", "sum", "load", "fate", "theme", "rule"
]
"""What may distinguish two events of a type, besides dates, actors, places and names.

Another weapon, or another number of weapons; another number of victims; other people; other bodies
that it is done to; a sum of money that no rounding makes the same, or such a number of the
same things ("mille conteneurs", "6700 conteneurs"); death, wounds or capture of the
victims; another pact as the ``theme``; another rule, if each rule of the type describes a different
kind of event.
"""


class Code(Form):
    """A code in each of the two coding schemes; a scheme with no suitable code is left out.

    Sources: CAMEO codebook 1.1b3 (Schrodt 2012); PLOVER codebook (Open Event Data Alliance, 2023).
    """

    plover: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")] | None = None
    cameo: Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Code:
        if self.plover is None and self.cameo is None:
            raise ValueError('give plover, cameo or both, as { plover = "AID", cameo = "072" }')
        return self


class Codes(Form):
    """Codes of a type. The first variant that applies replaces ``usual``."""

    usual: Code
    planned: Code | None = None
    """If the event is planned or possible."""
    joint: Code | None = None
    """If actors from several countries take part."""
    ally: Code | None = None
    """If its target or place is a country other than the actors'."""


class EventType(Form):
    """A type of events. Every flag that is left out is false."""

    name: Name
    doc: Word
    codes: Codes | None = None
    """None: neither scheme has a code for the type."""
    quantity_of: tuple[Role, ...] = ("instrument",)
    """Roles whose number is the event's quantity; the first that has one counts."""
    unless_domains: tuple[Word, ...] = ()
    """Topics (``domains.toml``) that must not occur in the sentences around, for every rule."""
    never_by: tuple[Word, ...] = ()
    """Kinds of those whose deed it never is: a firm's contract is no agreement of states."""
    symmetric: Flag = False
    """All sides are actors, as in a meeting: a different actor may still be the same event."""
    announced_ahead: Flag = False
    """Announced in advance: "annoncer une visite" makes it planned, "annoncer un tir" does not."""
    failed_is_done: Flag = False
    """What fails has happened all the same: "n'a pas réussi à placer un satellite en orbite"."""
    consequence: Flag = False
    """Brought about by another event and dated by it: the dead do not compete with the strike."""
    granted_to: CountryCode | None = None
    """The country that does such deeds where an article names nobody who does: an article on North
    Korea's missile tests does not say at each whose it is."""
    granted_for: tuple[CountryCode, ...] = ()
    """It is only granted if done for one of these countries, and the country is named nearby."""
    shared_by: tuple[CountryCode, ...] = ()
    """The countries that do such deeds together, where an article speaks of each of them and does
    not say who does: "les manœuvres conjointes"."""
    shared_by_three: tuple[CountryCode, ...] = ()
    """Likewise, of deeds that are said to be of three."""
    falls_on: CountryCode | None = None
    """The country that such deeds are directed at where nothing else is named."""
    people_granted_to: CountryCode | None = None
    """The country of the people who do such deeds, where an article does not say it of them."""
    aimed_at_destination: Flag = False
    """What is sent there is sent against those who are there: balloons "vers le Sud"."""
    neighbours: tuple[CountryCode, ...] = ()
    """Two countries that do it to each other across their border."""
    across: tuple[Name, ...] = ()
    """Rules of such deeds: what one neighbour does, it does to the other."""
    wards_off: tuple[Name, ...] = ()
    """Rules of what one neighbour does to whoever of the other comes over: warning shots."""
    takes_two: tuple[Name, ...] = ()
    """Rules of what nobody does alone: a meeting of which one side is named has another, too."""
    moves_forces: Flag = False
    """Forces are sent by their own country, where nobody else is told to send them."""
    wrongs_owner: Flag = False
    """Whose airspace, waters or ground is entered is acted upon."""
    blocks: Flag = False
    """What its recipient names does not come about: "un veto au durcissement des sanctions"."""
    harms: Flag = False
    """People come to harm by it: they are of the country that it is aimed at, if not told apart."""
    claimed: Flag = False
    """It is known by what somebody says of it: "ces livraisons" are those just reported."""
    hits_nobody: Flag = False
    """Its weapons do no harm: the firing of one that does, in its sentence, is the other deed."""
    to_others: Flag = False
    """It passes from one party to another: what one's own troops are given is no such deed."""
    rehearses: Flag = False
    """What it practises is no deed: "un exercice de débarquement"."""
    rehearsed: Flag = False
    """It is what armies practise, and is no deed there."""
    at_war: tuple[CountryCode, ...] = ()
    """Two countries at war: what strikes one is the other's doing, and the other way round."""
    captured_by: tuple[CountryCode, ...] = ()
    """Countries at war whose word on captives of the other side is of their own deed; the
    first of them fights North Korea."""
    done_to_place: tuple[PlainRole, ...] = ()
    """Roles of places whose country it is done to where nobody else is: a strike "en Ukraine"."""
    befalls_locals: Flag = False
    """Civilians whom it befalls are of the country where it happens, unless they are told apart."""
    held_on: tuple[Name, ...] = ()
    """Types of journeys on which it is held: who comes is the side that is not named."""
    made_at: tuple[Name, ...] = ()
    """Types of gatherings at which both sides do it: told of next, it has their day."""
    held_by_host: Flag = False
    """Whoever is at home where it takes place holds it, whoever looks on."""
    decreed: Flag = False
    """It is done by deciding it: "a approuvé mardi la suspension" has the day of the decision."""
    festive: Flag = False
    """It is part of a feast or a congress: told of next, it has its day."""
    takes_place_at: tuple[PlainRole, ...] = ("location",)
    """The roles that say where it happens, first that is filled by a known place."""
    told_apart_by: tuple[Difference, ...] = ()
    one_deed: tuple[tuple[Name, ...], ...] = ()
    """Rules that tell the same deed, for types told apart by the rule: "envoie des ballons" and
    "la vague de ballons"."""
    test_attributes: Flag = False
    """Has the attributes of a missile test (docs/attributes.md)."""

    def tell_one_deed(self, one: str, other: str) -> bool:
        """Return whether two of its rules tell the same deed."""
        return one == other or any({one, other} <= {*rules} for rules in self.one_deed)

    @model_validator(mode="after")
    def _two_at_war(self) -> EventType:
        if len(set(self.at_war)) not in {0, 2}:
            raise ValueError('at_war: give two different countries, as ["RU", "UA"], or none')
        return self
