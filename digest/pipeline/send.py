"""From an edition to inboxes: who gets it, whether it may go, and the campaign that goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digest import deliver, render
from digest.deliver.bounces import open_return_path
from digest.deliver.message import PREFERENCES_URL, UNSUBSCRIBE_URL
from digest.errors import AddressError, EditionError
from digest.models import Edition, Email, Problem
from digest.pipeline import editorial
from digest.pipeline.bounces import note
from digest.pipeline.context import Progress, silent
from digest.pipeline.variants import named, narrowed, recipients
from digest.render import lint
from digest.settings import Settings
from digest.store import open_store

if TYPE_CHECKING:
    from digest.store.store import Store

_MARK = "[Test] "


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A saved edition on its way out, with what is needed to send it."""

    edition: Edition
    settings: Settings
    store: Store
    clock: Callable[[], datetime]
    progress: Progress = silent
    stopping: Callable[[], None] = lambda: None
    """Called when the user has asked to stop and copies on their way are let end."""

    def recipients(self) -> Iterator[deliver.Recipient]:
        """The readers on the list who get a copy: of which variant, and from when on."""
        return recipients(self.edition, self.store.subscribers.active(), self.settings)

    def email(self) -> Email:
        """The e-mail of the whole edition, linted. Raises ``EditionError`` if it may not be sent to anybody."""
        links = reader_links(self.settings, self.store, self.clock())
        return linted_email(self.edition, _with_reader_links(self.settings) if links else self.settings)


def send(
    dispatch: Dispatch, relay: deliver.Relay, to: Sequence[deliver.Recipient] | None = None
) -> deliver.SendResult:
    """Mail the edition to the readers on the list; readers who already have it are skipped.

    ``to`` takes the place of the list; an empty one sends only the copies that still wait. Raises ``EditionError``
    for a sample, an empty edition, one that the linter objects to and a sender without a postal address, ``ReviewError`` for one that has to be approved
    first, ``RelayError`` if the relay cannot be used.
    """
    edition, settings, store, clock = dispatch.edition, dispatch.settings, dispatch.store, dispatch.clock
    editorial.check(edition.id, settings, store, clock())
    if settings.sender.missing:
        raise EditionError(f"Nothing was sent: {settings.sender.missing}")
    result = deliver.send(
        _campaign(dispatch),
        dispatch.recipients() if to is None else to,
        store.deliveries,
        relay,
        settings=settings,
        clock=clock,
        progress=dispatch.progress,
        stopping=dispatch.stopping,
    )
    for bounce in result.refused:
        note(bounce, settings.bounces, store)
    return result


def send_test(dispatch: Dispatch, relay: deliver.Relay, addresses: Sequence[str]) -> deliver.SendResult:
    """Mail a copy marked as a test to each address; the edition stays open to edits, and its readers still get theirs.

    Raises ``AddressError`` for somebody who has unsubscribed, ``EditionError`` for a sample, an empty edition and one
    that the linter objects to, ``RelayError`` if the relay cannot be used.
    """
    edition, clock = dispatch.edition, dispatch.clock
    if gone := [address for address in addresses if dispatch.store.subscribers.has_left(address)]:
        raise AddressError(f"{gone[0]} has unsubscribed. Nothing was sent.")
    email = dispatch.email()
    # A row in the real store would close the edition to edits. And mailboxes show one mail of a Message-ID, which is
    # made from the id: each test has its own, so that it hides neither another test nor the reader's copy.
    test = deliver.Campaign(
        f"{edition.id} test {clock():%H:%M:%S.%f}",
        replace(email, subject=_MARK + email.subject),
        links=reader_links(dispatch.settings, dispatch.store, clock()),
    )
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/test.db") as aside:
        aside.editions.save(test.edition_id, edition.date, "", clock())
        return deliver.send(
            test,
            addresses,
            aside.deliveries,
            relay,
            settings=dispatch.settings,
            clock=clock,
            progress=dispatch.progress,
        )


def announce(dispatch: Dispatch, channels: Sequence[str]) -> tuple[Problem, ...]:
    """Tell each channel once the lead's headline and where the edition is; a channel that failed may be tried again."""
    edition, settings, told = dispatch.edition, dispatch.settings, dispatch.store.announcements
    waiting = [channel for channel in channels if not told.was_told(edition.id, channel)]
    if not waiting:
        return ()
    link = f"{settings.web.url}/{edition.id}/" if settings.web.url else ""
    text = "\n".join(filter(None, (linted_email(edition, settings).subject, link)))
    problems: list[Problem] = []
    for channel, problem in deliver.notify(waiting, settings.title, text):
        if problem:
            problems.append(problem)
        else:
            told.note(edition.id, channel, dispatch.clock())
    return tuple(problems)


def reader_links(settings: Settings, store: Store, now: datetime) -> deliver.SignedLinks | None:
    """Makes readers' own links to unsubscribe and to their preferences; None if the digest has no pages for them."""
    web = settings.web
    return deliver.SignedLinks(web.url, store.keys.secrets(now)) if web.url and web.signup else None


def linted_email(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition that may be sent.

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


def _campaign(dispatch: Dispatch) -> deliver.Campaign:
    edition, settings, store = dispatch.edition, dispatch.settings, dispatch.store
    links = reader_links(settings, store, dispatch.clock())
    printed = _with_reader_links(settings) if links else settings
    return deliver.Campaign(
        edition.id,
        dispatch.email(),
        variant_email=lambda name: render.render_email(narrowed(edition, named(name)), printed),
        links=links,
        return_path=open_return_path(settings.bounces.address, store.keys.secrets(dispatch.clock())),
        refusals_believed=store.bounces.is_believed(edition.id),
    )


def _with_reader_links(settings: Settings) -> Settings:
    """The settings for an e-mail in which each reader's own links are filled in."""
    own = {"unsubscribe": UNSUBSCRIBE_URL, "preferences": PREFERENCES_URL}
    return settings.model_copy(update={"sender": settings.sender.model_copy(update=own)})
