"""What browsers and programs send to the pages, read with suspicion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address, ip_network
from typing import TypeVar, get_args
from urllib.parse import parse_qs
from zoneinfo import available_timezones

from starlette.requests import ClientDisconnect, Request

from digest.models import Frequency, Preferences, WhenNoMatch
from digest.render.labels import languages_beside
from digest.render.templates import template_folders
from digest.settings import Settings

_Known = TypeVar("_Known", bound=str)

LARGEST = 10_000
"""Octets of a body that are read; a sign-up has a few hundred."""

Fields = Mapping[str, tuple[str, ...]]
"""The values of each field, in their order."""


async def read_fields(request: Request) -> Fields | None:
    """The fields of a form or of a JSON object; None if the body is larger than anything that belongs here."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:
        return None
    return _json_fields(body) if is_json(request) else _form_fields(body)


def is_json(request: Request) -> bool:
    """Whether a program asks and not a browser's form."""
    return request.headers.get("content-type", "").startswith("application/json")


def first(fields: Fields, name: str) -> str:
    """The first value of the field; empty if there is none."""
    return next(iter(fields.get(name, ())), "")


def chosen(fields: Fields, settings: Settings) -> Preferences:
    """The preferences of a form; whatever the digest does not offer is as if it were not there."""
    names = [topic.name for topic in settings.topics]
    topics = tuple(name for name in names if name in fields.get("topics", ()))
    language, zone = first(fields, "language"), first(fields, "timezone")
    beside = languages_beside(settings.language, template_folders(settings.look))
    return Preferences(
        topics=topics if len(topics) < len(names) else (),
        days=_one_of(get_args(Frequency), first(fields, "days"), "daily"),
        language=language if language in beside else "",
        timezone=zone if zone in ZONES else "",
        quiet=_one_of(get_args(WhenNoMatch), first(fields, "quiet"), "nothing"),
    )


def network(request: Request) -> str:
    """The network somebody comes from: neighbours share it, and it names nobody."""
    try:
        host = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    return str(ip_network(f"{host}/{24 if host.version == 4 else 48}", strict=False))


def _one_of(values: tuple[_Known, ...], value: str, otherwise: _Known) -> _Known:
    return next((known for known in values if known == value), otherwise)


def _form_fields(body: bytes) -> Fields:
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=200)
    except ValueError:
        return {}
    return {name: tuple(values) for name, values in fields.items()}


def _json_fields(body: bytes) -> Fields:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    lists = {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    return {name: tuple(v for v in values if isinstance(v, str)) for name, values in lists.items()}


_REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

ZONES = frozenset(name for name in available_timezones() if name.startswith(tuple(f"{r}/" for r in _REGIONS)))
"""Names such as Europe/Berlin; those without a place, such as EST, say something else in summer."""


@cache
def by_region() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each part of the world with its zones: name, and the place as readers write it."""
    return [
        (region, [(zone, _place(zone)) for zone in sorted(ZONES) if _region(zone) == region])
        for region in _REGIONS
    ]


def _region(zone: str) -> str:
    return zone.partition("/")[0]


def _place(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ").replace("/", " – ")
