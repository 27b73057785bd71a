"""From an edition that waits to be approved to the inbox of whoever looks it through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digest import deliver
from digest.errors import AddressError
from digest.models import Edition
from digest.pipeline.run import Progress, silent
from digest.pipeline.send import letter, own_links, personal
from digest.settings import Settings
from digest.store import open_store

if TYPE_CHECKING:
    from digest.store.store import Store

_MARK = "[Trial] "


def trial(
    edition: Edition,
    settings: Settings,
    store: Store,
    relay: deliver.Relay,
    addresses: Sequence[str],
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> deliver.Report:
    """Mail a copy marked as a trial. The edition stays as open as it was, and its readers get theirs all the same.

    Raises ``AddressError`` for somebody who has left the list, ``EditionError`` for a sample or an empty edition,
    ``RelayError`` where the relay cannot be used.
    """
    if gone := [address for address in addresses if store.subscribers.has_left(address)]:
        raise AddressError(f"{gone[0]} has left the list and gets no copy. Nothing was sent.")
    links = own_links(settings, store, clock())
    email = letter(edition, personal(settings) if links else settings)
    # A row in the real store would close the edition to edits. And mailboxes show one mail of a Message-ID, which
    # is made from the name: each trial has its own, so that neither another one nor the real copy is swallowed.
    name = f"{edition.id} trial {clock():%H:%M:%S.%f}"
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/trial.db") as aside:
        aside.editions.save(name, edition.date, "", clock())
        return deliver.send(
            replace(email, subject=_MARK + email.subject),
            name,
            addresses,
            aside.deliveries,
            relay,
            settings=settings,
            leave=links.leave if links else None,
            prefer=links.preferences if links else None,
            clock=clock,
            progress=progress,
        )
