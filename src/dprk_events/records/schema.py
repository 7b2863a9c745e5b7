"""The JSON Schema of the contract, made from the models that write it."""

from __future__ import annotations

from typing import Any

from dprk_events.records.jsonl import ADAPTER
from dprk_events.records.part import SCHEMA_VERSION


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one line of output, whatever its ``record``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"dprk-events output, contract {SCHEMA_VERSION}: one line of JSON",
        **ADAPTER.json_schema(mode="serialization"),
    }
