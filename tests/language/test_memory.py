"""Large arrays go back to the system."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from dprk_events.language import memory

ARRAYS = """
from pathlib import Path

from dprk_events.language.memory import LARGE, large_arrays_apart


def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])


assert large_arrays_apart()
bytearray(b"x") * (3 * LARGE)  # freed: the threshold would rise here
kept = []
for _ in range(5):
    large = bytearray(b"x") * (2 * LARGE)
    kept.append(bytearray(b"x") * 200_000)  # lasts, and would lie behind it
    before = pages()
    del large
    assert before - pages() > LARGE // 4096
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc and the GNU library")
def test_an_array_goes_back_when_it_is_freed() -> None:
    subprocess.run([sys.executable, "-c", ARRAYS], check=True, timeout=60)


def test_what_the_user_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_MMAP_THRESHOLD_", "131072")
    assert not memory.large_arrays_apart()


@pytest.mark.parametrize("error", [OSError, AttributeError, TypeError])
def test_another_c_library(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def none(_name: object) -> None:
        raise error

    monkeypatch.delenv("MALLOC_MMAP_THRESHOLD_", raising=False)
    monkeypatch.setattr(ctypes, "CDLL", none)
    assert not memory.large_arrays_apart()
