"""Refusals that are about us, or about who refuses, and not about readers: too many of a send, or copy after copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.deliver.bounces.refusals import refusal_class
from digest.models import Delivery, Problem
from digest.text.plurals import pluralise

IN_A_ROW = 20
"""Refusals without a copy taken in between after which a send stops."""
SHARE = 0.05
"""Of the copies of an edition, refusals above which it stops …"""
FEWEST = 10
"""… but not before so many: on a short list a few old addresses are a large share …"""
MOST_OF_A_FEW = 0.5
"""… unless more than this share of a short list is refused, and more than one copy."""
ANYBODY = "the relay"


def too_many_refused(refused: int, total: int) -> bool:
    """Whether so many of all copies of an edition refused for good say more of us than of their readers."""
    return refused > max(SHARE * total, min(FEWEST - 1, max(MOST_OF_A_FEW * total, 1)))


@dataclass(slots=True)
class RefusalBurst:
    """Counts the refusals of one send of an edition of ``total`` copies, by the domain of the recipient and in all."""

    total: int
    believed: bool = False
    """Whether somebody said that these addresses take no mail: then nothing is a burst."""
    receiver: str = ""
    """Whose refusals came in a burst; empty while none did."""
    refused: list[Delivery] = field(default_factory=list)
    """The copies of that burst, the last one last."""
    _row: dict[str, list[Delivery]] = field(default_factory=lambda: defaultdict(list))
    _equal: dict[tuple[str, str], list[Delivery]] = field(default_factory=lambda: defaultdict(list))
    _all: list[Delivery] = field(default_factory=list)

    def taken(self, copy: Delivery) -> None:
        """A copy was taken: what its receiver and the relay refused before was about those readers."""
        for receiver in (_domain(copy), ANYBODY):
            self._row.pop(receiver, None)

    def refusal(self, copy: Delivery) -> bool:
        """A copy was refused for good, in the words of ``reply``; whether that makes a burst."""
        domain, reason = _domain(copy), refusal_class(copy.reply)
        if not reason or self.believed:
            return bool(self.receiver)  # nobody was asked: the relay is known not to take such an address
        self._count(copy, domain, reason)
        if self.receiver:
            self._join(copy, domain, reason)
        else:
            self._look(domain, reason)
        return bool(self.receiver)

    def _count(self, copy: Delivery, domain: str, reason: str) -> None:
        self._all.append(copy)
        self._equal[domain, reason].append(copy)
        self._row[ANYBODY].append(copy)
        row = self._row[domain]
        if row and refusal_class(row[-1].reply) != reason:
            row.clear()
        row.append(copy)

    def _look(self, domain: str, reason: str) -> None:
        equal = self._equal[domain, reason]
        if len(self._row[domain]) >= IN_A_ROW or (
            len(equal) >= FEWEST and too_many_refused(len(equal), self.total)
        ):
            self.receiver, self.refused = domain, list(equal)
        elif len(self._row[ANYBODY]) >= IN_A_ROW or too_many_refused(len(self._all), self.total):
            self.receiver, self.refused = ANYBODY, list(self._all)

    def _join(self, copy: Delivery, domain: str, reason: str) -> None:
        """What was on its way when the burst was seen belongs to it as well."""
        if self.receiver == ANYBODY or (
            self.receiver == domain and refusal_class(self.refused[0].reply) == reason
        ):
            self.refused.append(copy)


def is_put_off_for_us(copy: Delivery) -> bool:
    """Whether the copy was refused for good and waits all the same, since that was in a burst."""
    return copy.state == "deferred" and refusal_class(copy.reply).startswith("5")


def told_of_burst(copies: Sequence[Delivery], edition: str) -> Problem | None:
    """One sentence on all copies that wait because they were refused in a burst, and how to go on; None if there is none."""
    refused = [copy for copy in copies if is_put_off_for_us(copy)]
    if not refused:
        return None
    one_reason = len({refusal_class(copy.reply) for copy in refused}) == 1
    domains = {_domain(copy) for copy in refused}
    return Problem(
        "deliver",
        domains.pop() if len(domains) == 1 else ANYBODY,
        f"It refused {pluralise(len(refused), 'copy', 'copies')} {'for one reason' if one_reason else 'for good'} "
        f"({'' if one_reason else 'the last: '}{refused[-1].reply.rstrip('.')}), so sending stopped, the rest waits, and it counts against no "
        "reader: mend what it says, or ask its postmaster, then send again. If those addresses really take no mail, say so with "
        f"`digest bounces --believe {edition}`.",
    )


def _domain(copy: Delivery) -> str:
    return copy.address.rpartition("@")[2].lower()
