"""The page on which readers change what comes, see all that is kept about them, and have it erased."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from digest.models import Subscriber
from digest.web.forms import chosen, read_fields
from digest.web.pages import Pages, headers


@dataclass(frozen=True, slots=True)
class Choices(Pages):
    """What a reader does with the link for preferences. Opening it changes nothing."""

    def routes(self) -> list[Route]:
        """The paths for a web server."""
        return [
            Route("/preferences/{token}", self.show, methods=["GET"]),
            Route("/preferences/{token}", self.change, methods=["POST"]),
            Route("/preferences/{token}/data", self.data, methods=["GET"]),
            Route("/preferences/{token}/erase", self.erase_page, methods=["GET"]),
            Route("/preferences/{token}/erase", self.erase, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        reader = await self._found(request)
        return self._page(reader) if reader else self.unknown()

    async def change(self, request: Request) -> Response:
        reader, fields = await self._found(request), await read_fields(request)
        if fields is None:
            return self.page("too_much", status=413)
        if reader is None:
            return self.unknown()
        preferences = chosen(fields, self.settings)
        await run_in_threadpool(self.store.subscribers.prefer, reader.address, preferences)
        return self._page(Subscriber(reader.address, reader.since, preferences=preferences), saved=True)

    async def data(self, request: Request) -> Response:
        """Everything about the reader, as a file."""
        address = await self.reader("preferences", request)
        if address is None:
            return self.unknown()
        kept = await run_in_threadpool(self.store.personal.everything, address)
        named = {"Content-Disposition": 'attachment; filename="my-data.json"'}
        return JSONResponse(kept, headers=headers() | named)

    async def erase_page(self, request: Request) -> Response:
        address = await self.reader("preferences", request)
        return self.page("erase", await self.language(address)) if address else self.unknown()

    async def erase(self, request: Request) -> Response:
        """Forget the reader. A second time there is nothing left to forget, and the answer is the same."""
        address = await self.reader("preferences", request)
        if address is None:
            return self.unknown()
        language = await self.language(address)
        await run_in_threadpool(self.store.personal.erase, address, self.clock())
        return self.page("erased", language)

    async def _found(self, request: Request) -> Subscriber | None:
        """The reader of the link, if still on the list."""
        address = await self.reader("preferences", request)
        return await run_in_threadpool(self.store.subscribers.find, address) if address else None

    def _page(self, reader: Subscriber, *, saved: bool = False) -> Response:
        language = reader.preferences.language
        return self.page(
            "preferences",
            language,
            saved=saved,
            address=reader.address,
            own=self.links.preferences_url(reader.address).removeprefix(self.links.url),
            leave=self.links.unsubscribe_url(reader.address).removeprefix(self.links.url),
            offer=self.offer(reader.preferences, language),
        )
