from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import feedparser
import httpx2
import pytest

from digest.settings import WebSettings
from digest.web.app import site
from digest.web.archive import LATEST, Archive, File
from digest.web.export import export
from digest.web.search import Search
from tests.render.editions import settings
from tests.render.reading import tree, words
from tests.web.library import Shelf
from tests.web.serving import served

ON_THE_WEB = settings(web=WebSettings(url="https://news.example", signup=False))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(site(Archive(Shelf(70), ON_THE_WEB))) as address:
        yield address


def archive(days: int) -> Archive:
    return Archive(Shelf(days), ON_THE_WEB)


def read(file: File | None) -> str:
    assert file is not None
    return file.body.decode()


def test_the_first_page_leads_to_the_latest_editions_and_to_the_months_of_the_others() -> None:
    links = tree(read(archive(70).file(""))).xpath("//main//a/@href")

    assert ["/2026-03-11/", "/2026-03-10/"] == links[:2]
    assert LATEST == len([link for link in links if link.count("-") == 2])
    assert ["/2026-02/", "/2026-01/"] == links[LATEST:]


def test_an_edition_leads_to_its_neighbours() -> None:
    page = tree(read(archive(3).file("2026-01-02")))

    assert ["/", "/2026-01-01/", "/2026-01-03/"] == page.xpath("//header/nav/a/@href")
    assert "Parliament takes vote number 1" in words(read(archive(3).file("2026-01-02")))


def test_the_first_and_the_last_edition_have_one_neighbour() -> None:
    assert ["/", "/2026-01-02/"] == tree(read(archive(3).file("2026-01-01"))).xpath("//header/nav/a/@href")
    assert ["/", "/2026-01-02/"] == tree(read(archive(3).file("2026-01-03"))).xpath("//header/nav/a/@href")


def test_a_month_has_its_editions() -> None:
    links = tree(read(archive(40).file("2026-01"))).xpath("//main//a/@href")

    assert 31 == len(links)
    assert "/2026-01-31/" == links[0]


@pytest.mark.parametrize("path", ["2026-12-31", "2026-12", "../etc/passwd", "feed", "x" * 300])
def test_nothing_else_is_there(path: str) -> None:
    assert None is archive(3).file(path)


def test_an_archive_without_an_edition_says_so() -> None:
    assert "There is no edition yet." in words(read(archive(0).file("")))
    assert [] == feedparser.parse(archive(0).file("feed.xml").body).entries  # type: ignore[union-attr]


def test_the_feed_has_the_latest_editions_with_their_permanent_addresses() -> None:
    feed = feedparser.parse(archive(70).file("feed.xml").body)  # type: ignore[union-attr]

    assert (False, "atom10", LATEST) == (feed.bozo, feed.version, len(feed.entries))
    newest = feed.entries[0]
    assert ("https://news.example/2026-03-11/", "https://news.example/2026-03-11/") == (
        newest.id,
        newest.link,
    )
    assert ("Parliament takes vote number 69", "2026-03-11T06:00:00+00:00") == (newest.title, newest.updated)


def test_a_card_for_social_media_names_the_lead_and_the_address() -> None:
    page = tree(read(archive(3).file("2026-01-02")))
    card = {m.get("property"): m.get("content") for m in page.xpath("//meta[@property]")}

    assert ("Parliament takes vote number 1", "https://news.example/2026-01-02/") == (
        card["og:title"],
        card["og:url"],
    )
    assert ["https://news.example/2026-01-02/"] == page.xpath("//link[@rel='canonical']/@href")


def test_the_sample_day_is_not_in_the_archive() -> None:
    shelf = Shelf(2)
    rows = shelf.list()
    shelf.list = lambda: (replace(rows[0], id="sample-2026-01-02"), rows[1])  # type: ignore[method-assign]

    assert ["2026-01-01"] == [row.id for row in Archive(shelf, ON_THE_WEB).rows()]


def test_a_new_edition_is_there_within_a_second_and_the_others_are_not_opened_again() -> None:
    now = 0.0
    shelf = Shelf(2)
    growing = Archive(shelf, ON_THE_WEB, clock=lambda: now)
    growing.file("")
    shelf.days, shelf.opened = 3, []

    before, now = growing.file("2026-01-03"), 1.0
    after = growing.file("2026-01-03")
    growing.file("")

    assert None is before
    assert "vote number 2" in read(after)
    assert ["2026-01-03"] == shelf.opened


def test_a_story_is_found_by_its_words_and_their_beginnings_without_accents() -> None:
    search = Search(archive(30))

    def numbers(query: str) -> list[str]:
        return [edition.id for edition, _number in search.find(query)]

    assert ["2026-01-08"] == numbers("decision 7")
    assert ["2026-01-13"] == numbers("PARLIA 12")
    assert [] == numbers("parliament 31")
    assert [] == numbers("  ")
    assert 30 == len(numbers("herald"))


def test_search_shows_where_the_story_stands(address: str) -> None:
    page = tree(httpx2.get(address + "search", params={"q": 'vote "12'}).text)

    assert ['vote "12'] == page.xpath("//input/@value")
    assert ["/2026-01-13/#parliament-takes-vote"] == page.xpath("//article//h2/a/@href")
    assert "1 story found" in page.text_content()


def test_every_page_lets_nothing_in_but_its_own_style(address: str) -> None:
    for path in ("", "2026-01-13/", "2026-01/", "search?q=vote"):
        page = tree(httpx2.get(address + path).text)
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert [] == page.xpath("//script | //@style | //img")


def test_a_page_that_has_not_changed_is_not_sent_again(address: str) -> None:
    first = httpx2.get(address + "2026-01-13/")
    second = httpx2.get(address + "2026-01-13/", headers={"If-None-Match": first.headers["etag"]})

    assert (200, 304, b"") == (first.status_code, second.status_code, second.content)
    assert "set-cookie" not in first.headers


def test_a_path_without_its_slash_leads_to_the_one_with_it(address: str) -> None:
    answer = httpx2.get(address + "2026-01-13")

    assert (301, "/2026-01-13/") == (answer.status_code, answer.headers["location"])


def test_what_is_not_there_is_told(address: str) -> None:
    assert (404, "There is no such page.") == ((a := httpx2.get(address + "2027-01-01/")).status_code, a.text)


def test_the_archive_is_written_as_plain_files_and_only_what_is_new(tmp_path: Path) -> None:
    first = export(archive(3), tmp_path)
    second = export(archive(3), tmp_path)
    third = export(archive(4), tmp_path)

    assert (6, 0) == (first, second)
    assert 5 == third  # the new edition, the one before it, the first page, the month, the feed
    assert [
        "2026-01",
        "2026-01-01",
        "2026-01-02",
        "2026-01-03",
        "2026-01-04",
        "feed.xml",
        "index.html",
    ] == sorted(p.name for p in tmp_path.iterdir())
    assert (tmp_path / "2026-01-02" / "index.html").read_bytes() == archive(4).file("2026-01-02").body  # type: ignore[union-attr]


def test_plain_files_have_no_form_that_leads_nowhere() -> None:
    assert [] == tree(read(Archive(Shelf(1), ON_THE_WEB, served=False).file(""))).xpath("//form")


def test_the_archive_leads_to_the_sign_up_only_where_there_is_one() -> None:
    open_to_all = settings(web=WebSettings(url="https://news.example"))

    def offers(archive: Archive) -> list[str]:
        return [str(href) for href in tree(read(archive.file(""))).xpath("//header/a/@href")]

    assert ["/signup"] == offers(Archive(Shelf(1), open_to_all))
    assert [] == offers(Archive(Shelf(1), open_to_all, served=False))
    assert [] == offers(Archive(Shelf(1), ON_THE_WEB))
    assert [] == offers(Archive(Shelf(1), settings()))
