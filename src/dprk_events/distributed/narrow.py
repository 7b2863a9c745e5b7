"""What a part needs of the table of metadata: a task that carried all of it would be too heavy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import Part
from dprk_events.reading import Metadata, ReadingError
from dprk_events.reading.metadata import MetadataRow, file_key


class Narrower:
    """Gives each part a job with the rows of its own files only."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._rows: dict[str, dict[str, MetadataRow]] = defaultdict(dict)
        table = job.options.metadata
        for key, row in table.rows.items() if table else ():
            self._rows[key][key] = row
            self._rows[key.rpartition("#")[0]][key] = row  # a record of a file: file.jsonl#12

    def job_for(self, part: Part) -> Job:
        """Give the job of a part."""
        if self._job.options.metadata is None:
            return self._job
        rows: dict[str, MetadataRow] = {}
        for piece in part.slices:
            if not isinstance(piece, ReadingError):
                rows |= self._rows.get(file_key(piece.url), {})
        return replace(self._job, options=replace(self._job.options, metadata=Metadata(rows)))
