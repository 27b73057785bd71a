"""robots.txt: what a site lets robots read, and how fast (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

MAX_BYTES = 512_000
"""How much of a robots.txt is read; RFC 9309 section 2.5 asks for at least 500 KiB."""

MAX_CRAWL_DELAY = 30.0
"""Most seconds of Crawl-delay that are honoured between two requests; a site that asks for more is asked less by the deadline."""

_LINE = re.compile(r"^\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern and whether it allows."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one robot; without rules everything may be read."""

    rules: tuple[Rule, ...] = ()
    pause: float = 0.0
    """Seconds that the site asks for between two requests."""
    reason: str = ""
    """Why there are no rules to be had, so that nothing may be read (section 2.3.1.4)."""

    def allow(self, address: str) -> bool:
        """Whether the page may be read: the longest matching rule decides, allow wins a tie (section 2.2.2)."""
        if self.reason:
            return False
        parts = urlsplit(address)
        path = _normalised(parts.path or "/") + (f"?{_normalised(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        matching = [rule for rule in self.rules if _matches(rule.pattern, path)]
        return not matching or max((len(r.pattern), r.allows) for r in matching)[1]


def parse_robots(text: str, robot: str) -> Robots:
    """The rules for ``robot``: those of the groups that name it, else those for ``*`` (section 2.2.1)."""
    groups: dict[str, list[Rule]] = {}
    pauses: dict[str, float] = {}
    names: list[str] = []
    naming = False
    for key, value in _lines(text):
        if key == "user-agent":
            names = [*names, _product(value)] if naming else [_product(value)]
            groups |= {name: groups.get(name, []) for name in names}
        elif key in ("allow", "disallow") and value:
            for name in names:
                groups[name].append(Rule(_normalised(value), key == "allow"))
        elif key == "crawl-delay":
            pauses |= dict.fromkeys(names, _seconds(value))
        naming = key == "user-agent"
    name = robot.lower() if robot.lower() in groups else "*"
    return Robots(tuple(groups.get(name, ())), pauses.get(name, 0.0))


def _lines(text: str) -> list[tuple[str, str]]:
    found = (_LINE.match(line) for line in text.lstrip("\ufeff").splitlines())
    known = ("user-agent", "allow", "disallow", "crawl-delay")
    return [(m[1].lower(), m[2].strip()) for m in found if m and m[1].lower() in known]


def _product(value: str) -> str:
    match = re.match(r"\*|[A-Za-z_-]+", value)
    return match[0].lower() if match else ""


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), MAX_CRAWL_DELAY)
    except ValueError:
        return 0.0


def _normalised(path: str) -> str:
    """One spelling of percent-encoding: what need not be encoded is not, the rest is upper case (section 2.2.2)."""
    return re.sub(
        r"%[0-9A-Fa-f]{2}|[^\x21-\x7e]",
        lambda m: (
            quote(unquote(m[0], errors="surrogateescape"), safe="~", errors="surrogateescape")
            if m[0].upper() not in ("%2F", "%3F", "%2A", "%24")
            else m[0].upper()
        ),
        path,
    )


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with ``*`` and a final ``$`` matches the start of the path, in linear time."""
    anchored = pattern.endswith("$")
    pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    # The leftmost match of a piece leaves the most room for the others, so there is nothing to go back to.
    for piece in pieces[1:]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not anchored or at == len(path):
        return True
    return len(pieces) > 1 and path.endswith(pieces[-1])
