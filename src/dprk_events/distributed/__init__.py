"""Beyond one machine: the same extraction, part by part, on a Dask cluster.

The input is divided into parts; a worker, which loads the model once, turns each part into one
output file. Dask assigns parts to workers and redoes those of a worker that died. See
docs/distributed.md.
"""

from dprk_events.distributed.errors import ClusterError, MismatchError, MissingEngineError
from dprk_events.distributed.job import GateMode, Job, make_job
from dprk_events.distributed.plan import Part, Plan, make_plan
from dprk_events.distributed.run import Totals, run
from dprk_events.distributed.work import PartResult, do_part
from dprk_events.records import Lines

__all__ = [
    "ClusterError",
    "GateMode",
    "Job",
    "Lines",
    "MismatchError",
    "MissingEngineError",
    "Part",
    "PartResult",
    "Plan",
    "Totals",
    "do_part",
    "make_job",
    "make_plan",
    "run",
]
