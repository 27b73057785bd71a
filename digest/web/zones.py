"""The time zones that a reader can choose."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

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
