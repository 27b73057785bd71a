from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import pytest

from digest.web.preview import PageSource, preview_app, serve_preview, server


@contextmanager
def preview(page: PageSource) -> Iterator[str]:
    """The preview of that page, served in a thread; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = server(preview_app(page))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            running.should_exit = True
            thread.join(10)


def test_the_page_is_shown_as_it_is() -> None:
    with preview(lambda: "<h1>Städte</h1>") as address:
        answer = httpx2.get(address)

    assert (200, "<h1>Städte</h1>") == (answer.status_code, answer.text)


def test_every_view_asks_for_the_page_anew() -> None:
    views = iter(["first", "second"])

    with preview(lambda: next(views)) as address:
        assert ["first", "second"] == [httpx2.get(address).text for _ in range(2)]


def test_no_script_runs_and_nothing_is_loaded_or_kept() -> None:
    with preview(lambda: "") as address:
        headers = httpx2.get(address).headers

    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert ("no-referrer", "nosniff", "no-store") == (
        headers["referrer-policy"],
        headers["x-content-type-options"],
        headers["cache-control"],
    )


def test_a_page_of_another_site_cannot_reach_the_preview_by_a_name_of_its_own() -> None:
    with preview(lambda: "private") as address:
        answer = httpx2.get(address, headers={"Host": "evil.example"})

    assert (400, "Invalid host header") == (answer.status_code, answer.text)


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve_preview(lambda: "", port=taken.getsockname()[1], open_browser=False)
