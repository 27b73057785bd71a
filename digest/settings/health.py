"""Where the program says how it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from digest.settings.fields import SettingsSection


class HealthSettings(SettingsSection):
    """Where `digest serve` and `digest schedule` say how they are: /healthz, /readyz, and /metrics for Prometheus."""

    host: Annotated[str, Field(min_length=1, max_length=253)] = "127.0.0.1"
    """Address on which they answer; the figures have no reader's address in them, and are still nobody else's business."""
    port: int = Field(default=9464, ge=0, le=65_535)
    """Port on which they answer; 0 for none. Where it is taken, the program that has it answers for both."""
