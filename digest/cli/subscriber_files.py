"""Lists of readers as CSV: ours, and those that other tools for mailing export.

What a column holds is known by its name, whatever the tool: Mailchimp's "Email Address" and "CONFIRM_TIME",
listmonk's "email" and "status", Substack's "email" and "email_disabled", and ours.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO, get_args
from zoneinfo import available_timezones

from digest.errors import AddressError, words
from digest.models import Frequency, Preferences, Subscriber, WhenNoMatch
from digest.store import Store
from digest.store.signups import Member

_ADDRESS = ("address", "email", "e-mail", "email address", "e-mail address", "email_address")
_SINCE = (
    *("confirmed_at", "confirm_time", "optin_time", "optin date", "opt-in date", "consent date", "since"),
    *("subscribed_at", "subscription date", "created_at", "date added", "date"),
)
"""Names of columns that say since when somebody has agreed, the best proof first."""
_STATUS = ("active", "status", "subscription status", "state", "subscribed")
_OFF = ("email_disabled", "unsubscribed", "unsubscribed_at", "unsub_time", "blocklisted", "cleaned_time")
"""Names of columns in which anything but a no means that mail is not wanted."""
_ON_LIST = ("", "yes", "true", "1", "active", "enabled", "subscribed", "confirmed", "opted in", "opted-in")
_NO = ("", "no", "false", "0", "none", "null")


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CHOICES = ("topics", "days", "language", "timezone", "quiet")


@dataclass(frozen=True, slots=True)
class SubscriberRow:
    """A line of a file: whom it names, or why nobody is taken from it."""

    line: int
    subscriber: Subscriber
    skipped: str = ""


def rows(file: Path, now: datetime) -> Iterator[SubscriberRow]:
    """What the lines of a file say. Raises AddressError where it is no CSV or has no column of addresses."""
    try:
        with file.open(newline="", encoding="utf-8-sig") as text:
            reader = csv.DictReader(text)
            names = {(name or "").strip().lower(): name for name in reversed(reader.fieldnames or [])}
            if not any(name in names for name in _ADDRESS):
                raise AddressError(f"{file} has no column of addresses. Call one of its columns address.")
            for values in reader:
                known = {low: (values.get(name) or "").strip() for low, name in names.items()}
                yield _row(reader.line_num, known, now)
    except (OSError, UnicodeError, csv.Error) as error:
        raise AddressError(
            f"{file} cannot be read as CSV in UTF-8: {words(error)}. Save it anew and try again."
        ) from error


def export(store: Store, out: TextIO) -> None:
    """Write everybody who ever was on the list, with the proof of consent and what they chose."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["address", "since", "active", "asked_at", "confirmed_at", "form", "consent", *_CHOICES])
    for member in store.signups.members():
        reader, chosen = member.reader, member.reader.preferences
        writer.writerow(
            [
                reader.address,
                reader.since.isoformat(),
                "yes" if reader.active else "no",
                *_proof(member),
                json.dumps(chosen.topics, ensure_ascii=False) if chosen.topics else "",
                *(chosen.days, chosen.language, chosen.timezone, chosen.quiet),
            ]
        )


def _proof(member: Member) -> tuple[str, str, str, str]:
    asked, confirmed = (at.isoformat() if at else "" for at in (member.asked_at, member.confirmed_at))
    proof = member.proof
    return (asked, confirmed, proof.form if proof else "", proof.consent if proof else "")


def _row(line: int, values: Mapping[str, str], now: datetime) -> SubscriberRow:
    address = next(values[name] for name in _ADDRESS if name in values)
    since = next((moment for name in _SINCE if (moment := _moment(values.get(name, "")))), now)
    return SubscriberRow(
        line, Subscriber(address, since, preferences=_preferences(values)), _unwanted(values)
    )


def _unwanted(values: Mapping[str, str]) -> str:
    """Why this line wants no mail; empty where it does."""
    for name in _STATUS:
        if values.get(name, "").lower() not in _ON_LIST:
            return f"{name} is {values[name]!r}"
    off = next((name for name in _OFF if values.get(name, "").lower() not in _NO), "")
    return f"{off} is {values[off]!r}" if off else ""


def _preferences(values: Mapping[str, str]) -> Preferences:
    """What somebody chose on a list of ours; what other tools call by the same name is left alone."""
    days, quiet = values.get("days", ""), values.get("quiet", "")
    language, zone = values.get("language", ""), values.get("timezone", "")
    if days not in get_args(Frequency) or quiet not in get_args(WhenNoMatch):
        return Preferences()
    return Preferences(
        topics=_topics(values.get("topics", "")),
        days=next(known for known in get_args(Frequency) if known == days),
        language=language if _LANGUAGE.fullmatch(language) else "",
        timezone=zone if zone in available_timezones() else "",
        quiet=next(known for known in get_args(WhenNoMatch) if known == quiet),
    )


def _topics(text: str) -> tuple[str, ...]:
    try:
        topics = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(str(topic) for topic in topics) if isinstance(topics, list) else ()


def _moment(text: str) -> datetime | None:
    """A date as tools write it, in UTC where it names no zone; None where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
