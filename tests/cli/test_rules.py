"""``rules`` and ``--version``: the rules as their own files have them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dprk_events import __version__
from dprk_events.cli import app, rule_examples, rule_usage
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from tests.events.own_rules import FILES, PAGE, RELEASE

run = CliRunner()


def test_list_has_every_rule_and_what_it_is_for() -> None:
    result = run.invoke(app, ["rules", "list"])
    assert result.exit_code == 0
    rules = RuleSet.load().rules
    assert rules
    for rule in rules:
        line = next(x for x in result.stdout.splitlines() if x.split()[:1] == [rule.id])
        assert line.endswith(rule.spec.doc)


def test_show_explains_every_rule() -> None:
    for rule in RuleSet.load().rules:
        result = run.invoke(app, ["rules", "show", rule.id])
        assert result.exit_code == 0
        for words in (rule.id, rule.spec.doc, rule.event_type.doc, rule.path):
            assert words in result.stdout
        spec = rule.spec
        for trigger in (*spec.verbs, *spec.nouns, *spec.expressions, *spec.noun_expressions):
            assert trigger in result.stdout
        for slot in rule.slots:
            assert f"  {slot.role} " in result.stdout
        for example in (*spec.examples, *spec.counter_examples):
            assert example in result.stdout


def test_an_unknown_rule() -> None:
    result = run.invoke(app, ["rules", "show", "missile_test.nonsense"])
    assert result.exit_code == 2
    assert "rules list" in result.stderr


@pytest.mark.parametrize(
    "command",
    [["rules", "list", "--rules"], ["extract", "README.md", "--rules"], ["rules", "test"]],
)
def test_bad_rules(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("type = 'parade'\n", encoding="utf-8")
    result = run.invoke(app, [*command, str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mine.toml: “rules” is missing." in result.stderr
    assert "Traceback" not in result.stderr


def test_bad_known_happenings_beside_the_rules(tmp_path: Path) -> None:
    folder = tmp_path / "known"
    folder.mkdir()
    (folder / "mine.toml").write_text("type = 'parade'\n", encoding="utf-8")
    result = run.invoke(app, ["extract", "README.md", "--rules", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mine.toml" in result.stderr
    assert "Traceback" not in result.stderr


def test_version_says_what_the_records_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DPRK_EVENTS_FAST", raising=False)
    result = run.invoke(app, ["--version"])
    assert result.exit_code == 0
    values = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert list(values) == ["dprk-events", "Python", "spaCy", "model", "matrices", "rules"]
    assert values["dprk-events"] == __version__
    assert values["spaCy"].startswith("3.8")
    assert re.match(r"numpy \d.* with \S.*; shortcuts are used$", values["matrices"])
    assert values["rules"] == RuleSet.load().hash


@pytest.fixture
def folder(
    parser: Parser, gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder my-rules in the working directory; the model is the session's."""

    def pipeline(_: str, folder: Path) -> Pipeline:
        return Pipeline(parser.model, gazetteer, RuleSet.load(folder))

    monkeypatch.setattr(rule_examples, "load", pipeline)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-rules").mkdir()
    return Path("my-rules")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.mark.model
def test_the_rules_of_the_guide_pass(folder: Path) -> None:
    assert list(FILES) == ["release.toml", "more-meetings.toml"]
    write(folder, **{name.removesuffix(".toml"): text for name, text in FILES.items()})
    result = run.invoke(app, ["rules", "test", str(folder)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "dprk-events: all 8 examples pass\n"


@pytest.mark.model
def test_what_fails_is_told_as_the_guide_has_it(folder: Path) -> None:
    told = re.search(r"```text\n(release\..*?)```", PAGE.read_text("utf-8"), re.S)
    assert told
    example = told[1].splitlines()[1].removeprefix("  example: ")
    write(folder, release=RELEASE.replace("[\n", f'[\n  "{example}",\n', 1))
    result = run.invoke(app, ["rules", "test", str(folder)])
    assert (result.exit_code, result.stdout) == (1, told[1])
    assert result.stderr == "dprk-events: 1 of 7 examples fail\n"


RULE = """
[[rules]]
id = "{id}"
doc = "A rule."
verbs = ["délivrer"]
nouns = ["délivrance"]
expressions = ["rendre la liberté"]
frame = "{frame}"
must = [["recipient"]]
priority = 1
examples = ['{example}']
counter_examples = ['{counter}']
"""
GOOD = "[Kim](actor) [délivre](trigger) un [otage](recipient)."
FAILURES = {
    "un [otage](trigger) est libre": "no event at “otage”: no trigger of the rule has this form",
    "Kim [rend](trigger) un livre.": "no event at “rend”: not followed by “la liberté”",
    "Kim [délivre](trigger) la voie.": "no event at “délivre”: no filler for recipient",
    "Kim [a délivré](trigger) un otage.": (
        "the trigger is “délivré”: mark that alone, not “a délivré”"
    ),
    "La [délivrance](trigger) de l'otage.": "no event at “délivrance”: no filler for recipient",
    "Kim [délivre](trigger) un otage à [Pékin](destination).": (
        "destination “Pékin” is not filled: frame “free” has no such role"
    ),
    "Kim [délivre](trigger) un [missile](actor), un otage et un soldat.": (
        "actor “missile” is not filled: the role has actor “Kim” (subject)"
    ),
    "L'otage [délivré](trigger) par [un missile](actor) dort.": (
        "actor “un missile” is not filled: it is weapon, not one of force, org, people, "
        "person, state"
    ),
    "Pour [Séoul](actor), il faut [délivrer](trigger) l'otage.": (
        "actor “Séoul” is not filled: its position is not subject or par; "
        "filled are recipient “otage” (object)"
    ),
}


@pytest.mark.model
@pytest.mark.parametrize("example", FAILURES)
def test_each_failing_example_is_told_why(folder: Path, example: str) -> None:
    rule = RULE.format(id="own", frame="free", example=example.replace("'", "’"), counter="Non.")
    write(folder, own=RELEASE + rule)
    result = run.invoke(app, ["rules", "test", str(folder)])
    assert FAILURES[example] in result.stdout
    assert result.exit_code == 1


@pytest.mark.model
def test_a_counter_example_that_gives_an_event_is_told(folder: Path) -> None:
    counter = "Kim délivre un otage à Pékin."
    write(folder, own=RELEASE + RULE.format(id="own", frame="free", example=GOOD, counter=counter))
    result = run.invoke(app, ["rules", "test", str(folder)])
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        f"  counter-example: {counter}",
        "    an event at “délivre”, with recipient “otage” (object), actor “Kim” (subject), "
        "location “Pékin” (à)",
    ]


@pytest.mark.model
def test_unused_rules(
    tmp_path: Path,
    parser: Parser,
    gazetteer: Gazetteer,
    rules: RuleSet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rule_usage, "load", lambda *_: Pipeline(parser.model, gazetteer, rules))
    (tmp_path / "a.txt").write_text(
        "La Corée du Nord a tiré deux missiles balistiques.\n", encoding="utf-8"
    )
    result = run.invoke(app, ["rules", "list", "--unused", str(tmp_path)])
    assert result.exit_code == 0
    listed = {line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")}
    assert listed == rules.by_id.keys() - {"missile_test.tirer"}
    assert (
        f"{len(listed)} of {len(rules.rules)} rules are unused (articles read: 1)" in result.stderr
    )

    result = run.invoke(app, ["rules", "list", "--unused", str(tmp_path), str(tmp_path / "gone")])
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert "missile_test.tirer " not in result.stdout


@pytest.mark.parametrize("arguments", [["--unused"], ["samples"]])
def test_unused_and_paths_belong_together(arguments: list[str]) -> None:
    result = run.invoke(app, ["rules", "list", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--unused PATHS" in result.stderr
