"""Make and send the edition that is due: what cron or systemd calls.

A slot of the schedule is worked on once, by whichever program comes first; after a crash the next call goes
on with what was saved. Between slots it does nothing and says when the next one is. An edition that has to be approved
first, or for which nobody is on the list yet, is made and waits; the next call looks again. One without a story does not
go out, and the exit status is 3.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timedelta
from os import getpid
from typing import TYPE_CHECKING, NamedTuple

from digest.cli import wiring
from digest.errors import MailboxError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.models import Edition
    from digest.store.store import Store


LEASE = timedelta(hours=1)
"""How long a slot belongs to a run that has fallen silent; an edition takes minutes."""

_NOBODY = (
    "Nobody is on the list, so the edition {} is saved and not sent. `digest subscribers add ADDRESS`: it goes out "
    "with the next run, as long as it is due."
)

YESTERDAY = timedelta(days=1)
"""Editions older than this are not gone on with unasked: their news is old."""

KEPT = timedelta(days=90)
"""How long fetched pages, cited texts and answers of the model are kept: longer than an edition looks back, and than an editor does."""


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


class RunOutcome(NamedTuple):
    """What became of a slot: the exit status, and why its edition waits, where it does."""

    status: int
    waits: str = ""


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    outcome = worked(setup)
    if outcome is None:
        print(_working(setup) or f"Nothing is due. The next edition is due {coming(setup)}.")
        return 0
    if outcome.waits:
        print(outcome.waits)
    return outcome.status


def _working(setup: wiring.Setup) -> str:
    """That another program makes what is due, and since when; empty if none does."""
    from digest.schedule import due_slot

    due = due_slot(setup.now, setup.settings.schedule, setup.settings.timezone)
    with setup.store() as store:
        held = store.slots.working(due, setup.clock()) if due else None
    if held is None:
        return ""
    machine, _, process = held[0].rpartition(":")
    since = (held[1] - LEASE).astimezone(setup.settings.timezone)
    return f"The edition that is due is being made by process {process} on {machine}, since {since:%H:%M}."


def coming(setup: wiring.Setup) -> str:
    """When the next edition is due, in the reader's time zone."""
    from digest.schedule import next_slot

    zone = setup.settings.timezone
    return f"{next_slot(setup.now, setup.settings.schedule, zone).astimezone(zone):%a %d %b %H:%M %Z}"


def worked(setup: wiring.Setup) -> RunOutcome | None:
    """Make and send what is due; None if nothing is due for us. The slot of an edition that waits stays open."""
    import socket

    from digest.schedule import due_slot

    due = due_slot(setup.now, setup.settings.schedule, setup.settings.timezone)
    with setup.store() as store:
        holder = f"{socket.gethostname()}:{getpid()}"
        if due is None or not store.slots.claim(due, holder, setup.now, LEASE):
            gone_on(setup, store)
            return None
        try:
            outcome = _worked(setup, store, due)
        except BaseException:
            store.slots.release(due, holder, setup.clock())
            raise
        close = store.slots.release if outcome.waits else store.slots.finish
        close(due, holder, setup.clock())
    return outcome


def gone_on(setup: wiring.Setup, store: Store) -> None:
    """Between slots: try the copies of today's and yesterday's edition that were deferred or left behind."""
    from digest.cli import send
    from digest.pipeline import editorial

    oldest = (setup.clock() - YESTERDAY).date()
    for name in store.deliveries.unfinished(setup.clock()):
        edition = wiring.saved(store, name)
        row = store.editions.find(name)
        if edition.date >= oldest and row and editorial.decide(row, setup.settings, setup.clock()) == "go":
            send.report(send.sent(edition, setup, store, []))


def _worked(setup: wiring.Setup, store: Store, due: datetime) -> RunOutcome:
    from digest.cli import send

    edition = _edition(setup, store, due)
    if not edition.sections:
        reasons = (problem.reason for problem in edition.problems if problem.subject == "edition")
        print(f"No edition goes out. {next(reasons, 'It has no story.')}")
        return RunOutcome(wiring.NO_STORY)
    if stopped := _stopped(setup, store, edition.id):
        return stopped
    store.signups.forget(setup.clock())
    store.prune(setup.clock() - KEPT)
    _read_bounces(setup, store)
    if not store.subscribers.count():
        return RunOutcome(1, _NOBODY.format(edition.id))
    status = send.report(send.sent(edition, setup, store))
    return RunOutcome(max(status, send.announced(edition, setup, store)))


def _stopped(setup: wiring.Setup, store: Store, edition: str) -> RunOutcome | None:
    """What becomes of an edition that may not go out now; None for one that may."""
    from digest.pipeline import editorial

    row, now = store.editions.find(edition), setup.clock()
    if row is None or (why := editorial.reason(row, setup.settings, now)) == "":
        return None
    if editorial.decide(row, setup.settings, now) == "wait":
        return RunOutcome(1, why)
    print(why)
    return RunOutcome(1)


def _read_bounces(setup: wiring.Setup, store: Store) -> None:
    """Read the mail that came back before more is sent; a mailbox that cannot be read does not stop the edition."""
    from digest.cli import bounces

    if not setup.settings.bounces.imap_host:
        return
    try:
        heard = bounces.mailbox(setup, store)
    except MailboxError as error:
        print(f"  bounces: {error}", file=sys.stderr)
    else:
        print(
            f"bounces   {pluralise(heard.total(), 'mail')} came back, {pluralise(heard['removed'], 'reader')} taken off the list"
        )


def _edition(setup: wiring.Setup, store: Store, due: datetime) -> Edition:
    """The edition of this slot: the saved one where a run before us made it, or where somebody has worked on it."""
    from digest import edition_json, pipeline
    from digest.cli.display import shown
    from digest.cli.report import summary

    name = pipeline.edition_id(setup.settings, setup.now)
    row, kept = store.editions.find(name), store.editions.load(name)
    if row is not None and kept is not None:
        edition = edition_json.read(kept)
        if edition.made_at >= due or row.edited or row.standing != "open":
            return edition
    with shown() as progress:
        edition = pipeline.make(setup.run(store, progress))
    pipeline.save(edition, store)
    print(summary(edition))
    return edition
