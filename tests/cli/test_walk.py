"""From the bytes of feeds to a mail in the relay's hands: the whole program, nothing replaced."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import time_machine

from digest.store import open_store
from tests.cli.conftest import NOW, Digest
from tests.deliver.relays import FakeRelay


def parts(relay: FakeRelay) -> tuple[EmailMessage, str, str]:
    """The last message that the relay got, with its text and its HTML."""
    content = relay.received[-1].content
    assert isinstance(content, bytes)
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    return message, text.get_content(), html.get_content()


def test_a_run_makes_the_edition_and_mails_it_to_every_subscriber(digest: Digest, relay: FakeRelay) -> None:
    digest("subscribers", "add", "ann@reader.example", "bob@reader.example")

    status, out, _err = digest("run")

    message, text, html = parts(relay)
    assert status == 0, out
    assert sorted(relay.recipients) == ["ann@reader.example", "bob@reader.example"]
    assert message["List-Unsubscribe"]
    assert "Morning Post" in str(message["From"])
    assert "1 Mill Lane, Halvern" in text
    assert "1 Mill Lane, Halvern" in html


def test_every_point_of_a_saved_edition_stands_in_the_mail_and_in_its_source(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("make")
    digest("send", "--to", "ann@reader.example")

    edition = json.loads(digest("show", "--format", "json")[1])
    briefs = [brief for section in edition["sections"] for brief in section["briefs"]]
    points = [point for brief in briefs for point in brief["points"]]
    _message, text, _html = parts(relay)
    printed = " ".join(text.split())
    assert len(briefs) >= 6
    assert all(brief["points"] for brief in briefs)
    assert [] == [point["text"] for point in points if " ".join(point["text"].split()) not in printed]
    assert all(point["evidence"][0]["quote"] for point in points)


def test_a_second_send_mails_only_who_has_not_got_it(digest: Digest, relay: FakeRelay) -> None:
    digest("make")
    digest("subscribers", "add", "ann@reader.example")
    digest("send")
    digest("subscribers", "add", "bob@reader.example")

    digest("send")
    digest("send")

    assert relay.recipients == ["ann@reader.example", "bob@reader.example"]


def test_a_slot_is_worked_on_once(digest: Digest, relay: FakeRelay) -> None:
    digest("subscribers", "add", "ann@reader.example")
    digest("run")

    status, out, _err = digest("run", now=NOW + timedelta(minutes=5))

    assert status == 0
    assert "Nothing is due. The next edition is due Tue 03 Mar 06:30 UTC." in out
    assert relay.recipients == ["ann@reader.example"]


def test_an_edition_for_which_nobody_was_on_the_list_goes_out_once_somebody_is(
    digest: Digest, relay: FakeRelay
) -> None:
    nobody = digest("run")
    digest("subscribers", "add", "ann@reader.example", now=NOW + timedelta(hours=3))

    status = digest("run", now=NOW + timedelta(hours=3))[0]
    digest("subscribers", "add", "bob@reader.example", now=NOW + timedelta(hours=4))
    later = digest("run", now=NOW + timedelta(hours=4))

    assert (1, 0, 0) == (nobody[0], status, later[0])
    assert "Nobody is on the list, so the edition 2026-03-02 is saved and not sent." in nobody[1]
    assert "Nothing is due." in later[1]
    assert ["ann@reader.example"] == relay.recipients


def test_an_edition_for_which_nobody_came_within_twelve_hours_is_given_up(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("run")
    digest("subscribers", "add", "ann@reader.example")

    status, out, _err = digest("run", now=NOW + timedelta(hours=12))

    assert (0, True) == (status, "Nothing is due." in out)
    assert [] == relay.recipients


def test_a_relay_that_is_down_loses_nothing_and_the_next_run_goes_on(
    digest: Digest, relay: FakeRelay, config: Path
) -> None:
    digest("subscribers", "add", "ann@reader.example")
    right = config.read_text(encoding="utf-8")
    config.write_text(right.replace(f"port: {relay.port}", "port: 1"), encoding="utf-8")
    failed, _out, err = digest("run")
    config.write_text(right, encoding="utf-8")

    status, _out, _err = digest("run", now=NOW + timedelta(minutes=5))

    assert (failed, status) == (2, 0)
    assert "The relay 127.0.0.1:1 cannot be reached" in err
    assert relay.recipients == ["ann@reader.example"]


def test_making_a_day_again_gives_the_same_edition(digest: Digest) -> None:
    digest("make")
    first = json.loads(digest("show", "--format", "json")[1])

    digest("make")

    second = json.loads(digest("show", "--format", "json")[1])
    assert first["sections"] == second["sections"]


def test_the_next_day_does_not_tell_the_same_again(digest: Digest) -> None:
    digest("make")
    first = json.loads(digest("show", "--format", "json")[1])

    digest("make", now=NOW + timedelta(days=1))

    second = json.loads(digest("show", "--format", "json")[1])
    told = {point["text"] for s in first["sections"] for b in s["briefs"] for point in b["points"]}
    again = [
        p["text"] for s in second["sections"] for b in s["briefs"] for p in b["points"] if p["text"] in told
    ]
    assert [] == again


def test_a_reader_far_away_gets_the_edition_at_the_hour_there(
    digest: Digest, relay: FakeRelay, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "address,days,timezone,quiet\n"
        "ann@reader.example,daily,,nothing\n"
        "bob@reader.example,daily,America/New_York,nothing\n"
        "cem@reader.example,tue,,nothing\n",
        encoding="utf-8",
    )
    digest("subscribers", "import", str(file))

    assert digest("run")[0] == 0
    assert relay.recipients == ["ann@reader.example"]
    status, out, _err = digest("status")
    assert (status, out.splitlines()) == (
        0,
        [
            "2026-03-02  1 open: 1 pending, 1 sent",
            "  1 copy waits for the hour that the reader chose, the first until 11:30 UTC.",
        ],
    )
    dry = digest("send", "--dry-run")[1]
    assert sorted(dry.splitlines()[2:]) == [
        "ann@reader.example\thas it already",
        "bob@reader.example\twould get it at 11:30 UTC",
    ]
    digest("run", now=NOW.replace(hour=11, minute=29))
    assert relay.recipients == ["ann@reader.example"]
    digest("run", now=NOW.replace(hour=11, minute=30))
    assert relay.recipients == ["ann@reader.example", "bob@reader.example"]


def test_one_thing_is_never_told_in_the_plural(digest: Digest, config: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")

    check, run, export = digest("check")[1], digest("run")[1], digest("export", "site")[1]

    assert [] == re.findall(r"\b1 [a-z]+s\b", check + run + export)
    assert "can be used; 1 subscriber\n" in check
    assert "sent      1 copy now" in run
    assert "1 edition in site" in export


def test_a_run_forgets_what_was_fetched_more_than_ninety_days_ago(digest: Digest, config: Path) -> None:
    digest("subscribers", "add", "ann@reader.example")
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        for days in (91, 89):
            with time_machine.travel(NOW - timedelta(days=days), tick=False):
                store.cache.put("page", f"{days} days old", "text")

    assert digest("run")[0] == 0

    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        assert [None, "text"] == [store.cache.get("page", f"{days} days old") for days in (91, 89)]
