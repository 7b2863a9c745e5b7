"""The metadata rows that a part needs: sending the whole table with each task would be too much."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import Part
from dprk_events.reading import Metadata, ReadingError
from dprk_events.reading.metadata import MetadataRow, file_key


class PartJobs:
    """Makes the job of each part, with the metadata rows of its own files only."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._rows: dict[str, dict[str, MetadataRow]] = defaultdict(dict)
        table = job.options.metadata
        for key, row in table.rows.items() if table else ():
            self._rows[key][key] = row
            self._rows[key.rpartition("#")[0]][key] = row  # a record of a file: file.jsonl#12

    def job_for(self, part: Part) -> Job:
        """Return the job of a part."""
        if self._job.options.metadata is None:
            return self._job
        rows: dict[str, MetadataRow] = {}
        for slice_ in part.slices:
            if not isinstance(slice_, ReadingError):
                rows |= self._rows.get(file_key(slice_.url), {})
        return replace(self._job, options=replace(self._job.options, metadata=Metadata(rows)))
