"""Addresses that may stand in an edition, and addresses that open a page at a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from digest.models import Evidence

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}\ud800-\udfff]")
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_DIRECTIVE = re.compile(r":~:.*", re.DOTALL)
_EDGES = " \t\n\"'“”‘’«»‹›„‚()[].,;:!?…–—-"

MAX_EXACT_WORDS = 12
"""Longest passage that is looked for as a whole; of a longer one, its first and last words are enough."""
START_WORDS = 7
END_WORDS = 4


@lru_cache(maxsize=4096)
def safe_url(url: str) -> str:
    """The address if a reader may follow it (http, https or mailto), otherwise an empty text.

    It comes back in ASCII, as it goes over the wire (RFC 3986; the host by IDNA).
    """
    if _UNSAFE.search(url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    web = parts.scheme in {"http", "https"} and host
    if not (web or (parts.scheme == "mailto" and parts.path)):
        return ""
    return quote(parts._replace(netloc=host).geturl(), safe=_KEPT)


@lru_cache(maxsize=4096)
def passage_url(url: str, passage: str, before: str = "", after: str = "") -> str:
    """The address that opens the page scrolled to the passage, empty if the address is not safe.

    ``before`` and ``after`` are the words next to the passage on the page; they are needed only if the
    passage occurs there more than once. WICG, URL Fragment Text Directives, section 3.
    """
    safe = safe_url(url)
    if not safe.startswith(("http:", "https:")):
        return safe
    directive = text_directive(passage, before, after)
    page = _DIRECTIVE.sub("", safe)
    return f"{page}{'' if '#' in page else '#'}:~:{directive}" if directive else page


def page_url(url: str) -> str:
    """The address of the page, without the passage at which it opens."""
    return _DIRECTIVE.sub("", url).removesuffix("#")


def evidence_url(passage: Evidence) -> str:
    """The address that opens an article at that passage, empty if it is not safe."""
    return passage_url(passage.url, passage.quote, passage.before, passage.after)


def text_directive(passage: str, before: str = "", after: str = "") -> str:
    """``text=[prefix-,]start[,end][,-suffix]``, or an empty text for a passage without a word.

    A passage of several paragraphs or of many words is given by its first and last words: a browser finds
    these also if a note, an advertisement or a line break stands between them on the page.
    """
    lines = [line.split() for line in passage.strip(_EDGES).splitlines() if line.split()]
    if not lines:
        return ""
    parts = [_encode(before) + "-"] if before.strip() else []
    if len(lines) == 1 and len(lines[0]) <= MAX_EXACT_WORDS:
        parts.append(_encode(" ".join(lines[0])))
    else:
        parts += [_encode(" ".join(lines[0][:START_WORDS])), _encode(" ".join(lines[-1][-END_WORDS:]))]
    if after.strip():
        parts.append("-" + _encode(after))
    return "text=" + ",".join(parts)


def _encode(words: str) -> str:
    """Percent-encoded with the three characters that have a meaning in a directive: ``-``, ``,`` and ``&``."""
    return quote(" ".join(words.split()), safe="", errors="ignore").replace("-", "%2D")
