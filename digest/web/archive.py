"""The editions of a publisher as a web site: documents by path, the same for a server and for plain files.

/                    the latest editions, and the months of the older ones
/2026-03/            the editions of a month
/2026-03-02/         an edition, for good at this address
/feed.xml            the latest editions for feed readers (Atom, RFC 4287)
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from time import monotonic
from typing import Protocol

from digest import edition_json
from digest.models import Edition
from digest.render import ArchivePosition, render_page
from digest.render.templates import fill
from digest.render.view import view
from digest.settings import Settings

LATEST = 30
"""Editions on the first page and in the feed."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_HEAD = re.compile(r"<head>")


class ArchiveEntry(Protocol):
    """What a library says of a saved edition without opening it."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def saved_at(self) -> datetime: ...


class Library(Protocol):
    """Where editions are kept; the store's ``editions`` are one."""

    def list(self) -> Sequence[ArchiveEntry]:
        """All editions, the newest first."""

    def load(self, edition_id: str) -> str | None:
        """The document of that edition, or None if there is none."""


@dataclass(frozen=True, slots=True)
class File:
    """A document of the site as it goes over the wire."""

    body: bytes
    media_type: str
    etag: str


class Archive:
    """The site. What was made once is kept until the library changes, which is looked up once a second.

    Search and sign-up are offered only where a server of ours answers (``served``); plain files have none.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        *,
        served: bool = True,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._library, self._settings, self._clock = library, settings, clock
        self._served = served
        self._rows: tuple[ArchiveEntry, ...] = ()
        self._looked_up = float("-inf")
        self._files: dict[str, File | None] = {}
        self._editions: dict[tuple[str, datetime], Edition] = {}

    def rows(self) -> tuple[ArchiveEntry, ...]:
        """The public editions, the newest first; the sample day is none."""
        if self._clock() - self._looked_up >= 1:
            rows = tuple(row for row in self._library.list() if not row.id.startswith("sample-"))
            if rows != self._rows:
                self._rows, self._files = rows, {}
            self._looked_up = self._clock()
        return self._rows

    def edition(self, row: ArchiveEntry) -> Edition:
        """The edition of that row, opened once."""
        key = (row.id, row.saved_at)
        if key not in self._editions:
            self._editions[key] = edition_json.read(self._library.load(row.id) or "")
        return self._editions[key]

    def file(self, path: str) -> File | None:
        """The document at that path, without its slashes at either end; None if there is none."""
        self.rows()
        if path not in self._files:
            made = self._made(path)
            if made is None:
                return None  # not kept: there are endless paths that lead nowhere
            self._files[path] = made
        return self._files[path]

    def paths(self) -> Iterator[str]:
        """The paths of all documents."""
        yield from ("", "feed.xml")
        yield from _months(self.rows())
        yield from (row.id for row in self.rows())

    def search(self, query: str, found: Sequence[tuple[Edition, int]]) -> str:
        """The page that shows what a search has found: editions, and the number of a brief in each."""
        return self._filled("web/search.html", query=query, found=found)

    def _made(self, path: str) -> File | None:
        rows = self.rows()
        if path == "feed.xml":
            feed = self._filled("web/feed.xml", entries=self._listed(rows[:LATEST]))
            return _file(feed, "application/atom+xml")
        if path == "":
            older = _months(rows[LATEST:])
            return _page(
                self._filled("web/archive.html", entries=self._listed(rows[:LATEST]), months=older, month="")
            )
        if path in _months(rows):
            chosen = [row for row in rows if f"{row.date:%Y-%m}" == path]
            return _page(
                self._filled("web/archive.html", entries=self._listed(chosen), months=(), month=path)
            )
        number = next((n for n, row in enumerate(rows) if row.id == path), None)
        return None if number is None else _page(self._printed(number))

    def _printed(self, number: int) -> str:
        rows = self.rows()
        earlier = rows[number + 1].id if number + 1 < len(rows) else ""
        later = rows[number - 1].id if number else ""
        edition = self.edition(rows[number])
        home = self._settings.web.url
        place = ArchivePosition(home, f"{home}/{edition.id}/", earlier, later)
        return render_page(edition, self._settings, place)

    def _listed(self, rows: Sequence[ArchiveEntry]) -> list[tuple[ArchiveEntry, Edition, str]]:
        """Rows with their editions and the headline that leads each."""
        editions = [(row, self.edition(row)) for row in rows]
        leads = [view(edition, self._settings).lead for _row, edition in editions]
        return [
            (*pair, lead.headline if lead else pair[1].title)
            for pair, lead in zip(editions, leads, strict=True)
        ]

    def _filled(self, name: str, **values: object) -> str:
        settings, web = self._settings, self._settings.web
        values |= {"title": settings.title, "address": settings.web.url}
        values |= {"searchable": self._served, "signup": self._served and bool(web.url) and web.signup}
        return fill(name, settings, settings.language, **values)


def sealed(page: str) -> str:
    """The page with a policy that lets nothing but its own style and pictures in (CSP level 3, hashes)."""
    hashes = (
        base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in _STYLE.findall(page)
    )
    styles = " ".join(f"'sha256-{digest}'" for digest in hashes)
    policy = f"default-src 'none'; style-src {styles}; img-src https:; base-uri 'none'; form-action 'self'"
    return _HEAD.sub(f'<head>\n<meta http-equiv="Content-Security-Policy" content="{policy}">', page, count=1)


def _page(markup: str) -> File:
    return _file(sealed(markup), "text/html")


def _file(text: str, media_type: str) -> File:
    body = text.encode()
    return File(body, f"{media_type}; charset=utf-8", f'"{hashlib.sha256(body).hexdigest()[:20]}"')


def _months(rows: Sequence[ArchiveEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{row.date:%Y-%m}" for row in rows))
