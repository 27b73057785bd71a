"""The sample press on a loopback port of its own, for as long as somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Network
from socketserver import ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit

from digest.sample.country import Outlet, outlets, topics
from digest.sample.press import Document, Press
from digest.settings import FeedSettings, Settings, TopicSettings

NETWORK = IPv4Network("127.0.0.1/32")


@dataclass(frozen=True, slots=True)
class SampleDay:
    """What an edition of one of the two days is made from."""

    now: datetime
    feeds: tuple[FeedSettings, ...]
    topics: tuple[TopicSettings, ...]

    def settings(self, base: Settings | None = None) -> Settings:
        """Settings that read this day's feeds; all else is as in ``base``, or as by default."""
        base = base or Settings(title="The Halvern Digest", feeds=self.feeds, topics=self.topics)
        collect = {
            "allow_private_hosts": (NETWORK,),
            "connections_per_host": 8,  # the whole press is one host here, and it minds no haste
            "pause": 0.0,
            "window_hours": 24,
        }
        return base.model_copy(
            update={
                "feeds": self.feeds,
                "topics": self.topics,
                "language": "en",
                "collect": base.collect.model_copy(update=collect),
            }
        )


@dataclass(frozen=True, slots=True)
class Sample:
    """The running sample press: its address and its two days, a day apart."""

    url: str
    yesterday: SampleDay
    today: SampleDay


@contextmanager
def serve(now: datetime, port: int = 0) -> Iterator[Sample]:
    """Serve the press of the sample country at 127.0.0.1 until the context ends.

    ``now`` is the moment at which today's edition is made (aware; articles are published relative to
    it). Port 0 takes one that is free. Raises OSError if the port is in use.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    with _SampleServer(("127.0.0.1", port), _Handler) as server:
        server.press = Press(server.url, now)
        thread = Thread(target=server.serve_forever, args=(0.02,), name="sample press", daemon=True)
        thread.start()
        try:
            yield Sample(
                url=server.url,
                yesterday=SampleDay(
                    now - timedelta(days=1), _feeds(server.url, 1, "feed-yesterday"), topics()
                ),
                today=SampleDay(now, _feeds(server.url, 2, "feed"), topics()),
            )
        finally:
            server.shutdown()
            thread.join()


def _feeds(base: str, day: int, name: str) -> tuple[FeedSettings, ...]:
    """The feeds of that day; an outlet that has nothing yet has no feed."""

    def feed(outlet: Outlet) -> FeedSettings:
        return FeedSettings(
            name=outlet.name, url=f"{base}/{outlet.key}/{name}", lean=outlet.lean, region=outlet.region
        )

    return tuple(feed(outlet) for outlet in outlets() if any(a.day <= day for a in outlet.articles))


class _SampleServer(ThreadingTCPServer):
    """Not ``http.server.HTTPServer``, which asks for the host's name and can wait seconds for it."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128
    press: Press

    @property
    def url(self) -> str:
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD with validators, RFC 9110 section 13."""

    server: _SampleServer
    protocol_version = "HTTP/1.1"
    server_version = "SamplePress/1"
    timeout = 5
    wbufsize = -1
    """Buffered, so that head and body leave together: apart, each answer waits 40 ms for an acknowledgement."""

    def do_GET(self) -> None:
        document = self.server.press.get(urlsplit(self.path).path)
        if document is None:
            self._answer(HTTPStatus.NOT_FOUND, b"Not found\n")
        elif self._unchanged(document):
            self._answer(HTTPStatus.NOT_MODIFIED, b"", document)
        else:
            self._answer(HTTPStatus.OK, document.body, document)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Say nothing: the terminal belongs to the program that reads."""

    def _unchanged(self, document: Document) -> bool:
        tags = self.headers["If-None-Match"]
        if tags is not None:
            return document.etag in tags
        try:
            return parsedate_to_datetime(self.headers["If-Modified-Since"] or "") >= document.modified
        except ValueError:
            return False

    def _answer(self, status: HTTPStatus, body: bytes, document: Document | None = None) -> None:
        self.send_response(status)
        if document:
            self.send_header("Content-Type", document.type)
            self.send_header("ETag", document.etag)
            self.send_header("Last-Modified", format_datetime(document.modified, usegmt=True))
            self.send_header("Cache-Control", "max-age=0")
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
