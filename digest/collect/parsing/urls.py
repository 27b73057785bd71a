"""Addresses of pages: resolved, in one spelling, without the parameters that only follow readers around."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

LONGEST = 2000
"""Most characters of an address; longer ones are data or traps, and some servers refuse them."""

_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|d|msc?l|y|tw|tt|oc|wbr)clid|msclkid|li_fat_id|gclsrc|[gw]braid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok"
    r"|__twitter_impression|_ga|_gl|guce_\w+|guccounter",
    re.IGNORECASE,
)
"""Parameters that follow readers around and never say which article is meant."""
_LIKELY = re.compile(
    r"ref_(?:src|url)|cmp(?:id)?|ito|ocid|ncid|smid|sr_share|at_(?:medium|campaign\w*|custom\d|bbc_team)|ns_\w+|xtor|spm"
    r"|traffic_source|wt_[mz]c?\w*|mbid|sref",
    re.IGNORECASE,
)
"""Parameters that do so on the sites that made them up, and may be anything elsewhere."""
_ORIGIN = re.compile(r"ref|src|source|partner|from|feature|medium|campaign", re.IGNORECASE)
_FEED_READER = re.compile(r"rss\W?\w*|feeds?|atom|syndication|rss_feed", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def clean(address: str, base: str = "", *, certain: bool = False) -> str:
    """The address resolved against ``base``, in one spelling, without tracking and fragment.

    With ``certain`` only what is tracking on every site is cut. Empty if it is not an http or https address with a
    host, or is longer than LONGEST.
    """
    bare = re.sub(r"[\0-\x1f\x7f]", "", address.strip())
    bare = re.sub(r"\s", lambda space: quote(space[0]), bare)
    if not bare or re.fullmatch(r"https?:/*", bare, re.IGNORECASE):
        return ""
    try:
        parts = urlsplit(urljoin(base, bare))
        place = _place(parts)
    except ValueError:
        return ""
    if not place:
        return ""
    cleaned = urlunsplit(
        (parts.scheme.lower(), place, parts.path or "/", _kept(parts.query, certain=certain), "")
    )
    return cleaned if len(cleaned) <= LONGEST else ""


def host(address: str) -> str:
    """The host and port of a clean address, the unit of robots.txt and of politeness."""
    return urlsplit(address).netloc


def _place(parts: SplitResult) -> str:
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        return ""
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return name if parts.port in (None, _PORTS[scheme]) else f"{name}:{parts.port}"


def _kept(query: str, *, certain: bool) -> str:
    return "&".join(pair for pair in query.split("&") if pair and not _follows(pair, certain=certain))


def _follows(pair: str, *, certain: bool) -> bool:
    name, _, value = pair.partition("=")
    if _TRACKING.fullmatch(name):
        return True
    if certain:
        return False
    return bool(_LIKELY.fullmatch(name) or (_ORIGIN.fullmatch(name) and _FEED_READER.fullmatch(value)))
