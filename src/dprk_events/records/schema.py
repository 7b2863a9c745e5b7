"""The JSON Schema of the contract, made from the models that write it."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from dprk_events.records.jsonl import ADAPTER
from dprk_events.records.part import SCHEMA_VERSION


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one line of output, whatever its ``record``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"dprk-events output, contract {SCHEMA_VERSION}: one line of JSON",
        **ADAPTER.json_schema(mode="serialization", schema_generator=_Described),
    }


class _Described(GenerateJsonSchema):
    """Takes what a field is for from the string under it.

    Pydantic can (``use_attribute_docstrings``), but reads the source whenever the models are
    imported, which takes longer than all else about them.
    """

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Give the schema of a model, each field with its description."""
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
    """Read the strings under the fields of a module's classes: class → field → string."""
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
