"""Make and send the edition that is due: what cron or systemd calls.

A slot of the schedule is worked on once, by whichever program comes first; after a crash the next call goes
on with what was saved. Between slots it does nothing and says when the next one is.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timedelta
from os import getpid
from typing import TYPE_CHECKING

from digest.cli import common
from digest.errors import MailboxError

if TYPE_CHECKING:
    from digest.models import Edition
    from digest.store.store import Store

HELP = "make and send the edition that is due (for cron or systemd)"

LEASE = timedelta(hours=1)
"""How long a slot belongs to a run that has fallen silent; an edition takes minutes."""

YESTERDAY = timedelta(days=1)
"""Editions older than this are not gone on with unasked: their news is old."""


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)


def run(args: argparse.Namespace) -> int:
    setup = common.setup(args)
    status = worked(setup)
    if status is None:
        print(f"Nothing is due. The next edition is due {coming(setup)}.")
    return status or 0


def coming(setup: common.Setup) -> str:
    """When the next edition is due, in the reader's time zone."""
    from digest.schedule import next_slot

    zone = setup.settings.timezone
    return f"{next_slot(setup.now, setup.settings.schedule, zone).astimezone(zone):%a %d %b %H:%M %Z}"


def worked(setup: common.Setup) -> int | None:
    """Make and send what is due; the exit status, or None where nothing is due for us."""
    import socket

    from digest.schedule import due_slot

    due = due_slot(setup.now, setup.settings.schedule, setup.settings.timezone)
    with setup.store() as store:
        holder = f"{socket.gethostname()}:{getpid()}"
        if due is None or not store.slots.claim(due, holder, setup.now, LEASE):
            gone_on(setup, store)
            return None
        try:
            status = _worked(setup, store, due)
        except BaseException:
            store.slots.release(due, holder, setup.clock())
            raise
        store.slots.finish(due, holder, setup.clock())
    return status


def gone_on(setup: common.Setup, store: Store) -> None:
    """Between slots: try the copies of today's and yesterday's edition that were put off or left behind."""
    from digest.cli import send

    oldest = (setup.clock() - YESTERDAY).date()
    for name in store.deliveries.unfinished(setup.clock()):
        edition = common.saved(store, name)
        if edition.date >= oldest:
            send.told(send.sent(edition, setup, store, []))


def _worked(setup: common.Setup, store: Store, due: datetime) -> int:
    from digest import pipeline
    from digest.cli import send
    from digest.cli.report import summary

    edition = _edition(setup, store, due)
    print(summary(edition))
    store.signups.forget(setup.clock())
    _take_back(setup, store)
    if not edition.sections:
        print("Nothing fits today: no edition goes out.")
        return 0
    if not store.subscribers.count():
        print("Nobody is on the list: `digest subscribers add ADDRESS`. The edition is saved and not sent.")
        return 1
    readers = pipeline.addressed(edition, store.subscribers.active(), setup.settings)
    return send.told(send.sent(edition, setup, store, readers))


def _take_back(setup: common.Setup, store: Store) -> None:
    """Hear whose mail came back before more is sent; a mailbox that cannot be read stops no edition."""
    from digest.cli import bounces

    if not setup.settings.bounces.imap_host:
        return
    try:
        heard = bounces.mailbox(setup, store)
    except MailboxError as error:
        print(f"  bounces: {error}", file=sys.stderr)
    else:
        print(
            f"bounces   {heard.total()} mails came back, {heard['removed']} readers were taken off the list"
        )


def _edition(setup: common.Setup, store: Store, due: datetime) -> Edition:
    """The edition of this slot: the saved one where a run before us was stopped after making it."""
    from digest import document, pipeline
    from digest.cli.progress import shown

    kept = store.editions.load(pipeline.edition_id(setup.settings, setup.now))
    if kept is not None and (edition := document.read(kept)).made_at >= due:
        return edition
    with shown() as progress:
        edition = pipeline.make(
            pipeline.Run(setup.settings, store, setup.now, setup.secrets.api_key, progress=progress)
        )
    pipeline.save(edition, store)
    return edition
