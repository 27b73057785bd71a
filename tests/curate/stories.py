"""Reports of made-up events for the tests of curation, as several outlets would write them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from digest.models import Article, Topic
from tests import make

BUDGET = (
    (
        "The Herald",
        "Parliament passes Veldt's budget after all-night session",
        (
            "Parliament in Arvenne approved the budget of Finance Minister Ilse Veldt early on Tuesday by 74 votes to 66. "
            "The vote came after an all-night session in which the opposition tabled 312 amendments. "
            "The budget raises spending on hospitals by 4 per cent."
        ),
    ),
    (
        "Daily Courier",
        "Veldt budget approved by eight votes after marathon debate",
        (
            "Lawmakers in Arvenne backed the budget put forward by Ilse Veldt, the finance minister, with 74 votes in favour and 66 "
            "against. Hospitals gain the most. The opposition had tabled 312 amendments to delay the vote in parliament."
        ),
    ),
    (
        "Evening Post",
        "Arvenne's parliament backs hospital spending in Veldt budget",
        (
            "After a night of debate, parliament in Arvenne voted 74 to 66 for a budget that gives hospitals 4 per cent more. "
            "Finance Minister Ilse Veldt called the vote a promise kept."
        ),
    ),
)
FERRY = (
    (
        "The Herald",
        "Sanctions on Korvian ferries lifted after port talks",
        (
            "The foreign ministers of Korvia and Tamar agreed on Monday to lift sanctions on ferries through the strait. "
            "Envoys had negotiated in the port of Lissen for nine days."
        ),
    ),
    (
        "Morning Star",
        "Korvia and Tamar end ferry sanctions",
        (
            "Sanctions on ferries in the strait are lifted, the foreign ministers of Korvia and Tamar said in Lissen. "
            "Nine days of talks between envoys had come before the agreement."
        ),
    ),
)
CUP = (
    (
        "The Herald",
        "Lissen Rovers lift cup after penalty shootout",
        (
            "Lissen Rovers won the cup on Sunday when goalkeeper Bram Oske saved two penalties. "
            "The coach praised his midfielders after 120 goalless minutes. The president of Tamar watched the match from the stadium."
        ),
    ),
    (
        "Daily Courier",
        "Oske the hero as Lissen Rovers win the cup on penalties",
        (
            "Goalkeeper Bram Oske saved two penalties in the shootout and Lissen Rovers are champions of the cup. "
            "Their coach called the football of the season a dream."
        ),
    ),
)
BUDGET_TOPIC = make.topic("Budget", "budget", "taxes")
ABROAD_TOPIC = make.topic("Abroad", "sanctions", "foreign minister")


def told_by(reports: tuple[tuple[str, str, str], ...], **fields: Any) -> tuple[Article, ...]:
    """The articles of those reports, an hour apart, the first the latest."""
    return tuple(
        make.article(text, title, outlet, published=make.NOW - timedelta(hours=i + 1), **fields)
        for i, (outlet, title, text) in enumerate(reports)
    )


def topic(name: str, *words: str, **fields: Any) -> Topic:
    return make.topic(name, *words, **fields)
