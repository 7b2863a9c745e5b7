"""The program with a stand-in for model and rules: ``python -m tests.cli.fake extract …``.

Every article gives the events of :mod:`tests.records.samples`. Words in the article make it slow
or broken, so that interrupts and faults can be tried.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
import time
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, Any

from dprk_events.cli import extract

if TYPE_CHECKING:
    from dprk_events.reading import Article, ReadingError
    from dprk_events.records import Extracted


class FakePipeline:
    """Gives the sample's events for each article, whatever it says."""

    def __init__(self) -> None:
        from tests.records.samples import PIPELINE  # most commands load no pipeline

        self.provenance = PIPELINE

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        from dprk_events.reading import ReadingError
        from dprk_events.records import Extracted, build_error
        from tests.records.samples import TEXT, sample

        for item in items:
            if isinstance(item, ReadingError):
                yield Extracted(build_error(item), None)
                continue
            if "mourir" in item.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "trembler" in item.text:
                time.sleep(0.02)
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
            )
            found = dataclasses.replace(found, article=article)
            yield Extracted(found.record(item.published), TEXT)


def fake_load(*_args: Any) -> FakePipeline:
    return FakePipeline()


if __name__ == "__main__":
    from dprk_events.cli import main

    extract._load = fake_load  # type: ignore[assignment]
    sys.argv[0] = "dprk-events"
    main()
