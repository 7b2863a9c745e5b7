"""Loading rules: what is refused, in which words, and how a user's own rules come on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.events import RuleError, RuleSet
from dprk_events.events.rules import plain_example

RULE = """
type = "visit"
doc = "Visits."
[frames.go]
actor = [{ at = ["subject"], kind = ["person"] }]
[[rules]]
id = "own"
doc = "A rule of one's own."
verbs = ["flâner"]
frame = "go"
examples = ["[Kim](actor) [flâne](trigger)."]
counter_examples = ["Kim dort."]
"""


def load(folder: Path, text: str) -> RuleSet:
    (folder / "own.toml").write_text(text, "utf-8")
    return RuleSet.load(folder)


def test_own_rules_come_on_top_and_change_the_hash(tmp_path: Path) -> None:
    built_in = RuleSet.load()
    own = load(tmp_path, RULE)
    assert own.by_id.keys() - built_in.by_id.keys() == {"visit.own"}
    assert own.hash != built_in.hash
    assert own.by_form["flânait"][0].rule.id == "visit.own"


def test_a_rule_with_a_known_id_takes_its_place(tmp_path: Path) -> None:
    own = load(tmp_path, RULE.replace('id = "own"', 'id = "se_rendre"'))
    assert own.get("visit.se_rendre").spec.verbs == ("flâner",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('examples = ["[Kim](actor) [flâne](trigger)."]', "", "examples"),
        ('counter_examples = ["Kim dort."]', "", "counter_examples"),
        ("[flâne](trigger)", "flâne", "trigger"),
        ('frame = "go"', 'frame = "gone"', "no frame"),
        ('kind = ["person"]', 'kind = ["persan"]', "persan"),
        ('at = ["subject"]', 'at = ["sujet"]', "at"),
        ('verbs = ["flâner"]', "", "no trigger"),
        ('verbs = ["flâner"]', 'verbs = ["xyzo"]', "paradigms.toml"),
        ('id = "own"', 'id = "Own rule"', "id"),
        ('type = "visit"', 'type = "visits"', "type"),
        ('doc = "Visits."', 'doc = "Visits', "not TOML"),
        ('frame = "go"', 'frame = "go"\ncolour = "red"', "colour"),
        ('frame = "go"', 'frame = "go"\nunless_domains = ["opera"]', "opera"),
    ],
)
def test_refused_with_file_and_mend(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    with pytest.raises(RuleError, match=r"own\.toml") as error:
        load(tmp_path, RULE.replace(old, new))
    assert told in str(error.value)


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no \.toml file"):
        RuleSet.load(tmp_path)
    with pytest.raises(RuleError, match="not a folder"):
        RuleSet.load(tmp_path / "none")


def test_an_unknown_rule_names_its_neighbours() -> None:
    with pytest.raises(RuleError, match=r"visit\.se_rendre"):
        RuleSet.load().get("visit.nothing")


def test_marks_are_taken_out_of_an_example() -> None:
    text, marks = plain_example("[Kim](actor) a [visité](trigger) Moscou.")
    assert text == "Kim a visité Moscou."
    assert [(label, text[a:b]) for label, _, a, b in marks] == [
        ("actor", "Kim"),
        ("trigger", "visité"),
    ]
