"""What the model may cost."""

from __future__ import annotations

import asyncio

import pytest

from digest.models import Usage
from digest.settings import BudgetSettings, PriceSettings, SummariserSettings
from digest.summarise.llm.budget import Budget, dollars, tokens
from digest.summarise.llm.client import Failure

PROMPT = [{"role": "user", "content": "x" * 300}]
"""About a hundred tokens."""
PRICES = PriceSettings(prompt=2.0, cached=0.5, completion=8.0)


class DaySpending:
    """An account that lasts as long as the test."""

    def __init__(self) -> None:
        self.tokens, self.dollars = 0, 0.0

    def total(self) -> tuple[int, float]:
        return self.tokens, self.dollars

    def add(self, tokens: int, dollars: float) -> None:
        self.tokens += tokens
        self.dollars += dollars


def budget(
    spending: DaySpending | None = None, prices: PriceSettings | None = None, **limits: float
) -> Budget:
    values = {"max_tokens": 100, "prices": prices, "budget": limits}
    return Budget(SummariserSettings.model_validate(values), spending)


def spend(limited: Budget, count: int) -> None:
    with limited.call(PROMPT) as call:
        call.usage = Usage(1, prompt_tokens=count)


def test_without_limits_every_call_is_made() -> None:
    limited = budget()
    for _ in range(100):
        spend(limited, 1_000_000)


def test_a_call_that_could_pass_the_limit_of_the_run_is_not_made() -> None:
    limited = budget(run_tokens=500)
    spend(limited, 250)
    spend(limited, 250)
    with pytest.raises(Failure, match="run_tokens"):
        spend(limited, 1)


def test_calls_at_the_same_time_count_together() -> None:
    limited = budget(run_tokens=300)
    with limited.call(PROMPT), pytest.raises(Failure, match="run_tokens"), limited.call(PROMPT):
        pass


def test_runs_of_a_day_count_together_and_days_apart() -> None:
    today, tomorrow = DaySpending(), DaySpending()
    spend(budget(today, day_tokens=500), 400)
    with pytest.raises(Failure, match="day_tokens"):
        spend(budget(today, day_tokens=500), 1)
    spend(budget(tomorrow, day_tokens=500), 1)


def test_dollars_are_limited_where_prices_are_known() -> None:
    limited = budget(prices=PRICES, run_dollars=0.01)
    spend(limited, 4_900)
    with pytest.raises(Failure, match="run_dollars"):
        spend(limited, 1)


def test_a_call_that_the_server_refused_costs_nothing() -> None:
    limited = budget(run_tokens=300)
    for _ in range(5):
        with pytest.raises(Failure, match="busy"), limited.call(PROMPT):
            raise Failure("busy")
    spend(limited, 10)


def test_a_call_that_was_broken_off_counts_as_it_could_have_cost() -> None:
    limited = budget(run_tokens=300)
    with pytest.raises(asyncio.CancelledError), limited.call(PROMPT):
        raise asyncio.CancelledError
    with pytest.raises(Failure, match="run_tokens"):
        spend(limited, 1)


def test_cached_tokens_have_their_own_price() -> None:
    usage = Usage(1, prompt_tokens=1_000_000, cached_tokens=400_000, completion_tokens=100_000)
    assert dollars(usage, PRICES) == pytest.approx(0.6 * 2 + 0.4 * 0.5 + 0.8)


def test_without_prices_no_cost_is_claimed() -> None:
    assert budget().priced(Usage(1, 1000)).cost is None


def test_a_budget_in_dollars_without_prices_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"needs summariser\.prices"):
        SummariserSettings(budget=BudgetSettings(day_dollars=1))


def test_a_prompt_is_counted_rather_too_long_than_too_short() -> None:
    assert tokens([{"role": "user", "content": "The council adopted a budget of 12 million."}]) >= 10
