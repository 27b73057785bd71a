"""A library of editions in memory: as many days as a test needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from digest import edition_json
from digest.models import Section
from tests.render.editions import HERALD, brief, edition, point, source

FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Row:
    id: str
    date: date
    saved_at: datetime


@dataclass
class Shelf:
    """A library of that many days from FIRST on, a story a day about its number."""

    days: int
    opened: list[str] = field(default_factory=list)

    def list(self) -> tuple[Row, ...]:
        dates = [FIRST + timedelta(days=n) for n in range(self.days)]
        return tuple(Row(str(d), d, datetime.combine(d, time(6), UTC)) for d in reversed(dates))

    def load(self, edition_id: str) -> str | None:
        self.opened.append(edition_id)
        number = (date.fromisoformat(edition_id) - FIRST).days
        herald = source(HERALD, f"Vote {number}")
        story = brief(
            f"Parliament takes vote number {number}",
            (herald,),
            point(f"Décision {number} was adopted.", herald),
        )
        made = edition(Section("Parliament", (story,)), id=edition_id, date=date.fromisoformat(edition_id))
        return edition_json.write(made)
