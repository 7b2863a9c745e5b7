"""Errors that end a distributed run, each with a message that says what to do."""

from __future__ import annotations


class ClusterError(Exception):
    """The run cannot continue. Finished parts are kept, and the same command resumes the run."""


class MismatchError(ClusterError):
    """Existing parts or a worker's versions differ from those of this run."""


class MissingEngineError(ClusterError):
    """A package of the extra ``cluster`` is not installed."""

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__(
            f"{package} is not installed. Install it here and on every worker: "
            "pip install 'dprk-events[cluster]'"
        )

    def __reduce__(self) -> tuple[type[MissingEngineError], tuple[str]]:
        """Make the error picklable, so that a worker can send it."""
        return type(self), (self.package,)
