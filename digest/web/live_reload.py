"""Changes on disk, pushed to the browser."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from watchfiles import Change, awatch

from digest.render.templates import reload_templates

SCRIPT = """\
const frame = document.querySelector("iframe");
new EventSource("/live").onmessage = () => frame.contentWindow.location.reload();
"""
SUFFIXES = frozenset({".css", ".html", ".mjml", ".po", ".txt", ".yaml", ".yml"})


async def live(request: Request) -> Response:
    """Events (WHATWG HTML, server-sent events): one whenever a watched file has changed."""
    state = request.app.state
    return StreamingResponse(
        _events(state.watched, state.stopping),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


async def _events(folders: Sequence[Path], stopping: threading.Event) -> AsyncIterator[str]:
    # Each folder by itself: below the one of the configuration there may be anything.
    changes = awatch(
        *folders,
        watch_filter=lambda _change, path: Path(path).suffix in SUFFIXES,
        debounce=50,
        step=20,
        recursive=False,
        stop_event=stopping,
        rust_timeout=500,
        yield_on_timeout=True,
    )
    async for changed in changes:
        if any(change is not Change.modified or path.endswith(".po") for change, path in changed):
            reload_templates()
        # What is said where nothing changed keeps the connection alive, and tells that the watch has begun.
        yield "data: changed\n\n" if changed else ": watching\n\n"


def with_subfolders(folder: Path) -> list[Path]:
    """The folder and all below it."""
    return [folder, *sorted(path for path in folder.rglob("*") if path.is_dir())]
