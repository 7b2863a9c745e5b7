"""Process many documents, in one process or several, from the start or from where a run stopped.

:func:`run_documents` turns sources into outcomes in input order; :class:`Journal` records in a file
beside the output which of them are done.
"""

from dprk_events.running.journal import Journal, ResumeError
from dprk_events.running.pool import NoWorkerError
from dprk_events.running.run import jobs_of, run_documents
from dprk_events.running.settings import run_settings
from dprk_events.running.work import Outcome, Work

__all__ = [
    "Journal",
    "NoWorkerError",
    "Outcome",
    "ResumeError",
    "Work",
    "jobs_of",
    "run_documents",
    "run_settings",
]
