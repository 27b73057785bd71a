"""Who writes the key points, and what that may cost."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from digest.settings.fields import SettingsSection, Text


class PriceSettings(SettingsSection):
    """Prices of the model in US dollars for a million tokens, as its provider lists them today."""

    prompt: float = Field(ge=0, le=10_000)
    """A million tokens of what is sent."""
    cached: float | None = Field(default=None, ge=0, le=10_000)
    """A million tokens of what is sent and was still in the server's cache; `prompt` if left out."""
    completion: float = Field(ge=0, le=10_000)
    """A million tokens of what the model writes."""


class BudgetSettings(SettingsSection):
    """Most that the model may cost. A day is a day in UTC; all runs of it count together."""

    run_tokens: int | None = Field(default=None, ge=1, le=1_000_000_000)
    """Tokens of one run, sent and written."""
    day_tokens: int | None = Field(default=None, ge=1, le=1_000_000_000)
    """Tokens of a day, sent and written."""
    run_dollars: float | None = Field(default=None, gt=0, le=100_000)
    """US dollars of one run; needs `prices`."""
    day_dollars: float | None = Field(default=None, gt=0, le=100_000)
    """US dollars of a day; needs `prices`."""


class SummariserSettings(SettingsSection):
    """Who writes the key points. Without a model they are sentences of the articles."""

    use: Literal["auto", "openai", "extractive"] = "auto"
    """`auto` asks the model where OPENAI_API_KEY or `base_url` is set, else `extractive`."""
    model: Text = "gpt-5-mini"
    """Name of the model on that server."""
    base_url: Annotated[str, Field(pattern=r"^(https?://[^\s/]+.*)?$", max_length=2000)] = ""
    """Any OpenAI-compatible server, such as http://localhost:11434/v1 for Ollama."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """Left out of the request if it is not set: some models refuse it."""
    max_tokens: int = Field(default=4000, ge=100, le=20_000)
    """Most tokens of one answer; for a model that thinks before it writes, its thoughts included."""
    timeout: float = Field(default=60, gt=0, le=600)
    """Seconds for one call, retries included."""
    deadline: float = Field(default=300, gt=0, le=3600)
    """Seconds for all calls; what is not there by then is summarised without the model."""
    concurrency: int = Field(default=4, ge=1, le=64)
    """Most calls at once."""
    topics: bool = True
    """Whether the model is asked, in one call, which stories are about a topic where its words leave that open."""
    instructions: Annotated[str, Field(max_length=2000)] = ""
    """Your own wishes for tone and style, added to the instructions."""
    prices: PriceSettings | None = None
    """What the model costs; if it is left out no cost is shown."""
    budget: BudgetSettings = BudgetSettings()
    """Where spending stops; the stories that are left are summarised without the model."""

    @model_validator(mode="after")
    def _money_needs_prices(self) -> Self:
        if self.prices is None and (self.budget.run_dollars or self.budget.day_dollars):
            raise ValueError("a budget in dollars needs summariser.prices to count by")
        return self
