"""What can be set in ``config.yaml``: every key with its meaning, its range and its default.

These are values without behaviour. Reading and checking the file is the work of ``config``; the JSON
schema of ``digest config schema`` and the key reference in the docs are made from the descriptions here.
"""

from __future__ import annotations

from datetime import time
from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from digest.models import Feed, Topic

Weight = Literal["low", "normal", "high"]
WEIGHTS: dict[Weight, float] = {"low": 0.5, "normal": 1.0, "high": 2.0}
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=100)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ScheduleSettings(_Section):
    """When an edition is due."""

    at: time = time(6, 30)
    """Time of day in `timezone`, quoted: "06:30"."""
    days: tuple[Day, ...] = Field(default=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), min_length=1)
    """Days on which an edition goes out."""


class FeedSettings(_Section):
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


class TopicSettings(_Section):
    """One section of the digest, as a reader would describe it."""

    name: Text
    """Heading of the section."""
    words: tuple[Words, ...] = Field(min_length=1)
    """Words or phrases that mark a story of this topic; inflections are found as well."""
    exclude: tuple[Words, ...] = ()
    """Words or phrases that keep a story out of this topic."""
    max: int = Field(default=4, ge=1, le=50)
    """Most stories in this section."""
    weight: Weight = "normal"
    """How much a story of this topic counts in the ranking."""
    sources: tuple[Text, ...] = ()
    """Outlet names whose stories alone may enter; leave out for all."""
    any_subject: bool = False
    """Let stories in that are no politics, sport for instance."""

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


class EditionSettings(_Section):
    """How long an edition is."""

    stories: int = Field(default=12, ge=1, le=60)
    """Most stories in an edition."""
    points: int = Field(default=3, ge=1, le=8)
    """Most key points of a story."""
    outlets_per_story: int = Field(default=5, ge=1, le=20)
    """Most articles that are read for one story."""


Block = Literal["short", "lead", "sections", "in_brief"]
Fonts = Annotated[str, Field(pattern=r"^[A-Za-z-][A-Za-z0-9 ,'-]*$", max_length=200)]


class LookSettings(_Section):
    """What an edition looks like, as e-mail and as a page."""

    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#8f2d1c"
    """The one colour beside ink and paper, such as "#8f2d1c"; made lighter or darker where it could not be read."""
    headline_font: Fonts = "Georgia, 'Times New Roman', serif"
    """Type faces of headlines, the first that a reader has; none is loaded."""
    text_font: Fonts = "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
    """Type faces of everything else."""
    density: Literal["calm", "compact"] = "calm"
    """How much space stands between stories."""
    logo: Annotated[str, Field(pattern=r"^(https://[^\s/]+\.[^\s]+)?$", max_length=500)] = ""
    """https address of a picture above the title, 48 pixels high; nothing else is ever loaded."""
    blocks: tuple[Block, ...] = Field(default=("short", "lead", "sections", "in_brief"), min_length=1)
    """What an edition consists of, in this order; what is left out is not printed."""
    in_brief: int = Field(default=0, ge=0, le=60)
    """How many stories, those of the lowest rank, are told in a line each under "In brief"."""
    templates: Annotated[str, Field(max_length=500)] = ""
    """Folder with templates of your own, beside this file; what it lacks is taken from ours."""


class CollectSettings(_Section):
    """How the web is read: politely and with limits."""

    window_hours: int = Field(default=26, ge=1, le=168)
    """How far back an edition looks for news."""
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


class PriceSettings(_Section):
    """Prices of the model in US dollars for a million tokens, as its provider lists them today."""

    prompt: float = Field(ge=0, le=10_000)
    """A million tokens of what is sent."""
    cached: float | None = Field(default=None, ge=0, le=10_000)
    """A million tokens of what is sent and was still in the server's cache; `prompt` where left out."""
    completion: float = Field(ge=0, le=10_000)
    """A million tokens of what the model writes."""


class BudgetSettings(_Section):
    """Most that the model may cost. A day is a day in UTC; all runs of it count together."""

    run_tokens: int | None = Field(default=None, ge=1, le=1_000_000_000)
    """Tokens of one run, sent and written."""
    day_tokens: int | None = Field(default=None, ge=1, le=1_000_000_000)
    """Tokens of a day, sent and written."""
    run_dollars: float | None = Field(default=None, gt=0, le=100_000)
    """US dollars of one run; needs `prices`."""
    day_dollars: float | None = Field(default=None, gt=0, le=100_000)
    """US dollars of a day; needs `prices`."""


class SummariserSettings(_Section):
    """Who writes the key points. Without a model they are sentences of the articles."""

    use: Literal["auto", "openai", "extractive"] = "auto"
    """`auto` asks the model where OPENAI_API_KEY or `base_url` is set, else `extractive`."""
    model: Text = "gpt-5-mini"
    """Name of the model on that server."""
    base_url: Annotated[str, Field(pattern=r"^(https?://[^\s/]+.*)?$", max_length=2000)] = ""
    """Any OpenAI-compatible server, such as http://localhost:11434/v1 for Ollama."""
    temperature: float | None = Field(default=None, ge=0, le=2)
    """Left out of the request where it is not set: some models refuse it."""
    max_tokens: int = Field(default=4000, ge=100, le=20_000)
    """Most tokens of one answer; for a model that thinks before it writes, its thoughts included."""
    timeout: float = Field(default=60, gt=0, le=600)
    """Seconds for one call, retries included."""
    deadline: float = Field(default=300, gt=0, le=3600)
    """Seconds for all calls; what is not there by then is summarised without the model."""
    concurrency: int = Field(default=4, ge=1, le=64)
    """Most calls at once."""
    instructions: Annotated[str, Field(max_length=2000)] = ""
    """Your own wishes for tone and style, added to the instructions."""
    prices: PriceSettings | None = None
    """What the model costs; where it is left out no cost is shown."""
    budget: BudgetSettings = BudgetSettings()
    """Where spending stops; the stories that are left are summarised without the model."""

    @model_validator(mode="after")
    def _money_needs_prices(self) -> Self:
        if self.prices is None and (self.budget.run_dollars or self.budget.day_dollars):
            raise ValueError("a budget in dollars needs summariser.prices to count by")
        return self


class SenderSettings(_Section):
    """Who the e-mail is from."""

    name: Annotated[str, Field(max_length=100)] = ""
    """Name in the From line; the title of the digest where left out."""
    address: Annotated[str, Field(pattern=r"^([^\s@<>]+@[^\s@<>]+)?$", max_length=254)] = ""
    """Address in the From line."""
    reply_to: Annotated[str, Field(pattern=r"^([^\s@<>]+@[^\s@<>]+)?$", max_length=254)] = ""
    """Where answers go; the sender where left out."""
    postal_address: Annotated[str, Field(max_length=300)] = ""
    """Postal address of the publisher, printed in the footer; most laws on bulk mail ask for it."""
    unsubscribe: Annotated[str, Field(max_length=500)] = ""
    """Where readers leave: a mailto: or https: address; a mail to `address` where left out."""


class SmtpSettings(_Section):
    """The mail relay. The password comes from DIGEST_SMTP_PASSWORD, never from this file."""

    host: Annotated[str, Field(max_length=253)] = ""
    """Name of the relay; empty means that nothing can be sent yet."""
    port: int = Field(default=587, ge=1, le=65_535)
    """587 with starttls, 465 with tls."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is protected; `none` only for a relay on this machine."""
    username: Annotated[str, Field(max_length=200)] = ""
    """User name, where the relay asks for one."""
    timeout: float = Field(default=30, gt=0, le=600)
    """Seconds to wait for an answer of the relay; for the answer to a whole message always ten minutes."""
    connections: int = Field(default=4, ge=1, le=64)
    """Most connections to the relay at once."""
    per_minute: int | None = Field(default=None, ge=1, le=1_000_000)
    """Most copies a minute, where the relay has such a limit."""
    per_day: int | None = Field(default=None, ge=1, le=100_000_000)
    """Most copies in 24 hours, where the relay has such a limit; the rest waits for the next run."""
    doubtful: Literal["hold", "resend"] = "hold"
    """A copy may have arrived or not when a connection or this program dies: `hold` it, or `resend` it once with the same Message-ID."""


class DkimSettings(_Section):
    """Signing the mail ourselves (DKIM), where the relay does not. Needs the package `cryptography`."""

    selector: Annotated[str, Field(pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)?$", max_length=63)] = (
        ""
    )
    """Name of the key in the DNS, at SELECTOR._domainkey.DOMAIN of the sender; empty means no signature."""
    key: Annotated[str, Field(max_length=500)] = ""
    """File of the private key (PEM, RSA or Ed25519), readable by its owner alone."""


class WebSettings(_Section):
    """The pages on which readers sign up and leave, served by `digest serve` behind a web server with TLS."""

    url: Annotated[
        str, Field(pattern=r"^(https://[^\s/<>\"]+|http://(127\.0\.0\.1|localhost)(:\d+)?)?$", max_length=200)
    ] = ""
    """Public address of these pages, https and without a path; empty means that only you keep the list."""
    host: Annotated[str, Field(max_length=253)] = "127.0.0.1"
    """Address on which `digest serve` listens."""
    port: int = Field(default=8000, ge=1, le=65_535)
    """Port on which `digest serve` listens."""
    consent: Annotated[str, Field(min_length=1, max_length=500)] = (
        "Send me the digest by e-mail. I can leave at any time with the link in every issue."
    )
    """What a reader agrees to; kept word for word with every sign-up."""


class ArchiveSettings(_Section):
    """The editions on the web: `digest archive` and `digest export`."""

    address: Annotated[str, Field(pattern=r"^(https?://[^\s/?#]+)?/?$", max_length=200)] = ""
    """Where readers find the archive, such as https://news.example; for its feed and for cards in social media."""


class StoreSettings(_Section):
    """Where editions, subscribers and deliveries are kept."""

    url: Annotated[str, Field(pattern=r"^(sqlite|postgresql)(\+psycopg)?://", max_length=2000)] = (
        "sqlite:///digest.db"
    )
    """sqlite:///FILE (beside this file) or postgresql://USER@HOST/NAME; a password comes from PGPASSWORD or ~/.pgpass."""


class Settings(_Section):
    """The whole of `config.yaml`."""

    title: Text = "The Daily Digest"
    """Name of the digest, in the masthead and the subject."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """Language of the digest, such as en or de."""
    timezone: ZoneInfo = ZoneInfo("UTC")
    """Time zone of the schedule and of the dates in print, such as Europe/Berlin."""
    schedule: ScheduleSettings = ScheduleSettings()
    """When an edition is due."""
    feeds: tuple[FeedSettings, ...] = Field(min_length=1)
    """Where the news comes from."""
    topics: tuple[TopicSettings, ...] = Field(min_length=1)
    """What you want to read about, in the order of the sections."""
    edition: EditionSettings = EditionSettings()
    """How long an edition is."""
    look: LookSettings = LookSettings()
    """What an edition looks like."""
    collect: CollectSettings = CollectSettings()
    """How the web is read."""
    summariser: SummariserSettings = SummariserSettings()
    """Who writes the key points."""
    sender: SenderSettings = SenderSettings()
    """Who the e-mail is from."""
    smtp: SmtpSettings = SmtpSettings()
    """The mail relay."""
    dkim: DkimSettings = DkimSettings()
    """Signing the mail ourselves."""
    web: WebSettings = WebSettings()
    """Pages on which readers sign up and leave."""
    archive: ArchiveSettings = ArchiveSettings()
    """The editions on the web."""
    store: StoreSettings = StoreSettings()
    """Where everything is kept."""
