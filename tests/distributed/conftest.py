"""A stand-in for model and rules, so that parts can be tried without loading any."""

from __future__ import annotations

import dataclasses
import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dprk_events.distributed import Job, make_job, work
from dprk_events.reading import Article, ReadingError, ReadingOptions
from dprk_events.records import Extracted, Provenance, build_error
from tests.records.samples import TEXT, sample


@dataclasses.dataclass
class FakePipeline:
    """Gives the events of the sample for each article; "mourir" kills the process."""

    provenance: Provenance

    def run(self, items: Iterable[Article | ReadingError]) -> Iterator[Extracted]:
        for item in items:
            if isinstance(item, ReadingError):
                yield Extracted(build_error(item), None)
                continue
            if "mourir" in item.text:
                time.sleep(0.5)  # as a real one would: not while the worker is still starting
                os.kill(os.getpid(), signal.SIGKILL)
            found = sample(path=item.path, title=item.title)
            article = dataclasses.replace(found.article, id=item.id)
            found = dataclasses.replace(found, article=article)
            yield Extracted(found.record(item.published), TEXT)


def fake_load(made_by: dict[str, str]) -> Any:
    """Give what stands for `work._load`."""
    provenance = Provenance.model_validate(made_by)
    return lambda _model, _rules, _gated: FakePipeline(provenance)


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    """A job of this process with the stand-in."""
    pytest.importorskip("fsspec")
    made = make_job(str(tmp_path / "out"), options=ReadingOptions())
    monkeypatch.setattr(work, "_load", fake_load(made.made_by))
    return made
