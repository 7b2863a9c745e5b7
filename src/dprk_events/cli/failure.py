"""How a command fails: exit statuses and messages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NoReturn

import typer

from dprk_events.output.printable import printable
from dprk_events.output.writer import CannotOpenError, OutputError, silence_stdout
from dprk_events.stops import Terminated, terminable


class Status(IntEnum):
    """Exit status of the program."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
    PIPE_CLOSED = 141  # 128 + SIGPIPE, likewise
    TERMINATED = 143  # 128 + SIGTERM, likewise


def say(message: str) -> None:
    """Write a one-line message to standard error, made printable."""
    if sys.stderr is not None:
        sys.stderr.write(f"dprk-events: {printable(message)}\n")
        sys.stderr.flush()


def fail(message: str, status: Status = Status.USAGE) -> NoReturn:
    """Print what is wrong and what to do, and end the program."""
    say(message)
    raise typer.Exit(int(status))


def check_stdin() -> None:
    """End the program if standard input is closed."""
    if sys.stdin is None:
        fail("standard input is closed: give a file")


@contextmanager
def guard() -> Iterator[None]:
    """Turn Ctrl-C, SIGTERM, a closed pipe or a failed output into the right exit status."""
    try:
        with terminable():
            yield
    except Terminated:
        fail("terminated", Status.TERMINATED)
    except KeyboardInterrupt:
        fail("interrupted", Status.INTERRUPTED)
    except BrokenPipeError:
        silence_stdout()
        raise typer.Exit(int(Status.PIPE_CLOSED)) from None
    except CannotOpenError as error:
        fail(str(error))
    except OutputError as error:
        fail(str(error), Status.SOME_FAILED)
