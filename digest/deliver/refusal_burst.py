"""A receiver that refuses copy after copy for one reason: that is about us, or about it, and not about its readers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from digest.deliver.bounces.refusals import refusal_class
from digest.models import Delivery

IN_A_ROW = 20
"""Equal refusals without a copy taken in between after which a send stops."""
SHARE = 0.05
"""Of the copies of a send, equal refusals above which it stops …"""
FEWEST = 10
"""… but not before so many: on a short list a few old addresses are a large share."""
ANYBODY = "the relay"


@dataclass(slots=True)
class RefusalBurst:
    """Counts the refusals of one send of ``total`` copies, by the domain of the recipient and for all together."""

    total: int
    receiver: str = ""
    """Whose refusals came in a burst; empty while none did."""
    refused: list[Delivery] = field(default_factory=list)
    """The copies of that burst, the last one last."""
    _row: dict[str, list[Delivery]] = field(default_factory=lambda: defaultdict(list))
    _equal: dict[tuple[str, str], list[Delivery]] = field(default_factory=lambda: defaultdict(list))

    def taken(self, copy: Delivery) -> None:
        """A copy was taken: what its receiver and the relay refused before was about those readers."""
        for receiver in (_domain(copy), ANYBODY):
            self._row.pop(receiver, None)

    def refusal(self, copy: Delivery) -> bool:
        """A copy was refused for good, in the words of ``reply``; whether that makes a burst."""
        domain, reason = _domain(copy), refusal_class(copy.reply)
        if not reason:
            return bool(self.receiver)  # nobody was asked: the relay is known not to take such an address
        self._equal[domain, reason].append(copy)
        for receiver in (domain, ANYBODY):
            row = self._row[receiver]
            if row and refusal_class(row[-1].reply) != reason:
                row.clear()
            row.append(copy)
        if self.receiver:
            self._join(copy, domain, reason)
        else:
            self._look(domain, reason)
        return bool(self.receiver)

    def _look(self, domain: str, reason: str) -> None:
        equal = self._equal[domain, reason]
        if len(self._row[domain]) >= IN_A_ROW or len(equal) > max(SHARE * self.total, FEWEST - 1):
            self.receiver, self.refused = domain, list(equal)
        elif len(self._row[ANYBODY]) >= IN_A_ROW:
            self.receiver, self.refused = ANYBODY, list(self._row[ANYBODY])

    def _join(self, copy: Delivery, domain: str, reason: str) -> None:
        """What was on its way when the burst was seen belongs to it as well."""
        if self.receiver in (domain, ANYBODY) and refusal_class(self.refused[0].reply) == reason:
            self.refused.append(copy)

    @property
    def reason(self) -> str:
        """What was said of the last copy."""
        return self.refused[-1].reply if self.refused else ""


def _domain(copy: Delivery) -> str:
    return copy.address.rpartition("@")[2].lower()
