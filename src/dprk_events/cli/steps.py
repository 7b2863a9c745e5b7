"""Commands for the steps of ``corpus/``: saved records in, rows out."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dprk_events.cli.completion import one_of
from dprk_events.cli.failure import fail, guard
from dprk_events.cli.output_file import Force, OutputFile, check_output
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import is_terminal, open_writer

if TYPE_CHECKING:
    from dprk_events.corpus.steps import Row

RECORD = "record"
"""The key that says what a line is: in a table, all lines are the same."""

Choices = Mapping[str, tuple[str, ...]]
Files = Annotated[
    list[str],
    typer.Argument(metavar="FILES.jsonl", help="Saved output; - for standard input."),
]


def command_of(name: str) -> Callable[..., None]:
    """Build the function of a command from a step: its keyword arguments become options."""
    from dprk_events.corpus.names import step_summary  # noqa: PLC0415
    from dprk_events.corpus.steps import StepError, load_step, step_choices  # noqa: PLC0415

    run = load_step(name)

    def command(
        files: list[str], output: str | None = None, force: bool = False, **options: Any
    ) -> None:
        check_output(output, force=force, inputs=files)
        with guard():
            try:
                rows = run(chain.from_iterable(map(saved_records, files)), **options)
                first = list(islice(rows, 1))  # a wrong option leaves the output as it was
                _write(chain(first, rows), output)
            except StepError as error:
                fail(str(error))

    command.__doc__ = f"{step_summary(name)}\n\n{_details(run)}"
    command.__signature__ = _signature(run, step_choices(name))  # type: ignore[attr-defined]
    return command


def _signature(run: Callable[..., Any], choices: Choices) -> inspect.Signature:
    own = [
        inspect.Parameter("files", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Files),
        inspect.Parameter(
            "output", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OutputFile
        ),
        inspect.Parameter("force", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Force),
    ]
    _, *given = inspect.signature(run, eval_str=True).parameters.values()
    return inspect.Signature([*own[:1], *map(_option(run, choices), given), *own[1:]])


def _option(
    run: Callable[..., Any], choices: Choices
) -> Callable[[inspect.Parameter], inspect.Parameter]:
    """Turn a keyword argument into an option, with the argument's docstring line as its help."""
    helps = _arguments(run)

    def option(parameter: inspect.Parameter) -> inspect.Parameter:
        kind: Any = parameter.annotation
        default = parameter.default
        if isinstance(default, tuple):
            kind, default = list[str], list(default)
        flag = f"--{parameter.name.replace('_', '-')}"
        values = choices.get(parameter.name)
        option = typer.Option(
            flag,
            help=helps.get(parameter.name),
            autocompletion=None if values is None else one_of(values),
        )
        return parameter.replace(default=default, annotation=Annotated[kind, option])

    return option


def _arguments(run: Callable[..., Any]) -> dict[str, str]:
    """Read the description of each argument from the docstring."""
    _, _, rest = (inspect.getdoc(run) or "").partition("Args:\n")
    lines = (line.strip() for line in rest.split("\n\n", maxsplit=1)[0].splitlines())
    return dict(line.split(": ", maxsplit=1) for line in lines if ": " in line)


def _details(run: Callable[..., Any]) -> str:
    """Return the description below a docstring's first line, without its sections."""
    text = (inspect.getdoc(run) or "").partition("\n\nArgs:")[0]
    return text.partition("\n\n")[2]


def _write(rows: Iterable[Row], output: str | None) -> None:
    if output is None and is_terminal():
        _show(list(rows))
        return
    with open_writer(output) as writer:
        for line in _lines(rows):
            writer.write(line)


def _lines(rows: Iterable[Row]) -> Iterator[bytes]:
    for row in rows:
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        yield f"{text}\n".encode("utf-8", "backslashreplace")


def _show(rows: list[Row]) -> None:
    """Draw the rows as a table."""
    from rich.table import Table  # noqa: PLC0415

    from dprk_events.output.console import print_result  # noqa: PLC0415
    from dprk_events.output.printable import printable  # noqa: PLC0415

    headings = [key for key in rows[0] if key != RECORD] if rows else ["no events"]
    table = Table(*headings, box=None)
    for row in rows:
        table.add_row(*(printable(str(row[key])) for key in headings))
    print_result(lambda console: console.print(table))
