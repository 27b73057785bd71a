"""The keys of readers' links, from the command line."""

from __future__ import annotations

from tests.cli.conftest import Digest


def test_a_new_key_signs_and_it_is_said_how_long_the_old_links_work(digest: Digest) -> None:
    digest("subscribers", "add", "ann@reader.example")
    expected = "Key {} signs readers' links from now on. Links in older copies work until 2027-04-06.\n"
    told = [digest("keys", "rotate") for _ in range(2)]
    assert told == [(0, expected.format(number), "") for number in (1, 2)]
