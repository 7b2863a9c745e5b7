"""Kill runs at random moments and resume them: the output must be that of an undisturbed run.

    python tools/kill_test.py [--kills 50] [--documents 500] [--seed 1] [--jobs 2] [-- OPTION ...]

Makes short documents, extracts them once undisturbed and then again and again with --resume, each
time with kill -9 at a random moment: one in five after a part of the time that the first run took
(the model may be loading), the others once a random part of what was left to write is written, and
up to 50 ms later. After each kill the output must be the beginning of the undisturbed one, at most
with a torn last line. A run that ends before its kill must have given the same bytes; the next one
then begins anew. What follows `--` goes to `dprk-events extract`, for example `--records events`.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-c", "from dprk_events.cli import main; main()")

_WHO = ("La Corée du Nord", "Pyongyang", "Séoul", "Le ministre", "Kim Jong-un")
_DID = ("a tiré deux missiles", "s'est rendu à Moscou", "a rencontré une délégation", "se tait")
_WHEN = ("mardi", "le 4 janvier 2024", "la semaine dernière", "")


class KillTestError(AssertionError):
    """An output that is not what it should be."""


@dataclass
class Report:
    """What a test did: kills, the documents done at each, runs that ended by themselves."""

    kills: int = 0
    finished: int = 0
    torn: int = 0
    sizes: list[int] = field(default_factory=list)


def make_documents(folder: Path, number: int, seed: int, tail: str = "") -> None:
    """Write short texts that end with ``tail``, some of them without any event, one unreadable."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(number):
        sentences = [
            " ".join(filter(None, map(chance.choice, (_WHO, _DID, _WHEN)))) + f", numéro {n}."
            for _ in range(chance.randint(1, 3))
        ]
        text = " ".join(sentences) + tail + "\n" if n != number // 3 else ""
        (folder / f"{n:05d}.txt").write_text(text, encoding="utf-8")


def kill_test(
    folder: Path,
    work: Path,
    *,
    kills: int,
    seed: int,
    options: Sequence[str] = (),
    program: Sequence[str] = PROGRAM,
    environment: Mapping[str, str] | None = None,
) -> Report:
    """Extract ``folder`` undisturbed, then with ``kills`` kills; ``work`` is a folder for outputs.

    Raises:
        KillTestError: A killed run left something else than a beginning of the right output, or
            a resumed one did not end with it.

    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    calm, output = work / "calm.jsonl", work / "killed.jsonl"
    command = [*program, "extract", str(folder), "-q", *options]
    began = time.perf_counter()
    _finish([*command, "-o", str(calm)], environment)
    took = time.perf_counter() - began
    wanted = calm.read_bytes()
    report = Report()
    resumed = [*command, "-o", str(output), "--resume"]
    while report.kills < kills:
        written = _size(output)
        until = chance.randint(written, len(wanted)) if chance.random() > 0.2 else 0
        pause = chance.uniform(0, 0.05 if until else took)
        with subprocess.Popen(resumed, env=environment, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and _size(output) < until:
                time.sleep(0.002)
            try:
                process.wait(pause)
            except subprocess.TimeoutExpired:
                process.kill()
        found = output.read_bytes() if output.exists() else b""
        if process.returncode >= 0:
            if found != wanted or process.returncode > 1:
                raise KillTestError(f"a resumed run ended wrong, status {process.returncode}")
            report.finished += 1
            output.unlink()
            continue
        report.kills += 1
        report.torn += bool(found) and not found.endswith(b"\n")
        report.sizes.append(len(found))
        if not wanted.startswith(found):
            raise KillTestError(f"kill {report.kills} left an output that is not a beginning")
        if found == wanted and chance.random() > 0.5:
            output.unlink()
    _finish(resumed, environment)
    if output.read_bytes() != wanted:
        raise KillTestError("the output after the last kill is not that of an undisturbed run")
    return report


def _size(output: Path) -> int:
    try:
        return output.stat().st_size
    except FileNotFoundError:
        return 0


def _finish(command: Sequence[str], environment: Mapping[str, str] | None) -> None:
    status = subprocess.run(
        command, env=environment, stderr=subprocess.DEVNULL, check=False
    ).returncode
    if status > 1 or status < 0:
        raise KillTestError(f"a run that nobody killed ended with status {status}")


def main() -> int:
    """Command line: make documents, test, say what happened."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("options", nargs="*", help="for `dprk-events extract`, after --")
    given = parser.parse_args()
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_documents(work / "documents", given.documents, given.seed)
        began = time.perf_counter()
        report = kill_test(
            work / "documents",
            work,
            kills=given.kills,
            seed=given.seed,
            options=["--jobs", str(given.jobs), *given.options],
            environment=os.environ | {"PYTHONPATH": path},
        )
        took = time.perf_counter() - began
    print(
        f"{report.kills} kills (seed {given.seed}) of runs over {given.documents} documents with "
        f"--jobs {given.jobs} {' '.join(given.options)}: {len(set(report.sizes))} different "
        f"lengths of output, {report.torn} torn last lines, {report.finished} runs that ended "
        f"before their kill; every output right. {took:.0f} s."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
