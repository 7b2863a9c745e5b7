"""Commands for the steps of ``corpus/``: saved records in, rows out."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dprk_events.cli.completion import one_of
from dprk_events.cli.destination import Excel, TableFile
from dprk_events.cli.event_options import (
    Countries,
    MinConfidence,
    Modalities,
    SeenTypes,
    Since,
    Types,
    Until,
    event_filter,
)
from dprk_events.cli.failure import fail, guard
from dprk_events.cli.output_file import Force
from dprk_events.cli.saved import saved_records
from dprk_events.cli.table_file import To, columns_of, table_destination, write_table
from dprk_events.output.writer import is_terminal

if TYPE_CHECKING:
    from dprk_events.cli.destination import Destination
    from dprk_events.corpus.steps import Row
    from dprk_events.records import EventFilter, Record

Choices = Mapping[str, tuple[str, ...]]
Files = Annotated[
    list[str],
    typer.Argument(metavar="FILES.jsonl", help="Saved output; - for standard input."),
]
FILTERS: Mapping[str, Any] = {
    "types": Types,
    "since": Since,
    "until": Until,
    "countries": Countries,
    "modalities": Modalities,
    "min_confidence": MinConfidence,
}
"""Arguments of :func:`event_filter`: every step can be asked of chosen events."""
OUTPUT: Mapping[str, tuple[Any, Any]] = {
    "to": (To, None),
    "excel": (Excel, False),
    "output": (TableFile, None),
    "force": (Force, False),
}
"""Where the rows go: annotation and default."""


def command_of(name: str) -> Callable[..., None]:
    """Build the function of a command from a step: its keyword arguments become options."""
    from dprk_events.corpus.names import step_summary  # noqa: PLC0415
    from dprk_events.corpus.steps import (  # noqa: PLC0415
        StepError,
        is_step_heading,
        load_step,
        step_choices,
        step_heading,
    )

    run = load_step(name)

    def command(files: list[str], **given: Any) -> None:
        wanted = event_filter(**{key: given.pop(key) for key in FILTERS})
        output, to, excel, force = (given.pop(key) for key in ("output", "to", "excel", "force"))
        made = table_destination(
            output, to, partial(is_step_heading, name), excel=excel, force=force, inputs=files
        )
        with guard():
            try:
                rows = run(_records(files, wanted), **given)
                first = list(islice(rows, 1))  # a wrong option leaves the output as it was
                heading = first[0] if first else step_heading(name, given)
                _put(chain(first, rows), heading, made, drawn=output is None and to is None)
            except StepError as error:
                fail(str(error))

    command.__doc__ = f"{step_summary(name)}\n\n{_details(run)}"
    command.__signature__ = _signature(run, step_choices(name))  # type: ignore[attr-defined]
    return command


def _records(files: list[str], wanted: EventFilter | None) -> Iterator[Record]:
    for record in SeenTypes(wanted).note(chain.from_iterable(map(saved_records, files))):
        chosen = record if wanted is None else wanted.of(record)
        if chosen is not None:
            yield chosen


def _put(rows: Iterator[Row], heading: Row, made: Destination, *, drawn: bool) -> None:
    """Write rows, or draw them if that is wanted and somebody looks."""
    if not (drawn and is_terminal()):
        write_table(rows, heading, made)
        return
    from dprk_events.output.console import print_result  # noqa: PLC0415
    from dprk_events.output.grid import print_grid  # noqa: PLC0415

    cells = [[row[key] for key in columns_of(heading)] for row in rows]
    print_result(lambda console: print_grid(console, columns_of(heading), cells))


def _signature(run: Callable[..., Any], choices: Choices) -> inspect.Signature:
    keyword = inspect.Parameter.KEYWORD_ONLY
    files = inspect.Parameter("files", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Files)
    _, *given = inspect.signature(run, eval_str=True).parameters.values()
    filters = [
        inspect.Parameter(key, keyword, default=None, annotation=kind)
        for key, kind in FILTERS.items()
    ]
    output = [
        inspect.Parameter(key, keyword, default=default, annotation=kind)
        for key, (kind, default) in OUTPUT.items()
    ]
    return inspect.Signature([files, *map(_option(run, choices), given), *filters, *output])


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
    text = rest.split("\n\n", maxsplit=1)[0].replace("\n        ", " ")  # lines that go on
    lines = (line.strip() for line in text.splitlines())
    return dict(line.split(": ", maxsplit=1) for line in lines if ": " in line)


def _details(run: Callable[..., Any]) -> str:
    """Return the description below a docstring's first line, without its sections."""
    text = (inspect.getdoc(run) or "").partition("\n\nArgs:")[0]
    return text.partition("\n\n")[2]
