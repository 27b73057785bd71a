"""Whether a mail can get to an address at all, as far as its form and the relay's abilities tell.

Nothing is looked up about the address itself, so the answer is the same for known and unknown ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from digest.deliver import Relay, parse_address
from digest.errors import RelayError

_LASTS = timedelta(minutes=10)
"""How long an answer of the relay holds: anybody can make us ask, so we do not ask for everybody."""


@dataclass(slots=True)
class Reach:
    """What the relay said last."""

    relay: Relay
    clock: Callable[[], datetime]
    _asked: datetime | None = None
    _beyond_ascii: bool = True

    def usable(self, address: str) -> bool:
        """Whether the relay takes mail for this address: one beyond ASCII needs SMTPUTF8.

        A relay that cannot be asked is taken to have it. Raises ValueError for what is no address.
        """
        return not parse_address(address).needs_smtputf8 or self._smtputf8()

    def _smtputf8(self) -> bool:
        now = self.clock()
        if self._asked is None or now - self._asked >= _LASTS:
            self._asked = now  # first, so that of many who come at once one asks
            self._beyond_ascii = self._ask()
        return self._beyond_ascii

    def _ask(self) -> bool:
        try:
            with self.relay.connect() as connection:
                return "smtputf8" in connection.abilities
        except RelayError:
            return True
