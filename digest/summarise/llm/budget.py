"""What the model may cost, and what it has cost: counted before a call by estimate, after it by the server's own count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from digest.models import Usage
from digest.settings import PriceSettings, SummariserSettings
from digest.summarise.llm.client import ChatMessage, Failure


class Cache(Protocol):
    """Texts by kind and key, as the store keeps them. What was put may be gone later."""

    def get(self, kind: str, key: str) -> str | None: ...

    def put(self, kind: str, key: str, value: str) -> None: ...


class Spending(Protocol):
    """What all runs of a day have spent, as the store keeps it."""

    def total(self) -> tuple[int, float]:
        """Tokens and US dollars so far."""

    def add(self, tokens: int, dollars: float) -> None:
        """Count a call."""


CHARACTERS = 3
"""Of a prompt for a token: English has four to five, so that an estimate errs on the safe side."""
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Spent:
    """Tokens, and US dollars as far as prices are known."""

    tokens: int = 0
    dollars: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.tokens + other.tokens, self.dollars + other.dollars)

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.tokens - other.tokens, self.dollars - other.dollars)


@dataclass(slots=True)
class Call:
    """One call, while it runs; ``usage`` is set when the server has told it."""

    usage: Usage | None = None


class Budget:
    """The limits of a run and of its day. A call sets aside what it may cost at most, then counts what it did."""

    def __init__(self, settings: SummariserSettings, spending: Spending | None) -> None:
        self._settings = settings
        self._spending = spending
        self._run = Spent()
        self._set_aside = Spent()

    @contextmanager
    def call(self, messages: Sequence[ChatMessage]) -> Iterator[Call]:
        """Keep a call inside the limits; raises ``Failure`` at the start where it could pass one.

        A call that the server refused costs nothing. One that was broken off may have cost everything that was
        set aside, and counts so.
        """
        most = self.spent(Usage(prompt_tokens=tokens(messages), completion_tokens=self._settings.max_tokens))
        self._check(most)
        self._set_aside += most
        call, cost = Call(), most
        try:
            yield call
            cost = self.spent(call.usage or Usage())
        except Failure:
            cost = self.spent(call.usage or Usage())
            raise
        finally:
            self._set_aside -= most
            self._run += cost
            self._write(cost)

    def spent(self, usage: Usage) -> Spent:
        """What those tokens cost."""
        return Spent(usage.prompt_tokens + usage.completion_tokens, self.priced(usage).cost or 0.0)

    def priced(self, usage: Usage) -> Usage:
        """The usage with its cost, where prices are known."""
        prices = self._settings.prices
        return replace(usage, cost=dollars(usage, prices)) if prices else usage

    def _check(self, most: Spent) -> None:
        limits = self._settings.budget
        run = self._run + self._set_aside + most
        day = self._read() + self._set_aside + most
        for name, value, limit in (
            ("run_tokens", run.tokens, limits.run_tokens),
            ("day_tokens", day.tokens, limits.day_tokens),
            ("run_dollars", run.dollars, limits.run_dollars),
            ("day_dollars", day.dollars, limits.day_dollars),
        ):
            if limit is not None and value > limit:
                raise Failure(
                    f"The model was not asked: one more call could pass summariser.budget.{name} ({limit:g})."
                )

    def _read(self) -> Spent:
        """What was spent on this day, by this run and by others."""
        return Spent(*self._spending.total()) if self._spending else Spent()

    def _write(self, cost: Spent) -> None:
        if self._spending and cost != Spent():
            self._spending.add(cost.tokens, cost.dollars)


def dollars(usage: Usage, prices: PriceSettings) -> float:
    """The cost of those tokens in US dollars."""
    cached = min(usage.cached_tokens, usage.prompt_tokens)
    cheap = prices.prompt if prices.cached is None else prices.cached
    sent = (usage.prompt_tokens - cached) * prices.prompt + cached * cheap
    return (sent + usage.completion_tokens * prices.completion) / _MILLION


def tokens(messages: Sequence[ChatMessage]) -> int:
    """About how many tokens those messages have, rather too many than too few."""
    return sum(len(message["content"]) for message in messages) // CHARACTERS + 1
