"""A reader's preferences as text: a JSON object of what was chosen, the same text for the same choices."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from digest.models import Preferences

_DEFAULTS = asdict(Preferences())
_NAMES = {field.name for field in fields(Preferences)}


def written(preferences: Preferences) -> str:
    """The text: readers of one variant have one text, so that sorting brings them together."""
    chosen = {name: value for name, value in asdict(preferences).items() if value != _DEFAULTS[name]}
    return json.dumps(chosen, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Preferences:
    """The preferences of a text that ``written`` made; names of a later program are left out."""
    chosen = {name: value for name, value in json.loads(text).items() if name in _NAMES}
    return Preferences(**(chosen | {"topics": tuple(chosen.get("topics", ()))}))
