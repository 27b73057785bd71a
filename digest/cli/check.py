"""Check the configuration and try each outside part: store, relay, the sender's domain, model, feeds.

A line each, with what to do about a failure; `note` marks what cannot be seen from here and is yours to look after. The
exit status is 0 if `digest run` would work.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.cli.check_judge import judge_lines
from digest.cli.check_line import CheckLine, Outcome
from digest.errors import DigestError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.deliver.sender_check import Requirement, Resolver
    from digest.models import Problem, Story


_OUTCOMES: dict[bool | None, Outcome] = {True: "ok", False: "warn", None: "note"}

_USEFUL = ("pipelining", "chunking", "8bitmime", "smtputf8", "starttls")
"""What a relay can offer that makes copies cheaper or reaches more readers."""
_RESERVED = {"example", "test", "invalid", "localhost"}
"""Top-level names that the DNS does not have: RFC 2606."""


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    print(
        CheckLine(
            "ok",
            "config",
            f"{args.config}: {pluralise(len(setup.settings.feeds), 'feed')}, {pluralise(len(setup.settings.topics), 'topic')}",
        )
    )
    if visible := _visible_secrets(args.config.parent / ".env"):
        print(visible)
    failed = False
    for line in tried(setup, _dns()):
        print(line, flush=True)
        failed |= line.outcome == "fail"
    print("A run would not work yet: see the lines that begin with fail." if failed else "A run would work.")
    return int(failed)


def _visible_secrets(path: Path) -> CheckLine | None:
    """The line for a file of secrets that others on this machine can read."""
    if os.name == "posix" and path.is_file() and path.stat().st_mode & 0o077:
        return CheckLine("warn", "secrets", f"{path} can be read by others on this machine: chmod 600 {path}")
    return None


def tried(setup: wiring.Setup, resolver: Resolver | None) -> Iterator[CheckLine]:
    """Try every part, the quick ones first; without a resolver nothing is said of the sender's domain."""
    import asyncio

    try:
        yield _templates(setup)
        yield _grammar()
        with setup.store() as store:
            yield _subscribers(store.subscribers.count(), setup.settings.store.url)
            yield _relay(setup)
        yield from _domain(setup, resolver)
        yield asyncio.run(_model(setup))
        with setup.store() as store:
            yield from asyncio.run(judge_lines(setup, store))
        yield from asyncio.run(_feeds(setup))
    except DigestError as error:
        yield CheckLine("fail", "store", str(error))


def _templates(setup: wiring.Setup) -> CheckLine:
    """Whether the publisher's own templates can be filled: a mistake in one is seen with an empty story."""
    from digest.errors import TemplateError
    from digest.models import Brief, Edition, Section
    from digest.render import render_email, render_page

    settings, day = setup.settings, setup.now.astimezone(setup.settings.timezone).date()
    section = Section(settings.topics[0].name, (Brief("story", settings.title, (), ()),))
    edition = Edition(str(day), day, setup.now, settings.title, (section,), language=settings.language)
    try:
        render_email(edition, settings)
        render_page(edition, settings)
    except TemplateError as error:
        return CheckLine("fail", "look", str(error))
    return CheckLine("ok", "look", "the templates work")


def _grammar() -> CheckLine:
    from digest.grammar import open_parser
    from digest.models import Problem

    opened = open_parser("en")
    if isinstance(opened, Problem):
        return CheckLine(
            "note", "grammar", f"{opened.reason}; points are checked word by word, and are not shortened"
        )
    return CheckLine("ok", "grammar", "points in English are checked by the structure of their sentences")


def _subscribers(count: int, url: str) -> CheckLine:
    if not count:
        return CheckLine(
            "warn",
            "store",
            f"{url}: can be used; nobody is on the list yet: `digest subscribers add ADDRESS`",
        )
    return CheckLine("ok", "store", f"{url}: can be used; {pluralise(count, 'subscriber')}")


def _relay(setup: wiring.Setup) -> CheckLine:
    """The whole conversation of a copy up to the recipient, then taken back."""
    from digest.deliver import parse_address

    settings = setup.settings
    if not settings.smtp.host:
        return CheckLine("fail", "relay", "smtp.host is not set: editions can be made and shown, not sent")
    if settings.sender.missing:
        return CheckLine("fail", "sender", settings.sender.missing)
    if not settings.sender.address:
        return CheckLine(
            "fail", "sender", "sender.address is not set: nobody would know who the mail is from"
        )
    try:
        mailbox = parse_address(settings.sender.address)
        with setup.relay().connect() as connection:
            asked = connection.probe(mailbox, mailbox)
            offered = [name.upper() for name in _USEFUL if name in connection.abilities]
        trips = (
            "one round trip"
            if {"PIPELINING", "CHUNKING"} <= set(offered)
            else "two round trips"
            if "PIPELINING" in offered
            else "four round trips"
        )
        name = f"{settings.smtp.host}:{settings.smtp.port}"
        if asked.ending != "unsent" or not asked.usable:
            return CheckLine(
                "fail",
                "relay",
                f"{name} refuses mail from and to {mailbox}: {asked.reply}. Mend what it says.",
            )
        return CheckLine(
            "ok",
            "relay",
            f"{name} takes mail from {mailbox}; offers {', '.join(offered) or 'nothing more'}: {trips} for each copy",
        )
    except DigestError as error:
        return CheckLine("fail", "relay", str(error))


def _dns() -> Resolver | None:
    from digest.deliver.sender_check import open_dns

    try:
        return open_dns()
    except OSError:
        return None


def _domain(setup: wiring.Setup, resolver: Resolver | None) -> Iterator[CheckLine]:
    """What receivers ask of the sender's domain: a line for each rule, and one that sums them up."""
    from digest.deliver.sender_check import rules

    domain = setup.settings.sender.address.rpartition("@")[2]
    if not setup.settings.smtp.host or not domain:
        return
    if resolver is None or domain.rpartition(".")[2] in _RESERVED:
        yield CheckLine(
            "warn", "domain", f"{domain} cannot be looked up: the rules of Gmail and Yahoo were not checked"
        )
        return
    try:
        found = list(rules(setup.settings, resolver))
    except (OSError, DigestError) as error:
        yield CheckLine("warn", "domain", f"{error}: the rules of Gmail and Yahoo were not checked")
        return
    for rule in found:
        yield CheckLine(_OUTCOMES[rule.met], "domain", f"{rule.name}: {rule.said}")
    yield CheckLine(
        "ok" if all(rule.met is not False for rule in found) else "warn", "domain", _summed(found)
    )


def _summed(found: Sequence[Requirement]) -> str:
    """Which of the rules are met."""
    said = {"met": True, "not met": False, "cannot be seen from here": None}
    names = {words: [rule.name for rule in found if rule.met is met] for words, met in said.items()}
    parts = (f"{words}: {', '.join(which)}" for words, which in names.items() if which)
    return f"Gmail's and Yahoo's rules for senders: {'; '.join(parts)}"


async def _model(setup: wiring.Setup) -> CheckLine:
    from digest import summarise
    from digest.models import Pick

    settings = setup.settings.summariser
    async with summarise.open_model(settings, setup.secrets.api_key, _Forgetful()) as model:
        if model is None:
            return CheckLine("ok", "model", "none: points will be sentences of the articles")
        draft = await summarise.propose(Pick(_trial(), "Trial", 1.0), 1, model)
    if draft.claims:
        return CheckLine(
            "ok",
            "model",
            f"{settings.model} answers ({pluralise(draft.usage.prompt_tokens + draft.usage.completion_tokens, 'token')})",
        )
    reason = draft.problems[0].reason if draft.problems else f"{settings.model} answers without a point."
    return CheckLine("warn", "model", f"{reason} Points will be sentences of the articles meanwhile.")


def _trial() -> Story:
    """A story just long enough to ask a model about."""
    from digest.models import Article, Entry, Feed, Story
    from digest.text.sentences import split_sentences

    text = "The council adopted the budget on Monday. It spends 12 million on bridges, the treasurer said."
    entry = Entry(
        Feed("https://example.org/feed", "Trial"), "https://example.org/budget", "Council adopts budget"
    )
    return Story("trial", (Article(entry, entry.url, entry.title, text, split_sentences(text)),))


async def _feeds(setup: wiring.Setup) -> list[CheckLine]:
    from digest import collect
    from digest.collect.feed_records import TransientFeedRecords
    from digest.models import Window

    feeds = [feed.feed() for feed in setup.settings.feeds]
    window = Window(setup.now - timedelta(hours=setup.settings.collect.hours), setup.now)
    async with collect.open_web(
        setup.settings.collect, _Forgetful(), TransientFeedRecords(), setup.now
    ) as web:
        entries, problems = await collect.read_feeds(feeds, window, web)
    items = Counter(entry.feed.url for entry in entries)
    hours = pluralise(setup.settings.collect.hours, "hour")
    read = [
        CheckLine("ok", "feed", f"{feed.outlet}: {pluralise(items[feed.url], 'item')} of the last {hours}")
        for feed in feeds
        if items[feed.url]
    ]
    if len(feeds) > 1 and not web.feed_items and all(problem.missing for problem in problems):
        return [_nothing_read(len(feeds), problems[0])]
    return read + [problem_line(p) for p in problems] + ([] if read else [_no_items(web.feed_items, hours)])


def _nothing_read(feeds: int, first: Problem) -> CheckLine:
    """One line where no feed could be read: the fault is hardly that of each."""
    why = f"not one of the {feeds} feeds could be read. Is the network up? The first: {first.subject}: {first.reason}"
    return CheckLine("fail", "feeds", why)


def problem_line(problem: Problem) -> CheckLine:
    """The line for what went wrong while feeds were read."""
    if problem.subject == "clock":
        return CheckLine("warn", "clock", problem.reason)
    return CheckLine("warn", "feed", f"{problem.subject}: {problem.reason}")


def _no_items(items: int, hours: str) -> CheckLine:
    """The line for feeds of which none has news; ``items`` is how many they have of whatever age."""
    if not items:
        return CheckLine("fail", "feeds", "no feed has a single item: is the network up?")
    return CheckLine("fail", "feeds", f"of {pluralise(items, 'item')} none is of the last {hours}")


class _Forgetful:
    """A cache that keeps nothing: a check asks anew."""

    def get(self, _kind: str, _key: str) -> str | None:
        return None

    def put(self, _kind: str, _key: str, _value: str) -> None:
        return None
