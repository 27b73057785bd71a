"""A place for one connection of a walk: opened beside the loop, opened anew when it is lost."""

from __future__ import annotations

import selectors
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from digest.deliver.relay import Relay
from digest.deliver.smtp import Connection
from digest.errors import RelayError
from digest.models import Delivery


@dataclass(slots=True, eq=False)
class Line:
    """At most one connection, with at most one copy on its way."""

    relay: Relay
    selector: selectors.BaseSelector
    beside: Executor
    """Opens connections: that takes several round trips, for which no other line must wait."""
    connection: Connection | None = None
    copy: Delivery | None = None
    misses: int = 0
    """Losses since the last copy that the relay answered for."""
    words: str = ""
    """What was said of the last loss."""
    again: float | None = None
    """When it is opened anew, on the monotonic clock, where that has to wait."""
    leaving: bool = False
    _opening: Future[Connection] | None = None
    _events: int = 0

    @property
    def opening(self) -> bool:
        """Whether it is being opened."""
        return self._opening is not None

    def open(self) -> None:
        """Begin to open it, in place of the connection that it has."""
        self.let_go()
        self.again = None
        self._opening = self.beside.submit(self.relay.connect)

    def take(self) -> None:
        """Take the connection that was opened, where that is done; a miss, where it could not be."""
        if self._opening is None or not self._opening.done():
            return
        opening, self._opening = self._opening, None
        try:
            self.connection = opening.result()
        except RelayError as error:
            self.miss(str(error))

    def miss(self, words: str) -> None:
        """The connection is lost, or could not be opened."""
        self.let_go()
        self.misses += 1
        self.words = words

    def watch(self) -> None:
        """Have the selector wait for what the connection waits for."""
        if self.connection and self.connection.events != self._events:
            change = self.selector.modify if self._events else self.selector.register
            self._events = self.connection.events
            change(self.connection, self._events, self)

    def let_go(self) -> None:
        """Close the connection without a word, or as soon as it is opened."""
        if self._opening:
            self._opening.add_done_callback(_dropped)
            self._opening = None
        if self.connection:
            if self._events:
                self.selector.unregister(self.connection)
            self.connection.drop()
        self.connection, self._events = None, 0


def _dropped(opening: Future[Connection]) -> None:
    if not opening.exception():
        opening.result().drop()
