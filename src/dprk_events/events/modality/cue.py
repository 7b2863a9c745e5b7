"""A cue: a word that is evidence for a modality; and what the strategies that find cues ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.scope import Scope
from dprk_events.names import Modality
from dprk_events.syntax import DocView, Phrase


class Cue(NamedTuple):
    """A word of the text that gives a mention the modality ``modality``.

    Of several cues for one modality the first is reported, unless a later one is ``decisive``.
    ``holder`` is the token of a verb whose subject demands or denies the event, and so is the
    source; ``source`` is the source where the cue itself names it ("les accusations de Séoul").
    """

    modality: Modality
    word: str
    decisive: bool = False
    holder: int | None = None
    source: Phrase | None = None
    why: str | None = None
    """The construction, where it is not the strategy's name."""
    yields: bool = False
    """Whether it gives way to what the words around leave open: "n'exclut pas une visite lundi"."""


class Asked(NamedTuple):
    """A mention whose modality is asked for.

    ``above`` are the words that govern it, nearest first; ``covering`` the scopes of speech that
    apply to it; ``quoted`` says whether it stands in quotation marks of which none applies.
    """

    view: DocView
    mention: RawMention
    above: Sequence[Governor] = ()
    covering: Sequence[Scope] = ()
    quoted: bool = False

    @property
    def token(self) -> int:
        """The first token of the trigger."""
        return self.mention.candidate.first


Strategy = Callable[[Asked], Iterator[Cue]]
"""Yields the cues of one construction; its name says which, as the reason for the modality."""
