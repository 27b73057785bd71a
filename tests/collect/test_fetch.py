from __future__ import annotations

import gzip
import time
import zlib

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.collect.fetch import FetchError
from digest.collect.fetch import Response as Answer
from digest.settings import CollectSettings
from tests.collect.harness import LOCAL, asked, on_the_web, serve


def got(url: str, settings: CollectSettings = LOCAL) -> Answer:
    """What the web answers for a page."""
    return on_the_web(lambda web: web.get_page(url), settings=settings)


def refusal(url: str, settings: CollectSettings = LOCAL) -> str:
    """Why the web does not give a page."""
    with pytest.raises(FetchError) as caught:
        got(url, settings)
    return str(caught.value)


def test_the_agent_names_the_program_and_whom_to_write_to(httpserver: HTTPServer) -> None:
    got(serve(httpserver, "/a", "hello"))

    agents = {request.headers["User-Agent"] for request, _ in httpserver.log}
    assert agents == {"digest/0.1.0 (+https://digest.example/about)"}


@pytest.mark.parametrize("coding", ["gzip", "deflate", "deflate, bare", "identity"])
def test_a_packed_body_is_unpacked(httpserver: HTTPServer, coding: str) -> None:
    text = b"hello " * 50_000
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(text),
        "deflate": zlib.compress(text),
        "deflate, bare": bare.compress(text) + bare.flush(),
        "identity": text,
    }[coding]

    assert text == got(serve(httpserver, "/a", packed, Content_Encoding=coding.partition(",")[0])).body


def test_a_bomb_is_given_up_before_it_is_unpacked(httpserver: HTTPServer) -> None:
    url = serve(httpserver, "/a", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")

    assert "it is larger than 5,000,000 bytes (collect.max_bytes)" == refusal(url)


def test_a_body_that_is_too_large_is_given_up(httpserver: HTTPServer) -> None:
    url = serve(httpserver, "/a", b"x" * 20_000)

    assert "it is larger than 10,000 bytes (collect.max_bytes)" == refusal(
        url, LOCAL.model_copy(update={"max_bytes": 10_000})
    )


def test_a_packed_body_that_ends_early_is_told(httpserver: HTTPServer) -> None:
    url = serve(httpserver, "/a", gzip.compress(b"hello" * 1000)[:-20], Content_Encoding="gzip")

    assert "its body ends in the middle" == refusal(url)


def test_an_answer_that_does_not_end_in_time_is_given_up(httpserver: HTTPServer) -> None:
    def slow(request: Request) -> Response:
        time.sleep(1)
        return Response("late")

    httpserver.expect_request("/a").respond_with_handler(slow)

    assert "no whole answer within 0.2 seconds" == refusal(
        httpserver.url_for("/a"), LOCAL.model_copy(update={"timeout": 0.2})
    )


def test_redirects_are_followed_with_their_cookie_and_it_is_told_when_all_are_for_good(
    httpserver: HTTPServer,
) -> None:
    serve(httpserver, "/c", "here")
    httpserver.expect_request("/b", headers={"Cookie": "seen=1"}).respond_with_data(
        "", 308, {"Location": "/c"}
    )
    httpserver.expect_request("/a").respond_with_data("", 301, {"Location": "/b", "Set-Cookie": "seen=1"})

    answer = got(httpserver.url_for("/a"))

    assert (b"here", httpserver.url_for("/c"), httpserver.url_for("/c")) == (
        answer.body,
        answer.url,
        answer.moved,
    )


def test_a_passing_redirect_moves_nothing(httpserver: HTTPServer) -> None:
    serve(httpserver, "/b", "here")
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": "/b"})

    assert "" == got(httpserver.url_for("/a")).moved


def test_redirects_in_a_circle_are_given_up(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": "/a"})

    assert "more than 6 redirects; the address leads in a circle" == refusal(httpserver.url_for("/a"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://a.example/", "http://"])
def test_a_redirect_out_of_the_web_is_refused(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": target})

    assert f"it redirects to {target}, which is no http or https address" == refusal(httpserver.url_for("/a"))


def test_a_redirect_into_the_own_network_is_never_connected_to(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(
        "", 302, {"Location": f"http://127.0.0.2:{httpserver.port}/admin"}
    )

    assert "127.0.0.2 leads to an address inside a private network" in refusal(httpserver.url_for("/a"))
    assert "/admin" not in asked(httpserver)


def test_the_own_network_is_not_asked_even_by_name(httpserver: HTTPServer) -> None:
    assert "localhost leads to an address inside a private network" in refusal(
        httpserver.url_for("/a"), CollectSettings()
    )
    assert [] == asked(httpserver)


def test_a_site_that_asks_for_patience_gets_it(httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/robots.txt").respond_with_data("", 404)
    httpserver.expect_ordered_request("/a").respond_with_data("", 503, {"Retry-After": "0"})
    httpserver.expect_ordered_request("/a").respond_with_data(
        "", 429, {"Retry-After": "Mon, 02 Mar 2026 06:30:00 GMT"}
    )
    httpserver.expect_ordered_request("/a").respond_with_data("here")

    assert b"here" == got(httpserver.url_for("/a")).body


def test_a_site_that_asks_for_an_hour_is_left_alone(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", 404)
    httpserver.expect_request("/a").respond_with_data("", 503, {"Retry-After": "3600"})

    assert 503 == got(httpserver.url_for("/a")).status
    assert ["/robots.txt", "/a"] == asked(httpserver)


def test_a_page_that_robots_txt_forbids_is_not_asked_for(httpserver: HTTPServer) -> None:
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /members/", "text/plain")

    assert "does not let this program read it" in refusal(httpserver.url_for("/members/a"))
    assert ["/robots.txt"] == asked(httpserver)


def test_a_redirect_to_a_page_that_robots_txt_forbids_is_not_followed(httpserver: HTTPServer) -> None:
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /members/", "text/plain")
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": "/members/a"})

    assert "does not let this program read it" in refusal(httpserver.url_for("/a"))
    assert ["/robots.txt", "/a"] == asked(httpserver)


def test_a_site_whose_robots_txt_fails_is_not_read(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", 500)
    serve(httpserver, "/a", "here")

    assert "could not be had, so nothing there may be read: status 500" in refusal(httpserver.url_for("/a"))
