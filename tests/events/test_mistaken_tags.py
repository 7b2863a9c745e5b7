"""A word whose class the tagger mistakes, as the small model often does, changes nothing."""

from __future__ import annotations

import pytest

from dprk_events.dates import Reference, find_dates
from dprk_events.entities import find_entities
from dprk_events.events import RuleSet, analyse
from dprk_events.language import Gazetteer, Parser

pytestmark = pytest.mark.model

CASES = [
    # A mark is no word: nothing begins or ends with it.
    ("Le Nord a tiré un « nouveau » missile vers la mer du Japon.", {"«": "VERB", "»": "NOUN"}),
    ("Kim Jong Un a reçu Vladimir Poutine (Russie), « son ami ».", {"(": "NOUN", ")": "NOUN"}),
    # A number is no verb.
    ("Le régiment nord-coréen a perdu neuf hommes, a reconnu Kim Jong Un.", {"neuf": "VERB"}),
    # What there is a number of is no pronoun.
    ("Séoul évalue à 300 le nombre de tués nord-coréens à Koursk.", {"tués": "PRON"}),
    # What has an auxiliary is its participle.
    ("Des pirates de Pyongyang ont dérobé 1,5 milliard de dollars.", {"dérobé": "ADP"}),
    # A relative pronoun is no noun, and an adjective stands behind "plus" with its article.
    ("Il y a eu un tir de missile nord-coréen auquel Kim a assisté.", {"auquel": "NOUN"}),
    ("Pyongyang a lancé jeudi son plus puissant missile.", {"puissant": "VERB"}),
    # Behind a comma and before a day and who can speak stands a verb of saying.
    ("Mille soldats nord-coréens sont en Russie, révèle jeudi le NIS.", {"révèle": "NOUN"}),
    # Behind an aside, "que" goes with the verb of saying before it.
    (
        "Le Parti a confirmé lundi, par la voix de l'agence officielle nord-coréenne KCNA, que des "
        "soldats avaient été envoyés en Russie.",
        {"que": "ADV"},
    ),
]


@pytest.mark.parametrize(("text", "wrong"), CASES)
def test_the_same_is_found(
    parser: Parser, gazetteer: Gazetteer, rules: RuleSet, text: str, wrong: dict[str, str]
) -> None:
    found = []
    for tags in ({}, wrong):
        (doc,) = parser.parse([text])
        for token in doc:
            token.pos_ = tags.get(token.text, token.pos_)
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        dates = find_dates(text, Reference())
        events = analyse(doc, text, entities, dates, rules, gazetteer).events
        found.append([(e.type, e.modality, [(r.role, r.text) for r in e.roles]) for e in events])
    assert found[0] == found[1] != []
