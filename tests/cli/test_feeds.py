from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from digest.cli.feeds import with_feeds
from digest.errors import ConfigError
from digest.models import Feed
from digest.sample import Sample
from tests.cli.conftest import Digest

HERALD = Feed("https://herald.example/feed", 'The "Herald": daily')


def test_a_feed_is_added_behind_the_last_one_and_comments_stay() -> None:
    text = "title: Mine  # really\nfeeds:\n  # the first\n  - name: One\n    url: https://one.example/  # good\n\n# What about\ntopics: []\n"

    added = with_feeds(text, [HERALD])

    assert added == (
        "title: Mine  # really\nfeeds:\n  # the first\n  - name: One\n    url: https://one.example/  # good\n"
        '  - name: "The \\"Herald\\": daily"\n    url: "https://herald.example/feed"\n\n# What about\ntopics: []\n'
    )
    assert {"name": 'The "Herald": daily', "url": HERALD.url} == yaml.safe_load(added)["feeds"][-1]


@pytest.mark.parametrize(
    "text", ["feeds: [{name: One, url: 'https://one.example/'}]\n", "feeds: []\n", "title: Mine\n", ""]
)
def test_a_list_that_cannot_be_added_to_is_left_alone(text: str) -> None:
    with pytest.raises(ConfigError, match="add the feed by hand"):
        with_feeds(text, [HERALD])


def test_a_feed_that_is_found_is_written_into_the_configuration(
    digest: Digest, press: Sample, config: Path
) -> None:
    url = press.today.settings().feeds[0].url
    before = yaml.safe_load(config.read_text(encoding="utf-8"))["feeds"]
    rest = [feed for feed in before if feed["url"] != url]
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**settings, "feeds": rest}), encoding="utf-8")

    status, out, _ = digest("feeds", "add", url, "--name", "Found")

    assert (0, True) == (status, url in out)
    assert [*rest, {"name": "Found", "url": url}] == yaml.safe_load(config.read_text(encoding="utf-8"))[
        "feeds"
    ]


def test_an_address_without_a_feed_adds_nothing(digest: Digest, config: Path) -> None:
    before = config.read_text(encoding="utf-8")

    status, _, err = digest("feeds", "add", "http://127.0.0.1:9/")

    assert (2, before, True) == (status, config.read_text(encoding="utf-8"), "There is no feed at" in err)


def test_the_list_says_how_each_source_does(digest: Digest, config: Path) -> None:
    status, out, _ = digest("feeds")

    outlets = [feed["name"] for feed in yaml.safe_load(config.read_text(encoding="utf-8"))["feeds"]]
    assert (0, [True] * len(outlets)) == (
        status,
        [f"ok    {name}  last read 2026-03-02" in out for name in outlets],
    )


def test_a_list_goes_out_and_comes_in_as_opml(digest: Digest, config: Path, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    digest("feeds", "export", str(file))
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**settings, "feeds": settings["feeds"][:1]}), encoding="utf-8")

    status, _, _ = digest("feeds", "import", str(file))

    after = yaml.safe_load(config.read_text(encoding="utf-8"))["feeds"]
    assert (0, {f["url"] for f in settings["feeds"]}) == (status, {f["url"] for f in after})


def test_a_report_shows_a_feed_without_its_words_and_what_is_read_of_it(
    digest: Digest, press: Sample, tmp_path: Path
) -> None:
    url = press.today.settings().feeds[0].url

    status, out, _ = digest("feeds", "report", url, "--out", str(tmp_path / "odd"), "--items", "2")

    read = json.loads((tmp_path / "odd" / "expected.json").read_text(encoding="utf-8"))
    assert (0, True) == (status, "answer, headers.json, expected.json" in out)
    assert ("", 2) == (read["about"], len(read["items"]))
    assert {"site1.example"} == {urlsplit(found["url"]).hostname for found in read["items"]}
    assert b"Halvern" not in (tmp_path / "odd" / "answer").read_bytes()


def test_a_report_never_overwrites_anything_and_says_if_there_is_nothing(
    digest: Digest, tmp_path: Path
) -> None:
    there = digest("feeds", "report", "https://herald.example/", "--out", str(tmp_path))
    nothing = digest("feeds", "report", "http://127.0.0.1:1/feed", "--out", str(tmp_path / "new"))

    assert (2, 2, False) == (there[0], nothing[0], (tmp_path / "new").exists())
    assert "is there already" in there[2]
    assert "was not read" in nothing[2]
