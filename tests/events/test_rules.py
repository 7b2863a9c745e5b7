"""Loading rules: types, frames and how a user's own come on top of the built-in ones."""

from __future__ import annotations

import ast
from importlib import resources
from pathlib import Path

import pytest

import dprk_events
from dprk_events.events import RuleError, RuleSet
from dprk_events.events.rules import plain_example
from tests.events.own_rules import FILES, RELEASE, load

RULE = """
type = "visit"
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
SOURCE = Path(dprk_events.__file__).parent
TYPES = resources.files("dprk_events.events.rules").joinpath("types")


def test_a_built_in_type_is_a_file_of_its_name() -> None:
    names = {file.name for file in TYPES.iterdir()}
    assert names == {f"{name}.toml" for name in RuleSet.load().types}


def test_own_rules_come_on_top(tmp_path: Path) -> None:
    built_in = RuleSet.load()
    own = load(tmp_path, own=RULE)
    assert own.by_id.keys() - built_in.by_id.keys() == {"visit.own"}
    assert [rule.id for rule in own.own] == ["visit.own"]
    assert own.types == built_in.types
    assert own.by_form["flânait"][0].rule.id == "visit.own"
    assert "flânait" not in RuleSet.load().by_form


def test_a_rule_with_a_known_id_takes_its_place(tmp_path: Path) -> None:
    own = load(tmp_path, own=RULE.replace('id = "own"', 'id = "se_rendre"'))
    assert own.get("visit.se_rendre").spec.verbs == ("flâner",)
    assert [rule.id for rule in own.rules] == [rule.id for rule in RuleSet.load().rules]
    assert "visit.se_rendre" not in {t.rule.id for t in own.by_form["rendu"]}


def test_a_type_is_one_file(tmp_path: Path) -> None:
    own = load(tmp_path, release=RELEASE)
    release = own.types["release"]
    assert own.types.keys() - RuleSet.load().types.keys() == {"release"}
    assert release.quantity_of == ("recipient",)
    assert release.codes is not None
    assert release.codes.usual.cameo == "0841"
    assert not release.symmetric
    assert {rule.id for rule in own.own} == {"release.liberer", "release.liberation"}


def test_a_frame_is_of_the_file_else_of_the_type_or_another_types_by_name(tmp_path: Path) -> None:
    built_in = RuleSet.load()
    go, summit = built_in.get("visit.se_rendre").slots, built_in.get("meeting.sommet").slots
    of_file = load(tmp_path, own=RULE).get("visit.own").slots
    assert [slot.at for slot in of_file] == [("subject",)]

    _, rules = RULE.split("[[rules]]")
    bare = f'type = "visit"\n[[rules]]{rules}'
    assert load(tmp_path, own=bare).get("visit.own").slots == go
    other = bare.replace('frame = "go"', 'frame = "meeting.summit"')
    assert load(tmp_path, own=other).get("visit.own").slots == summit


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    """Rules for a type, and with a frame, that a later file brings."""
    more = RULE.replace('"visit"', '"release"').replace('frame = "go"', 'frame = "release.free"')
    rules = load(tmp_path, a=more, z=RELEASE)
    assert rules.get("release.own").slots == rules.get("release.liberer").slots


def test_domains_of_rule_and_type_hold(tmp_path: Path) -> None:
    text = RELEASE.replace("quantity_of", 'unless_domains = ["sport"]\nquantity_of')
    text = text.replace('frame = "free"', 'frame = "free"\nunless_domains = ["culture"]')
    rules = load(tmp_path, own=text)
    assert rules.get("release.liberer").domains == ("culture", "sport")
    assert rules.get("release.liberation").domains == ("sport",)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a": RULE, "b": RULE}, r"b\.toml: rule “own” is defined twice, in .*a\.toml too"),
        ({"a": RULE + RULE.partition("go]")[2].partition("\n")[2].partition("\n")[2]}, "twice;"),
        ({"a": RELEASE, "b": RELEASE}, r"b\.toml: \[type\]: there is a type “release” already"),
        (
            {"a": RELEASE.replace('"release"', '"visit"')},
            r'a type “visit” already, in .*visit\.toml\. .* write type = "visit"',
        ),
    ],
)
def test_twice_the_same_is_refused(tmp_path: Path, files: dict[str, str], told: str) -> None:
    with pytest.raises(RuleError, match=told):
        load(tmp_path, **files)


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no \.toml file"):
        RuleSet.load(tmp_path)
    with pytest.raises(RuleError, match="not a folder"):
        RuleSet.load(tmp_path / "none")


def test_an_unknown_rule_names_its_neighbours() -> None:
    with pytest.raises(RuleError, match=r"visit\.se_rendre"):
        RuleSet.load().get("visit.nothing")


def test_the_hash_holds_own_rules(tmp_path: Path) -> None:
    built_in = RuleSet.load().hash
    one = load(tmp_path / "one", **{name.removesuffix(".toml"): t for name, t in FILES.items()})
    same = load(tmp_path / "two", **{name[:-5]: FILES[name] for name in sorted(FILES)[::-1]})
    assert one.hash == same.hash != built_in
    changed = load(tmp_path / "two", release=RELEASE + "# a word\n")
    assert changed.hash not in {one.hash, built_in}


def test_marks_are_taken_out_of_an_example() -> None:
    text, marks = plain_example("[Kim](actor) a [visité](trigger) Moscou.")
    assert text == "Kim a visité Moscou."
    assert [(label, text[a:b]) for label, _, a, b in marks] == [
        ("actor", "Kim"),
        ("trigger", "visité"),
    ]


def test_no_code_names_a_type() -> None:
    """What the engine does for a type, it does by what the type's file says."""
    names = RuleSet.load().types
    named = {
        f"{file.relative_to(SOURCE)}:{node.lineno}: {node.value}"
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    }
    assert not named
