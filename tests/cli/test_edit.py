"""Editing, holding and approving by command, and what the other commands make of it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import yaml

from tests.cli.conftest import NOW, Digest
from tests.deliver.relays import FakeRelay

ANN = "ann@reader.example"
WAITS = "The edition 2026-03-02 waits to be approved. `digest edit 2026-03-02` shows it"


def with_review(config: Path, review: object) -> None:
    text = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**text, "review": review}), encoding="utf-8")


def printed(digest: Digest) -> list[dict[str, object]]:
    sections = json.loads(digest("show", "--format", "json")[1])["sections"]
    return [brief for section in sections for brief in section["briefs"]]


def test_before_anything_was_made_there_is_nothing_to_edit(digest: Digest) -> None:
    assert (2, "") == digest("edit")[:2]
    assert "There is no saved edition yet. `digest make` makes today's" in digest("edit")[2]


def test_an_edition_is_listed_with_the_number_of_every_part(digest: Digest) -> None:
    digest("make")

    status, out, _err = digest("edit")

    first = printed(digest)[0]
    words = " ".join(out.split())
    assert status == 0
    assert f" 1 {first['headline']} [leads] 1.1 {first['points'][0]['text']}" in words  # type: ignore[index]
    assert out.endswith(
        "It needs no approval: `digest send 2026-03-02` sends it, and so does the next run that is due.\n"
    )


def test_the_list_says_which_story_leads_whoever_decided_it(digest: Digest) -> None:
    digest("make")
    first = max(printed(digest), key=lambda brief: brief["score"])  # type: ignore[arg-type, return-value]
    other = next(brief for brief in printed(digest) if brief != first)

    by_score = " ".join(digest("edit")[1].split())
    by_hand = " ".join(digest("edit", "--first", str(printed(digest).index(other) + 1))[1].split())

    assert (1, True) == (by_score.count("[leads]"), f"{first['headline']} [leads]" in by_score)
    assert (1, True) == (by_hand.count("[leads]"), f"{other['headline']} [leads]" in by_hand)


def test_an_edition_is_changed_in_one_call_and_says_what_the_checks_object_to(digest: Digest) -> None:
    digest("make")
    before = printed(digest)

    status, out, _err = digest(
        "edit", "--drop", "2", "--headline", "1", "Nothing happened on 9 May", "--first", "3"
    )

    after = printed(digest)
    assert status == 0
    assert [b["story"] for b in before if b is not before[1]] == [b["story"] for b in after]
    assert ("Nothing happened on 9 May", True) == (after[0]["headline"], after[0]["edited"])
    assert "Nothing happened on 9 May [edited]" in " ".join(out.split())
    assert "! date: " in out
    assert f"{before[2]['headline']} [leads]" in " ".join(out.split())


def test_a_number_that_is_not_there_changes_nothing(digest: Digest) -> None:
    digest("make")
    before = printed(digest)

    status, _out, err = digest("edit", "--drop", "1", "--drop", "99")

    assert (2, True) == (status, "There is no '99' in the edition 2026-03-02" in err)
    assert before == printed(digest)


def test_an_edition_that_was_sent_is_not_edited(digest: Digest) -> None:
    digest("subscribers", "add", ANN)
    digest("make")
    digest("send")

    status, _out, err = digest("edit", "--drop", "1")

    assert (2, True) == (status, "is being sent or was sent, so it can no longer be changed" in err)
    assert "It is being sent or was sent, and can no longer be changed." in digest("edit")[1]


def test_making_the_day_again_does_not_overwrite_edits_unasked(digest: Digest) -> None:
    digest("make")
    count = len(printed(digest))
    digest("edit", "--drop", "1")

    assert (2, True) == ((refused := digest("make"))[0], "`digest make --again`" in refused[2])
    assert count - 1 == len(printed(digest))
    assert 0 == digest("make", "--again")[0]
    assert count == len(printed(digest))


def test_a_run_sends_what_was_edited_before_it_was_due(digest: Digest, relay: FakeRelay) -> None:
    digest("subscribers", "add", ANN)
    digest("make", now=NOW - timedelta(hours=1))
    digest("edit", "--headline", "1", "A headline of our own", now=NOW - timedelta(minutes=30))

    assert digest("run")[0] == 0
    assert any("A headline of our own" in part.get_content() for part in relay.messages[-1].iter_parts())


def test_where_approval_is_required_nothing_goes_out_without_it(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    with_review(config, "required")
    digest("subscribers", "add", ANN)

    status, out, _err = digest("run")
    again, sent = digest("run"), digest("send")

    assert (1, 1, 2) == (status, again[0], sent[0])
    assert all(WAITS in words for words in (out, again[1], sent[2]))
    assert [] == relay.recipients
    digest("edit", "--approve")
    assert digest("run", now=NOW + timedelta(hours=2))[0] == 0
    assert [ANN] == relay.recipients
    assert "Nothing is due." in digest("run", now=NOW + timedelta(hours=2))[1]


def test_a_reviewer_gets_test_copies_and_the_real_one_after_the_approval(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    with_review(config, "required")
    digest("subscribers", "add", ANN)
    digest("make")

    status, out, _err = digest("send", "--to", ANN)
    again = digest("send", "--to", ANN, now=NOW + timedelta(minutes=1))[0]
    edited = digest("edit", "--headline", "1", "A headline of our own", "--approve")[0]
    digest("send")

    subjects = [str(message["Subject"]) for message in relay.messages]
    assert (0, 0, 0) == (status, again, edited)
    assert "sent      1 copy now; in all: 1 sent\nThat was a test: the edition stays as it was" in out
    assert [True, True, False] == [subject.startswith("[Test] ") for subject in subjects]
    assert 3 == len({message["Message-ID"] for message in relay.messages})
    assert [ANN, ANN, ANN] == relay.recipients


def test_a_reader_who_unsubscribed_gets_no_test_copy(digest: Digest, config: Path, relay: FakeRelay) -> None:
    with_review(config, "required")
    digest("subscribers", "add", ANN)
    digest("subscribers", "remove", ANN)
    digest("make")

    status, _out, err = digest("send", "--to", ANN)

    assert (2, f"digest: {ANN} has unsubscribed. Nothing was sent.\n") == (status, err)
    assert [] == relay.recipients


def test_an_edit_after_the_approval_needs_approval_again(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    with_review(config, "required")
    digest("subscribers", "add", ANN)
    digest("make")
    digest("edit", "--approve")
    digest("edit", "--drop", "1")

    assert digest("run")[0] == 1
    assert [] == relay.recipients
    digest("edit", "--drop", "1", "--approve")
    assert digest("run")[0] == 0


def test_the_clock_sends_or_skips_what_nobody_approved(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    with_review(config, {"until": "06:45", "then": "skip"})
    digest("subscribers", "add", ANN)
    late = NOW + timedelta(minutes=20)

    before, after, later = digest("run"), digest("run", now=late), digest("run", now=late)

    assert (1, True) == (before[0], "and at 06:45 is skipped." in before[1])
    assert (1, True) == (after[0], "was not approved by 06:45 and does not go out" in after[1])
    assert (0, True) == (later[0], "Nothing is due." in later[1])
    assert [] == relay.recipients
    with_review(config, {"until": "06:45", "then": "send"})
    assert digest("send", now=late)[0] == 0


def test_what_is_held_is_not_sent_whatever_the_configuration(digest: Digest, relay: FakeRelay) -> None:
    digest("subscribers", "add", ANN)
    digest("make")
    digest("edit", "--hold")

    assert (2, True) == (
        (sent := digest("send"))[0],
        "The edition 2026-03-02 is held." in sent[2],
    )
    assert [] == relay.recipients
    digest("edit", "--approve")
    assert digest("send")[0] == 0


def test_a_review_that_is_none_of_the_three_is_told_with_its_line(digest: Digest, config: Path) -> None:
    for review, words in (
        ("requird", "review: must be one of 'none' or 'required': did you mean 'required'?"),
        ({"until": "06:15"}, "review.then: is missing"),
        ({"until": "6", "then": "send"}, "review.until: '6' does not fit. Time of day in `timezone`"),
        ({"until": "06:15", "then": "wait"}, "review.then: must be one of 'send' or 'skip'"),
    ):
        with_review(config, review)
        assert words in digest("make")[2]


def test_readers_see_no_edition_on_the_web_before_it_may_go_out(digest: Digest, config: Path) -> None:
    with_review(config, "required")
    digest("make")
    digest("export", "site")
    before = (config.parent / "site" / "2026-03-02").exists()
    digest("edit", "--approve")
    digest("export", "site")

    assert (False, True) == (before, (config.parent / "site" / "2026-03-02" / "index.html").exists())
