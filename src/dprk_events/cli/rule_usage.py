"""Find which rules find events in a set of articles, for ``rules list --unused``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.inputs import load

if TYPE_CHECKING:
    from dprk_events.events import RuleSet


@dataclass
class RuleUsage:
    """Ids of the rules that found a mention, number of articles read, messages about failures."""

    rules: set[str] = field(default_factory=set)
    articles: int = 0
    failed: list[str] = field(default_factory=list)


def rule_usage(paths: Sequence[str], model: str, folder: Path | None) -> tuple[RuleSet, RuleUsage]:
    """Extract the articles at ``paths``; return all rules and which of them were used."""
    pipeline = load(model, folder)

    from dprk_events.output.console import error_console, with_progress  # noqa: PLC0415
    from dprk_events.reading import ReadingOptions, count_listed, list_paths, read_each  # noqa: PLC0415
    from dprk_events.records import DocumentRecord  # noqa: PLC0415

    listed = list_paths(paths)
    options = ReadingOptions()
    records = pipeline.records(read_each(listed, options))
    usage = RuleUsage()
    for record in with_progress(records, count_listed(listed, options), error_console()):
        if isinstance(record, DocumentRecord):
            usage.articles += 1
            usage.rules |= {m.rule for event in record.events for m in event.mentions}
        else:
            usage.failed.append(f"{record.path}: {record.error.message}")
    return pipeline.rules, usage
