"""From an edition to inboxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from digest import deliver, render
from digest.errors import EditionError
from digest.models import Edition, Email
from digest.pipeline.bounces import note
from digest.pipeline.run import Progress, silent
from digest.render import lint
from digest.settings import Settings

if TYPE_CHECKING:
    from digest.store.store import Store


def send(
    edition: Edition,
    settings: Settings,
    store: Store,
    relay: deliver.Relay,
    addresses: Sequence[str],
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> deliver.Report:
    """Mail a saved edition to those addresses; whoever has got it gets no second copy.

    Raises ``EditionError`` for a sample or an empty edition, ``RelayError`` where the relay cannot be used.
    """
    links = own_links(settings, store, clock())
    email = letter(edition, personal(settings) if links else settings)
    secrets = store.keys.secrets(clock())
    report = deliver.send(
        email,
        edition.id,
        addresses,
        store.deliveries,
        relay,
        settings=settings,
        leave=links.leave if links else None,
        returns=deliver.open_returns(settings.bounces.address, secrets),
        clock=clock,
        progress=progress,
    )
    for bounce in report.refused:
        note(bounce, settings.bounces, store)
    return report


def own_links(settings: Settings, store: Store, now: datetime) -> deliver.Links | None:
    """Readers' own addresses to leave by, where the digest has pages for it."""
    web = settings.web
    return deliver.Links(web.url, store.keys.secrets(now)) if web.url and web.signup else None


def personal(settings: Settings) -> Settings:
    """The settings for an e-mail in which each reader's own address to leave by is put in place."""
    sender = settings.sender.model_copy(update={"unsubscribe": deliver.UNSUBSCRIBE_URL})
    return settings.model_copy(update={"sender": sender})


def letter(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition that may be sent, looked through before.

    Raises ``EditionError`` for a sample, an empty edition and one in which ``digest lint`` finds an error.
    """
    if edition.sample:
        raise EditionError("The sample day is made up and is never sent. `digest make` makes a real edition.")
    wrong = lint.errors(lint.lint(edition, settings))
    if wrong:
        reasons = "\n".join(f"  {remark.check}: {remark.reason}" for remark in wrong)
        raise EditionError(f"The e-mail is not fit to be sent:\n{reasons}\n`digest lint` says more.")
    return render.render_email(edition, settings)
