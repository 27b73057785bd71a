"""What the programs about sending send: an e-mail of about 60 KB, to made-up readers."""

from __future__ import annotations

from collections.abc import Iterator

from digest.models import Email
from digest.settings import FeedSettings, SenderSettings, Settings, SmtpSettings, TopicSettings

EDITION = "2026-03-02"

_SENTENCE = "The council adopted the budget of the year after a debate of nine hours – by 31 votes to 28. "


def letter(kilobytes: int = 60) -> Email:
    """An e-mail that is about that large when it is encoded."""
    paragraph = f'<p style="margin:0 0 12px">{_SENTENCE}</p>\n'
    times = kilobytes * 1000 * 4 // 5 // len(paragraph)
    text = _SENTENCE * (kilobytes * 1000 // 6 // len(_SENTENCE))
    return Email("Council adopts budget", "And more", f"<html lang=en>{paragraph * times}</html>", text)


def addresses(count: int) -> Iterator[str]:
    return (f"reader{number:06}@reader.example" for number in range(count))


def settings(port: int, connections: int) -> Settings:
    """A digest that sends over that port of this machine."""
    return Settings(
        feeds=(FeedSettings(name="The Herald", url="https://the-herald.example/feed.xml"),),
        topics=(TopicSettings(name="Budget", words=("budget",)),),
        sender=SenderSettings(name="The Morning Brief", address="brief@here.example"),
        smtp=SmtpSettings(host="127.0.0.1", port=port, security="none", connections=connections, timeout=30),
    )
