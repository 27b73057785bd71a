"""A web application on a port of this machine, as a test's browser meets it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.applications import Starlette

from digest.web.server import listening, server


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The application, served in a thread; gives its address."""
    with listening() as listener:
        running = server(app)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            running.should_exit = True
            thread.join(10)
