"""``dprk-events rules``: list, explain and test the event rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.completion import rule_ids
from dprk_events.cli.failure import Status, check_stdin, fail, guard, say
from dprk_events.cli.inputs import ModelName, OwnRules
from dprk_events.cli.rule_examples import check_examples
from dprk_events.cli.rule_usage import rule_usage
from dprk_events.output.writer import print_line

if TYPE_CHECKING:
    from pydantic import BaseModel

    from dprk_events.events.examples import Example
    from dprk_events.events.rules import CompiledRule, RuleSet

TRIGGERS = ("verbs", "nouns", "expressions", "noun_expressions")

app = typer.Typer(
    help="List, explain and test the event rules.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command("list")
def list_rules(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS", help="With --unused: articles, folders, or - for standard input."
        ),
    ] = None,
    unused: Annotated[
        bool,
        typer.Option("--unused", help="Only the rules that find no event in PATHS."),
    ] = False,
    model: ModelName = "auto",
    rules: OwnRules = None,
) -> None:
    """List the rules by event type, with id and description."""
    with guard():
        if not unused:
            if paths:
                fail("PATHS require --unused: dprk-events rules list --unused PATHS...")
            _print_list(_load(rules).rules)
            return
        if not paths:
            fail("--unused requires articles: dprk-events rules list --unused PATHS...")
        if "-" in paths:
            check_stdin()
        known, usage = rule_usage(paths, model, rules)
        idle = [rule for rule in known.rules if rule.id not in usage.rules]
        _print_list(idle)
        say(f"{len(idle)} of {len(known.rules)} rules are unused (articles read: {usage.articles})")
        for message in usage.failed:
            say(message)
        if usage.failed:
            raise typer.Exit(int(Status.SOME_FAILED))


def _print_list(rules: Iterable[CompiledRule]) -> None:
    kind = None
    for rule in sorted(rules, key=lambda rule: (rule.type, rule.id)):
        if rule.type != kind:
            if kind is not None:
                print_line("")
            print_line(f"{rule.type}: {rule.event_type.doc}")
            kind = rule.type
        print_line(f"  {rule.id:36} {rule.spec.doc}")


@app.command("show")
def show_rule(
    rule_id: Annotated[
        str, typer.Argument(metavar="ID", autocompletion=rule_ids, help="An id from `rules list`.")
    ],
    rules: OwnRules = None,
) -> None:
    """Explain a rule: purpose, triggers, roles, conditions, examples."""
    from dprk_events.events import RuleError  # noqa: PLC0415

    with guard():
        try:
            rule = _load(rules).get(rule_id)
        except RuleError as error:
            fail(str(error))
        for line in _explanation(rule):
            print_line(line)


def _explanation(rule: CompiledRule) -> Iterator[str]:
    spec = rule.spec
    yield f"{rule.id}: {spec.doc}"
    yield f"event type {rule.type}: {rule.event_type.doc}"
    yield from _non_defaults(rule.event_type, {"name", "doc"})
    yield f"from {rule.path}"
    yield ""
    for heading in TRIGGERS:
        if words := getattr(spec, heading):
            yield f"{heading.replace('_', ' ')}: {', '.join(words)}"
    yield ""
    yield f"roles (frame “{spec.frame}”)"
    for slot in rule.slots:
        kinds = ", ".join(sorted(slot.kinds))
        unless = f", but not {', '.join(sorted(slot.not_kinds))}" if slot.not_kinds else ""
        yield f"  {slot.role:12} at {', '.join(slot.at)}: {kinds}{unless}"
    yield ""
    yield "conditions"
    yield from _non_defaults(
        spec, {"id", "doc", *TRIGGERS, "frame", "examples", "counter_examples"}
    )
    for heading, examples in (
        ("examples", spec.examples),
        ("counter-examples (no event of this type)", spec.counter_examples),
    ):
        yield ""
        yield heading
        for example in examples:
            yield f"  {example}"


def _non_defaults(table: BaseModel, skip: set[str]) -> Iterator[str]:
    """Yield a line for each key of a table that differs from its default, except ``skip``."""
    for name, value in table.model_dump(mode="json", exclude_defaults=True).items():
        if name not in skip:
            yield f"  {name.replace('_', ' ')}: {_words(value)}"


def _words(value: object, part: str = "; ") -> str:
    if isinstance(value, dict):
        return part.join(f"{name} {_words(each, ', ')}" for name, each in value.items())
    if isinstance(value, list):
        return (
            "none"
            if not value
            else ", ".join(
                " or ".join(map(str, each)) if isinstance(each, list) else str(each)
                for each in value
            )
        )
    return str(value)


@app.command("test")
def run_examples(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder with your own rules (TOML).")
    ],
    model: ModelName = "auto",
) -> None:
    """Run the examples of your own rules.

    Each example is analysed like an article. Failures are reported with the condition that failed.

    Exit status: 0 all pass; 1 some fail; 2 wrong usage, unknown model or invalid rules.
    """
    with guard():
        _load(folder, "DIR")  # before the model, which takes longer
        count, failed, rule = 0, 0, None
        for example, faults in check_examples(model, folder):
            count += 1
            if faults:
                failed += 1
                _print_failure(example, faults, heading=example.rule is not rule)
                rule = example.rule
        if failed:
            say(f"{failed} of {count} examples fail")
            raise typer.Exit(int(Status.SOME_FAILED))
        say(f"all {count} examples pass")


def _print_failure(example: Example, faults: Iterable[str], *, heading: bool) -> None:
    from dprk_events.events.explain import place_of  # noqa: PLC0415

    if heading:
        print_line(f"{example.rule.id} ({place_of(example.rule)})")
    print_line(f"  {'counter-example' if example.counter else 'example'}: {example.written}")
    for fault in faults:
        print_line(f"    {fault}")


def _load(folder: Path | None, option: str = "--rules") -> RuleSet:
    from dprk_events.events import RuleError, RuleSet  # noqa: PLC0415

    try:
        return RuleSet.load(folder)
    except RuleError as error:
        fail(f"{option}: {error}")
