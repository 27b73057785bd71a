"""Readers' own addresses: what was signed opens, and nothing else."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import SignedLinks
from digest.deliver.signed_links import Purpose

URL = "https://digest.example"
LINKS = SignedLinks(URL, [b"a key", b"an older key"])
PURPOSES: tuple[Purpose, ...] = ("confirm", "unsubscribe", "preferences")
ALPHABET = string.ascii_letters + string.digits + "-_="

addresses = st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable())


def _token(address: str) -> str:
    return LINKS.preferences_url(address).rpartition("/")[2]


@given(addresses)
def test_a_link_opens_for_its_reader_and_purpose_alone(address: str) -> None:
    opened = [LINKS.verify_token(purpose, _token(address)) for purpose in PURPOSES]
    assert opened == [None, None, address]


@given(addresses, st.data())
def test_a_token_with_one_character_more_fewer_or_other_opens_nothing(
    address: str, data: st.DataObject
) -> None:
    token = _token(address)
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from(ALPHABET).filter(lambda other: other != token[place]))
    for altered in (
        token[:place] + letter + token[place + 1 :],
        token[:place] + token[place + 1 :],
        token + letter,
    ):
        assert LINKS.verify_token("preferences", altered) is None


@given(st.text(max_size=200))
def test_whatever_stands_in_a_link_opens_nothing_and_raises_nothing(text: str) -> None:
    assert [LINKS.verify_token(purpose, text) for purpose in PURPOSES] == [None, None, None]


def test_what_an_older_key_signed_opens_and_what_a_stranger_signed_does_not() -> None:
    token = SignedLinks(URL, [b"an older key"]).unsubscribe_url("ann@reader.example").rpartition("/")[2]
    strangers = SignedLinks(URL, [b"a stranger's"]).unsubscribe_url("ann@reader.example").rpartition("/")[2]
    opened = [LINKS.verify_token("unsubscribe", written) for written in (token, strangers)]
    assert opened == ["ann@reader.example", None]
