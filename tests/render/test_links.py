from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.links import END_WORDS, START_WORDS, passage_url, safe_url, text_directive
from tests.render.reading import directive

PAGE = "https://herald.example/budget"


@pytest.mark.parametrize(
    "url",
    ["https://herald.example/a?b=1&c=2", "http://herald.example", "mailto:desk@herald.example?subject=leave"],
)
def test_web_and_mail_addresses_are_links(url: str) -> None:
    assert url == safe_url(url)


def test_an_address_in_another_script_goes_over_the_wire_in_ascii() -> None:
    expected = "https://xn--zrich-kva.example/st%C3%A4dte?q=%C3%A9&r=a%20b"

    assert expected == safe_url("https://zürich.example/städte?q=é&r=a%20b")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " https://herald.example/",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//herald.example/a",
        "/a",
        "https:///a",
        "https://herald.example/\"onmouseover='x'",
        "https://[herald/",
        "mailto:",
        "",
    ],
)
def test_no_other_address_is_a_link(url: str) -> None:
    assert "" == safe_url(url)
    assert "" == passage_url(url, "A sentence.")


def test_a_short_passage_is_looked_for_as_a_whole() -> None:
    assert PAGE + "#:~:text=The%20vote%20was%20tied" == passage_url(PAGE, "The vote was tied.")


def test_a_long_passage_is_given_by_its_first_and_last_words() -> None:
    passage = "After fourteen hours of debate Parliament adopted the budget by 152 votes to 148, the closest vote since 1998."

    expected = ["After fourteen hours of debate Parliament adopted", "closest vote since 1998"]

    assert expected == directive(passage_url(PAGE, passage))


def test_a_passage_over_two_paragraphs_is_given_by_words_of_both() -> None:
    assert ["He said:", "She left"] == directive(passage_url(PAGE, "He said:\nShe left."))


def test_words_beside_the_passage_tell_it_from_another_one() -> None:
    expected = PAGE + "#:~:text=the%20minister%3A-,No,-and%20then%20left"

    assert expected == passage_url(PAGE, "“No.”", before="the minister:", after="and then left")


def test_characters_with_a_meaning_in_the_directive_are_encoded() -> None:
    assert "text=all%2Dnight%2C%20R%26D" == text_directive("all-night, R&D")


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert PAGE + "#news:~:text=Yes" == passage_url(PAGE + "#news", "Yes.")


def test_a_directive_in_the_address_is_replaced() -> None:
    assert PAGE + "#:~:text=Yes" == passage_url(PAGE + "#:~:text=No", "Yes.")


def test_a_passage_without_words_leads_to_the_page() -> None:
    assert PAGE == passage_url(PAGE, " … ")


@given(st.text())
def test_the_terms_of_a_directive_stand_in_the_passage_in_that_order(passage: str) -> None:
    url = passage_url(PAGE, passage)
    flat = " ".join(passage.split())

    if url != PAGE:
        terms = directive(url)
        assert len(terms) in {1, 2}
        assert max(START_WORDS, END_WORDS) + 5 >= max(len(term.split()) for term in terms)
        assert flat.find(terms[0]) <= flat.rfind(terms[-1])
        assert all(term in flat for term in terms)
        assert url.isascii()
        assert "-" not in url.split("text=")[1]
