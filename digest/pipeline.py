"""The whole program on one page: from feeds to an edition, from an edition to inboxes.

    feeds ─▶ collect ─▶ curate ─▶ summarise ─▶ verify ─▶ render ─▶ deliver

The stages know nothing of each other; they meet here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from digest import collect, curate, deliver, document, render, summarise, verify
from digest.errors import EditionError, OfflineError
from digest.models import (
    Article,
    Brief,
    Claim,
    Edition,
    Email,
    KeyPoint,
    Pick,
    Problem,
    Rejected,
    Section,
    Selection,
    Source,
    Told,
    Topic,
    Usage,
    Verdict,
    Window,
)
from digest.render import lint
from digest.settings import Settings

if TYPE_CHECKING:
    from digest.store.store import Store

MEMORY = timedelta(days=14)
"""How far back an edition remembers what was told; affairs that rest longer are news again."""

HEADLINE = 110
"""Most characters of a headline: two lines of an e-mail on a telephone. A longer one is a sentence."""

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
    problems: list[Problem] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)

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
    selection = await _select(run)
    with run.stage("summarise"):
        briefs = await _summarise(run, selection.picks)
    return _edition(run, selection.picks, briefs)


async def _estimate(run: Run) -> Usage:
    selection = await _select(run)
    async with _model(run) as model:
        return summarise.estimate(selection.picks, run.settings.edition.points, model) if model else Usage()


async def _select(run: Run) -> Selection:
    told = remembered(run.store, run.settings, run.now)
    articles = await _collect(run, told)
    with run.stage("curate"):
        return curate.curate(articles, _topics(run), told, run.settings.edition, run.now)


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
            shortlist = curate.shortlist(entries, _topics(run), told, run.settings.edition, run.now)
        with run.stage("pages"):
            articles, problems = await collect.read_articles(shortlist, web, run.progress)
        run.note(problems, web.usage)
    return articles


def _topics(run: Run) -> list[Topic]:
    return [topic.topic() for topic in run.settings.topics]


def _model(run: Run) -> AbstractAsyncContextManager[summarise.Model | None]:
    settings, day = run.settings, run.now.date()
    return summarise.open_model(settings.summariser, run.api_key, run.store.keep, settings.language, day=day)


async def _summarise(run: Run, picks: Sequence[Pick]) -> list[Brief]:
    """A brief for each pick; stories are summarised at the same time, the model limits how many."""
    done = 0

    async def one(pick: Pick, model: summarise.Model | None) -> Brief:
        nonlocal done
        brief = await _brief(run, pick, model)
        done += 1
        run.progress("stories", done, len(picks))
        return brief

    async with _model(run) as model:
        return await asyncio.gather(*(one(pick, model) for pick in picks))


async def _brief(run: Run, pick: Pick, model: summarise.Model | None) -> Brief:
    """Claims of the model, verified, repaired once; sentences of the articles where that leaves gaps."""
    verdict, headline = await _ask(run, pick, model) if model else (Verdict((), ()), "")
    if verdict.rejected or not verdict.points:
        verdict = _filled(run, pick, verdict)
    return _printed(pick, headline or pick.story.lead.title, verdict)


def _filled(run: Run, pick: Pick, verdict: Verdict) -> Verdict:
    """The verdict with sentences of the articles in the place of claims that fell."""
    wanted = run.settings.edition.points
    draft = summarise.extract(pick, wanted)
    extracted = verify.verify(draft.claims, pick.story, "extractive", run.now)
    used = {evidence.quote for point in verdict.points for evidence in point.evidence}
    fresh = (point for point in extracted.points if used.isdisjoint(e.quote for e in point.evidence))
    points = (*verdict.points, *fresh)[:wanted]
    return Verdict(points, verdict.rejected + extracted.rejected)


async def _ask(run: Run, pick: Pick, model: summarise.Model) -> tuple[Verdict, str]:
    draft = await summarise.propose(pick, run.settings.edition.points, model)
    run.note(draft.problems, draft.usage)
    first = verify.verify(draft.claims, pick.story, "model", run.now)
    if not first.rejected:
        return first, _headline(draft.headline, pick, run.now)
    second = await summarise.repair(pick, first.rejected, model)
    run.note(second.problems, second.usage)
    repaired = verify.verify(second.claims, pick.story, "repaired", run.now)
    fallen = _fall_back(repaired.rejected or first.rejected, pick) if not repaired.points else ()
    points = _distinct(first.points + repaired.points + fallen)
    return Verdict(points[: run.settings.edition.points], first.rejected), _headline(
        draft.headline, pick, run.now
    )


def _headline(claim: Claim | None, pick: Pick, now: datetime) -> str:
    """The model's headline where it holds, else nothing: then the lead article's own is printed."""
    if claim is None:
        return ""
    points = verify.verify((claim,), pick.story, "model", now).points
    text = points[0].text.removesuffix(".") if points else ""
    return text if len(text) <= HEADLINE else ""


def _fall_back(rejected: Sequence[Rejected], pick: Pick) -> tuple[KeyPoint, ...]:
    points = (verify.verbatim(r.claim, pick.story, r.findings) for r in rejected)
    return tuple(point for point in points if point is not None)


def _distinct(points: Sequence[KeyPoint]) -> tuple[KeyPoint, ...]:
    """The points without those that say word for word what stands before."""
    return tuple({point.text: point for point in reversed(points)}.values())[::-1]


def _printed(pick: Pick, headline: str, verdict: Verdict) -> Brief:
    return Brief(
        story=pick.story.id,
        headline=headline,
        articles=tuple(_source(article) for article in pick.story.articles),
        points=verdict.points,
        copies=pick.story.copies,
        score=pick.score,
        reasons=pick.reasons,
        told=pick.told,
        dropped=verdict.rejected,
    )


def _source(article: Article) -> Source:
    return Source(
        article.url, article.outlet, article.title, article.published, article.language, article.form
    )


def _edition(run: Run, picks: Sequence[Pick], briefs: Sequence[Brief]) -> Edition:
    settings = run.settings
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
    )


def _by_model(briefs: Sequence[Brief]) -> bool:
    """Whether a model wrote or chose something that is printed: readers must be told."""
    return any(point.way != "extractive" for brief in briefs for point in brief.points)


def edition_id(settings: Settings, now: datetime) -> str:
    """The name of the day's edition: its date where the reader is."""
    return str(now.astimezone(settings.timezone).date())


def remembered(store: Store, settings: Settings, now: datetime) -> tuple[Told, ...]:
    """What the editions before today's told, the latest first: making a day again must not change it."""
    today = now.astimezone(settings.timezone).date()
    earlier = store.editions.between(today - MEMORY, today)
    return tuple(told for text in reversed(earlier) for told in _told(document.read(text)))


def _told(edition: Edition) -> Iterator[Told]:
    for brief in edition.briefs:
        urls = tuple(article.url for article in brief.articles)
        points = tuple(point.text for point in brief.points)
        yield Told(edition.id, edition.date, brief.story, brief.headline, urls, points)


def save(edition: Edition, store: Store) -> None:
    """Keep the edition; raises ``EditionError`` where one of that day was already sent."""
    store.editions.save(edition.id, edition.date, document.write(edition), edition.made_at)


def send(
    edition: Edition,
    settings: Settings,
    store: Store,
    relay: deliver.Relay,
    addresses: Sequence[str],
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> deliver.Report:
    """Mail a saved edition to those addresses; whoever has got it gets no second copy.

    Raises ``EditionError`` for a sample or an empty edition, ``RelayError`` where the relay cannot be used.
    """
    links = own_links(settings, store, clock())
    email = letter(edition, personal(settings) if links else settings)
    return deliver.send(
        email,
        edition.id,
        addresses,
        store.deliveries,
        relay,
        settings=settings,
        leave=links.leave if links else None,
        clock=clock,
        progress=progress,
    )


def own_links(settings: Settings, store: Store, now: datetime) -> deliver.Links | None:
    """Readers' own addresses to leave by, where the digest has pages for it."""
    return deliver.Links(settings.web.url, store.keys.secrets(now)) if settings.web.url else None


def personal(settings: Settings) -> Settings:
    """The settings for an e-mail in which each reader's own address to leave by is put in place."""
    sender = settings.sender.model_copy(update={"unsubscribe": deliver.UNSUBSCRIBE_URL})
    return settings.model_copy(update={"sender": sender})


def letter(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition that may be sent, looked through before.

    Raises ``EditionError`` for a sample, an empty edition and one in which ``digest lint`` finds an error.
    """
    if edition.sample:
        raise EditionError("The sample day is made up and is never sent. `digest make` makes a real edition.")
    wrong = lint.errors(lint.lint(edition, settings))
    if wrong:
        reasons = "\n".join(f"  {remark.check}: {remark.reason}" for remark in wrong)
        raise EditionError(f"The e-mail is not fit to be sent:\n{reasons}\n`digest lint` says more.")
    return render.render_email(edition, settings)
