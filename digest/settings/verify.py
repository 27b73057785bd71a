"""Who vouches for the points that a model wrote."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from digest.settings.fields import SettingsSection


class VerifySettings(SettingsSection):
    """Who has to agree before a point of a model is printed. What the sources refute is never printed."""

    judge: Annotated[str, Field(min_length=1, max_length=200)] = "auto"
    """Model that reads each point beside its sentences; `auto`: `summariser.model` in calls of its own; `none`: only what rules prove is printed."""
    base_url: Annotated[str, Field(pattern=r"^(https?://[^\s/]+.*)?$", max_length=2000)] = ""
    """Its server, whose key is DIGEST_JUDGE_KEY; that of the summariser where left out."""
    timeout: float = Field(default=180, gt=0, le=1800)
    """Seconds for one call, which holds up to sixty points; after that only what rules prove is printed."""
    proved_only: bool = False
    """Whether points that only a judge vouches for are left out."""

    @field_validator("judge", mode="before")
    @classmethod
    def _is_a_name(cls, judge: object) -> object:
        if not isinstance(judge, str) or not judge.strip():
            raise ValueError("auto, none, or the name of a model")
        return judge
