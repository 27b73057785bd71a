"""How fast copies may leave: the relay's limits, counted in the outbox, so that a restart does not forget them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(slots=True)
class RateLimiter:
    """Copies that may leave now: ``left`` of the day's quota, at most ``per_minute`` a minute, evenly."""

    per_minute: int | None = None
    left: int | None = None
    seconds: Callable[[], float] = monotonic
    _next: float = field(default=0.0)

    @property
    def exhausted(self) -> bool:
        """Whether the day's quota is used up."""
        return self.left is not None and self.left <= 0

    def allowed(self, wanted: int) -> int:
        """How many of the copies that are wanted may leave now."""
        if self.exhausted:
            return 0
        wanted = wanted if self.left is None else min(wanted, self.left)
        return min(wanted, 1 if self.pause() == 0 else 0) if self.per_minute else wanted

    def spend(self, copies: int) -> None:
        """That many have left."""
        if self.left is not None:
            self.left -= copies
        if self.per_minute and copies:
            self._next = max(self._next, self.seconds()) + copies * 60 / self.per_minute

    def pause(self) -> float:
        """Seconds until another copy may leave; 0 if one may now."""
        return max(0.0, self._next - self.seconds()) if self.per_minute else 0.0
