"""Entries in, articles out: the page behind each entry, or what the feed itself said."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from digest.collect import cache
from digest.collect.cache import CachedResponse
from digest.collect.fetch import FetchError, Response, describe_status
from digest.collect.parser_pool import ParserError
from digest.collect.parsing.boilerplate import is_prose
from digest.collect.parsing.outlet_names import outlet_names, repeated_names, without_outlet
from digest.collect.parsing.urls import host
from digest.collect.parsing.values import ParsedPage
from digest.collect.web_client import Progress, WebClient, no_progress
from digest.models import Article, Entry, PageType, Problem, Sentence
from digest.text.sentences import split_sentences

FULL_TEXT = 1200
"""From how many characters on a feed's content is the article itself; teasers are shorter."""

REVISIT = timedelta(days=1)
"""After which time a page is asked again, if it is still of interest."""

_SHOWN_INSTEAD: dict[PageType, str] = {
    "stub": "no whole article (a paywall, a consent page or no text)",
    "gallery": "pictures and little text",
    "video": "a video and little text",
}
"""What pages show instead of an article, as a clause for the user."""

ArticleResult = tuple[tuple[Article, ...], tuple[Problem, ...]]


async def read_articles(
    entries: Sequence[Entry], web: WebClient, progress: Progress = no_progress
) -> ArticleResult:
    """An Article for each entry, in their order, and a Problem for each page that failed.

    An entry whose page cannot be had, or has no text, becomes an Article of the page type ``feed``, ``stub``,
    ``gallery`` or ``video`` made of what the feed said. Entries that lead to one page become one article. A page that dates an undated entry
    before the window is left out.
    """
    done = 0

    async def read_entry(entry: Entry) -> tuple[Article | None, Problem | None]:
        nonlocal done
        result = await _read_article(entry, web)
        done += 1
        progress("articles", done, len(entries))
        return result

    results = await asyncio.gather(*(read_entry(entry) for entry in entries))
    articles = {(a.outlet, a.url): a for a, _ in reversed(results) if a}
    web.records.note_articles(
        {(a.entry.feed.url, a.entry.url): a.url for a, _ in results if a and a.url != a.entry.url}
    )
    in_order = dict.fromkeys(articles[a.outlet, a.url] for a, _ in results if a)
    return tuple(_without_outlets(list(in_order))), tuple(p for _, p in results if p)


def _without_outlets(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, in whose titles no outlet is named: by the names that it has, and by what its titles have in common."""
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        titles[article.outlet].append(article.title)
    for article in articles:
        names = outlet_names((article.outlet,), article.url) | repeated_names(titles[article.outlet])
        yield replace(article, title=without_outlet(article.title, names))


async def _read_article(entry: Entry, web: WebClient) -> tuple[Article | None, Problem | None]:
    if is_full_text(entry.content):
        return _article_from_feed(entry, "article"), None
    try:
        async with asyncio.timeout_at(web.deadline):
            url, page = await _load_page(entry, web)
    except (FetchError, ParserError) as error:
        return _article_from_feed(entry, "feed"), Problem(
            "collect",
            entry.outlet,
            f"The page {entry.url} was not read: {error}. What the feed says of it is used.",
            missing=True,
        )
    except TimeoutError:
        return _article_from_feed(entry, "feed"), Problem(
            "collect",
            entry.outlet,
            f"The page {entry.url} was not read before the deadline. What the feed says of it is used.",
            missing=True,
        )
    if (
        page.published
        and entry.published is None
        and page.published < web.now - timedelta(hours=web.settings.hours)
    ):
        return None, None
    form: PageType = "stub" if len(page.text) < len(entry.summary) else page.form
    if form in _SHOWN_INSTEAD:
        reason = f"The page {entry.url} shows {_SHOWN_INSTEAD[form]}. What the feed says of it is used."
        return _article_from_feed(entry, form), Problem("collect", entry.outlet, reason, missing=True)
    return _article_from_page(entry, url, page), None


def is_full_text(content: str) -> bool:
    """Whether the content of a feed is the whole article rather than its beginning."""
    return len(content) >= FULL_TEXT and content.rstrip().endswith((".", "!", "?", "”", '"', "»", ")"))


async def _load_page(entry: Entry, web: WebClient) -> tuple[str, ParsedPage]:
    """The page and its address: from the cache if nothing says that it has changed, else fetched."""
    cached = cache.load(cache.RESPONSE, web.cache.get("page", entry.url))
    page = cache.load(cache.PARSED_PAGE, web.cache.get("text", cached.body)) if cached else None
    if cached and page and _is_fresh(cached, entry, web):
        return cached.url, page
    response = await web.get_page(entry.url, cached.validators() if cached and page else {})
    if response.status == 304 and cached and page:
        refreshed = replace(cached, at=web.now)
    elif response.status == 200:
        refreshed, page = await _parse_page(response, web)
    else:
        raise FetchError(describe_status(response.status))
    web.cache.put("page", entry.url, cache.dump(cache.RESPONSE, refreshed))
    return refreshed.url, page


def _is_fresh(cached: CachedResponse, entry: Entry, web: WebClient) -> bool:
    changed = entry.updated is not None and cached.at < entry.updated <= web.now
    return not changed and timedelta(0) <= web.now - cached.at < REVISIT


async def _parse_page(response: Response, web: WebClient) -> tuple[CachedResponse, ParsedPage]:
    content_type = response.headers.get("content-type", "")
    if "html" not in content_type and "xml" not in content_type and content_type:
        raise FetchError(f"it is no web page but {content_type[:60]}")
    page_hash = cache.content_hash(response.body)
    page = cache.load(cache.PARSED_PAGE, web.cache.get("text", page_hash))
    if page is None:
        page = cache.PARSED_PAGE.validate_json(
            await web.parsers.parse("page", response.url, response.body, content_type)
        )
        web.cache.put("text", page_hash, cache.dump(cache.PARSED_PAGE, page))
    web.pages += 1
    headers = response.headers
    return CachedResponse(
        web.now, response.url, headers.get("etag", ""), headers.get("last-modified", ""), page_hash
    ), page


def _sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of a text; headings and list items without a full stop stay in the text and are not sentences."""
    lines = text.split("\n")
    found = [s for s in split_sentences(text, language or "en") if is_prose(lines[s.paragraph])]
    return tuple(replace(sentence, number=number) for number, sentence in enumerate(found, 1))


def _article_from_page(entry: Entry, url: str, page: ParsedPage) -> Article:
    language = (page.language or entry.language)[:2].lower()
    canonical = page.canonical if host(page.canonical) == host(url) else ""
    return Article(
        entry=entry,
        url=canonical or url,
        title=page.title or entry.title,
        text=page.text,
        sentences=_sentences(page.text, language),
        form=page.form,
        standfirst=page.standfirst or entry.summary,
        authors=page.authors or entry.authors,
        published=entry.published or _utc(page.published),
        updated=_utc(page.updated) or entry.updated,
        language=language,
        section=page.section,
        image=page.image,
        corrections=page.corrections,
    )


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _article_from_feed(entry: Entry, form: PageType) -> Article:
    text = entry.content if form == "article" else entry.content or entry.summary
    return Article(
        entry=entry,
        url=entry.url,
        title=entry.title,
        text=text,
        sentences=_sentences(text, entry.language[:2]),
        form=form,
        standfirst=entry.summary,
        authors=entry.authors,
        published=entry.published,
        updated=entry.updated,
        language=entry.language[:2].lower(),
    )
