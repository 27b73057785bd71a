"""What all pages for readers share: how they look, what they tell browsers, and whose a link is.

A link carries the authority of its reader: there is no cookie, no login and no session to ride on, and nothing in
a link or a form leads elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from digest.deliver import Relay, SignedLinks
from digest.deliver.signed_links import Purpose
from digest.models import Preferences
from digest.render.labels import languages_beside, weekdays
from digest.render.templates import fill, template_folders
from digest.settings import Settings
from digest.store.store import Store
from digest.web.forms import by_region

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one digest, and what they work with."""

    settings: Settings
    store: Store
    links: SignedLinks
    relay: Relay
    clock: Callable[[], datetime]

    async def reader(self, purpose: Purpose, request: Request) -> str | None:
        """Whose link this is; None if it is forged, altered, too old or for something else."""
        token = request.path_params["token"]
        if address := self.links.verify_token(purpose, token):
            return address
        # A sender beside us may have got a new key since we looked.
        secrets = await run_in_threadpool(self.store.keys.secrets, self.clock())
        return replace(self.links, secrets=secrets).verify_token(purpose, token)

    async def language(self, address: str) -> str:
        """The language that the reader of that address chose; empty for that of the digest."""
        reader = await run_in_threadpool(self.store.subscribers.find, address)
        return reader.preferences.language if reader else ""

    def page(
        self,
        name: str,
        language: str = "",
        *,
        status: int = 200,
        task: BackgroundTask | None = None,
        framed: bool = False,
        **values: object,
    ) -> Response:
        """The page of that name in the reader's language; framed where the configuration lets others frame it."""
        settings = self.settings
        tongue = language or settings.language
        page = fill(f"signup/{name}.html", settings, tongue, title=settings.title, framed=framed, **values)
        return HTMLResponse(page, status, headers(settings.web.origins if framed else ()), background=task)

    def unknown(self) -> Response:
        """What a link gets that is nobody's. It says no more than that."""
        return self.page("unknown", status=404)

    def offer(self, chosen: Preferences, language: str = "") -> Offer:
        """What this digest lets readers choose, with what they chose."""
        settings = self.settings
        named = zip(_DAYS, weekdays(language or settings.language), strict=True)
        return Offer(
            chosen=chosen,
            topics=tuple(topic.name for topic in settings.topics),
            weekdays=tuple((day, name) for day, name in named if day in settings.schedule.days),
            languages=languages_beside(settings.language, template_folders(settings.look)),
            zones=by_region(),
            timezone=settings.timezone.key,
            hour=f"{settings.schedule.at:%H:%M}",
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen, and what is."""

    chosen: Preferences
    topics: tuple[str, ...]
    weekdays: tuple[tuple[str, str], ...]
    """The days of the week that have an edition: as it is sent, and as it is called."""
    languages: Mapping[str, str]
    zones: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    timezone: str
    """That of the digest."""
    hour: str
    """At which an edition is due."""


def headers(framed_by: tuple[str, ...] = ()) -> dict[str, str]:
    """Nothing is loaded or kept, a reader's own address goes to nobody as a referrer, and only these sites frame it."""
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors "
    )
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy + (" ".join(framed_by) or "'none'"),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    } | ({} if framed_by else {"X-Frame-Options": "DENY"})
