"""What keeps a saved edition from going out, or what sends it: the next command that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.cli.wiring import Setup
    from digest.models import Edition
    from digest.store.store import Store


def next_step(setup: Setup, store: Store, edition: Edition) -> str:
    """What has to be done before the edition can be sent, or how it is sent, in a sentence or two."""
    from digest.pipeline import editorial

    settings, row = setup.settings, store.editions.find(edition.id)
    if not edition.sections:
        return f"The edition {edition.id} has no story, so it does not go out."
    if row and (waits := editorial.reason(row, settings, setup.clock())):
        return waits
    if not settings.smtp.host:
        return "Nothing can be sent before `smtp` and `sender` are filled in in the configuration."
    if settings.sender.missing:
        return f"Nothing can be sent yet: {settings.sender.missing}"
    if not store.subscribers.count():
        return f"Nobody is on the list yet: `digest subscribers add ADDRESS`, then `digest send {edition.id}` sends it."
    return f"`digest send {edition.id}` sends it."
