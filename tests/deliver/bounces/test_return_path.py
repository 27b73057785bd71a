"""Return addresses: one a copy, signed, short enough for every relay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import parse_address
from digest.deliver.bounces import ReturnPath, open_return_path
from digest.deliver.message import message_id
from digest.errors import MessageError

KEY, OLD = b"k" * 32, b"o" * 32
ID = message_id("mon", parse_address("ann@reader.example"), parse_address("brief@here.example"))
LEFT = ID[1:].partition("@")[0]


def _returns(address: str = "bounces@here.example", *keys: bytes) -> ReturnPath:
    returns = open_return_path(address, keys or (KEY,))
    assert returns is not None
    return returns


@pytest.mark.parametrize(
    "address", ["bounces@here.example", "@bounces.here.example", "b" * 21 + "@here.example"]
)
def test_a_return_address_names_its_copy_and_is_one_that_relays_take(address: str) -> None:
    returns = _returns(address)
    made = returns.address(ID)
    assert parse_address(str(made)) == made
    assert str(made).endswith(address.partition("@")[2])
    assert list(returns.copies(f"<{made}>")) == [LEFT]
    assert list(returns.copies(str(made).upper())) == [LEFT]


def test_a_key_that_was_replaced_still_opens_what_it_signed() -> None:
    made = _returns("bounces@here.example", OLD).address(ID)
    assert list(_returns("bounces@here.example", KEY, OLD).copies(str(made))) == [LEFT]
    assert list(_returns("bounces@here.example", KEY).copies(str(made))) == []


@given(st.integers(0, 39), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_an_altered_address_names_nothing(place: int, letter: str) -> None:
    returns = _returns("@bounces.here.example")
    token, _, domain = str(returns.address(ID)).partition("@")
    altered = token[:place] + letter + token[place + 1 :]
    assert list(returns.copies(f"{altered}@{domain}")) == ([LEFT] if altered == token else [])


@given(st.text(max_size=200))
def test_other_texts_name_nothing(text: str) -> None:
    assert list(_returns().copies(text)) == []


def test_without_an_address_for_bounces_there_are_none() -> None:
    assert open_return_path("", (KEY,)) is None


@pytest.mark.parametrize("address", ["b" * 22 + "@here.example", "bäunces@here.example", "bounces@", "@"])
def test_an_address_that_relays_would_refuse_is_told(address: str) -> None:
    with pytest.raises(MessageError, match=r"bounces\.address"):
        open_return_path(address, (KEY,))
