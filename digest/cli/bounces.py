"""Take back mail that could not be delivered: from standard input, from files, or from the mailbox of the configuration.

Readers whose mail is refused again and again, or who complain, are taken off the list (see `bounces` in the
configuration). Only mail to the signed return address of a copy counts, and each copy once, so that the same mail may be
read again. If more than 5 % of an edition's copies are refused for good, that is taken for a fault of ours and counts against
nobody, until `--believe` says otherwise. Files may be messages, an mbox of many, a Maildir or another folder; standard input may be an mbox. `digest run` reads the mailbox by itself. A message on standard
input that cannot be written down ends with exit status 75, by which a mail server keeps it and tries again.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import MailboxError, StoreError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    import ssl

    from digest.pipeline.bounces import BounceResult
    from digest.store.store import Store


TRY_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: the mail server that pipes a message keeps it and tries again."""

_TOLD: dict[BounceResult, str] = {
    "blocked": "refused for a fault that is not the reader's",
    "unreachable": "given up because nobody answered",
    "soft": "put off or not wanted now",
    "hard": "refused for good",
    "complaint": "complained about",
    "removed": "took a reader off the list",
    "ignored": "answered automatically",
    "unknown": "could not be understood (see `digest status`)",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument(
        "files", nargs="*", metavar="PATH", type=Path, help="mail: a message, an mbox, a Maildir or a folder"
    )
    parser.add_argument(
        "--believe",
        metavar="EDITION",
        help="count all refusals of this edition against its readers, and send it on to the rest",
    )
    parser.add_argument("--imap", action="store_true", help="read the mailbox of the configuration")


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    if args.believe:
        return _believe(setup, args.believe)
    if not setup.settings.bounces.address:
        raise MailboxError(
            "bounces.address is not set, so copies have no return address of their own. Set it first."
        )
    try:
        with setup.store() as store:
            heard = mailbox(setup, store) if args.imap else _messages(setup, store, args.files)
    except StoreError as error:
        if args.imap or args.files:
            raise
        print(f"digest: {error}", file=sys.stderr)
        return TRY_AGAIN
    said = ", ".join(f"{count} {_TOLD[what]}" for what, count in heard.items())
    print(f"bounces   {said or 'nothing new'}")
    return 0


def _believe(setup: wiring.Setup, name: str) -> int:
    """Have the refusals of an edition count, of which so many came that they counted against nobody."""
    from digest.pipeline.bounces import believe

    with setup.store() as store:
        edition = wiring.saved(store, name).id
        removed = believe(edition, setup.settings.bounces, store, setup.clock())
    taken = pluralise(removed, "reader was", "readers were")
    print(
        f"The refusals of {edition} count: {taken} taken off the list. `digest send {edition}` goes on with it."
    )
    return 0


def _messages(setup: wiring.Setup, store: Store, paths: Sequence[Path]) -> Counter[BounceResult]:
    """Take back what is in the files, or on standard input if there are none."""
    from digest import pipeline
    from digest.deliver.bounces.mail_files import messages_in, split_messages

    found = (
        (mail for path in paths for mail in messages_in(path)) if paths else split_messages(sys.stdin.buffer)
    )
    return Counter(pipeline.handle_bounce(mail, setup.settings, store, setup.clock()) for mail in found)


def mailbox(setup: wiring.Setup, store: Store, trust: ssl.SSLContext | None = None) -> Counter[BounceResult]:
    """Take back what is new in the mailbox. Raises ``MailboxError`` if it cannot be read."""
    from digest import pipeline
    from digest.deliver.bounces import open_inbox

    settings = setup.settings.bounces
    if not settings.imap_host:
        raise MailboxError(
            "No mailbox is configured. Set bounces.imap_host and its other keys, or pipe a message in."
        )
    heard: Counter[BounceResult] = Counter()
    with open_inbox(settings, setup.secrets.imap_password or "", trust) as inbox:
        for number, data in inbox.unread():
            what = pipeline.handle_bounce(data, setup.settings, store, setup.clock())
            inbox.settle(number, flagged=what == "unknown")
            heard[what] += 1
    return heard
