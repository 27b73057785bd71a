"""Bytes of a page into text."""

from __future__ import annotations

import re

BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
"""What browsers take these labels for (WHATWG Encoding Standard)."""


def decode(body: bytes, content_type: str) -> str:
    """The text of a page: by byte order mark, as UTF-8 where that fits, by HTTP header, by meta element, as Windows-1252.

    UTF-8 comes before what is declared, since text in another encoding is hardly ever valid UTF-8 by accident, while
    wrong declarations are common.
    """
    header = re.search(r"charset=[\"']?([\w-]+)", content_type, re.IGNORECASE)
    meta = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", body[:4096], re.IGNORECASE)
    declared = [header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""]
    for name in (BOMS.get(body[:2], "utf-8-sig"), *filter(None, declared)):
        try:
            return body.decode(_ALIASES.get(name.lower(), name))
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", "replace")
