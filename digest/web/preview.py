"""One page, shown in the browser from a small server on this machine."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

PageSource = Callable[[], str]
"""Gives the page as HTML; asked anew for every view."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Whatever a feed put into the page: no script runs, nothing is loaded, no outlet learns of this server."""


def preview_app(page: PageSource) -> Starlette:
    """A web application that shows the page at ``/``, only under a name of this machine (DNS rebinding)."""

    def show(_request: Request) -> Response:
        return HTMLResponse(page(), headers=HEADERS)

    guard = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    return Starlette(routes=[Route("/", show)], middleware=[guard])


def serve_preview(
    page: PageSource,
    port: int = 0,
    open_browser: bool = True,
    ready: Callable[[str], object] = lambda _address: None,
) -> None:
    """Serve the page on loopback until the user stops it with Ctrl-C.

    ``ready`` is told the address once a browser can open it; port 0 takes any free one. Raises OSError
    where the port is taken.
    """
    with socket.create_server(("127.0.0.1", port)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        ready(address)
        if open_browser:
            webbrowser.open(address)
        server(preview_app(page)).run(sockets=[listener])


def server(app: Starlette) -> uvicorn.Server:
    """A server for one reader: quiet, and gone within a second of being asked."""
    return uvicorn.Server(
        uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
    )
