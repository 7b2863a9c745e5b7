"""``rules`` and ``--version``: the rules as their own files have them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dprk_events import __version__
from dprk_events.cli import app, use
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline

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
        for words in (rule.id, rule.spec.doc, rule.type_doc, rule.path):
            assert words in result.stdout
        for trigger in (*rule.spec.verbs, *rule.spec.nouns, *rule.spec.expressions):
            assert trigger in result.stdout
        for slot in rule.slots:
            assert f"  {slot.role} " in result.stdout
        for example in (*rule.spec.examples, *rule.spec.counter_examples):
            assert example in result.stdout


def test_an_unknown_rule() -> None:
    result = run.invoke(app, ["rules", "show", "missile_test.nonsense"])
    assert result.exit_code == 2
    assert "rules list" in result.stderr


@pytest.mark.parametrize("command", [["rules", "list"], ["extract", "README.md"]])
def test_bad_rules(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("type = 'parade'\n", encoding="utf-8")
    result = run.invoke(app, [*command, "--rules", str(tmp_path)])
    assert result.exit_code == 2
    assert "mine.toml" in result.stderr
    assert "Traceback" not in result.output


def test_version_says_what_the_records_say() -> None:
    result = run.invoke(app, ["--version"])
    assert result.exit_code == 0
    values = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert list(values) == ["dprk-events", "Python", "spaCy", "model", "matrices", "rules"]
    assert values["dprk-events"] == __version__
    assert values["spaCy"].startswith("3.8")
    assert re.match(r"numpy \d.* with \S.*; articles are parsed (together|one)", values["matrices"])
    assert values["rules"] == RuleSet.load().hash


@pytest.mark.model
def test_unused_rules(
    tmp_path: Path,
    parser: Parser,
    gazetteer: Gazetteer,
    rules: RuleSet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(use, "load", lambda *_: Pipeline(parser.model, gazetteer, rules))
    (tmp_path / "a.txt").write_text(
        "La Corée du Nord a tiré deux missiles balistiques.\n", encoding="utf-8"
    )
    result = run.invoke(app, ["rules", "list", "--unused", str(tmp_path)])
    assert result.exit_code == 0
    listed = {line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")}
    assert listed == rules.by_id.keys() - {"missile_test.tirer"}
    assert (
        f"{len(listed)} of {len(rules.rules)} rules give nothing (articles read: 1)"
        in result.stderr
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
