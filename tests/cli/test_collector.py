"""Garbage is collected seldom while the program starts, and as ever afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from dprk_events.cli import collector


@pytest.fixture
def usual() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    yield before
    gc.unfreeze()
    gc.set_threshold(*before)


def test_after_loading_all_is_as_ever(usual: tuple[int, int, int]) -> None:
    collector.collect_rarely()
    assert gc.get_threshold()[0] > 10 * usual[0]
    frozen = gc.get_freeze_count()
    with pytest.raises(ValueError, match="no model"), collector.loading():
        assert not gc.isenabled()
        raise ValueError("no model")
    assert gc.isenabled()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() > frozen
