"""One making of an edition: what it works with, and what it has met and spent so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING

from digest import summarise
from digest.models import Problem, Topic, Usage, WritingYield
from digest.pipeline.grammar import Grammar
from digest.settings import Settings
from digest.summarise.llm.judge import Judge
from digest.summarise.llm.open_judge import JudgeKeys
from digest.text.parsed import Parser

if TYPE_CHECKING:
    from digest.store.store import Store

Progress = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class Run:
    """One making of an edition: what it works with, and what it has met and spent so far."""

    settings: Settings
    store: Store
    now: datetime
    api_key: str | None = None
    sample: bool = False
    progress: Progress = silent
    judge_key: str | None = None
    parser: Parser | None = None
    """What knows the grammar of English; without it the strict rules on words decide, and sentences stay as long as they are."""
    problems: list[Problem] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    written: WritingYield = field(default_factory=WritingYield)
    grammar: Grammar | None = field(init=False)

    def __post_init__(self) -> None:
        self.grammar = Grammar(self.parser) if self.parser else None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what runs inside as that stage."""
        start = perf_counter()
        try:
            yield
        finally:
            self.usage += Usage(seconds=((name, perf_counter() - start),))

    def note(self, problems: Sequence[Problem], usage: Usage | None = None) -> None:
        """Remember what went wrong and what it cost."""
        self.problems.extend(problems)
        self.usage += usage or Usage()

    def topics(self) -> list[Topic]:
        """What the reader asked for."""
        return [topic.topic() for topic in self.settings.topics]

    def model(self) -> AbstractAsyncContextManager[summarise.Model | None]:
        """The model of the configuration, opened; None if none is asked."""
        settings, spending = self.settings, self.store.spending.of(self.now.date())
        return summarise.open_model(
            settings.summariser, self.api_key, self.store.cache, settings.language, spending
        )

    def judge(self, writer: summarise.Model) -> AbstractAsyncContextManager[Judge | None]:
        """Who says whether sentences say what the model wrote, opened; None where nobody is asked."""
        settings, today = self.settings, self.now.astimezone(self.settings.timezone).date()
        return summarise.open_judge(
            settings.verify,
            settings.summariser,
            writer,
            JudgeKeys(self.api_key, self.judge_key),
            self.store.cache,
            seed=str(today),
            today=today,
        )
