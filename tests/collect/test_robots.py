from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.robots import Robots, parse_robots

SITE = "https://herald.example"


def allowed(text: str, path: str) -> bool:
    return parse_robots(text, "digest").allow(SITE + path)


def test_without_rules_everything_may_be_read() -> None:
    assert allowed("", "/news/budget")


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("Disallow: /members/", "/members/a", False),
        ("Disallow: /members/", "/members", True),
        ("Disallow:", "/a", True),
        ("Disallow: /\nAllow: /news/", "/news/a", True),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/law.pdf", False),
        ("Disallow: /*.pdf$", "/law.pdf?page=2", True),
        ("Disallow: /*?print=", "/a?print=1", False),
        ("Disallow: /f%6f%6f", "/foo", False),
        ("Disallow: /ä", "/%C3%A4", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("disallow : /x # no robots", "/x", False),
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_the_longest_matching_rule_decides_and_allow_wins_a_tie(
    rules: str, path: str, expected: bool
) -> None:
    assert expected == allowed(f"User-agent: *\n{rules}\n", path)


def test_a_group_that_names_this_robot_replaces_the_one_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: Digest/1.0\nUser-agent: other\nDisallow: /private\n"

    assert (True, False) == (allowed(text, "/news"), allowed(text, "/private"))


def test_a_group_for_another_robot_means_nothing_to_this_one() -> None:
    assert allowed("User-agent: BadBot\nDisallow: /\n", "/news")


def test_a_crawl_delay_is_kept_within_reason() -> None:
    pauses = [
        parse_robots(f"User-agent: *\nCrawl-delay: {v}", "digest").pause
        for v in ("2.5", "86400", "soon", "-1")
    ]

    assert [2.5, 30.0, 0.0, 0.0] == pauses


def test_where_the_rules_cannot_be_had_nothing_may_be_read() -> None:
    assert not Robots(reason="status 503").allow(SITE + "/")


@given(st.text(max_size=200), st.text(max_size=40))
def test_no_robots_file_breaks_the_parser(text: str, path: str) -> None:
    assert parse_robots(text, "digest").allow(f"{SITE}/{path}") in (True, False)
