"""Lists of readers as CSV: ours, and those that other tools for mailing export.

What a column holds is known by its name, whatever the tool and the language: Mailchimp's "Email Address" and "CONFIRM_TIME",
listmonk's "email" and "status", Substack's "email" and "email_disabled", and ours.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, get_args
from zoneinfo import available_timezones

from digest.cli.subscriber_columns import ADDRESS, NO, OFF, SINCE, STATUS, YES, plain
from digest.errors import AddressError, words
from digest.models import Frequency, Preferences, Subscriber, WhenNoMatch
from digest.store import Store
from digest.store.signups import Member
from digest.text.decoding import decode

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})( \d\d:\d\d(?::\d\d)?)?")
_STROKES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})( \d\d:\d\d(?::\d\d)?)?")
_MONTHS = 12
_TIME_ZONES = timedelta(days=1)
"""How far ahead the clock of another tool may be, whose dates name no zone."""
_AN_ADDRESS = re.compile(r"[^\s@<>,;|]+@[^\s@<>,;|.]+(?:\.[^\s@<>,;|.]+)+")
_SEPARATORS = (",", ";", "\t", "|")
_TOLD = re.compile(r"sep=([,;|\t])(?:\r\n|\r|\n)", re.IGNORECASE)
"""A first line by which Excel is told the separator."""
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of spreadsheets themselves begin: XLSX and ODS, XLS."""
_CHOICES = ("topics", "days", "language", "timezone", "quiet")


@dataclass(frozen=True, slots=True)
class SubscriberRow:
    """A line of a file: whom it names, or why nobody is taken from it."""

    line: int
    subscriber: Subscriber
    skipped: str = ""


def rows(file: Path, now: datetime) -> Iterator[SubscriberRow]:
    """What the lines of a file say, whatever its encoding, separator and line ends, and in whatever language its columns
    are named. Raises AddressError if it is no CSV or has no column of addresses.
    """
    try:
        text = _text(file)
        column, reader = _table(text, file)
        head = next(reader, [])
        for values in reader:
            if any(value.strip() for value in values):
                known = {name: value.strip() for name, value in reversed([*zip(head, values, strict=False)])}
                yield _row(reader.line_num, known, head[column], now)
    except (OSError, UnicodeError, csv.Error) as error:
        raise AddressError(
            f"{file} cannot be read as CSV: {words(error)}. Save it again as CSV in UTF-8, and retry."
        ) from error


def _text(file: Path) -> str:
    """Spreadsheets write UTF-8 or UTF-16 with a mark, and what Windows calls ANSI: Windows-1252 in western languages."""
    data = file.read_bytes()
    if data.startswith(_WORKBOOKS):
        raise AddressError(f"{file} is a workbook and not CSV. Open it and save the sheet as CSV in UTF-8.")
    return decode(data, "cp1252")


def _table(text: str, file: Path) -> tuple[int, _Reader]:
    """Which column has the addresses, and the lines as cells, the head first: by the separator that fits the head best.

    Raises AddressError if no separator gives a column of addresses.
    """
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    heads = {mark: next(_cells(text, mark), []) for mark in ([told[1]] if told else _SEPARATORS)}
    for mark in sorted(heads, key=lambda mark: -len(heads[mark])):
        columns = [plain(name) for name in heads[mark]]
        if (name := next((name for name in ADDRESS if name in columns), None)) is not None:
            return columns.index(name), _cells(text, mark)
    mark = max(heads, key=lambda mark: len(heads[mark]))
    return _by_content(text, mark, file), _cells(text, mark)


def _by_content(text: str, mark: str, file: Path) -> int:
    """The one column in which every cell that is not empty is an address, if none has a known name."""
    head, *lines = [*_cells(text, mark)] or [[]]
    if any(map(_is_address, head)):
        raise AddressError(
            f"{file} has no line of headings. Put one before the first line, with address in it."
        )
    filled = [
        [line[n].strip() for line in lines if n < len(line) and line[n].strip()] for n in range(len(head))
    ]
    found = [n for n, cells in enumerate(filled) if cells and all(map(_is_address, cells))]
    if len(found) != 1:
        several = ", ".join(head[n] for n in found)
        raise AddressError(
            f"{file} has {'several columns' if found else 'no column'} of addresses{f' ({several})' if found else ''}. "
            f"Call {'the right one' if found else 'one of its columns'} address."
        )
    return found[0]


def _cells(text: str, separator: str) -> _Reader:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _is_address(cell: str) -> bool:
    return bool(_AN_ADDRESS.fullmatch(cell.strip()))


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


def _row(line: int, cells: Mapping[str, str], address: str, now: datetime) -> SubscriberRow:
    """``cells`` by the names of their columns, ``address`` the name of that of addresses."""
    values = {plain(name): value for name, value in reversed([*cells.items()])}
    given = [values[name] for name in SINCE if values.get(name)]
    since = next((moment for value in given if (moment := _moment(value))), None)
    reader = Subscriber(cells.get(address, ""), since or now, preferences=_preferences(values))
    return SubscriberRow(line, reader, _unwanted(cells) or _undated(given, since, now))


def _undated(given: list[str], since: datetime | None, now: datetime) -> str:
    """Why the date of consent cannot be kept; empty if it can, or if none is given."""
    if given and since is None:
        return f"the date {given[0]!r} cannot be read; write it like 2026-03-02"
    return f"the date {given[0]!r} is still to come" if since and since > now + _TIME_ZONES else ""


def _unwanted(cells: Mapping[str, str]) -> str:
    """Why this line wants no mail; empty if it does."""
    for name, value in cells.items():
        known = plain(name)
        if (known in STATUS and plain(value) not in YES) or (known in OFF and plain(value) not in NO):
            return f"{name.strip().lower()} is {value!r}"
    return ""


def _with_points(text: str) -> str:
    """A date with strokes as one with points, the day first, if a number above twelve tells the day."""
    if not (parts := _STROKES.fullmatch(text)):
        return text
    first, second, rest = int(parts[1]), int(parts[2]), f"{parts[3]}{parts[4] or ''}"
    if first == second or first > _MONTHS >= second:
        return f"{first}.{second}.{rest}"
    return f"{second}.{first}.{rest}" if second > _MONTHS >= first else text


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
    """A date as tools write it, in UTC where it names no zone; None if it is none.

    A day before its month, with points between them, is one as well. With strokes it is one if only one of the two can
    be the month.
    """
    day = _DAY_FIRST.fullmatch(_with_points(text))
    try:
        moment = datetime.fromisoformat(f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}{day[4] or ''}" if day else text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
