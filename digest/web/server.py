"""A small web server, and what every answer of ours says to browsers."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

LOOPBACK = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
"""Answers only under a name of this machine: a page elsewhere cannot reach it by a name of its own (DNS rebinding)."""

_POLICY = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "https: data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}


def headers(**policy: str) -> dict[str, str]:
    """Headers with a strict Content-Security-Policy, opened where asked: ``script_src="'self'"``.

    Whatever a feed put into a page: no script runs, nothing is loaded but a logo, no outlet learns who reads.
    """
    directives = _POLICY | {name.replace("_", "-"): value for name, value in policy.items()}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in directives.items()),
        "X-Frame-Options": "SAMEORIGIN" if "self" in directives["frame-ancestors"] else "DENY",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def serve(
    app: Starlette,
    port: int = 0,
    open_browser: bool = True,
    ready: Callable[[str], object] = lambda _address: None,
    host: str = "127.0.0.1",
) -> None:
    """Serve an application until the user stops it with Ctrl-C.

    ``ready`` is told the address once a browser can open it; port 0 takes any free one. Raises OSError
    where the host is not one of this machine or the port is taken.
    """
    with listening(port, host) as listener:
        address = f"http://{host}:{listener.getsockname()[1]}/"
        ready(address)
        if open_browser:
            webbrowser.open(address)
        with suppress(KeyboardInterrupt):
            server(app).run(sockets=[listener])


def listening(port: int = 0, host: str = "127.0.0.1") -> socket.socket:
    """A socket that takes connections. Raises OSError if the host is nobody here or the port is taken."""
    # asyncio turns Nagle's delay (40 ms an answer) off only where a socket names its protocol.
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    family, kind, protocol, _name, address = found[0]
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class _Server(uvicorn.Server):
    """Lets answers that have no end of their own know when it is time: they watch ``app.state.stopping``."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(
            # No log of requests: a reader's own address is a key to the list.
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                lifespan="off",
                timeout_graceful_shutdown=10,
            )
        )
        self._stopping = app.state.stopping = threading.Event()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stopping.set()
        await super().shutdown(sockets)


def server(app: Starlette) -> uvicorn.Server:
    """A server that is quiet, and gone within ten seconds of being asked: a mail on its way gets that long."""
    return _Server(app)
