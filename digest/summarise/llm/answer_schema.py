"""JSON schemas of answers, as servers want them; one for each story where that helps.

A small model that may write any string for an id, or a string without end, does: the schema of a story leaves it only
the ids that there are, and ends every list and every string.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from digest.summarise.llm.response import MOST_CITES, Answer

if TYPE_CHECKING:
    from digest.summarise.llm.client import Schema

LONGEST = {"text": 240, "close": 200, "speaker": 80}
"""Characters of the strings of an answer. A string of that length was cut off by the server and is not a sentence."""


def strict(shape: type[BaseModel]) -> Schema:
    """The schema of a shape in which every key is required and no other one allowed, as OpenAI's strict mode asks."""
    closed: Schema = _closed(shape.model_json_schema())
    return closed


def of_story(ids: Collection[str], points: int) -> Schema:
    """The schema of an answer on a story with these sentence ids: at most three citations, at most ``points`` points."""
    schema = copy.deepcopy(strict(Answer))
    for part in schema["$defs"].values():
        properties = part["properties"]
        properties["cites"] |= {
            "items": {"type": "string", "enum": sorted(ids)},
            "minItems": 1,
            "maxItems": MOST_CITES,
        }
        for name in LONGEST.keys() & properties.keys():
            properties[name] = {"type": "string", "maxLength": LONGEST[name]}
    schema["properties"]["points"] |= {"minItems": 1, "maxItems": points}
    return schema


def was_cut(name: str, text: str) -> bool:
    """Whether the string fills its bound, so that the server ended it, not the model."""
    return len(text) >= LONGEST[name]


def _closed(node: Any) -> Any:
    """The node without titles and defaults, every object in it closed."""
    if isinstance(node, list):
        return [_closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    properties = node.get("properties")
    kept = {
        key: _closed(value) for key, value in node.items() if key not in {"title", "default", "description"}
    }
    if isinstance(properties, dict):
        kept["properties"] = {name: _closed(value) for name, value in properties.items()}
        kept |= {"required": list(properties), "additionalProperties": False}
    return kept
