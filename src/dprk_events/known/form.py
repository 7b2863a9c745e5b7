"""The form of a file of happenings, which pydantic checks on loading."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dprk_events.known.days import days_of

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Identity = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
TypeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
WikidataId = Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")]
Checked = Annotated[str, StringConstraints(pattern=r"^(agreed|https?://\S+)$")]


class Form(BaseModel):
    """A table of the file: no keys other than its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class UnnamedForm(Form):
    """A table under ``[happening.unnamed]``: when it is meant though no name says so."""

    published: Text
    count: tuple[int, int] | None = None
    unlike: tuple[Text, ...] = ()
    unlike_verbs: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _makes_sense(self) -> UnnamedForm:
        days = days_of(self.published)
        if days is None or days.first is None or days.last is None:
            raise ValueError(
                f"“{self.published}” is no span of days. Write EDTF, as 2024-10-18/2026-12-31"
            )
        if self.count is not None and not 0 < self.count[0] <= self.count[1]:
            raise ValueError("count: give the least and the greatest number, as [3000, 20000]")
        return self


class HappeningForm(Form):
    """A table under ``[[happening]]``; ``docs/known.md`` says what each key is."""

    id: Identity
    date: Text
    actor: tuple[Text, ...] = ()
    recipient: tuple[Text, ...] = ()
    countries: tuple[Country, ...] = Field(min_length=1)
    place: Text | None = None
    names: tuple[Text, ...] = Field(min_length=1)
    unnamed: UnnamedForm | None = None
    also: tuple[TypeName, ...] = ()
    wikidata: WikidataId | None = None
    source: Text
    checked: Checked | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> HappeningForm:
        days = days_of(self.date)
        if days is None or days.first is None:
            raise ValueError(
                f"“{self.date}” is no date with a first day. Write EDTF, as 2018-06-12, 2018-06 or "
                "2018-06-12/2018-06-14"
            )
        for who in (*self.actor, *self.recipient):
            if len(who) == 2 and who.isupper() and who not in self.countries:
                raise ValueError(f"“{who}” takes part: put it into countries too")
        for key in ("actor", "recipient", "countries", "names", "also"):
            values = getattr(self, key)
            if twice := sorted({value for value in values if values.count(value) > 1}):
                raise ValueError(f"{key}: “{twice[0]}” stands there twice. Remove one")
        return self


class HappeningFile(Form):
    """A file: an event type, and happenings of that type."""

    type: TypeName
    happening: tuple[HappeningForm, ...] = Field(min_length=1)
