"""From an edition to inboxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digest import deliver, render
from digest.errors import AddressError, EditionError
from digest.models import Edition, Email, Problem
from digest.pipeline import editorial
from digest.pipeline.bounces import note
from digest.pipeline.context import Progress, silent
from digest.pipeline.variants import named, narrowed
from digest.render import lint
from digest.settings import Settings
from digest.store import open_store

if TYPE_CHECKING:
    from digest.store.store import Store


def send(
    edition: Edition,
    settings: Settings,
    store: Store,
    relay: deliver.Relay,
    addressees: Iterable[str | deliver.Recipient],
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> deliver.SendResult:
    """Mail a saved edition to those addressees; whoever has got it gets no second copy.

    Raises ``EditionError`` for a sample or an empty edition and one that has to be approved first, ``RelayError``
    where the relay cannot be used.
    """
    editorial.check(edition.id, settings, store, clock())
    links = own_links(settings, store, clock())
    printed = personal(settings) if links else settings
    secrets = store.keys.secrets(clock())
    report = deliver.send(
        letter(edition, printed),
        edition.id,
        addressees,
        store.deliveries,
        relay,
        settings=settings,
        variants=lambda name: render.render_email(narrowed(edition, named(name)), printed),
        leave=links.leave if links else None,
        prefer=links.preferences if links else None,
        returns=deliver.open_returns(settings.bounces.address, secrets),
        clock=clock,
        progress=progress,
    )
    for bounce in report.refused:
        note(bounce, settings.bounces, store)
    return report


def own_links(settings: Settings, store: Store, now: datetime) -> deliver.SignedLinks | None:
    """Readers' own addresses to leave by, where the digest has pages for it."""
    web = settings.web
    return deliver.SignedLinks(web.url, store.keys.secrets(now)) if web.url and web.signup else None


def personal(settings: Settings) -> Settings:
    """The settings for an e-mail in which each reader's own addresses are put in place."""
    own = {"unsubscribe": deliver.UNSUBSCRIBE_URL, "preferences": deliver.PREFERENCES_URL}
    sender = settings.sender.model_copy(update=own)
    return settings.model_copy(update={"sender": sender})


def letter(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition that may be sent, looked through before.

    Raises ``EditionError`` for a sample, an empty edition and one in which ``digest lint`` finds an error.
    """
    if edition.sample:
        raise EditionError("The sample day is made up and is never sent. `digest make` makes a real edition.")
    printed = lint.parse_email(edition, settings)
    wrong = lint.errors(lint.examine(printed))
    if wrong:
        reasons = "\n".join(f"  {remark.check}: {remark.reason}" for remark in wrong)
        raise EditionError(f"The e-mail is not fit to be sent:\n{reasons}\n`digest lint` says more.")
    return printed.rendered


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
) -> deliver.SendResult:
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


if TYPE_CHECKING:
    from digest.store.store import Store


def announce(
    edition: Edition, settings: Settings, store: Store, channels: Sequence[str], now: datetime
) -> tuple[Problem, ...]:
    """Tell the channels the lead's headline and where the edition is; each of them once, a failure may be tried again."""
    waiting = [channel for channel in channels if not store.announcements.was_told(edition.id, channel)]
    if not waiting:
        return ()
    link = f"{settings.web.url}/{edition.id}/" if settings.web.url else ""
    text = "\n".join(filter(None, (letter(edition, settings).subject, link)))
    problems: list[Problem] = []
    for channel, problem in deliver.notify(waiting, settings.title, text):
        if problem:
            problems.append(problem)
        else:
            store.announcements.note(edition.id, channel, now)
    return tuple(problems)
