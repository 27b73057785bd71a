"""Builders: an e-mail, its sender, and the settings of a digest that can be sent."""

from __future__ import annotations

from typing import Any

from digest.models import Email
from digest.settings import FeedSettings, SenderSettings, Settings, SmtpSettings, TopicSettings

SENDER = SenderSettings(name="The Morning Brief", address="brief@here.example")


def email(**fields: Any) -> Email:
    values = {
        "subject": "Council adopts budget",
        "preheader": "And more",
        "html": "<html lang=en><p>Council adopts budget</p></html>",
        "text": "Council adopts budget\n",
    }
    return Email(**{**values, **fields})


def settings(port: int = 0, **smtp: Any) -> Settings:
    relay = {
        "host": "127.0.0.1",
        "port": max(port, 1),
        "security": "none",
        "timeout": 5,
        "connections": 1,
        **smtp,
    }
    return Settings(
        feeds=(FeedSettings(name="The Herald", url="https://the-herald.example/feed.xml"),),
        topics=(
            TopicSettings(name="Budget", words=("budget",), max=4),
            TopicSettings(name="Energy", words=("grid",)),
        ),
        sender=SENDER,
        smtp=SmtpSettings(**relay),
    )
