"""What a server sends back, read strictly: gateways and small servers leave out or bend what the API promises."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError

from digest.models import Usage


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Message(_Part):
    content: str | None = None
    refusal: str | None = None


class _Choice(_Part):
    message: _Message
    finish_reason: str | None = None


class _Cached(_Part):
    cached_tokens: int | None = None


class _Tokens(_Part):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Cached | None = None


class Completion(_Part):
    """A chat completion: as much of it as is needed here."""

    choices: list[_Choice] = []
    usage: _Tokens | None = None

    @property
    def text(self) -> str:
        """What the model wrote; empty where it wrote nothing or refused."""
        return (self.choices[0].message.content or "") if self.choices else ""

    @property
    def refused(self) -> bool:
        return bool(self.choices) and bool(
            self.choices[0].message.refusal or self.choices[0].finish_reason == "content_filter"
        )

    @property
    def cut_off(self) -> bool:
        return bool(self.choices) and self.choices[0].finish_reason == "length"

    def spent(self) -> Usage:
        """One call and the tokens that the server counted for it."""
        tokens = self.usage or _Tokens()
        cached = tokens.prompt_tokens_details or _Cached()
        return Usage(
            calls=1,
            prompt_tokens=max(0, tokens.prompt_tokens or 0),
            cached_tokens=max(0, cached.cached_tokens or 0),
            completion_tokens=max(0, tokens.completion_tokens or 0),
        )


def read(body: bytes) -> Completion | None:
    """The completion in the body of a response with status 200; None where it is something else."""
    try:
        return Completion.model_validate_json(body)
    except ValidationError:
        return None
