"""What ends a distributed run: always with a message that says what to do."""

from __future__ import annotations


class ClusterError(Exception):
    """The run cannot go on. The parts that are written stay, and the same command goes on."""


class MismatchError(ClusterError):
    """What is there (a folder's parts, a worker's model) is not what this run would make."""


class MissingEngineError(ClusterError):
    """A package of the extra ``cluster`` is not installed."""

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__(
            f"{package} is not installed. Install it here and on every worker: "
            "pip install 'dprk-events[cluster]'"
        )

    def __reduce__(self) -> tuple[type[MissingEngineError], tuple[str]]:
        """Let it travel from a worker."""
        return type(self), (self.package,)
