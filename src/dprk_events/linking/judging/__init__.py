"""Are two events of a type one happening? An ordered list of small tests, each with its reason."""

from dprk_events.linking.judging.judge import TESTS, points, verdicts

__all__ = ["TESTS", "points", "verdicts"]
