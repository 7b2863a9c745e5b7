"""The commands of a page of documentation: found, and run as a reader would."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from typer.testing import CliRunner

from dprk_events.cli import app

ROOT = Path(__file__).parents[1]
PROGRAM = "dprk-events"
NOT_RUN = {
    "make ": "tests do not install anything",
    "source ": "they do not need it",
    " install ": "it downloads",
    "--install-completion": "it changes the user's files",
    "my-rules/": "to be written by the reader",
    "archive/": "the reader's own",
    "…": "not a whole command",
    "ID": "to be chosen by the reader",
}


def written(text: str) -> list[str]:
    """Return the commands of a page in order: lines of shell blocks, and `dprk-events …`."""
    found = re.findall(r"```sh\n(.*?)```|`(dprk-events [^`]*)`", text, re.DOTALL)
    return [
        line.partition("  #")[0].strip()
        for block, inline in found
        for line in (block or inline.replace("\n", " ")).splitlines()
        if line.strip()
    ]


def runnable(command: str) -> bool:
    return not any(part in command for part in NOT_RUN)


def run(command: str) -> bytes:
    """Run a command in the working folder; return its standard output. It must succeed.

    The program is called in this process: to start it anew for each line of a page takes seconds.
    What a pipe leads to is a process, if it is installed.
    """
    mine, _, other = command.partition(" | ")
    program, *arguments = _words(mine)
    assert program == PROGRAM, f"{command}: how is that run?"
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, f"{command}\n{result.stderr}\n{result.exception!r}"
    if not other or shutil.which(shlex.split(other)[0]) is None:
        return result.stdout_bytes
    done = subprocess.run(
        shlex.split(other), input=result.stdout_bytes, capture_output=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stderr.decode('utf-8')}"
    return done.stdout


def _words(command: str) -> Iterator[str]:
    """Split a command as a shell does, with the names of files for a pattern."""
    for word in shlex.split(command):
        yield from sorted(glob(word)) if "*" in word else [word]  # noqa: PTH207 - keeps "samples/"
