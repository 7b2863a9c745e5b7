"""``dprk-events schema``: the output contract as JSON Schema."""

from __future__ import annotations

import json

from dprk_events.cli.failure import guard
from dprk_events.output.writer import open_writer


def schema() -> None:
    """Print the JSON Schema of the output.

    It is generated from the code that writes the output.
    """
    from dprk_events.records import json_schema  # noqa: PLC0415

    with guard(), open_writer(None) as writer:
        text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
        writer.write(text.encode("utf-8") + b"\n")
