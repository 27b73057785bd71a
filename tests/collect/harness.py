"""What tests of collecting share: a keep in memory, a web that may reach the test server, feeds and pages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import TypeVar

from pytest_httpserver import HTTPServer

from digest.collect import WebClient, open_web, read_articles, read_feeds
from digest.collect.feed_records import TransientFeedRecords
from digest.models import Article, Entry, Feed, Problem, Window
from digest.settings import CollectSettings
from tests.make import NOW

T = TypeVar("T")
DAY = Window(NOW - timedelta(hours=26), NOW)
LOCAL = CollectSettings(
    allow_private_hosts=(ip_network("127.0.0.1/32"),),
    timeout=2,
    pause=0,
    contact="https://digest.example/about",
)


class Memory(dict[tuple[str, str], str]):
    """A cache that lasts as long as the test, and the records of feeds beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.records = TransientFeedRecords()

    def get(self, kind: str, key: str) -> str | None:  # type: ignore[override]
        return super().get((kind, key))

    def put(self, kind: str, key: str, value: str) -> None:
        self[kind, key] = value


def on_the_web(
    work: Callable[[WebClient], Awaitable[T]],
    keep: Memory | None = None,
    now: datetime = NOW,
    settings: CollectSettings = LOCAL,
) -> T:
    """What ``work`` returns when it is given an open web."""

    async def run() -> T:
        cache = Memory() if keep is None else keep
        async with open_web(settings, cache, cache.records, now) as web:
            return await work(web)

    return asyncio.run(run())


def entries_of(
    *feeds: Feed,
    keep: Memory | None = None,
    now: datetime = NOW,
    window: Window = DAY,
    settings: CollectSettings = LOCAL,
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """What ``read_feeds`` makes of the feeds."""
    return on_the_web(lambda web: read_feeds(feeds, window, web), keep, now, settings)


def articles_of(
    *entries: Entry, keep: Memory | None = None, now: datetime = NOW, settings: CollectSettings = LOCAL
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """What ``read_articles`` makes of the entries."""
    return on_the_web(lambda web: read_articles(entries, web), keep, now, settings)


def rss(*items: str, channel: str = "") -> str:
    """An RSS 2.0 feed with those items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title>{channel}{inner}</channel></rss>'


def item(
    title: str = "Council adopts budget", link: str = "https://herald.example/budget", rest: str = ""
) -> str:
    """The inside of an RSS item, an hour before NOW."""
    return f"<title>{title}</title><link>{link}</link><pubDate>Mon, 02 Mar 2026 05:30:00 GMT</pubDate>{rest}"


PARAGRAPHS = (
    "The council adopted the budget for the coming year on Monday evening after a debate of six hours.",
    "Mayor Ada Quill said the plan would keep all nine libraries open and repair the harbour bridge.",
    "Two members of the opposition abstained, and one voted against the plan because of its cost.",
    "The budget takes effect on the first of April and will be reviewed by the auditor in the autumn.",
)


def page(
    *paragraphs: str, title: str = "Council adopts budget", head: str = "", before: str = "", after: str = ""
) -> str:
    """An article page with those paragraphs, or with PARAGRAPHS."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<main><article><h1>{title}</h1>{before}{body}{after}</article></main><footer>The Herald</footer></body></html>"
    )


def serve(
    server: HTTPServer,
    path: str,
    body: str | bytes,
    content_type: str = "text/html; charset=utf-8",
    **headers: str,
) -> str:
    """Let the server answer that path; returns the address."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    server.expect_request(path).respond_with_data(body, content_type=content_type, headers=named)
    return server.url_for(path)


def asked(server: HTTPServer) -> list[str]:
    """The paths that the server was asked for, in order."""
    return [request.path for request, _ in server.log]


def reasons(problems: Iterable[Problem]) -> list[str]:
    """The reasons of problems, without addresses of the test server."""
    return [problem.reason for problem in problems]
