"""Mail that came back, handed to the command line or read from a mailbox."""

from __future__ import annotations

import argparse
import io
import ssl
import sys
from pathlib import Path

import pytest
import yaml

from digest.cli import wiring
from digest.cli.bounces import mailbox
from tests.cli.conftest import NOW, Digest
from tests.deliver.mailboxes import Mailbox, serving
from tests.deliver.relays import FakeRelay
from tests.deliver.reports import complaint, delivery_report, reply

ANN = "ann@reader.example"


@pytest.fixture
def returned(config: Path, digest: Digest, relay: FakeRelay) -> str:
    """The return address of Ann's copy of an edition that was sent."""
    settings = yaml.safe_load(config.read_text())
    settings["bounces"] = {"address": "@bounces.morning.example", "hard": 1}
    config.write_text(yaml.safe_dump(settings))
    digest("subscribers", "add", ANN)
    digest("make")
    digest("send")
    return str(relay.received[0].mail_from)


def _piped(digest: Digest, monkeypatch: pytest.MonkeyPatch, octets: bytes) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(octets)))
    return digest("bounces")


def test_a_refused_copy_takes_its_reader_off_the_list_and_status_says_why(
    digest: Digest, returned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _piped(digest, monkeypatch, delivery_report(returned)) == (
        0,
        "bounces   1 took a reader off the list\n",
        "",
    )
    assert digest("subscribers", "list")[1] == ""
    assert digest("status")[1] == (
        "2026-03-02  finished: 1 sent\n"
        f"  hard bounce {ANN}  5.1.1 smtp; 550 5.1.1 no such user\n"
        "Off the list because mail came back:\n"
        f"  2026-03-02  {ANN}  hard: 5.1.1 smtp; 550 5.1.1 no such user\n"
        "  `digest subscribers restore --since 2026-03-02` puts them back, but for complaints.\n"
    )


def test_what_a_bounce_did_is_undone_by_restore(
    digest: Digest, returned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _piped(digest, monkeypatch, delivery_report(returned))

    undone = digest("subscribers", "restore", "--since", "2026-03-02")

    assert (
        0,
        f"{ANN} gets the digest again.\n1 reader put back; who left or complained stays away.\n",
        "",
    ) == undone
    assert (
        f"{ANN}\tsince 2026-03-02\t1 refusal for no fault of the reader\n" == digest("subscribers", "list")[1]
    )
    assert digest("subscribers", "restore")[2].endswith(
        "`subscribers restore` takes the first day of the bounces that are to be undone: --since 2026-03-02.\n"
    )


def test_a_soft_bounce_is_told_with_the_reader(
    digest: Digest, returned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _piped(digest, monkeypatch, delivery_report(returned, action="delayed", status="4.2.2"))
    assert digest("subscribers", "list")[1] == f"{ANN}\tsince 2026-03-02\t1 soft bounce\n"


def test_a_complaint_that_nobody_signed_is_shown_and_changes_nothing(
    digest: Digest, returned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "1 could not be understood" in _piped(digest, monkeypatch, complaint(ANN))[1]
    assert "1 could not be understood" in _piped(digest, monkeypatch, reply())[1]
    assert digest("subscribers", "list")[1] == f"{ANN}\tsince 2026-03-02\n"
    out = digest("status")[1]
    assert "Returned mail that could not be understood: 2; the last:\n" in out
    assert "'FW: Council adopts budget': it names no copy of ours\n" in out


def test_who_the_relay_refuses_counts_as_well(
    config: Path, digest: Digest, relay: FakeRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = yaml.safe_load(config.read_text())
    settings["bounces"] = {"hard": 1}
    config.write_text(yaml.safe_dump(settings))
    relay.on_rcpt = lambda _address: "550 5.1.1 no such user"
    digest("subscribers", "add", ANN)
    digest("make")
    digest("send")
    assert digest("subscribers", "list")[1] == ""


def test_the_mailbox_is_read_and_what_is_odd_flagged(
    config: Path,
    returned: str,
    server_tls: ssl.SSLContext,
    trusting: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DIGEST_IMAP_PASSWORD", "open sesame")
    mail = [delivery_report(returned), reply(), reply(header="Auto-Submitted: auto-replied")]
    settings = yaml.safe_load(config.read_text())
    with serving(Mailbox(mail), server_tls) as inbox:
        settings["bounces"].update({"imap_host": "127.0.0.1", "imap_port": inbox.port})
        config.write_text(yaml.safe_dump(settings))
        setup = wiring.setup(argparse.Namespace(config=config, now=NOW))
        with setup.store() as store:
            assert mailbox(setup, store, trusting) == {"removed": 1, "unknown": 1, "ignored": 1}
            assert mailbox(setup, store, trusting) == {}
    assert inbox.flags == {1: r"(\Seen)", 2: r"(\Seen \Flagged)", 3: r"(\Seen)"}


@pytest.mark.parametrize("args", [(), ("--imap",)])
def test_without_an_address_for_bounces_the_user_is_told_what_to_set(
    digest: Digest, args: tuple[str, ...]
) -> None:
    status, _, err = digest("bounces", *args)
    assert (status, "bounces.address" in err) == (2, True)


def test_a_mail_server_keeps_a_message_that_cannot_be_written_down(
    config: Path, digest: Digest, returned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (config.parent / "digest.db").write_bytes(b"no database" * 1000)
    status, _, err = _piped(digest, monkeypatch, delivery_report(returned))
    assert (status, "cannot be used" in err) == (75, True)


def test_a_mailbox_that_cannot_be_read_is_told_and_stops_no_edition(
    config: Path, digest: Digest, returned: str
) -> None:
    assert digest("bounces", "--imap")[0] == 2
    settings = yaml.safe_load(config.read_text())
    settings["bounces"].update({"imap_host": "127.0.0.1", "imap_port": 1})
    config.write_text(yaml.safe_dump(settings))
    status, out, err = digest("run")
    assert "The mailbox 127.0.0.1:1 cannot be read: Connection refused. Check bounces.imap_host." in err
    assert (status, "1 sent" in out) == (0, True)


@pytest.fixture
def two_reports(config: Path, digest: Digest, relay: FakeRelay) -> list[bytes]:
    """What came back of the copies of two readers."""
    settings = yaml.safe_load(config.read_text())
    settings["bounces"] = {"address": "@bounces.morning.example", "hard": 1}
    config.write_text(yaml.safe_dump(settings))
    digest("subscribers", "add", ANN, "bob@reader.example", "cat@reader.example", "dan@reader.example")
    digest("make")
    digest("send")
    by_reader = sorted(relay.received, key=lambda copy: copy.rcpt_tos)
    return [delivery_report(str(copy.mail_from)) for copy in by_reader[:2]]


SEPARATOR = b"From MAILER-DAEMON Mon Mar  2 07:00:00 2026\n"


@pytest.mark.parametrize("form", ["mbox", "files", "folder", "Maildir", "standard input"])
def test_each_of_two_reports_counts_in_whatever_files_they_lie(
    digest: Digest, two_reports: list[bytes], tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two_reports
    mbox = SEPARATOR + one + b"\n" + SEPARATOR + other + b"\n"
    folder = tmp_path / "returned"
    for name in ("new", "cur"):
        (folder / name).mkdir(parents=True)
    if form == "standard input":
        ended = _piped(digest, monkeypatch, mbox)
    else:
        paths = {"mbox": ["box"], "files": ["a.eml", "b.eml"], "folder": ["new"], "Maildir": ["."]}[form]
        lie = {"box": mbox} if form == "mbox" else {"a.eml": one, "b.eml": other}
        lie |= {"new/1:2,": one, "new/2": other} if form == "folder" else {}
        lie = {"new/1": one, "cur/2:2,S": other} if form == "Maildir" else lie
        for name, octets in lie.items():
            (folder / name).write_bytes(octets)
        ended = digest("bounces", *(str(folder / path) for path in paths))

    assert (0, "bounces   2 took a reader off the list\n", "") == ended
    assert ["cat@reader.example", "dan@reader.example"] == [
        line.partition("\t")[0] for line in digest("subscribers", "list")[1].splitlines()
    ]


def test_refusals_of_everybody_count_when_somebody_says_so(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    settings = yaml.safe_load(config.read_text())
    settings["bounces"] = {"hard": 1}
    config.write_text(yaml.safe_dump(settings))
    digest("subscribers", "add", "bob@reader.example", ANN)
    relay.on_rcpt = lambda _address: "550 5.1.1 no such user"
    digest("make")

    stopped = digest("send")
    assert "for one reason (550 5.1.1 no such user), so sending stopped" in stopped[2]
    assert stopped[2].splitlines()[-1] in digest("status")[1]
    assert (
        0,
        "The refusals of 2026-03-02 count: 0 readers were taken off the list. `digest send 2026-03-02` goes on with it.\n",
        "",
    ) == digest("bounces", "--believe", "2026-03-02")
    digest("send")
    assert "" == digest("subscribers", "list")[1]


def test_a_file_that_is_not_there_is_told(digest: Digest, returned: str) -> None:
    status, _, err = digest("bounces", "nowhere.mbox")

    assert (2, True) == (status, "nowhere.mbox cannot be written or read" in err)
