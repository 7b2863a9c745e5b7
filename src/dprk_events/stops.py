"""Ctrl-C and SIGTERM: both end a run cleanly, and neither leaves an incomplete line."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class Terminated(KeyboardInterrupt):
    """SIGTERM was received; it is handled like Ctrl-C."""


@contextmanager
def terminable() -> Iterator[None]:
    """Make SIGTERM raise :class:`Terminated` inside this context."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Delay these signals until the end of this context; a second one takes effect at once.

    A signal that is ignored, or has the system's default action, is left alone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        if waiting:
            _raise(number)
        waiting.append(number)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number in numbers if callable(before[number])]
    for number in ours:
        signal.signal(number, wait)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])
    if waiting:
        _raise(waiting[0])


def _terminate(number: int, _frame: FrameType | None) -> None:
    _raise(number)


def _raise(number: int) -> NoReturn:
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt
