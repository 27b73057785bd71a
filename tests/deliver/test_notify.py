"""Other channels, told over real HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from digest.deliver.notify import notify, read_channels
from digest.errors import MessageError
from digest.models import Problem

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # one of apprise's services uses it


def test_a_channel_is_told_what_is_out(httpserver: HTTPServer) -> None:
    httpserver.expect_oneshot_request("/", method="POST").respond_with_data("ok")
    channel = f"json://ann:sesame@127.0.0.1:{httpserver.port}/"
    assert list(notify([channel], "The Brief", "Council adopts budget\nhttps://here.example/mon/")) == [
        (channel, None)
    ]
    (request,) = (request for request, _ in httpserver.log)
    told = request.get_json()
    assert (told["title"], told["message"]) == (
        "The Brief",
        "Council adopts budget\nhttps://here.example/mon/",
    )


def test_a_channel_that_fails_is_a_problem_without_its_password_and_the_next_one_is_told(
    httpserver: HTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    httpserver.expect_request("/").respond_with_data("no", status=500)
    good = f"json://127.0.0.1:{httpserver.port}/"
    bad = f"json://ann:sesame@127.0.0.1:{httpserver.port}/"
    told = dict(notify([bad, "nonsense://sesame", good], "a", "b"))
    assert told[bad] == Problem(
        "deliver", "channel json", "It could not be reached. Check its address and try again."
    )
    assert told["nonsense://sesame"] == Problem(
        "deliver", "channel nonsense", "apprise does not know this kind of address. Correct it."
    )
    assert len(httpserver.log) == 2
    assert "sesame" not in "".join(capsys.readouterr())


def test_channels_come_from_the_environment_and_from_a_file_of_the_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "channels"
    file.write_text("# ours\n\njson://b\n")
    file.chmod(0o600)
    assert read_channels("json://a  json://c", str(file)) == ("json://a", "json://c", "json://b")
    assert read_channels("", "") == ()
    file.chmod(0o644)
    with pytest.raises(MessageError, match="chmod 600"):
        read_channels("", str(file))
    with pytest.raises(
        MessageError, match=r"cannot be read: No such file or directory. Check channels\.file"
    ):
        read_channels("", str(tmp_path / "none"))
