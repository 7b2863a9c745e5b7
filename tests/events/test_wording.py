"""Triggers and their objects in wordings that the tagger or the parser often gets wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
pytestmark = pytest.mark.model

CASES = {
    # a finite verb, whatever its tag
    "Le numéro un nord-coréen inspectait une usine.": ["visit inspectait"],
    "Le pont, que Pyongyang dynamita en 2008, a été reconstruit.": ["armed_clash dynamita"],
    "Un visa pour Pyongyang coûte cher.": [],
    # what a number counts, behind a complement
    "Pyongyang a livré à Moscou plus de cent de ces missiles.": ["arms_transfer livré"],
    "Pyongyang a livré du riz à deux de ses voisins.": [],
    # a word of nationality, tagged as a verb
    "L'Union européenne a ajouté deux responsables nord-coréens à sa liste de sanctions.": [
        "sanction ajouté"
    ],
    # an adverbial within the verb group
    "Des soldats nord-coréens pourraient un jour être déployés en Ukraine.": [
        "troop_deployment déployés"
    ],
    # what is blocked does not come about
    "La Russie a mis son veto à une résolution durcissant les sanctions contre Pyongyang.": [
        "veto veto"
    ],
    "L'ONU a voté un texte durcissant les sanctions contre Pyongyang.": [
        "sanction voté",
        "sanction durcissant",
    ],
}


def test_wordings(analyse_all: AnalyseAll) -> None:
    found = {}
    for text, findings in zip(CASES, analyse_all(list(CASES)), strict=True):
        mentions = sorted(
            (m.start, f"{event.type} {m.trigger}")
            for event in findings.events
            for m in event.mentions
        )
        found[text] = [shown for _, shown in mentions]
    assert found == CASES
