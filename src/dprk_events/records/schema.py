"""The JSON Schema of the output contract, generated from its models."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from dprk_events.records.base import SCHEMA_VERSION
from dprk_events.records.jsonl import ADAPTER


def json_schema() -> dict[str, Any]:
    """Build the JSON Schema (draft 2020-12) of one line of output, whatever its ``record``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"dprk-events output, version {SCHEMA_VERSION} of the contract: one JSON line",
        **ADAPTER.json_schema(mode="serialization", schema_generator=_Described),
    }


class _Described(GenerateJsonSchema):
    """Takes a field's description from the string below it.

    Pydantic can do this itself (``use_attribute_docstrings``), but then reads the source code
    whenever the models are imported, which takes longer than everything else about them.
    """

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Build the schema of a model, with a description for each field."""
        made = super().model_schema(schema)
        model = schema["cls"]
        for each in model.__mro__:
            if issubclass(each, BaseModel) and each is not BaseModel:
                for name, words in _strings(each.__module__).get(each.__name__, {}).items():
                    key = model.model_fields[name].serialization_alias or name
                    made["properties"][key].setdefault("description", words)
        return made


@cache
def _strings(module: str) -> dict[str, dict[str, str]]:
    """Read the strings below the fields of a module's classes: class → field → string."""
    found: dict[str, dict[str, str]] = {}
    for made in ast.parse(inspect.getsource(sys.modules[module])).body:
        if not isinstance(made, ast.ClassDef):
            continue
        strings = found[made.name] = {}
        for field, below in zip(made.body, made.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
                and isinstance(below.value.value, str)
            ):
                strings[field.target.id] = inspect.cleandoc(below.value.value)
    return found
