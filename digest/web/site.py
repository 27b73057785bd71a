"""The archive on the web: served, or written as plain files for any server."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from digest.web.archive import Archive, File, sealed
from digest.web.search import Search

_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "interest-cohort=()",
}
"""The policy on content stands in each page, so that plain files have it as well."""


def site(archive: Archive) -> Starlette:
    """A web application for the archive. It sets no cookie and keeps nothing of who reads."""
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

    return Starlette(routes=[Route("/search", find), Route("/{path:path}", show)])


def _answer(request: Request, file: File) -> Response:
    headers = _HEADERS | {"ETag": file.etag, "Cache-Control": "public, max-age=60"}
    if request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    return Response(file.body, headers=headers, media_type=file.media_type)


def export(archive: Archive, folder: Path) -> int:
    """Write the whole archive as plain files; gives how many were new or different.

    Raises OSError where the folder cannot be written.
    """
    return sum(_write(archive, path, folder) for path in archive.paths())


def _write(archive: Archive, path: str, folder: Path) -> bool:
    file = archive.file(path)
    target = folder / path if path.endswith(".xml") else folder / path / "index.html"
    if file is None or (target.is_file() and target.read_bytes() == file.body):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.body)
    return True
