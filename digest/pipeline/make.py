"""From the day's feeds to an edition."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from digest import collect, curate, summarise
from digest.errors import OfflineError
from digest.models import Answers, Article, Brief, Edition, Pick, Section, Selection, Told, Usage, Window
from digest.pipeline import brief, doubts, extras, length
from digest.pipeline.memory import edition_id, keep_texts, remembered
from digest.pipeline.run import Run


def make(run: Run) -> Edition:
    """Today's edition, complete and not yet saved.

    Raises ``OfflineError`` where not one feed could be read. A day without a fitting story gives an
    edition without sections.
    """
    return asyncio.run(_make(run))


def estimate(run: Run) -> Usage:
    """About what the model would cost for today's edition, which is not made; zero calls where none is asked."""
    return asyncio.run(_estimate(run))


async def _make(run: Run) -> Edition:
    told = remembered(run.store, run.settings, run.now)
    articles = await _collect(run, told)
    async with run.model() as model:
        answers = await doubts.answers(run, doubts.questions(run, articles, told, model), model)
        selection = _select(run, articles, told, answers)
        with run.stage("summarise"):
            written = await _summarise(run, selection.picks, model)
            selection, briefs = length.within(run.settings.edition.minutes, selection, written)
            beside = extras.beside(run, selection.picks, briefs)
    edition = _edition(run, selection, briefs, beside)
    keep_texts(edition, selection.picks, run.store)
    return edition


async def _estimate(run: Run) -> Usage:
    told = remembered(run.store, run.settings, run.now)
    articles = await _collect(run, told)
    async with run.model() as model:
        if model is None:
            return Usage()
        asked = doubts.questions(run, articles, told, model)
        picks = _select(run, articles, told, {}).picks
        return summarise.estimate(picks, run.settings.edition.points, model, asked)


def _select(run: Run, articles: Sequence[Article], told: Sequence[Told], answers: Answers) -> Selection:
    with run.stage("curate"):
        return curate.curate(articles, run.topics(), told, run.settings.edition, run.now, answers=answers)


async def _collect(run: Run, told: Sequence[Told]) -> tuple[Article, ...]:
    """Read every feed, then only the pages of stories that can make the edition."""
    settings = run.settings
    window = Window(run.now - timedelta(hours=settings.collect.window_hours), run.now)
    feeds = [feed.feed() for feed in settings.feeds]
    async with collect.open_web(settings.collect, run.store.keep, run.now) as web:
        with run.stage("feeds"):
            entries, problems = await collect.read_feeds(feeds, window, web, run.progress)
        if not entries and {problem.subject for problem in problems} >= {feed.outlet for feed in feeds}:
            raise OfflineError(problems)
        run.note(problems)
        with run.stage("shortlist"):
            shortlist = curate.shortlist(entries, run.topics(), told, run.settings.edition, run.now)
        with run.stage("pages"):
            articles, problems = await collect.read_articles(shortlist, web, run.progress)
        run.note(problems, web.usage)
    return articles


async def _summarise(run: Run, picks: Sequence[Pick], model: summarise.Model | None) -> list[Brief]:
    """A brief for each pick; stories are summarised at the same time, the model limits how many."""
    done = 0

    async def one(pick: Pick) -> Brief:
        nonlocal done
        written = await brief.write(run, pick, model)
        done += 1
        run.progress("stories", done, len(picks))
        return written

    return await asyncio.gather(*(one(pick) for pick in picks))


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
        missed=selection.missed,
        number=run.store.editions.number(run.now.astimezone(settings.timezone).date()),
        ahead=beside.ahead,
        figure=beside.figure,
        quotation=beside.quotation,
    )


def _by_model(briefs: Sequence[Brief]) -> bool:
    """Whether a model wrote or chose something that is printed: readers must be told."""
    return any(point.way != "extractive" for brief in briefs for point in brief.points)
