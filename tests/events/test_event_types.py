"""What the ``[type]`` table says of a type is done, for a type of one's own too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.dates import Reference, find_dates
from dprk_events.entities import find_entities
from dprk_events.events import Event, analyse
from dprk_events.language import Gazetteer, Parser
from tests.events.own_rules import load

TYPE = """
[type]
name = "relief"
doc = "Relief goods are given."
{type}

[frames.give]
theme = [{{ at = ["object"], kind = ["treaty"] }}]
instrument = [{{ at = ["object"], kind = ["weapon", "material"] }}]
actor = [{{ at = ["subject", "par"], kind = ["agent"] }}]
recipient = [{{ at = ["à"], kind = ["agent"] }}]

[[rules]]
id = "convoyer"
doc = "« convoyer » goods."
verbs = ["convoyer"]
nouns = ["convoyage"]
frame = "give"
priority = 5
examples = ["Pékin [convoie](trigger) du riz."]
counter_examples = ["Pékin dort."]

[[rules]]
id = "parachuter"
doc = "« parachuter » goods."
verbs = ["parachuter"]
frame = "give"
priority = 5
examples = ["Pékin [parachute](trigger) du riz."]
counter_examples = ["Pékin dort."]
"""
Find = Callable[[str, str], list[Event]]

pytestmark = pytest.mark.model


@pytest.fixture
def find(parser: Parser, gazetteer: Gazetteer, tmp_path: Path) -> Find:
    """The events of a text that are of the type with these lines in its table."""

    def events(lines: str, text: str) -> list[Event]:
        rules = load(tmp_path, own=TYPE.format(type=lines))
        (doc,) = parser.parse([text])
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        dates = find_dates(text, Reference())
        found = analyse(doc, text, entities, dates, rules, gazetteer).events
        return [event for event in found if event.type == "relief"]

    return events


CODES = """
codes.usual = { plover = "AID", cameo = "073" }
codes.planned = { plover = "AGREE", cameo = "0333" }
codes.joint = { plover = "COOPERATE" }
codes.ally = { cameo = "07" }
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Pyongyang a convoyé deux navires.", ("AID", "073")),
        ("Pyongyang convoiera deux navires.", ("AGREE", "0333")),
        ("Pékin et Pyongyang ont convoyé deux navires.", ("COOPERATE", None)),
        ("Pékin a convoyé deux navires à Pyongyang.", (None, "07")),
        ("Pyongyang n'a pas convoyé deux navires.", (None, None)),
    ],
)
def test_codes_by_what_the_text_says(
    find: Find, text: str, codes: tuple[str | None, str | None]
) -> None:
    (event,) = find(CODES, text)
    assert event.codes == codes
    (event,) = find("", text)
    assert event.codes == (None, None)


def test_the_quantity_is_that_of_the_roles_named(find: Find) -> None:
    text = "Trois ministres de Pyongyang ont convoyé cinq navires."

    def quantity(lines: str) -> list[str]:
        return [f.text for f in find(lines, text)[0].roles if f.role == "quantity"]

    assert quantity("") == ["cinq"]
    assert quantity('quantity_of = ["actor", "instrument"]') == ["Trois"]
    assert quantity("quantity_of = []") == []


def test_domains_of_the_type_hold_for_all_its_rules(find: Find) -> None:
    text = "Pyongyang a convoyé deux navires pour le match de football."
    assert find("", text)
    assert not find('unless_domains = ["sport"]', text)


def test_announced_ahead(find: Find) -> None:
    text = "Pyongyang a annoncé un convoyage."
    assert find("", text)[0].modality == "reported"
    assert find("announced_ahead = true", text)[0].modality == "planned"


def test_what_failed_is_done(find: Find) -> None:
    text = "Pyongyang a échoué à convoyer cinq navires."
    assert find("", text)[0].modality == "negated"
    assert find("failed_is_done = true", text)[0].modality == "asserted"


def test_symmetric(find: Find) -> None:
    text = "Pierre Dupont a convoyé des navires. Marie Martin a convoyé des navires."
    assert len(find("", text)) == 2
    assert len(find("symmetric = true", text)) == 1


def test_consequence(find: Find) -> None:
    """A date nearer to another event belongs to that one alone, except for its consequences."""
    text = "Pyongyang a convoyé trois navires et un missile a touché Busan le 3 mars 2020."
    assert find("", text)[0].date is None
    assert find("consequence = true", text)[0].date == 0


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        ("weapon", "Pyongyang a convoyé des chars. Pyongyang a convoyé des torpilles."),
        ("weapon", "Pyongyang a convoyé trois chars. Pyongyang a convoyé neuf chars."),
        ("rule", "Pyongyang a convoyé des chars. Pyongyang a parachuté des chars."),
        ("theme", "Pyongyang a convoyé le traité. Pyongyang a convoyé le pacte."),
        ("persons", "Pyongyang et Kim Jong-un le convoient. Pyongyang et Poutine le convoient."),
    ],
)  # fmt: skip
def test_told_apart_by(find: Find, difference: str, text: str) -> None:
    assert len(find("", text)) == 1
    assert len(find(f'told_apart_by = ["{difference}"]', text)) == 2


def test_test_attributes(find: Find) -> None:
    text = "Pyongyang a convoyé un missile Hwasong-17, qui a volé sur 900 km."
    assert find("", text)[0].attributes is None
    attributes = find("test_attributes = true", text)[0].attributes
    assert attributes is not None
    assert attributes.missile is not None
    assert attributes.missile.value == "Hwasong-17"
