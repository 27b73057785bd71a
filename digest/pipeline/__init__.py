"""The whole program on one page: from feeds to an edition, from an edition to inboxes.

    feeds ─▶ collect ─▶ curate ─▶ summarise ─▶ verify ─▶ render ─▶ deliver

The stages know nothing of each other; they meet here. ``make`` reads the day and gives an edition, ``save``
keeps it, ``addressed`` says who gets what of it, ``send`` mails it once ``decide`` says that it may go, ``trial`` before
that to whoever looks it through, a ``Desk`` is where it is edited; ``estimate`` says what a model would cost, ``take_back`` what a mail that came back means for its
reader.
"""

from digest.pipeline.bounces import BounceResult, take_back
from digest.pipeline.brief import HEADLINE
from digest.pipeline.context import Progress, Run, silent
from digest.pipeline.editorial import (
    Decision,
    EditSession,
    PublishedEditions,
    Revision,
    decide,
    reason,
    state,
)
from digest.pipeline.history import edition_id, kept_texts, printed, remembered, save
from digest.pipeline.make import estimate, make
from digest.pipeline.send import announce, letter, own_links, personal, send, trial
from digest.pipeline.variants import addressed

__all__ = [
    "HEADLINE",
    "BounceResult",
    "Decision",
    "EditSession",
    "Progress",
    "PublishedEditions",
    "Revision",
    "Run",
    "addressed",
    "announce",
    "decide",
    "edition_id",
    "estimate",
    "kept_texts",
    "letter",
    "make",
    "own_links",
    "personal",
    "printed",
    "reason",
    "remembered",
    "save",
    "send",
    "silent",
    "state",
    "take_back",
    "trial",
]
