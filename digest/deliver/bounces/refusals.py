"""Whose fault a refusal is: the mailbox's, or the sender's, the message's or the route's. Pure.

A receiver says it three times over: by the first digit of its reply, by an enhanced status code (RFC 3463 and IANA's
registry of RFC 5248), and in words. The first is nearly always 5, the second is often 5.0.0, so all three are read.
In doubt it is not the reader's fault: a reader taken off the list by mistake cannot know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

RefusalKind = Literal["soft", "hard", "unreachable", "blocked"]
"""``hard``: there is no such mailbox. ``soft``: there is, and it takes no mail now. ``unreachable``: nobody answered for
days, which tells something only if it goes on for weeks. ``blocked``: the mailbox was not the reason, so it never counts
against a reader."""

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d)")
_REPLY = re.compile(r"(?:^|;|\s)([45]\d\d)(?=[\s-]|$)")
_LONGEST = 1000
"""Characters of a refusal that are looked at."""

_BY_DETAIL: dict[str, RefusalKind] = {
    # Addressing: bad mailboxes and domains; 1.7 and 1.8 are the sender's address, 1.9 the relay's.
    "1.0": "hard", "1.1": "hard", "1.2": "hard", "1.3": "hard", "1.4": "hard", "1.6": "hard", "1.10": "hard",
    "1.7": "blocked", "1.8": "blocked", "1.9": "blocked",
    # The mailbox: disabled, full, a message that is too long for it, a list that cannot be expanded.
    "2.1": "hard", "2.2": "soft", "2.3": "blocked", "2.4": "soft",
    # The receiving system: full, shut.
    "3.1": "soft", "3.2": "soft",
    # The network: no answer, a bad connection, no route, expired.
    "4.1": "unreachable", "4.2": "unreachable", "4.4": "unreachable", "4.7": "unreachable",
    # Policy, but for what RFC 5248 and 6710 put there: disabled, and a mailbox or domain that changed its owner.
    "7.13": "hard", "7.17": "hard", "7.18": "hard",
}  # fmt: skip
_BY_SUBJECT: dict[str, RefusalKind] = {
    "3": "blocked",  # the receiving system: too large (3.4), what it cannot do
    "4": "blocked",  # the network: directories, congestion, loops
    "5": "blocked",  # the protocol
    "6": "blocked",  # the content and its encoding
    "7": "blocked",  # security and policy
}
_VAGUE = frozenset({"0.0", "2.0", "3.0", "5.0"})
"""Details that say nothing by themselves: "other or undefined"."""
_BY_REPLY: dict[str, RefusalKind] = {
    "550": "hard", "551": "hard", "553": "hard", "521": "hard", "556": "hard",
    "552": "soft", "554": "soft",
}  # fmt: skip
"""RFC 5321, 4.2.3 and 7504. 554 says no more than that the transaction failed."""

_SENDER = re.compile(
    r"""(?ix)
    block\s?-?list | black\s?-?\s?list | deny\s?-?list | \bd?nsbl\b | \brbl\b | \brhsbl\b
    | spamhaus | spamcop | barracudacentral | sorbs | surbl | uribl | invaluement | cloudmark | senderscore | ipcheck\.proofpoint
    | \bblocked\b | \bbanned\b | reputation
    | \bS3\d{3}\b | \bTSS?\d\d\b | \((?:SC|DY|OU|RLY|HVU|DYN|CON|RTR)[-:]\w{2,4}\) | \bAUP\#
    | unexpected\s+volume | complaints | rate\s?-?limit | throttl | suspicious | unsolicited | \bspam | (?:junk|bulk)\s?-?mail | virus | malware | phish
    | \bd(?:marc|kim)\b | \bspf\b | sender\s+(?:id\b|polic|verif|address\s+rejected|domain|denied|rejected|not\s+allowed|refused)
    | (?:not|un)\s?-?authenticated | authentication | does\s+not\s+meet | access\s+denied | not\s+authori[sz]ed | not\s+permitted
    | (?:reverse|rdns|ptr)\b.{0,20}\b(?:dns|record|lookup|name|fail\w*|missing|required) | \be?helo\b | \behlo\b
    | polic(?:y|ies) | (?:content|message|e?-?mail)\s+(?:was\s+|has\s+been\s+|is\s+|content\s+)?(?:rejected|refused|denied|filtered)
    | rejected\s+(?:by|due|because|for)\b | ask\s+your\s+postmaster | postmaster\.(?:gmx|web|1and1|mail\.com)
    | too\s+many | relay(?:ing)?\s+(?:access\s+)?(?:denied|not) | unable\s+to\s+relay
    | (?:message|mail|size)\b.{0,30}\b(?:too\s+(?:large|big|long)|exceed) | exceed\w*\b.{0,40}\bsize | maximum\s+(?:message\s+)?size
    | \bloop(?:s|ing|ed)?\b | hop\s+count | smtputf8 | 8bitmime
    """
)
"""The sender, the message or the way: words of Gmail, Outlook, Yahoo, Proofpoint, Barracuda, Postfix, Exim and others."""
_UNREACHABLE = re.compile(
    r"""(?ix)
    \bexpired\b | retry\s+time.?out | timed?\s?-?out | connection\s+(?:refused|reset|lost) | unroutable | unrouteable | no\s+route
    """
)
"""Nobody answered."""
_FULL = re.compile(
    r"""(?ix)
    (?:mailbox|inbox|box|account|quota|user|recipient|storage|maildir|disk)\b.{0,40}\b(?:full|over\s?-?quota|out\s+of\s+(?:storage|space))
    | over\s?-?\s?quota | quota\s+(?:is\s+|was\s+|has\s+been\s+)?(?:exceeded|full|limit) | exceed\w*\b.{0,30}\b(?:quota|storage|mailbox)
    | (?:mailbox|storage)\b.{0,20}\bexceed | insufficient\s+(?:system\s+)?storage | out\s+of\s+storage | not\s+enough\s+(?:storage|space)
    | no\s+space\s+left
    """
)
"""The mailbox is full."""
_LATER = re.compile(
    r"""(?ix)
    receiving\s+(?:mail|messages)\s+(?:at\s+a\s+rate|too\s+quickly) | \btry\s+(?:again|later) | gr[ea]ylist
    | (?:temporarily|currently)\s+(?:unavailable|disabled|suspended|deferred)
    """
)
_DOMAIN_NOT_FOUND = re.compile(r"(?i)\b(?:host|domain)\b.{0,30}\bnot\s+found|\bnxdomain\b")
"""The reader's domain may be gone, or our resolver ill: some editions will tell."""
_UNKNOWN = re.compile(
    r"""(?ix)
    (?:user|recipient|mailbox|account|address|addressee|alias|member)\b.{0,40}
        \b(?:unknown|not\s+found|not\s+exist|n[o'’]t\s+exist|not\s+known|unavailable|inactive|disabled|closed|deactivated|invalid|no\s+longer)
    | \bno\s+(?:such|mailbox|valid|account)\b
    | \b(?:unknown|invalid|non-?existent|bad|inactive|undeliverable|no)\s+(?:local\s+|destination\s+)?(?:user|recipient|mailbox|address|account|part)\b
    | does\s?n[o'’]t\s+(?:exist|have\s+an?\b) | does\s+not\s+exist | is\s+not\s+a\s+(?:valid|known) | not\s+our\s+customer
    """
)
"""There is no such mailbox."""
_BEHIND_DIRECTORY = re.compile(r"(?i)recipient address rejected: access denied")
"""What Exchange says of a mailbox that its directory does not have, with 5.4.1."""


def refusal_kind(text: str, *, delayed: bool = False) -> RefusalKind:
    """What a refusal says of the mailbox.

    ``text`` is a reply of SMTP or the fields ``Status`` and ``Diagnostic-Code`` of a report; one that only tells of a
    delay is never for good.
    """
    text = text[:_LONGEST]
    codes = list(_codes(text))
    kind = _kind(text, codes)
    passing = delayed or (codes[0][0] if codes else _reply(text)[:1]) == "4"
    if kind == "unreachable" and delayed:
        return "blocked"  # somebody is still trying, and may succeed
    return "soft" if kind == "hard" and passing else kind


def refusal_class(reply: str) -> str:
    """What makes two refusals equal: class and subject of the status, such as 5.7; otherwise the code of the reply."""
    found = next(_codes(reply), None)
    return f"{found[0]}.{found[1].partition('.')[0]}" if found else _reply(reply)


def _kind(text: str, codes: list[tuple[str, str]]) -> RefusalKind:
    said = {kind for _, detail in codes if (kind := _of_detail(detail))}
    full, unknown = bool(_FULL.search(text)), bool(_UNKNOWN.search(text))
    if said == {"hard"} and unknown and not full:
        return "hard"  # code and words agree, whatever else is named beside them
    beyond = (
        _beyond_the_code(text, codes, full=full, unknown=unknown)
        if said <= {"blocked", "unreachable"}
        else None
    )
    return beyond or _mildest(text, said, full=full) or ("hard" if said or unknown else _unsaid(text, codes))


def _mildest(text: str, said: set[RefusalKind], *, full: bool) -> RefusalKind | None:
    """What spares the reader, of what code and words say; None if neither does."""
    if "blocked" in said or (_SENDER.search(text) and not full):
        return "blocked"
    if "unreachable" in said or (_UNREACHABLE.search(text) and not full):
        return "unreachable"
    return "soft" if "soft" in said or full or _LATER.search(text) else None


def _beyond_the_code(
    text: str, codes: list[tuple[str, str]], *, full: bool, unknown: bool
) -> RefusalKind | None:
    """What only the words say, where the code is of the route or the protocol, or says nothing.

    Exchange and Outlook tell of unknown mailboxes by 5.4.1 and 5.5.0, Postfix of unknown domains by 5.4.4.
    """
    if any(detail.partition(".")[0] not in {"0", "2", "3", "4", "5"} for _, detail in codes):
        return None
    if _DOMAIN_NOT_FOUND.search(text):
        return "soft"
    otherwise = full or any(words.search(text) for words in (_SENDER, _UNREACHABLE, _LATER))
    return "hard" if _BEHIND_DIRECTORY.search(text) or (unknown and not otherwise) else None


def _unsaid(text: str, codes: list[tuple[str, str]]) -> RefusalKind:
    """What is left where neither status nor words say anything: the code of the reply."""
    reply = _reply(text)
    if reply[:1] == "5":
        return _BY_REPLY.get(reply, "blocked")
    return "hard" if codes and codes[0][0] == "5" else "soft"


def _of_detail(detail: str) -> RefusalKind | None:
    if detail in _VAGUE:
        return None
    return _BY_DETAIL.get(detail) or _BY_SUBJECT.get(detail.partition(".")[0])


def _codes(text: str) -> Iterator[tuple[str, str]]:
    """Class and detail of each enhanced status: ("5", "7.1"). Addresses and versions have more numbers, or fewer."""
    return ((match[1], f"{int(match[2])}.{int(match[3])}") for match in _STATUS.finditer(text))


def _reply(text: str) -> str:
    found = _REPLY.search(text)
    return found[1] if found else ""
