"""Which stories are about a topic, where its words leave that open: a model is asked where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from digest import curate, summarise
from digest.models import Answers, Article, Question, Told
from digest.pipeline.run import Run


def questions(
    run: Run, articles: Sequence[Article], told: Sequence[Told], model: summarise.Model | None
) -> tuple[Question, ...]:
    """What the model is to be asked; nothing where there is none or the settings do not want it."""
    if model is None or not run.settings.summariser.topics:
        return ()
    with run.stage("doubts"):
        return curate.doubts(articles, run.topics(), told, run.settings.edition, run.now)


async def answers(run: Run, asked: Sequence[Question], model: summarise.Model | None) -> Answers:
    """The model's answers; none where it failed, and then the words decide."""
    if model is None or not asked:
        return {}
    with run.stage("answers"):
        judged = await summarise.judge(asked, model)
    run.note(judged.problems, judged.usage)
    return judged.answers
