"""Whole lines or none, and a clear word where there is no room."""

from __future__ import annotations

import io
import os
import signal
from pathlib import Path

import pytest

from dprk_events.output.writer import (
    CannotOpenError,
    FileWriter,
    LineWriter,
    OutputError,
    open_writer,
)
from dprk_events.stops import Terminated, terminable, uninterrupted


def test_lines_go_to_the_file_at_once(tmp_path: Path) -> None:
    target = tmp_path / "new" / "out.jsonl"
    with open_writer(str(target)) as writer:
        writer.write(b"{}\n")
        assert target.read_bytes() == b"{}\n"
        writer.write(b"[]\n")
    assert target.read_bytes() == b"{}\n[]\n"


@pytest.mark.parametrize("target", [None, "-"])
def test_standard_output_gets_bytes(
    target: str | None, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with open_writer(target) as writer:
        writer.write("é\n".encode())
    assert capsysbinary.readouterr().out == "é\n".encode()


def test_a_place_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(CannotOpenError, match=r"cannot open .* Choose another path"):
        FileWriter(tmp_path)


def test_closed_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(CannotOpenError, match="give a file with -o"), open_writer(None):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_device() -> None:
    with (
        pytest.raises(OutputError, match=r"/dev/full: No space left .* Free some space"),
        open_writer("/dev/full") as writer,
    ):
        writer.write(b"{}\n")


def test_a_line_that_does_not_fit_is_taken_back(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    target = tmp_path / "out.jsonl"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with open_writer(str(target)) as writer:
            writer.write(b"1234567\n")
            with pytest.raises(OutputError, match="File too large"):
                writer.write(b"1234567\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"1234567\n"


def test_an_interrupt_waits_for_the_line() -> None:
    class Stream(io.BytesIO):
        def write(self, data: object) -> int:
            os.kill(os.getpid(), signal.SIGINT)
            return super().write(data)  # type: ignore[arg-type]

    stream = Stream()
    with pytest.raises(KeyboardInterrupt):
        LineWriter(stream, "stream").write(b"{}\n")
    assert stream.getvalue() == b"{}\n"


def test_a_second_interrupt_does_not_wait() -> None:
    class Stuck(io.BytesIO):
        def write(self, data: object) -> int:
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)
            return super().write(data)  # type: ignore[arg-type]

    stream = Stuck()
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        LineWriter(stream, "stream").write(b"{}\n")
    assert stream.getvalue() == b""
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_file_is_kept_as_far_as_wanted(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"{}\n[]\n{")
    with open_writer(str(target), keep=3) as writer:
        writer.write(b"1\n")
    assert target.read_bytes() == b"{}\n1\n"


def test_what_follows_a_line_is_done_before_a_signal_is_heard() -> None:
    done: list[int] = []

    class Stream(io.BytesIO):
        def write(self, data: object) -> int:
            os.kill(os.getpid(), signal.SIGTERM)
            return super().write(data)  # type: ignore[arg-type]

    stream = Stream()
    with terminable(), pytest.raises(Terminated):
        LineWriter(stream, "stream").write(b"{}\n", lambda: done.append(1))
    assert (stream.getvalue(), done) == (b"{}\n", [1])
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
