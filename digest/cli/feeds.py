"""Look after the sources: list how each does, find and add one, exchange lists with other readers, report one.

`digest feeds report ADDRESS` is for a feed or page that is read wrongly. It writes a folder for a bug report: the first items
with made-up words and hosts, and all else as it is. Nothing is sent anywhere.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import ConfigError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.collect.feed_health import FeedHealth, FoundFeed
    from digest.models import Feed, Problem


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    what = parser.add_argument(
        "what", nargs="?", choices=("list", "add", "export", "import", "report"), default="list"
    )
    what.help = (
        "list how each does (default); add the feed at an address; export or import OPML; write a report"
    )
    parser.add_argument(
        "target",
        nargs="?",
        help="address for add and report; OPML file for export (default: output) and import",
    )
    parser.add_argument("--name", help="the outlet's name, for add (the feed's own title)")
    parser.add_argument("--dry-run", action="store_true", help="show what was found and write nothing")
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        default=Path("feed-report"),
        help="where a report is written (feed-report)",
    )
    parser.add_argument("--items", metavar="N", type=int, default=3, help="items of a feed in a report (3)")


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    if args.what == "list":
        return _list(setup)
    if args.what == "export":
        return _export(setup, args.target)
    if not args.target:
        needed = "an OPML file" if args.what == "import" else "an address"
        raise ConfigError(f"`feeds {args.what}` needs {needed}.")
    if args.what == "report":
        from digest.cli.feed_report import write_report

        return write_report(setup, _address(args.target), args.out, args.items)
    return _add(setup, args) if args.what == "add" else _import(setup, args)


def _address(target: str) -> str:
    return target if "://" in target else f"https://{target}"


def _list(setup: wiring.Setup) -> int:
    from digest.collect.feed_health import feed_health
    from digest.pipeline.history import printed_urls

    feeds = [feed.feed() for feed in setup.settings.feeds]
    with setup.store() as store:
        printed = printed_urls(store, setup.settings, setup.now)
        found = feed_health(feeds, store.feed_health, setup.now, printed)
    told = [(source, *_said(source, setup.now)) for source in found]
    for source, well, words in told:
        print(f"{'ok  ' if well else 'warn'}  {source.feed.outlet}  {words}\n      {source.feed.url}")
    return 0 if all(well for _, well, _ in told) else 1


def _said(source: FeedHealth, now: datetime) -> tuple[bool, str]:
    """Whether a source does well, and the words for it."""
    read = f"last read {source.record.success:%Y-%m-%d %H:%M}" if source.record.success else "not read yet"
    if source.record.failing:
        return False, f"failing since {source.record.failing:%Y-%m-%d %H:%M}: {source.record.reason}; {read}"
    if source.is_stale(now):
        return False, f"nothing new since {source.newest:%Y-%m-%d}: is this still its feed? {read}"
    if not source.record.success:
        return True, read
    return (
        True,
        f"{read}, {pluralise(source.record.daily, 'item')} a day, {source.used} of {source.items} printed",
    )


def _add(setup: wiring.Setup, args: argparse.Namespace) -> int:
    import asyncio

    from digest.collect.feed_health import FoundFeed

    found = asyncio.run(_find(setup, _address(args.target)))
    if not isinstance(found, FoundFeed):
        raise ConfigError(found.reason)
    print(f"{found.title or found.url}: {pluralise(found.items, 'item')}\n{found.url}")
    for title in found.titles:
        print(f"  - {title}")
    from digest.models import Feed

    return _write(setup, [Feed(found.url, args.name or found.title or found.url)], args.dry_run)


async def _find(setup: wiring.Setup, address: str) -> FoundFeed | Problem:
    from digest.collect import open_web
    from digest.collect.feed_health import find_feed

    with setup.store() as store:
        async with open_web(setup.settings.collect, store.cache, store.feed_health, setup.now) as web:
            return await find_feed(address, web)


def _export(setup: wiring.Setup, target: str | None) -> int:
    from digest.collect.parsing.opml import write_opml

    body = write_opml([feed.feed() for feed in setup.settings.feeds], setup.settings.title)
    if target:
        Path(target).write_bytes(body)
    else:
        print(body.decode(), end="")
    return 0


def _import(setup: wiring.Setup, args: argparse.Namespace) -> int:
    from digest.collect.parsing.opml import read_opml
    from digest.collect.parsing.values import UnreadableError

    try:
        feeds = read_opml(Path(args.target).read_bytes())
    except UnreadableError as error:
        raise ConfigError(f"{args.target} was not read: {error}.") from error
    return _write(setup, list(feeds), args.dry_run)


def _write(setup: wiring.Setup, feeds: list[Feed], dry_run: bool) -> int:
    """Write the feeds that are not in the configuration yet into it."""
    from digest import config

    known = {feed.url for feed in setup.settings.feeds}
    new = [feed for feed in feeds if feed.url not in known]
    for feed in feeds:
        print(
            f"{feed.outlet}: {'is in the configuration already' if feed.url in known else feed.url}",
            file=sys.stderr,
        )
    if dry_run or not new:
        return 0
    text = with_feeds(config.read_text(setup.path), new)
    config.parse(text, str(setup.path))
    setup.path.write_text(text, encoding="utf-8")
    print(f"{len(new)} added to {setup.path}.", file=sys.stderr)
    return 0


def with_feeds(text: str, feeds: list[Feed]) -> str:
    """The text of a configuration with feeds added behind its last one; all else stays as it is, comments too.

    Raises ``ConfigError`` if the feeds are not written as a list with a dash a line.
    """
    import json

    import yaml

    root = yaml.compose(text)
    listed = next((value for key, value in root.value if key.value == "feeds"), None) if root else None
    if not isinstance(listed, yaml.SequenceNode) or listed.flow_style or not listed.value:
        raise ConfigError(
            "The feeds of this configuration are not a list with a dash a line; add the feed by hand."
        )
    last = listed.value[-1]
    end = max(node.end_mark.line for pair in last.value for node in pair if isinstance(node, yaml.ScalarNode))
    dash = " " * listed.start_mark.column
    added = [
        line
        for feed in feeds
        for line in (
            f"{dash}- name: {json.dumps(feed.outlet, ensure_ascii=False)}",
            f"{dash}  url: {json.dumps(feed.url, ensure_ascii=False)}",
        )
    ]
    lines = text.splitlines()
    return "\n".join([*lines[: end + 1], *added, *lines[end + 1 :]]) + "\n"
