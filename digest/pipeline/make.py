"""From the day's feeds to an edition."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from digest import collect, curate, summarise
from digest.errors import OfflineError
from digest.models import (
    Answers,
    Article,
    Brief,
    EarlierCoverage,
    Edition,
    Pick,
    Question,
    RunnerUp,
    Section,
    Selection,
    Usage,
    Window,
    WritingYield,
)
from digest.pipeline import extras
from digest.pipeline.brief import write_brief
from digest.pipeline.context import Run
from digest.pipeline.empty import Intake, no_story, nothing_held, without_points
from digest.pipeline.history import edition_id, keep_texts, remembered
from digest.pipeline.writing import Proposal, made_of, write
from digest.summarise.llm.propose import estimate as estimate_usage
from digest.text import reading_time

LINES = 2
"""Of a story that a model writes beside its points: headline and standfirst."""


def make(run: Run) -> Edition:
    """Today's edition, complete and not yet saved.

    Raises ``OfflineError`` if not one feed could be read. A day without a fitting story gives an
    edition without sections, of which the first Problem says why.
    """
    return asyncio.run(_make(run))


def estimate(run: Run) -> Usage:
    """About what the model would cost for today's edition, which is not made; zero calls if none is asked."""
    return asyncio.run(_estimate(run))


async def _make(run: Run) -> Edition:
    told = remembered(run.store, run.settings, run.now)
    intake = await _collect(run, told)
    articles = intake.articles
    async with run.model() as model:
        answers = await ask_topic_questions(run, topic_questions(run, articles, told, model), model)
        selection = _select(run, articles, told, answers)
        with run.stage("summarise"):
            written = await _summarise(run, selection.picks, model)
            selection, briefs = within_minutes(run.settings.edition.minutes, selection, written)
            beside = extras.beside(run, selection.picks, briefs)
    if not any(brief.points for brief in briefs):
        run.problems.insert(0, no_story(intake, selection))
    run.note([without_points(brief) for brief in briefs if not brief.points])
    edition = _edition(run, selection, briefs, beside)
    keep_texts(edition, selection.picks, run.store)
    return edition


async def _estimate(run: Run) -> Usage:
    told = remembered(run.store, run.settings, run.now)
    articles = (await _collect(run, told)).articles
    async with run.model() as model:
        if model is None:
            return Usage()
        asked = topic_questions(run, articles, told, model)
        picks = _select(run, articles, told, {}).picks
        points = run.settings.edition.points
        usage = estimate_usage(picks, points, model, asked)
        async with run.judge(model) as judge:
            return usage + judge.estimate(len(picks) * (points + LINES)) if judge else usage


def _select(
    run: Run, articles: Sequence[Article], told: Sequence[EarlierCoverage], answers: Answers
) -> Selection:
    with run.stage("curate"):
        return curate.curate(articles, run.topics(), told, run.settings.edition, run.now, answers=answers)


async def _collect(run: Run, told: Sequence[EarlierCoverage]) -> Intake:
    """Read every feed, then only the pages of stories that can make the edition."""
    settings = run.settings
    window = Window(run.now - timedelta(hours=settings.collect.hours), run.now)
    feeds = [feed.feed() for feed in settings.feeds]
    async with collect.open_web(settings.collect, run.store.cache, run.store.feed_health, run.now) as web:
        with run.stage("feeds"):
            entries, problems = await collect.read_feeds(feeds, window, web, run.progress)
        if not entries and {problem.subject for problem in problems} >= {feed.outlet for feed in feeds}:
            raise OfflineError(problems)
        run.note(problems)
        with run.stage("shortlist"):
            shortlist = curate.shortlist(entries, run.topics(), told, settings.edition, run.now)
            # Without a memory, to tell items that fit nothing from those that were told before.
            fitting = shortlist or curate.shortlist(entries, run.topics(), (), settings.edition, run.now)
        with run.stage("pages"):
            articles, problems = await collect.read_articles(shortlist, web, run.progress)
        run.note(problems, web.usage)
    counts = (settings.collect.hours, len(entries), len(fitting), len(shortlist))
    return Intake(web.feed_items, web.newest_item, *counts, articles)


async def _summarise(run: Run, picks: Sequence[Pick], model: summarise.Model | None) -> list[Brief]:
    """A brief for each pick."""
    proposals: Sequence[Proposal | None] = [None] * len(picks)
    if model:
        async with run.judge(model) as judge:
            proposals = await write(run, picks, model, judge)
    briefs = [write_brief(run, pick, proposal) for pick, proposal in zip(picks, proposals, strict=True)]
    yields = [
        (made_of(proposal, brief), brief)
        for proposal, brief in zip(proposals, briefs, strict=True)
        if proposal
    ]
    run.written = sum((found for found, _ in yields), WritingYield())
    run.note([nothing_held(brief) for found, brief in yields if found.proposed and not found.held])
    return briefs


def _edition(run: Run, selection: Selection, briefs: Sequence[Brief], beside: extras.Extras) -> Edition:
    settings, picks = run.settings, selection.picks
    topics = dict.fromkeys(pick.topic for pick in picks)
    sections = [
        Section(topic, tuple(b for p, b in zip(picks, briefs, strict=True) if p.topic == topic and b.points))
        for topic in topics
    ]
    return Edition(
        id=("sample-" if run.sample else "") + edition_id(settings, run.now),
        date=run.now.astimezone(settings.timezone).date(),
        made_at=run.now,
        title=settings.title,
        sections=tuple(section for section in sections if section.briefs),
        language=settings.language,
        summariser=settings.summariser.model if _by_model(briefs) else "",
        sample=run.sample,
        problems=tuple(run.problems),
        usage=run.usage,
        written=run.written,
        missed=selection.runners_up,
        number=run.store.editions.number(run.now.astimezone(settings.timezone).date()),
        ahead=beside.ahead,
        figure=beside.figure,
        quotation=beside.quotation,
    )


def _by_model(briefs: Sequence[Brief]) -> bool:
    """Whether a model wrote or chose something that is printed: readers must be told."""
    return any(point.way != "extractive" for brief in briefs for point in brief.points)


def topic_questions(
    run: Run, articles: Sequence[Article], told: Sequence[EarlierCoverage], model: summarise.Model | None
) -> tuple[Question, ...]:
    """What the model is to be asked; nothing if there is none or the settings do not want it."""
    if model is None or not run.settings.summariser.topics:
        return ()
    with run.stage("doubts"):
        return curate.topic_questions(articles, run.topics(), told, run.settings.edition, run.now)


async def ask_topic_questions(run: Run, asked: Sequence[Question], model: summarise.Model | None) -> Answers:
    """The model's answers; none if it failed, and then the words decide."""
    if model is None or not asked:
        return {}
    with run.stage("answers"):
        judged = await summarise.answer_topic_questions(asked, model)
    run.note(judged.problems, judged.usage)
    return judged.answers


def minutes(brief: Brief) -> float:
    """Minutes of reading that a story takes as printed."""
    contrasts = [point for contrast in brief.contrasts for point in contrast.points]
    standfirst = [brief.standfirst] if brief.standfirst else []
    texts = [brief.headline, *(point.text for point in (*standfirst, *brief.points, *contrasts))]
    texts += [correction.text for correction in brief.corrections]
    return reading_time.reading_minutes(texts)


def within_minutes(
    most: int | None, selection: Selection, briefs: Sequence[Brief]
) -> tuple[Selection, tuple[Brief, ...]]:
    """The selection and its briefs that can be read in that many minutes; the best story always is.

    What is left out stands first in what narrowly missed. A story with a correction stays. None is no limit.
    """
    if most is None:
        return selection, tuple(briefs)
    written = list(zip(selection.picks, briefs, strict=True))
    out: list[tuple[Pick, Brief]] = []
    left = sum(minutes(brief) for brief in briefs)
    for pick, brief in sorted(written, key=lambda pair: (bool(pair[0].corrections), pair[0].score))[:-1]:
        if left > most and not pick.corrections:
            left -= minutes(brief)
            out.append((pick, brief))
    kept = [pair for pair in written if pair not in out]
    missed = [_missed(pick, brief, most) for pick, brief in reversed(out)]
    picks = tuple(pick for pick, _ in kept)
    return Selection(picks, (*missed, *selection.runners_up)), tuple(brief for _, brief in kept)


def _missed(pick: Pick, brief: Brief, most: int) -> RunnerUp:
    why = f"the edition is full: edition.minutes is {most}"
    return RunnerUp(brief.headline, pick.topic, pick.story.outlets, pick.score, why, pick.reasons)
