"""The whole program on one page: from feeds to an edition, from an edition to inboxes.

    feeds ─▶ collect ─▶ curate ─▶ summarise ─▶ verify ─▶ render ─▶ deliver

The stages know nothing of each other; they meet here.

A ``Run`` is what one edition is made with: ``make`` turns the day's feeds into an edition, ``save`` keeps it under its
``edition_id``, ``estimate`` says beforehand what a model would cost.

A ``Dispatch`` is a saved edition on its way out: ``send`` mails it to its readers, ``send_test`` to an address that is
named, ``announce`` tells other channels; ``handle_bounce`` decides what a mail that came back means for its reader.

Whether an edition may go out, and how it is edited before, is in ``pipeline.editorial``.
"""

from digest.pipeline.bounces import handle_bounce
from digest.pipeline.context import Run
from digest.pipeline.history import edition_id, save
from digest.pipeline.make import estimate, make
from digest.pipeline.send import Dispatch, announce, send, send_test

__all__ = [
    "Dispatch",
    "Run",
    "announce",
    "edition_id",
    "estimate",
    "handle_bounce",
    "make",
    "save",
    "send",
    "send_test",
]
