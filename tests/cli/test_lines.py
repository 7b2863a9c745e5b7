"""Lines of records: whole ones, and no interrupt is lost while one is made."""

from __future__ import annotations

import os
import signal

import pytest

from dprk_events import records
from dprk_events.cli.choices import Records
from dprk_events.cli.lines import lines_of
from tests.records.samples import TEXT, sample


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_an_interrupt_while_a_line_is_made_is_heard_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swallowed = []

    def interrupted(record: records.Record) -> bytes:
        try:  # as pydantic does with whatever its discriminators raise
            os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt:
            swallowed.append(record)
        return b"{}\n"

    record = sample().record()
    assert [line[:1] for line in lines_of(record, Records.events, TEXT)] == [b"{"] * 3
    monkeypatch.setattr(records, "to_line", interrupted)
    with pytest.raises(KeyboardInterrupt):
        next(lines_of(record, Records.documents, TEXT))
    assert not swallowed
