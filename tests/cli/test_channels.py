"""After an edition was sent, other channels hear of it once."""

from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer

from tests.cli.conftest import Digest

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # one of apprise's services uses it


@pytest.fixture(autouse=True)
def _ready(digest: Digest, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_CHANNELS", f"json://127.0.0.1:{httpserver.port}/")
    digest("subscribers", "add", "ann@reader.example")
    digest("make")


def test_a_channel_is_told_once_however_often_the_edition_is_sent(
    digest: Digest, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/").respond_with_data("ok")
    assert digest("send", "--to", "bob@reader.example")[0] == 0
    assert httpserver.log == []
    assert digest("send")[0] == 0
    assert digest("send")[0] == 0
    assert len(httpserver.log) == 1


def test_a_channel_that_fails_is_told_and_tried_again_by_the_next_send(
    digest: Digest, httpserver: HTTPServer
) -> None:
    httpserver.expect_oneshot_request("/").respond_with_data("no", status=500)
    httpserver.expect_request("/").respond_with_data("ok")
    status, out, err = digest("run")
    assert (status, "1 sent" in out, "channel json: It could not be reached" in err) == (1, True, True)
    assert digest("send")[0] == 0
    assert len(httpserver.log) == 2
