"""What monitors ask: is it alive, is it ready, and what are its figures; on a port of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from ipaddress import ip_address
from threading import Thread

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from digest.pipeline.health import HealthWatch, health_json
from digest.settings import Settings
from digest.web.metrics import MEDIA_TYPE, exposition
from digest.web.server import LOOPBACK, listening, server


def health_site(watch: HealthWatch, settings: Settings, clock: Callable[[], datetime]) -> Starlette:
    """`/healthz` answers while the process lives, `/readyz` 503 where something is missing, `/metrics` the figures."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        health = await run_in_threadpool(watch.look)
        return JSONResponse(health_json(health, settings), 200 if health.ready else 503)

    async def metrics(_request: Request) -> Response:
        text = await run_in_threadpool(lambda: exposition(watch.look(), settings, clock()))
        return Response(text, media_type=MEDIA_TYPE)

    routes = [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(routes=routes, middleware=[LOOPBACK] if _is_loopback(settings.health.host) else [])


@contextmanager
def answering(watch: HealthWatch, settings: Settings, clock: Callable[[], datetime]) -> Iterator[str]:
    """Answer monitors beside what runs inside; gives the address, empty if none is wanted.

    Raises OSError where the host is not one of this machine or the port is taken.
    """
    if not settings.health.port:
        yield ""
        return
    with listening(settings.health.port, settings.health.host) as listener:
        running = server(health_site(watch, settings, clock))
        thread = Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://{settings.health.host}:{listener.getsockname()[1]}/"
        finally:
            running.should_exit = True
            thread.join(5)
            watch.close()


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
