"""Opening the judge that the settings name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import NamedTuple

from digest.settings import SummariserSettings, VerifySettings
from digest.summarise.llm.budget import CHARACTERS, Cache
from digest.summarise.llm.exam import Mark, Marks
from digest.summarise.llm.judge import MOST_STATEMENTS, Judge
from digest.summarise.llm.judge_prompt import ANSWER_IN_JSON, INSTRUCTIONS
from digest.summarise.llm.model import Model

_MOST_TOKENS = 20_000
"""What `summariser.max_tokens` may be at most."""
_TIMES = (
    ("summariser.deadline or summariser.concurrency", "verify.timeout"),
    ("summariser.timeout", "verify.timeout"),
)
_SERVER = (("summariser.base_url", "verify.base_url"), ("OPENAI_API_KEY", "DIGEST_JUDGE_KEY"))
_MODEL = (("summariser.model", "verify.judge"),)
"""JudgeKeys of the summariser in reasons of failures, and those that a judge has in their place."""


class JudgeKeys(NamedTuple):
    """The keys of the summariser's server and of the judge's own."""

    summariser: str | None = None
    judge: str | None = None


def judge_settings(verify: VerifySettings, summariser: SummariserSettings) -> SummariserSettings | None:
    """The settings of the judge's calls; None if nobody judges.

    An answer may be longer than a writer's, since it is on all statements of a call. Another model than the writer's gets no
    temperature: some refuse it.
    """
    if verify.judge == "none":
        return None
    longest = min(_MOST_TOKENS, summariser.max_tokens + MOST_STATEMENTS * ANSWER_IN_JSON // CHARACTERS)
    update: dict[str, object] = {
        "max_tokens": longest,
        "timeout": verify.timeout,
        "deadline": 2 * verify.timeout,
    }
    if verify.judge != "auto":
        update |= {"model": verify.judge, "temperature": None}
    if verify.base_url:
        update["base_url"] = verify.base_url
    return summariser.model_copy(update=update)


@asynccontextmanager
async def open_judge(
    verify: VerifySettings,
    summariser: SummariserSettings,
    writer: Model | None,
    keys: JudgeKeys,
    keep: Cache,
    *,
    seed: str,
    today: date,
) -> AsyncIterator[Judge | None]:
    """The judge that the settings name, or None if they name none or no model writes.

    The summariser's key is never sent to another server. ``seed`` gives the order in which statements are shown, ``today``
    dates an exam. A server that cannot be reached shows when it is first asked.
    """
    settings = judge_settings(verify, summariser)
    if settings is None or writer is None:
        yield None
        return
    from digest.summarise.llm.client import connect  # noqa: PLC0415 - a run without a model never imports openai

    key = keys.judge or (None if verify.base_url else keys.summariser)
    async with connect(settings, key) as server:

        def open_call() -> Model:
            return Model(server, settings, keep, writer.budget)

        def told(reason: str) -> str:
            return _told(reason, verify)

        yield Judge(settings.model, settings.base_url, open_call, keep, seed=seed, today=today, told=told)


def judge_mark(
    verify: VerifySettings, summariser: SummariserSettings, keep: Cache
) -> tuple[str, Mark | None]:
    """The name of the judge that the settings name, empty if nobody judges, and its mark, None if it has sat no exam."""
    settings = judge_settings(verify, summariser)
    if settings is None:
        return "", None
    return settings.model, Marks(keep, INSTRUCTIONS).of(settings.model, settings.base_url)


def _told(reason: str, verify: VerifySettings) -> str:
    """The reason with the keys that a judge has in place of the summariser's."""
    own = _TIMES + (_SERVER if verify.base_url else ()) + (_MODEL if verify.judge != "auto" else ())
    for summarisers, judges in own:
        reason = reason.replace(summarisers, judges)
    return reason
