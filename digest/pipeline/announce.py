"""From an edition that is out to channels beside e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from digest import deliver
from digest.models import Edition, Problem
from digest.pipeline.send import letter
from digest.settings import Settings

if TYPE_CHECKING:
    from digest.store.store import Store

_KIND = "announced"


def announce(
    edition: Edition, settings: Settings, store: Store, channels: Sequence[str], now: datetime
) -> tuple[Problem, ...]:
    """Tell the channels the lead's headline and where the edition is; each of them once, a failure may be tried again."""
    waiting = [channel for channel in channels if not store.keep.get(_KIND, _key(edition, channel))]
    if not waiting:
        return ()
    link = f"{settings.web.url}/{edition.id}/" if settings.web.url else ""
    text = "\n".join(filter(None, (letter(edition, settings).subject, link)))
    problems: list[Problem] = []
    for channel, problem in deliver.notify(waiting, settings.title, text):
        if problem:
            problems.append(problem)
        else:
            store.keep.put(_KIND, _key(edition, channel), now.isoformat())
    return tuple(problems)


def _key(edition: Edition, channel: str) -> str:
    return f"{edition.id} {sha256(channel.encode()).hexdigest()}"
