"""Where the news comes from and how it is read, and what the reader wants of it."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from typing import Annotated

from pydantic import Field

from digest.models import Feed, Topic
from digest.settings.fields import WEIGHTS, SettingsSection, Text, Weight, Words


class FeedSettings(SettingsSection):
    """One source: RSS, Atom or JSON Feed."""

    name: Text
    """The outlet's name as readers know it; feeds of one outlet share it."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s/]+", max_length=2000)]
    """Address of the feed, http or https."""
    weight: Weight = "normal"
    """How much a report of this outlet counts in the ranking."""
    lean: Annotated[str, Field(max_length=40)] = ""
    """Where the outlet stands, in your words ("left", "centre"); shown as coverage, never guessed."""
    region: Annotated[str, Field(max_length=40)] = ""
    """Where the outlet writes from, in your words; shown as coverage, never guessed."""

    def feed(self) -> Feed:
        return Feed(self.url, self.name, WEIGHTS[self.weight], self.lean, self.region)


class TopicSettings(SettingsSection):
    """One section of the digest, as a reader would describe it."""

    name: Text
    """Heading of the section."""
    words: tuple[Words, ...] = Field(min_length=1)
    """Words or phrases that mark a story of this topic; inflections are found as well, unless a phrase is in quotation marks."""
    exclude: tuple[Words, ...] = ()
    """Words or phrases that keep a story out of this topic."""
    max: int = Field(default=4, ge=1, le=50)
    """Most stories in this section."""
    weight: Weight = "normal"
    """How much a story of this topic counts in the ranking."""
    sources: tuple[Text, ...] = ()
    """Outlet names whose stories alone may enter; leave out for all."""
    any_subject: bool = False
    """Let stories in that are not politics, sport for instance."""

    def topic(self) -> Topic:
        return Topic(
            name=self.name,
            words=self.words,
            exclude=self.exclude,
            max=self.max,
            weight=WEIGHTS[self.weight],
            sources=self.sources,
            any_subject=self.any_subject,
        )


DAILY_WINDOW = 26
"""Hours between two daily editions, and two more: feeds are late, and so are programs."""


class CollectSettings(SettingsSection):
    """How the web is read: politely and with limits."""

    window_hours: Annotated[int, Field(ge=1, le=192)] | None = None
    """How far back an edition looks for news. Null: as long as lies between two editions of the schedule, and two hours more."""
    contact: Annotated[str, Field(max_length=200)] = ""
    """Address or web page in the User-Agent, where a publisher can reach you."""
    connections: int = Field(default=16, ge=1, le=256)
    """Most connections at once, to all hosts together."""
    connections_per_host: int = Field(default=2, ge=1, le=8)
    """Most connections at once to one host."""
    pause: float = Field(default=0.1, ge=0, le=60)
    """Seconds between two requests to one host; a longer Crawl-delay of its robots.txt counts."""
    timeout: float = Field(default=15, gt=0, le=120)
    """Seconds for one request, from its first to its last byte."""
    deadline: float = Field(default=120, gt=0, le=3600)
    """Seconds for all of collecting; then the edition is made from what is there."""
    max_bytes: int = Field(default=5_000_000, ge=10_000, le=50_000_000)
    """Largest feed or page, unpacked."""
    allow_private_hosts: tuple[IPv4Network | IPv6Network, ...] = ()
    """Networks that may be read although they are private, such as 10.1.0.0/16."""

    @property
    def hours(self) -> int:
        """The window in hours; that of a daily edition where no schedule has said another one."""
        return self.window_hours or DAILY_WINDOW
