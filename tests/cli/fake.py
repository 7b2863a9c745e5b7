"""The program with a stand-in for model and rules: ``python -m tests.cli.fake extract …``.

Every article gives the events of :mod:`tests.records.samples`. Words in the article make it slow
or broken, so that interrupts and faults can be tried.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Generator, Iterable
from typing import Any

from dprk_events.cli import extract
from dprk_events.reading import Article, ReadingError
from dprk_events.records import DocumentRecord, ErrorRecord, build_error
from tests.records.samples import TEXT, sample


@dataclasses.dataclass(frozen=True)
class Extracted:
    """As :class:`dprk_events.extraction.Extracted`, without importing a stage for it."""

    record: DocumentRecord | ErrorRecord
    text: str | None


class FakeExtractor:
    """Gives the sample's events for each article, whatever it says."""

    def extract_with_text(
        self, items: Iterable[Article | ReadingError]
    ) -> Generator[Extracted, None, None]:
        for item in items:
            if isinstance(item, ReadingError):
                yield Extracted(build_error(item), None)
                continue
            if "dormir" in item.text:
                sys.stderr.write("asleep\n")
                sys.stderr.flush()
                time.sleep(60)
            found = sample(path=item.path, title=item.title)
            article = dataclasses.replace(
                found.article,
                id=item.id,
                record_id=item.record_id,
                encoding=item.encoding,
                remarks=item.remarks,
                with_text=item.with_text,
            )
            found = dataclasses.replace(found, article=article)
            yield Extracted(found.record(item.published), TEXT)


def fake_extractor(*_args: Any) -> FakeExtractor:
    return FakeExtractor()


if __name__ == "__main__":
    from dprk_events.cli import main

    extract._extractor = fake_extractor  # type: ignore[assignment]
    sys.argv[0] = "dprk-events"
    main()
