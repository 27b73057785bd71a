"""The letters of one walk: one for each variant of the edition, composed before the first copy leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from digest.deliver.message import Letter


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is to get a copy: of which variant of the edition, empty for the whole, and from when on."""

    address: str
    variant: str = ""
    due: datetime | None = None


@dataclass(slots=True)
class Letters:
    """Letters by variant. A variant that another program adds meanwhile is composed when it is met."""

    compose: Callable[[str], Letter]
    _known: dict[str, Letter] = field(default_factory=dict)

    def of(self, variant: str) -> Letter:
        """The letter of that variant. Raises what composing it raises."""
        if variant not in self._known:
            self._known[variant] = self.compose(variant)
        return self._known[variant]
