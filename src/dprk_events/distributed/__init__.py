"""Beyond one machine: the same extraction, part by part, on a Dask cluster.

A part is some of the input; a worker, which has loaded the model once, makes a file of output of
it. Dask hands out parts and does those of a dead worker again. See docs/distributed.md.
"""

from dprk_events.distributed.errors import ClusterError, MismatchError, MissingEngineError
from dprk_events.distributed.job import Gating, Job, make_job
from dprk_events.distributed.plan import Part, Plan, make_plan
from dprk_events.distributed.run import Totals, run
from dprk_events.distributed.work import Done, do_part
from dprk_events.records import Lines

__all__ = [
    "ClusterError",
    "Done",
    "Gating",
    "Job",
    "Lines",
    "MismatchError",
    "MissingEngineError",
    "Part",
    "Plan",
    "Totals",
    "do_part",
    "make_job",
    "make_plan",
    "run",
]
