"""The scorer on small cases, and beside the other scorer where that is there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tools.evaluate import GOLD, SHARED, calibration, read_gold
from tools.scoring import same_value, same_words, score

SCORER = SHARED / "tools" / "score.py"
TEXT = "Le Nord a tiré deux missiles lundi ; ce tir inquiète Séoul"
Json = dict[str, Any]


def span(words: str) -> Json:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def gold_mention(words: str, event: str = "E1", **more: Any) -> Json:
    base: Json = {"event": event, "type": "missile_test", "trigger": span(words), "roles": []}
    return base | {"modality": "asserted", "attribution": None, "date": "2024-01-01"} | more


def mention(words: str, **more: Any) -> Json:
    return {"trigger": span(words), "modality": "asserted", "attribution": None} | more


def event(name: str, *mentions: Json, **more: Any) -> Json:
    base = {
        "id": name,
        "type": "missile_test",
        "dprk": True,
        "date": "D1",
        "mention_confidence": 0.9,
    }
    return base | {"mentions": list(mentions), "roles": []} | more


def gold(*mentions: Json, **more: Any) -> Json:
    base = {"sha256": "aa", "mentions": list(mentions), "entities": [], "masked": []}
    return base | {"timex": [span("lundi") | {"value": "2024-01-01"}]} | more


def output(*events: Json, **more: Any) -> Json:
    base = {"events": list(events), "dates": [span("lundi") | {"id": "D1", "value": "2024-01-01"}]}
    return base | {"entities": []} | more


def test_all_right() -> None:
    result = score(
        [gold(gold_mention("tiré"), gold_mention("tir inquiète"))],
        {"aa": output(event("E1", mention("tiré"), mention("tir inquiète")))},
    )
    assert (result.trigger_class.f1, result.coref.f1, result.modality.value) == (1, 1, 1)
    assert (result.date_value.value, result.timex.f1, result.timex_value.f1) == (1, 1, 1)
    assert result.judged == [(0.9, True)]


def test_nothing_found() -> None:
    result = score([gold(gold_mention("tiré", roles=[span("Nord") | {"role": "actor"}]))], {})
    assert result.missing == 1
    assert (result.trigger_id.missed, result.roles.missed, result.timex.missed) == (1, 1, 1)
    assert result.trigger_class.f1 == 0


def test_another_type_is_found_but_not_right() -> None:
    wrong = event("E1", mention("tiré"), type="missile_strike")
    result = score([gold(gold_mention("tiré"))], {"aa": output(wrong)})
    assert result.trigger_id.f1 == 1
    assert (result.trigger_class.wrong, result.trigger_class.missed) == (1, 1)
    assert result.by_type["missile_strike"].wrong == result.by_type["missile_test"].missed == 1
    assert result.judged == [(0.9, False)]


def test_other_words_of_a_trigger_are_right_too() -> None:
    wanted = gold_mention("tiré", trigger=span("a tiré") | {"alt": [span("missiles")]})
    result = score([gold(wanted)], {"aa": output(event("E1", mention("missiles")))})
    assert result.trigger_class.f1 == 1


def test_optional_counts_neither_for_nor_against() -> None:
    free = gold_mention("tir inquiète", optional=True)
    for events in ([], [event("E1", mention("tir inquiète"))],
                   [event("E1", mention("tir inquiète"), type="visit")]):  # fmt: skip
        result = score([gold(free)], {"aa": output(*events)})
        counts = result.trigger_class
        assert (counts.right, counts.wrong, counts.missed) == (0, 0, 0)


def test_an_event_without_north_korea_is_not_found() -> None:
    result = score([gold(gold_mention("tiré"))],
                   {"aa": output(event("E1", mention("tiré"), dprk=False))})  # fmt: skip
    assert result.trigger_id.missed == 1


def test_roles_count_once_an_event() -> None:
    actor = span("Nord") | {"role": "actor"}
    free = span("Séoul") | {"role": "location", "optional": True}
    wanted = [
        gold_mention("tiré", roles=[actor, free]),
        gold_mention("tir inquiète", roles=[actor]),
    ]
    roles = [span("Le Nord") | {"role": "actor", "entity": None},
             span("Séoul") | {"role": "location", "entity": None},
             span("deux") | {"role": "quantity"}]  # fmt: skip
    ours = event("E1", mention("tiré"), mention("tir inquiète"), roles=roles)
    result = score([gold(*wanted)], {"aa": output(ours)})
    assert (result.roles.right, result.roles.wrong, result.roles.missed) == (1, 1, 0)
    assert result.by_role["quantity"].wrong == 1


def test_roles_of_a_spurious_event_are_wrong() -> None:
    ours = event("E1", mention("tiré"), roles=[span("deux") | {"role": "quantity"}])
    result = score([gold()], {"aa": output(ours)})
    assert result.roles.wrong == 1


def test_a_canonical_name_is_the_filler() -> None:
    wanted = gold_mention("tiré", roles=[span("Séoul") | {"role": "actor"}])
    names = [span("Nord") | {"id": "T1", "label": "LOC", "canonical": "Séoul"}]
    ours = event("E1", mention("tiré"), roles=[span("Nord") | {"role": "actor", "entity": "T1"}])
    assert score([gold(wanted)], {"aa": output(ours, entities=names)}).roles.f1 == 1


def test_split_events_cost_coreference() -> None:
    wanted = [gold_mention("tiré"), gold_mention("tir inquiète")]
    ours = [event("E1", mention("tiré")), event("E2", mention("tir inquiète"))]
    result = score([gold(*wanted)], {"aa": output(*ours)})
    assert result.coref.f1 == pytest.approx(2 / 3)  # precision 1, recall 1/2


def test_attribution_by_entity_or_words() -> None:
    wanted = gold_mention("tiré", modality="reported", attribution="Séoul")
    names = [span("Séoul") | {"id": "T1", "label": "LOC", "canonical": None}]
    for said, right in (("T1", 1), (span("Séoul"), 1), (span("Nord"), 0), (None, 0)):
        ours = output(event("E1", mention("tiré", attribution=said)), entities=names)
        result = score([gold(wanted)], {"aa": ours})
        assert (result.attribution.right, result.attribution.total) == (right, 1)
        assert result.modality.value == 0


def test_names_are_strict_and_masked_ones_not_looked_at() -> None:
    wanted = [span("Séoul") | {"label": "LOC"}, span("Nord") | {"label": "LOC", "optional": True}]
    ours = [
        span("Le Nord") | {"id": "T1", "label": "LOC"},
        span("Séoul") | {"id": "T2", "label": "LOC"},
    ]
    result = score([gold(entities=wanted)], {"aa": output(entities=ours)})
    assert (result.entities.right, result.entities.wrong, result.entities.missed) == (1, 1, 0)
    masked = score([gold(entities=wanted, masked=[[0, 7, "share"]])], {"aa": output(entities=ours)})
    assert masked.entities.wrong == 0


@pytest.mark.parametrize(
    ("one", "other"), [("L'ONU", "onu"), ("la Corée du Nord", "Coree du Nord"), ("KN-23", "kn 23")]
)
def test_same_words(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


def test_same_value() -> None:
    assert same_value("{2024-01-02, 2023-12-30}") == same_value("{2023-12-30,2024-01-02}")
    assert same_value("2024~") == "2024"
    assert same_value(None) is None
    assert same_value("2024-01") != same_value("2024")


def test_calibration_has_every_event_in_one_bin() -> None:
    rows = list(calibration([(0.0, False), (0.85, True), (0.95, True), (1.0, True), (1.0, False)]))
    counted = [row.split()[-4:-2] for row in rows[1:]]
    assert [[int(n) for n in pair] for pair in counted] == [[1, 0], [1, 1], [3, 2], [5, 3]]


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="../shared is not there")
def test_figures_agree_with_the_other_scorer(found: dict[str, Json], tmp_path: Path) -> None:
    predictions = tmp_path / "found.jsonl"
    predictions.write_text("\n".join(json.dumps(d) for d in found.values()), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(SCORER), str(GOLD / "gold.jsonl"), str(predictions), "--json"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    theirs = json.loads(run.stdout)
    ours = score(read_gold(GOLD / "gold.jsonl"), found)
    for name in ("trigger_id", "trigger_class", "roles", "timex", "timex_value", "entities"):
        counts = getattr(ours, name)
        got = (counts.precision, counts.recall, counts.f1)
        assert got == pytest.approx([theirs[name][k] for k in ("p", "r", "f1")], abs=0.005), name
    for name in ("date_value", "modality", "attribution"):
        assert getattr(ours, name).value == pytest.approx(theirs[name]["accuracy"], abs=0.005), name
    assert ours.coref.f1 == pytest.approx(theirs["coref_b3_f1"], abs=0.005)
    for table in ("by_type", "by_role"):
        for name, row in theirs[table].items():
            counts = getattr(ours, table)[name]
            assert (counts.right, counts.wrong, counts.missed) == (row["tp"], row["fp"], row["fn"])
