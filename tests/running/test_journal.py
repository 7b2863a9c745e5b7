"""The journal: what is done, what is refused, and what a stop at any byte leaves."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import pytest

from dprk_events.reading import ReadingError, Source
from dprk_events.running import Journal, ResumeError
from dprk_events.running.journal import journal_path

SETTINGS = {"--records": "documents", "rules": "cafe"}
SOURCES = [Source(f"{n}.txt") for n in range(6)]
LINES = [b'{"n":0}\n', b"", b'{"n":2}\n{"n":2}\n', b'{"n":3}\n', b"", b'{"n":5}\n']


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def run(
    output: Path,
    stop: int = len(SOURCES),
    resume: bool = True,
    sources: Sequence[Source | ReadingError] = SOURCES,
    settings: dict[str, str] = SETTINGS,
) -> int:
    """Write the lines of the documents that are left, up to a number; give how many there were."""
    journal = (Journal.resume if resume else Journal.begin)(output, settings)
    with output.open("r+b" if output.exists() else "w+b") as file:
        file.truncate(journal.size)
        file.seek(journal.size)
        done = 0
        for source in journal.left(sources):
            number = int(source.path.split(".")[0])
            if number >= stop:
                break
            file.write(LINES[number])
            journal.add(len(LINES[number]))
            done += 1
    journal.close()
    return done


@pytest.mark.parametrize("stop", range(len(SOURCES) + 1))
def test_a_run_goes_on_where_it_stopped(output: Path, stop: int) -> None:
    assert run(output, stop, resume=False) == stop
    assert run(output) == len(SOURCES) - stop
    assert output.read_bytes() == b"".join(LINES)
    assert run(output) == 0
    assert output.read_bytes() == b"".join(LINES)


def test_a_stop_at_any_byte_of_output_and_journal(output: Path, tmp_path: Path) -> None:
    """The output is never behind the journal; what either has of a next document is cut off."""
    run(output)
    lines = output.read_bytes()
    journal = journal_path(output).read_bytes()
    head = journal.index(b"\n") + 1
    other = tmp_path / "other.jsonl"
    for cut in range(len(journal) + 1):
        entries = journal[head:cut].count(b"\n")
        written = sum(map(len, LINES[:entries]))
        for extra in (0, 1, 7):
            other.write_bytes(lines[: written + extra])
            journal_path(other).write_bytes(journal[:cut])
            whole = cut >= head
            assert run(other) == (len(SOURCES) - entries if whole else len(SOURCES))
            assert other.read_bytes() == lines


def test_an_output_that_lost_its_end_is_done_again_from_there(output: Path) -> None:
    run(output)
    whole = output.read_bytes()
    output.write_bytes(whole[:-9])
    assert run(output) == 3  # the last line, the document without one, and the line cut in two
    assert output.read_bytes() == whole


def test_without_resume_a_run_begins_anew(output: Path) -> None:
    run(output, 4)
    assert run(output, resume=False) == len(SOURCES)


def test_an_output_that_is_gone_is_made_anew(output: Path) -> None:
    run(output, 4)
    output.unlink()
    assert run(output) == len(SOURCES)


def test_an_empty_output_without_a_journal(output: Path) -> None:
    output.touch()
    assert run(output) == len(SOURCES)


def test_an_output_of_unknown_making_is_not_touched(output: Path) -> None:
    output.write_bytes(b"mine\n")
    with pytest.raises(ResumeError, match=r"not out.jsonl.state.*Remove it"):
        run(output)
    assert output.read_bytes() == b"mine\n"
    assert not journal_path(output).exists()


def test_an_output_that_was_changed_is_not_touched(output: Path) -> None:
    run(output, 4)
    changed = b"x" * len(output.read_bytes())
    output.write_bytes(changed)
    with pytest.raises(ResumeError, match="has changed"):
        run(output)
    assert output.read_bytes() == changed


def test_other_settings_are_refused_and_named(output: Path) -> None:
    run(output, 4)
    with pytest.raises(ResumeError, match=r"rules: cafe before, beef now") as raised:
        run(output, settings={"--records": "documents", "rules": "beef"})
    assert "--records" not in str(raised.value)
    with pytest.raises(ResumeError, match=r"--new: None before, yes now"):
        run(output, settings=SETTINGS | {"--new": "yes"})
    assert run(output) == 2


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        ([Source("new.txt"), *SOURCES], "not the ones that were done"),
        (SOURCES[1:], "not the ones that were done"),
        ([SOURCES[1], SOURCES[0], *SOURCES[2:]], "not the ones that were done"),
        ([Source(s.path, b"read") for s in SOURCES], "not the ones that were done"),
        (SOURCES[:3], "there are 3 documents, but 4 were done"),
        ([], "there are 0 documents"),
    ],
)
def test_other_documents_are_refused(output: Path, sources: list[Source], says: str) -> None:
    run(output, 4)
    before = output.read_bytes()
    with pytest.raises(ResumeError, match=says):
        run(output, sources=sources)
    assert output.read_bytes() == before
    assert run(output) == 2


def test_more_documents_at_the_end_are_welcome(output: Path) -> None:
    run(output, sources=SOURCES[:3])
    assert run(output) == 3
    assert output.read_bytes() == b"".join(LINES)


def test_a_file_that_cannot_be_read_now_is_still_the_same_document(output: Path) -> None:
    errors = [ReadingError(s.path, "no-permission", "") for s in SOURCES]
    run(output, 4, sources=errors)
    assert run(output) == 2


def test_a_journal_of_another_program(output: Path) -> None:
    output.write_bytes(b"{}\n")
    journal_path(output).write_bytes(b"something else\n")
    with pytest.raises(ResumeError, match="not of this version"):
        run(output)


def _hold(output: Path, ready: object, done: object) -> None:
    journal = Journal.begin(output, SETTINGS)
    ready.set()  # type: ignore[attr-defined]
    done.wait(20)  # type: ignore[attr-defined]
    journal.close()


def test_a_second_run_on_the_same_output_is_refused(output: Path) -> None:
    pytest.importorskip("fcntl")
    context = multiprocessing.get_context("fork")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(output, ready, done))
    other.start()
    try:
        assert ready.wait(20)
        with pytest.raises(ResumeError, match="another run is writing"):
            Journal.begin(output, SETTINGS)
    finally:
        done.set()
        other.join()
    assert run(output) == len(SOURCES)


def test_documents_that_failed_are_remembered(output: Path) -> None:
    journal = Journal.begin(output, SETTINGS)
    output.touch()
    for number, _ in enumerate(journal.left(SOURCES)):
        journal.add(0, failed=number % 2 == 0)
    journal.close()
    again = Journal.resume(output, SETTINGS)
    assert (again.done, again.failures) == (6, 3)
    again.close()
