"""Who has got an edition, who waits, who is in doubt: told, and gone on with."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from digest.models import Delivery
from digest.store import open_store
from tests.cli.conftest import NOW, Digest
from tests.deliver.relays import FakeRelay

ANN, BOB = "ann@reader.example", "bob@reader.example"


@pytest.fixture(autouse=True)
def _made(digest: Digest) -> None:
    digest("subscribers", "add", ANN)
    digest("subscribers", "add", BOB)
    digest("make")


def _cut_first(relay: FakeRelay) -> None:
    def cut(_envelope: object) -> str:
        if relay.received:
            return "250 OK"
        raise ConnectionAbortedError

    relay.on_data = cut


def test_an_edition_that_was_not_sent_says_what_sends_it(digest: Digest) -> None:
    told = "2026-03-02  not sent: `digest send 2026-03-02` sends it.\n"
    assert [(0, told)] * 2 == [digest("status")[:2], digest("status", "2026-03-02")[:2]]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"review": "required"}, "The edition 2026-03-02 waits to be approved. `digest edit"),
        (
            {"review": {"until": "07:00", "then": "send"}},
            "The edition 2026-03-02 waits to be approved and at 07:00 goes out by itself.",
        ),
        (
            {"review": {"until": "06:30", "then": "skip"}, "schedule": {"at": "06:00"}},
            "The edition 2026-03-02 was not approved by 06:30 and does not go out.",
        ),
        ({"smtp": {}}, "Nothing can be sent before `smtp` and `sender` are filled in in the configuration."),
    ],
)
def test_an_edition_that_cannot_go_out_says_why_and_until_when(
    digest: Digest, config: Path, changes: dict[str, object], why: str
) -> None:
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**plain, **changes}), encoding="utf-8")

    assert f"2026-03-02  not sent: {why}" in digest("status")[1]
    assert why in digest("make")[1]


def test_an_edition_for_which_nobody_is_on_the_list_says_so(digest: Digest) -> None:
    digest("subscribers", "remove", ANN, BOB)

    assert (
        "not sent: Nobody is on the list yet: `digest subscribers add ADDRESS`, then" in digest("status")[1]
    )


def test_an_edition_that_everybody_has_is_finished(digest: Digest, relay: FakeRelay) -> None:
    digest("send")
    assert digest("status")[:2] == (0, "2026-03-02  finished: 2 sent\n")


def test_copies_that_another_program_holds_are_told_of(digest: Digest, config: Path) -> None:
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.deliveries.enqueue([Delivery("2026-03-02", ANN, "pending", "<1@here.example>")], NOW)
        store.deliveries.claim("2026-03-02", "another", 1, NOW, timedelta(minutes=2))
    told = "  1 copy is with a program that sends now, or that died less than two minutes ago.\n"
    assert digest("status") == (1, f"2026-03-02  1 open: 1 claimed\n{told}", "")


def test_a_copy_in_doubt_is_named_and_sent_again_only_where_that_is_asked(
    digest: Digest, relay: FakeRelay
) -> None:
    _cut_first(relay)
    digest("send")
    (doubtful,) = {ANN, BOB} - {address for envelope in relay.received[1:] for address in envelope.rcpt_tos}
    status, out, _ = digest("status")
    assert status == 1
    assert f"  uncertain {doubtful}  the connection was lost" in out
    digest("resume", "--no-wait")
    assert relay.recipients == [ANN, BOB]
    assert "1 of 1 uncertain copy is now pending." in digest("resume", "--again", doubtful)[1]
    assert relay.recipients == sorted([ANN, BOB, doubtful])
    assert len({message["Message-ID"] for message in relay.messages}) == 2


def test_a_copy_that_did_arrive_is_settled_by_hand(digest: Digest, relay: FakeRelay) -> None:
    _cut_first(relay)
    digest("send")
    digest("resume", "--arrived", ANN, BOB)
    assert digest("status")[:2] == (0, "2026-03-02  finished: 2 sent\n")


def test_all_copies_in_doubt_are_sent_again_or_settled_together(digest: Digest, relay: FakeRelay) -> None:
    _cut_first(relay)
    digest("send")

    assert "1 of 1 uncertain copy is now pending." in digest("resume", "--again", "all")[1]
    assert 3 == len(relay.recipients)
    assert digest("status")[:2] == (0, "2026-03-02  finished: 2 sent\n")
    assert "uncertain" not in digest("resume", "--arrived", "all")[1]


def test_what_was_put_off_is_tried_by_the_run_between_slots(digest: Digest, relay: FakeRelay) -> None:
    relay.on_rcpt = lambda address: "450 later" if address == ANN else "250 OK"
    digest("run")
    assert f"  deferred  {ANN}  450 later (try 1; next try 06:33 UTC)" in digest("status")[1]
    relay.on_rcpt = lambda _address: "250 OK"
    digest("run", now=NOW + timedelta(minutes=5))
    assert digest("status")[:2] == (0, "2026-03-02  finished: 2 sent\n")


def test_with_pages_of_its_own_every_copy_has_the_readers_own_address_to_leave_by(
    digest: Digest, relay: FakeRelay, config: Path
) -> None:
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    settings["web"] = {"url": "https://post.morning.example"}
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    assert digest("send")[0] == 0
    links = set()
    for message in relay.messages:
        link = str(message["List-Unsubscribe"]).strip("<>")
        assert link.startswith("https://post.morning.example/unsubscribe/")
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert all(link in part.get_content() for part in message.iter_parts())
        links.add(link)
    assert len(links) == 2


def test_the_figures_are_printed_for_programs_without_an_address(digest: Digest, relay: FakeRelay) -> None:
    digest("send")
    status, out, _ = digest("status", "--format", "json")
    told = json.loads(out)

    assert (0, True, {"sent": 2}, 2) == (status, told["ready"], told["copies"], told["subscribers"])
    assert ANN not in out
