"""An edition in the browser of whoever makes it, as every kind of reader meets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from digest.errors import DigestError
from digest.models import Edition
from digest.render.templates import FOLDERS, fill
from digest.settings import Settings
from digest.web import live_reload, server
from digest.web.editing import Editing
from digest.web.edition_page import VIEWS, Switches, document

Source = Callable[[], tuple[Edition, Settings]]
"""Gives the edition and the settings of this moment; asked anew for every view."""

_FRESH = {"Cache-Control": "no-store"}
_CHROME = (
    server.headers(script_src="'self'", connect_src="'self'", frame_src="'self'", frame_ancestors="'none'")
    | _FRESH
)
_CONTENT = server.headers() | _FRESH


def preview_app(
    source: Source,
    watched: Sequence[Path] = (),
    texts: Mapping[str, str] | None = None,
    editing: Editing | None = None,
) -> Starlette:
    """A web application that shows an edition, and shows it anew when a file in those folders changes.

    ``texts`` are those of the articles by their addresses, as far as they are known; with ``editing`` the edition can
    be changed. It answers only under a name of this machine.
    """

    def chrome(request: Request) -> Response:
        switches = Switches.read(dict(request.query_params))
        edition, settings = source()
        values = {"edition": edition, "switches": switches, "views": VIEWS, "editing": editing is not None}
        return HTMLResponse(fill("web/preview.html", settings, "en", **values), headers=_CHROME)

    def content(request: Request) -> Response:
        shown = _content(source, Switches.read(dict(request.query_params)), texts or {})
        return HTMLResponse(shown, headers=_CONTENT)

    def script(_request: Request) -> Response:
        return Response(live_reload.SCRIPT, media_type="text/javascript", headers=_FRESH)

    routes = [
        Route("/", chrome),
        Route("/shown", content),
        Route("/live.js", script),
        Route("/live", live_reload.live),
        *(editing.routes() if editing else ()),
    ]
    app = Starlette(routes=routes, middleware=[server.LOOPBACK], exception_handlers={DigestError: _mistake})
    app.state.watched = [folder for root in watched for folder in live_reload.with_subfolders(root)]
    return app


def serve_preview(
    source: Source,
    config: Path | None = None,
    port: int = 0,
    open_browser: bool = True,
    ready: Callable[[str], object] = lambda _address: None,
    *,
    texts: Mapping[str, str] | None = None,
    editing: Editing | None = None,
) -> None:
    """Show the edition on loopback until the user stops it with Ctrl-C.

    A change to a template or to the configuration shows at once. ``ready`` is told the address; port 0
    takes any free one. Raises OSError if the port is taken.
    """
    _edition, settings = source()
    folders = [folder for folder in (*FOLDERS, Path(settings.look.templates)) if folder.is_dir()]
    app = preview_app(source, folders, texts, editing)
    if config is not None:
        app.state.watched.append(config.absolute().parent)
    server.serve(app, port, open_browser, ready)


def _mistake(_request: Request, error: Exception) -> Response:
    return HTMLResponse(_told(error), 500, _CONTENT)


def _told(error: Exception) -> str:
    return (
        f'<!doctype html><html lang="en"><title>Mistake</title><main><pre>{escape(str(error))}</pre></main>'
    )


def _content(source: Source, switches: Switches, texts: Mapping[str, str]) -> str:
    """What is to be seen; a mistake in a template or in the configuration is shown in its place."""
    try:
        return document(*source(), switches, texts)
    except DigestError as error:
        return _told(error)
