"""Who asked for the digest, with what words, and whether they confirmed it; and how often we wrote to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, func, select, text, update

from digest.models import Preferences, Subscriber
from digest.store import preferences_json, schema
from digest.store.database import Database
from digest.store.keys import Keys
from digest.store.subscribers import PAGE, subscriber_id

PATIENCE = timedelta(hours=48)
"""How long a sign-up waits for its confirmation; then it is forgotten."""

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SignupLimits:
    """How many confirmations are asked for, so that nobody can use the form to flood a mailbox or the relay."""

    address_a_day: int = 3
    network_an_hour: int = 10
    all_an_hour: int = 1000


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that somebody agreed: the form, the sentence word for word, and the network if it is to be kept."""

    form: str
    consent: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants the digest, what of it, and how we know."""

    address: str
    proof: Proof
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is or was on the list; without a proof where somebody else put the address there."""

    reader: Subscriber
    proof: Proof | None = None
    asked_at: datetime | None = None
    confirmed_at: datetime | None = None


Answer = Literal["confirm", "known"]
"""What a sign-up is answered with by mail: a request to confirm it, or word that the address is on the list."""


class Signups:
    """Sign-ups by address: asked, confirmed, or forgotten."""

    def __init__(self, database: Database, keys: Keys, limits: SignupLimits = SignupLimits()) -> None:
        self._database = database
        self._keys = keys
        self._limits = limits

    def ask(self, wish: Wish, network: str, now: datetime) -> Answer | None:
        """Remember the wish, but not that of a reader who is on the list; says which mail is to go out.

        None beyond the limits. For these alone ``network`` and a hash of the mailbox are kept for a day.
        """
        row = {
            "id": subscriber_id(wish.address),
            "address": wish.address,
            "form": wish.proof.form,
            "consent": wish.proof.consent,
            "network": wish.proof.network,
            "preferences": preferences_json.written(wish.preferences),
            "asked_at": now,
            "confirmed_at": None,
        }
        insert = self._database.insert(schema.signups).values(row)
        box = self._keys.hidden(_mailbox(wish.address))
        with self._database.write() as connection:
            self._alone(connection)
            self._forget(connection, now)
            if self._too_many(connection, box, network, now):
                return None
            connection.execute(schema.invitations.insert().values(id=box, network=network, at=now))
            if self._on_list(connection, subscriber_id(wish.address)):
                return "known"
            connection.execute(insert.on_conflict_do_update(index_elements=["id"], set_=row))
            return "confirm"

    def confirm(self, address: str, now: datetime) -> bool:
        """Put the address on the list, if it was asked for in time; a second time is as good as the first."""
        who, table = subscriber_id(address), schema.signups
        erasure = delete(schema.erasures).where(schema.erasures.c.hash == self._keys.hidden(who))
        asked = select(table).where(table.c.id == who, table.c.asked_at > now - PATIENCE)
        with self._database.write() as connection:
            row = connection.execute(asked).one_or_none()
            if row is None or row.confirmed_at:
                return row is not None and self._on_list(connection, who)
            connection.execute(update(table).where(table.c.id == who).values(confirmed_at=now))
            member = {
                "id": who,
                "address": row.address,
                "since": now,
                "active": True,
                "preferences": row.preferences,
            }
            connection.execute(erasure)
            statement = self._database.insert(schema.subscribers).values(member)
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=member))
            return True

    def wanted(self, address: str, now: datetime) -> Preferences | None:
        """What was chosen with a wish that may still be confirmed, or was; None if there is none."""
        table = schema.signups
        asked = select(table.c.preferences).where(
            table.c.id == subscriber_id(address), table.c.asked_at > now - PATIENCE
        )
        with self._database.read() as connection:
            text = connection.scalar(asked)
            return preferences_json.read(text) if text is not None else None

    def cancel(self, address: str) -> None:
        """Forget a wish that was not confirmed."""
        table = schema.signups
        waiting = (table.c.id == subscriber_id(address)) & table.c.confirmed_at.is_(None)
        with self._database.write() as connection:
            connection.execute(delete(table).where(waiting))

    def members(self) -> Iterator[Member]:
        """Everybody who ever was on the list, by address, with what shows that they agreed.

        A page at a time: a list of any length takes the memory of a page, and one statement each.
        """
        readers, asked = schema.subscribers.c, schema.signups.c
        joined = schema.subscribers.outerjoin(schema.signups, readers.id == asked.id)
        columns = (*readers, asked.form, asked.consent, asked.network, asked.asked_at, asked.confirmed_at)
        page = select(*columns).select_from(joined).order_by(readers.id).limit(PAGE)
        last = ""
        while True:
            with self._database.read() as connection:
                rows = connection.execute(page.where(readers.id > last)).all()
            yield from map(_member, rows)
            if len(rows) < PAGE:
                return
            last = rows[-1].id

    def forget(self, now: datetime) -> None:
        """Let go of wishes that nobody confirmed in time, and of whom we wrote to more than a day ago."""
        with self._database.write() as connection:
            self._forget(connection, now)

    def _alone(self, connection: Connection) -> None:
        # Counting and then writing must not happen twice at once; SQLite has one writer anyhow.
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('digest sign-ups'))"))

    def _forget(self, connection: Connection, now: datetime) -> None:
        table = schema.signups
        late = table.c.confirmed_at.is_(None) & (table.c.asked_at <= now - PATIENCE)
        connection.execute(delete(table).where(late))
        connection.execute(delete(schema.invitations).where(schema.invitations.c.at <= now - _DAY))

    def _on_list(self, connection: Connection, who: str) -> bool:
        table = schema.subscribers
        return bool(connection.scalar(select(table.c.active).where(table.c.id == who)))

    def _too_many(self, connection: Connection, box: str, network: str, now: datetime) -> bool:
        sent = schema.invitations.c
        counted = select(
            func.count().filter(sent.id == box),
            func.count().filter((sent.network == network) & (sent.at > now - _HOUR)),
            func.count().filter(sent.at > now - _HOUR),
        )
        address, near, everywhere = connection.execute(counted.select_from(schema.invitations)).one()
        limits = self._limits
        return (
            address >= limits.address_a_day
            or near >= limits.network_an_hour
            or everywhere >= limits.all_an_hour
        )


def _member(row: Row[Any]) -> Member:
    reader = Subscriber(row.address, row.since, row.active, preferences_json.read(row.preferences))
    if row.asked_at is None:
        return Member(reader)
    return Member(reader, Proof(row.form, row.consent, row.network), row.asked_at, row.confirmed_at)


def _mailbox(address: str) -> str:
    """The mailbox behind an address, for the limits: ``ann+anything@`` reaches Ann at most providers."""
    local, _, domain = subscriber_id(address).rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
