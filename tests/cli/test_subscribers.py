"""The list as a file: what other tools export can be read, what we export can be kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Digest


def test_a_file_of_another_tool_is_taken_with_its_dates(digest: Digest, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "\ufeffName,Email,Since\n"
        "Ann,Ann@Reader.example,2024-05-01\n"
        "Bob,bob@reader.example,2024-05-02T10:00:00+02:00\n"
        "Cem,no address,\n",
        encoding="utf-8",
    )
    status, out, err = digest("subscribers", "import", str(file))
    assert status == 1
    assert out == (
        f"{file}: 2 added, 0 were on the list already, 0 had left and stay away, 0 left out, 1 unusable.\n"
    )
    assert err == f"{file}:4: 'no address' is not an e-mail address.\n"
    assert digest("subscribers", "list")[1] == (
        "Ann@reader.example\tsince 2024-05-01\nbob@reader.example\tsince 2024-05-02\n"
    )


def test_who_left_is_not_brought_back_by_a_file(digest: Digest, tmp_path: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    digest("subscribers", "remove", "ann@reader.example")
    file = tmp_path / "list.csv"
    file.write_text("address\nann@reader.example\n", encoding="utf-8")
    assert "1 had left and stays away" in digest("subscribers", "import", str(file))[1]
    assert digest("subscribers", "list")[1] == ""


def test_what_is_exported_can_be_imported(digest: Digest, tmp_path: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    _, exported, _ = digest("subscribers", "export")
    assert exported == (
        "address,since,active,asked_at,confirmed_at,form,consent,topics,days,language,timezone,quiet\n"
        "ann@reader.example,2026-03-02T06:31:00+00:00,yes,,,,,,daily,,,nothing\n"
    )
    file = tmp_path / "list.csv"
    file.write_text(exported, encoding="utf-8")
    assert "1 was on the list already" in digest("subscribers", "import", str(file))[1]


MAILCHIMP = (
    "Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME\n"
    "ann@reader.example,Ann,2,2024-05-01 10:00:00,2024-05-01 10:05:00,\n"
    "bob@reader.example,Bob,2,,2024-05-02 10:00:00,2025-01-01 00:00:00\n"
)
LISTMONK = (
    "uuid,email,name,attributes,status,created_at,updated_at\n"
    "1,ann@reader.example,Ann,{},enabled,2024-05-01T10:05:00Z,2025-01-01T00:00:00Z\n"
    "2,bob@reader.example,Bob,{},blocklisted,2024-05-02T10:00:00Z,2025-01-01T00:00:00Z\n"
)
SUBSTACK = (
    "email,active_subscription,expiry,email_disabled,created_at\n"
    "ann@reader.example,false,,false,2024-05-01T10:05:00.000Z\n"
    "bob@reader.example,true,,true,2024-05-02T10:00:00.000Z\n"
)
OURS = (
    "address,since,active,asked_at,confirmed_at,form,consent,topics,days,language,timezone,quiet\n"
    "ann@reader.example,2024-05-01T10:05:00+00:00,yes,,,,,,daily,,,nothing\n"
    "bob@reader.example,2024-05-01T10:05:00+00:00,no,,,,,,daily,,,nothing\n"
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (MAILCHIMP, "unsub_time is '2025-01-01 00:00:00'"),
        (LISTMONK, "status is 'blocklisted'"),
        (SUBSTACK, "email_disabled is 'true'"),
        (OURS, "active is 'no'"),
    ],
    ids=["mailchimp", "listmonk", "substack", "ours"],
)
def test_lists_of_other_tools_are_read_and_who_left_there_is_left_out(
    digest: Digest, tmp_path: Path, content: str, why: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(content, encoding="utf-8")
    status, out, err = digest("subscribers", "import", str(file))
    assert (status, out) == (
        0,
        f"{file}: 1 added, 0 were on the list already, 0 had left and stay away, 1 left out, 0 unusable.\n",
    )
    assert err == f"{file}:3: bob@reader.example is left out: {why}.\n"
    assert digest("subscribers", "list")[1] == "ann@reader.example\tsince 2024-05-01\n"


def test_choices_go_along_with_a_list(digest: Digest, tmp_path: Path) -> None:
    file, back = tmp_path / "list.csv", tmp_path / "back.csv"
    line = (
        'ann@reader.example,2024-05-01T10:05:00+00:00,yes,,,,,"[""Budget, or not""]",sat,de,Asia/Tokyo,lead\n'
    )
    file.write_text(OURS.splitlines()[0] + "\n" + line, encoding="utf-8")
    digest("subscribers", "import", str(file))
    back.write_text(digest("subscribers", "export")[1], encoding="utf-8")
    assert back.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


def test_one_reader_is_told_and_erased_and_stays_away(digest: Digest, tmp_path: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    told = json.loads(digest("subscribers", "export", "ann@reader.example")[1])
    assert [row["address"] for row in told["subscriber"]] == ["ann@reader.example"]
    erased = [digest("subscribers", "erase", "Ann@Reader.example")[1] for _ in range(2)]
    assert erased == ["Ann@Reader.example has been erased.\n", "Ann@Reader.example was not known.\n"]
    assert digest("subscribers", "add", "ann@reader.example")[1] == (
        "ann@reader.example was erased and stays away: only its reader can sign up again.\n"
    )
    file = tmp_path / "list.csv"
    file.write_text("address\nann@reader.example\n", encoding="utf-8")
    assert "1 had left and stays away" in digest("subscribers", "import", str(file))[1]
    assert digest("subscribers", "list")[1] == ""


@pytest.mark.parametrize(
    "content", [b"name\nAnn\n", b"", b"address\n\x81\n", b"PK\x03\x04\x14\0", b"ann@reader.example\n"]
)
def test_a_file_that_is_no_list_is_told_and_nothing_is_done(
    digest: Digest, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    status, _, err = digest("subscribers", "import", str(file))
    assert (status, str(file) in err) == (2, True)
    assert digest("subscribers", "list")[1] == ""
