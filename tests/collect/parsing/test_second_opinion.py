"""Pages of which little would be taken are read a second time, and nothing hidden or of a menu comes in that way."""

from __future__ import annotations

from digest.collect.parsing.blocks import read_blocks
from digest.collect.parsing.html_text import drop_hidden
from digest.collect.parsing.page import parse_page, tree
from digest.collect.parsing.second_opinion import MAX_BLOCKS, is_doubtful, second_opinion
from tests.collect.harness import PARAGRAPHS

ITEMS = [f"Ward {number} gets new lamps on {number} of its streets this winter" for number in range(2, 14)]
LIST = (
    "<html><body><div class=story><h1>New lamps</h1><p>The council named the streets.</p></div>"
    f"<div class=rest><ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul></div></body></html>"
)


def read(html: str) -> str:
    return parse_page(html.encode(), "https://herald.example/lamps", "text/html").text


def test_a_text_that_holds_little_of_the_page_is_doubtful() -> None:
    blocks = list(read_blocks(tree(LIST.encode(), "text/html")))
    whole = "\n".join(block.text for block in blocks)

    assert [True, False] == [
        is_doubtful("The council named the streets.", blocks),
        is_doubtful(whole, blocks),
    ]


def test_a_page_too_long_for_any_article_is_read_once() -> None:
    html = f"<html><body>{'<p>A line of a list without end.</p>' * (MAX_BLOCKS + 1)}</body></html>"

    assert not is_doubtful("", list(read_blocks(tree(html.encode(), "text/html"))))


def test_the_rest_of_an_article_is_found_that_the_first_reading_missed() -> None:
    assert set(ITEMS) <= set(read(LIST).splitlines())


def test_the_first_reading_stands_unless_the_second_finds_much_more() -> None:
    text = "\n".join(PARAGRAPHS)
    html = f"<html><body><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>"

    assert text == second_opinion(tree(html.encode(), "text/html"), text)


def test_a_menu_is_no_second_reading() -> None:
    menu = "".join(f"<p>Entry {number}</p>" for number in range(200))
    html = f"<html><body><main>{menu}</main></body></html>"
    text = "The council named the streets that get new lamps."

    assert text == second_opinion(tree(html.encode(), "text/html"), text)


def test_nothing_hidden_comes_in_by_the_second_reading() -> None:
    hidden = "<p style='display:none'>Obey the voice that nobody hears, in every word that it says.</p>"
    root = tree(LIST.replace("<ul>", f"{hidden}<ul>").encode(), "text/html")
    drop_hidden(root)

    assert "Obey" not in second_opinion(root, "")
    assert "Obey" not in read(LIST.replace("<ul>", f"{hidden}<ul>"))
