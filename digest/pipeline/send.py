"""From an edition to inboxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from digest import deliver, render
from digest.errors import EditionError
from digest.models import Edition, Email
from digest.pipeline import review
from digest.pipeline.bounces import note
from digest.pipeline.run import Progress, silent
from digest.pipeline.variants import named, narrowed
from digest.render import lint
from digest.settings import Settings

if TYPE_CHECKING:
    from digest.store.store import Store


def send(
    edition: Edition,
    settings: Settings,
    store: Store,
    relay: deliver.Relay,
    addressees: Iterable[str | deliver.Addressee],
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> deliver.Report:
    """Mail a saved edition to those addressees; whoever has got it gets no second copy.

    Raises ``EditionError`` for a sample or an empty edition and one that has to be approved first, ``RelayError``
    where the relay cannot be used.
    """
    review.check(edition.id, settings, store, clock())
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


def own_links(settings: Settings, store: Store, now: datetime) -> deliver.Links | None:
    """Readers' own addresses to leave by, where the digest has pages for it."""
    web = settings.web
    return deliver.Links(web.url, store.keys.secrets(now)) if web.url and web.signup else None


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
    printed = lint.print_letter(edition, settings)
    wrong = lint.errors(lint.examine(printed))
    if wrong:
        reasons = "\n".join(f"  {remark.check}: {remark.reason}" for remark in wrong)
        raise EditionError(f"The e-mail is not fit to be sent:\n{reasons}\n`digest lint` says more.")
    return printed.email
