"""The list as a file: what other tools export can be read, what we export can be kept."""

from __future__ import annotations

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
    assert out == (f"{file}: 2 added, 0 were on the list already, 0 had left and stay away, 1 unusable.\n")
    assert err == f"{file}:4: 'no address' is no e-mail address.\n"
    assert digest("subscribers", "list")[1] == (
        "Ann@reader.example\tsince 2024-05-01\nbob@reader.example\tsince 2024-05-02\n"
    )


def test_who_left_is_not_brought_back_by_a_file(digest: Digest, tmp_path: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    digest("subscribers", "remove", "ann@reader.example")
    file = tmp_path / "list.csv"
    file.write_text("address\nann@reader.example\n", encoding="utf-8")
    assert "1 had left and stay away" in digest("subscribers", "import", str(file))[1]
    assert digest("subscribers", "list")[1] == ""


def test_what_is_exported_can_be_imported(digest: Digest, tmp_path: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    _, exported, _ = digest("subscribers", "export")
    assert exported == (
        "address,since,active,asked_at,confirmed_at,form,consent\n"
        "ann@reader.example,2026-03-02T06:31:00+00:00,yes\n"
    )
    file = tmp_path / "list.csv"
    file.write_text(exported, encoding="utf-8")
    assert "1 were on the list already" in digest("subscribers", "import", str(file))[1]


@pytest.mark.parametrize("content", [b"name\nAnn\n", b"", b"address\n\xff\n"])
def test_a_file_that_is_no_list_is_told_and_nothing_is_done(
    digest: Digest, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    status, _, err = digest("subscribers", "import", str(file))
    assert (status, str(file) in err) == (2, True)
    assert digest("subscribers", "list")[1] == ""
