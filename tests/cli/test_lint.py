"""`digest lint`, and what a send does with its errors."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Digest
from tests.deliver.relays import FakeRelay


@pytest.fixture
def broken(config: Path, digest: Digest) -> Path:
    """A saved edition, and templates of one's own that leave out the unsubscribe link."""
    digest("make")
    text = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump(text | {"look": {"templates": "own"}}), encoding="utf-8")
    (config.parent / "own" / "email").mkdir(parents=True)
    (config.parent / "own" / "email" / "footer.mjml").write_text("<mj-text><p>Bye.</p></mj-text>")
    return config


def test_a_saved_edition_is_looked_through(digest: Digest) -> None:
    digest("make")

    status, out, _err = digest("lint")

    warning = (
        "warning headline: The headline 'Assembly passes budget by nine votes after Tidewater List returns to the fold' "
        "has 77 characters, more than 75.\n"
    )
    assert (0, f"{warning}edition 2026-03-02: 0 errors, 1 warning\n") == (status, out)


def test_what_is_wrong_is_told_and_the_status_says_so(digest: Digest, broken: Path) -> None:
    status, out, _err = digest("lint")

    assert 1 == status
    assert "error   leaving: The e-mail has no unsubscribe link." in out


def test_an_email_with_an_error_is_not_sent(digest: Digest, broken: Path, relay: FakeRelay) -> None:
    status, _out, err = digest("send", "--to", "ann@reader.example")

    assert 2 == status
    assert "The e-mail is not fit to be sent:\n  leaving: The e-mail has no unsubscribe link." in err
    assert [] == relay.received


def test_what_the_checks_refuse_of_an_edited_text_is_an_error_and_is_named_at_the_approval(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("make")
    digest("edit", "--headline", "1", "Storm leaves 99 dead on 9 May")

    status, out, _err = digest("lint")
    approved = digest("edit", "--approve")[1]

    assert (1, True) == (status, "edited by hand: " in out)
    assert out.endswith("5 errors, 1 warning\n")
    assert "The checks have 5 objections to what was edited: " in approved
    assert 0 == digest("send", "--to", "ann@reader.example")[0]
