"""Lines of records: whole ones, and no interrupt is lost while one is made."""

from __future__ import annotations

import os
import signal

import pytest

from dprk_events import records
from dprk_events.formats import Selection
from dprk_events.reading import ReadingError
from dprk_events.records import DocumentRecord, Extracted, build_error, build_gated
from tests.records.samples import PIPELINE, TEXT, sample


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

    extracted = Extracted(sample().record(), TEXT)
    assert [line[:1] for line in Selection("events").lines(extracted)] == [b"{"] * 3
    monkeypatch.setattr(records, "to_line", interrupted)
    with pytest.raises(KeyboardInterrupt):
        next(Selection().lines(extracted))
    assert not swallowed


def test_a_document_line_holds_the_text_where_it_is_wanted() -> None:
    extracted = Extracted(sample().record(), TEXT)
    (without,) = Selection().records(extracted)
    (with_text,) = Selection(with_text=True).records(extracted)
    assert isinstance(without, DocumentRecord) and isinstance(with_text, DocumentRecord)
    assert (without.doc.text, with_text.doc.text) == (None, TEXT)


def test_gated_documents_can_be_left_out_and_errors_cannot() -> None:
    gated = Extracted(build_gated(sample().article, provenance=PIPELINE), TEXT)
    assert [record.record for record in Selection().records(gated)] == ["document"]
    assert not list(Selection(drop_gated=True).records(gated))
    failed = Extracted(build_error(ReadingError("x.txt", "empty", "Rien.")), None)
    assert [r.record for r in Selection("events", drop_gated=True).records(failed)] == ["error"]
