"""What every section of the configuration is, and the kinds of values that several of them have."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Weight = Literal["low", "normal", "high"]
WEIGHTS: dict[Weight, float] = {"low": 0.5, "normal": 1.0, "high": 2.0}
Share = Literal["off", "low", "normal", "high"]
SHARES: dict[Share, float] = {"off": 0.0, "low": 0.5, "normal": 1.0, "high": 2.0}
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=100)]


class SettingsSection(BaseModel):
    """A section of the configuration: frozen, no unknown keys, each key described by the string below it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
