"""What the model cost, day by day, so that the runs of a day keep one budget."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from digest.store import schema
from digest.store.database import Database


class DaySpending:
    """What was spent on one day, by all runs of it."""

    def __init__(self, database: Database, day: date) -> None:
        self._database = database
        self._day = day

    def total(self) -> tuple[int, float]:
        """Tokens and US dollars so far."""
        table = schema.spending.c
        with self._database.read() as connection:
            row = connection.execute(
                select(table.tokens, table.dollars).where(table.day == self._day)
            ).first()
            return (row.tokens, row.dollars) if row else (0, 0.0)

    def add(self, tokens: int, dollars: float) -> None:
        """Count a call. Runs at the same time lose nothing of each other: the database adds."""
        table = schema.spending
        statement = self._database.insert(table).values(day=self._day, tokens=tokens, dollars=dollars)
        new = statement.excluded
        more = {"tokens": table.c.tokens + new.tokens, "dollars": table.c.dollars + new.dollars}
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["day"], set_=more))


class Spending:
    """What was spent on each day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, day: date) -> DaySpending:
        """The account of that day, to read and to add to."""
        return DaySpending(self._database, day)
