"""Whether a browser finds the sentence that a point links to."""

from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer

from digest.render.links import passage_url
from tests.browser import PROGRAM, browser

SENTENCE = "After fourteen hours of debate, Parliament adopted the all-night budget of 41.2 billion crowns by 152 votes."
ON_THE_PAGE = "After fourteen hours of <b>debate</b>,\n Parliament adopted the all-night budget<sup>1</sup> of 41.2 billion crowns by 152 votes."


@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="needs Chromium")
@pytest.mark.parametrize("passage", [SENTENCE, "“It is late,” she said.", "Yes & no – R&D, all-in."])
def test_a_browser_opens_the_page_at_the_sentence(httpserver: HTTPServer, passage: str) -> None:
    shown = ON_THE_PAGE if passage == SENTENCE else passage.replace("&", "&amp;")
    page = f"<meta charset=utf-8>{'<p>Before.</p>' * 200}<p id=here>Then. {shown} And then.</p>{'<p>After.</p>' * 200}"
    httpserver.expect_request("/story").respond_with_data(page, content_type="text/html")

    with browser() as tab:
        tab.size(600, 400)
        tab.open(passage_url(httpserver.url_for("/story"), passage))
        top = tab.run("document.getElementById('here').getBoundingClientRect().top")

    assert 0 <= top <= 400
