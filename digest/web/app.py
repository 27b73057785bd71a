"""The pages for readers on one server: the archive, and signing up where readers may."""

from __future__ import annotations

import re

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from digest.web.archive import Archive, File, sealed
from digest.web.search import Search
from digest.web.signup import Signup

_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "interest-cohort=()",
}
"""The policy on content stands in each page, so that plain files have it as well."""

_SLASHES = re.compile("/{2,}")
_READERS = ("/signup", "/confirm/", "/unsubscribe/", "/preferences/")
"""Paths of readers' own pages; in the archive a slash behind is part of the address."""


def site(archive: Archive, signup: Signup | None = None) -> Starlette:
    """A web application with everything that readers open. It sets no cookie and keeps nothing of who reads."""
    routes = [*(signup.routes() if signup else ()), *_routes(archive)]
    return Starlette(routes=routes, middleware=[Middleware(TidyPaths)])


class TidyPaths:
    """Takes a path as it was meant: mail programs and their proxies double slashes, and add one behind.

    A one-click POST must not be redirected (RFC 8058), so the path is mended before it is looked up. A server hands it
    on with percent-encoding undone, in whichever case that was written.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = _SLASHES.sub("/", scope["path"])
            scope["path"] = path.rstrip("/") if path.startswith(_READERS) else path
        await self._app(scope, receive, send)


def _routes(archive: Archive) -> list[Route]:
    """The archive; it takes every path that is nobody else's, so it stands last."""
    search = Search(archive)

    async def show(request: Request) -> Response:
        path = request.path_params["path"]
        file = await run_in_threadpool(archive.file, path.strip("/"))
        if file is None:
            return Response("There is no such page.", 404, _HEADERS, "text/plain")
        if path and not path.endswith(("/", ".xml")):
            return RedirectResponse(f"/{path}/", 301, _HEADERS)
        return _answer(request, file)

    async def find(request: Request) -> Response:
        query = request.query_params.get("q", "")[:200]
        page = sealed(await run_in_threadpool(search.page, query))
        return HTMLResponse(page, headers=_HEADERS | {"Cache-Control": "no-store"})

    return [Route("/search", find), Route("/{path:path}", show)]


def _answer(request: Request, file: File) -> Response:
    headers = _HEADERS | {"ETag": file.etag, "Cache-Control": "public, max-age=60"}
    if request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    return Response(file.body, headers=headers, media_type=file.media_type)
