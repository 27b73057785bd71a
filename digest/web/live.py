"""Changes on the disk, told to the browser."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from watchfiles import awatch

SCRIPT = """\
const frame = document.querySelector("iframe");
new EventSource("/live").onmessage = () => frame.contentWindow.location.reload();
"""
SUFFIXES = frozenset({".css", ".html", ".mjml", ".po", ".txt", ".yaml", ".yml"})


async def live(request: Request) -> Response:
    """Events (WHATWG HTML, server-sent events): one whenever a watched file has changed."""
    folders: Sequence[Path] = request.app.state.watched
    return StreamingResponse(
        _events(folders), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _events(folders: Sequence[Path]) -> AsyncIterator[str]:
    yield ": watching\n\n"
    # Each folder by itself: below the one of the configuration there may be anything.
    changes = awatch(
        *folders,
        watch_filter=lambda _change, path: Path(path).suffix in SUFFIXES,
        debounce=50,
        step=20,
        recursive=False,
        stop_event=None,
    )
    async for _changed in changes:
        yield "data: changed\n\n"


def with_subfolders(folder: Path) -> list[Path]:
    """The folder and all below it."""
    return [folder, *sorted(path for path in folder.rglob("*") if path.is_dir())]
