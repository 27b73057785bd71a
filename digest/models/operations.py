"""How the work goes, as the store knows it: figures for whoever runs the digest, without an address in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from digest.models.edition import ApprovalState
from digest.models.subscribers import BounceKind, DeliveryState


@dataclass(frozen=True, slots=True)
class FeedCondition:
    """How reading a feed went the last time; what ``FeedRecord`` says without its items."""

    url: str
    success: dt.datetime | None
    failing: dt.datetime | None
    gone: dt.datetime | None
    checked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class LatestEdition:
    """The edition with the last date."""

    id: str
    date: dt.date
    saved_at: dt.datetime
    revision: int
    standing: ApprovalState
    sent: bool
    """Whether a copy may have left."""


@dataclass(frozen=True, slots=True)
class OperatingFigures:
    """What is in the store at one moment. Counts of a kind that has none are left out."""

    schema: int
    """Number of the last migration that was applied."""
    known_schema: int
    """Number of the last migration that this program knows."""
    known_since: dt.datetime
    """The first moment of which the store knows anything: what was due before it, nobody has missed."""
    has_key: bool
    """Whether there is a key that signs readers' links; the first is made when it is needed."""
    latest: LatestEdition | None = None
    editions: tuple[tuple[str, int], ...] = ()
    """By state: `sent`, or for those of which no copy left what was decided about them."""
    finished: frozenset[dt.datetime] = frozenset()
    """Slots of the last days whose work is done."""
    copies: tuple[tuple[DeliveryState, int], ...] = ()
    """Those of the edition that was sent last."""
    queued_since: dt.datetime | None = None
    """Since when the copy of it waits that waits longest; None if none may be sent now."""
    bounces: tuple[tuple[BounceKind, int], ...] = ()
    """Of the last thirty days."""
    subscribers: int = 0
    signups: tuple[tuple[str, int], ...] = ()
    """Sign-ups that are `waiting` for their confirmation, and those `confirmed`."""
    feeds: tuple[FeedCondition, ...] = ()
    tokens: int = 0
    """What the model used today, a day in UTC."""
    dollars: float = 0.0
