"""Are two events of a type one happening? An ordered list of small tests, each with its reason."""

from dprk_events.linking.judging.judge import points, verdicts

__all__ = ["points", "verdicts"]
