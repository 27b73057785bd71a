"""The encoding of feeds and pages by one rule, that of browsers, checked against the bytes.

What a publisher declares is often wrong, and bytes hardly ever are valid UTF-8 by accident. So a byte order mark decides,
then whether the bytes are UTF-8, and only then what the HTTP header and the document itself declare, with the meanings
that browsers give to labels (WHATWG Encoding Standard, section 4.2): GB2312 is read as GB 18030, ISO 8859-9 as
Windows-1254.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UNMARKED = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}
"""The first bytes of an XML declaration in UTF-16 without a mark (XML 1.0, appendix F)."""

_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
"""What browsers read where Python's codec of that label is stricter."""
_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "windows-949": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "x-mac-cyrillic": "mac-cyrillic",
    "dos-874": "cp874",
    "unicode": "utf-16-le",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
}
"""Labels of the standard that Python does not know."""

_WEB = (
    frozenset(
        """utf-8 cp866 koi8-r koi8-u mac-roman mac-cyrillic cp874 gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949 utf-16-le
    utf-16-be""".split()
    )
    | {f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {f"cp{n}" for n in range(1250, 1259)}
)
"""Python's names of the encodings that the standard knows. Others, UTF-7 above all, are only used to deceive."""

MOSTLY = 10
"""How many valid characters beyond ASCII there must be for each broken one, for bytes to be damaged UTF-8."""

_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CONTINUING = "[" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")) + "\x81\x8d\x8f\x90\x9d]"
_GARBLED = re.compile(f"\ufffd|[ÃÂÐÑ]{_CONTINUING}|â€{_CONTINUING}")
"""Latin letters, Cyrillic ones and typographic marks as their UTF-8 bytes look in Windows-1252."""
_DECLARATION = re.compile(r"^(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", re.IGNORECASE)


def decode(body: bytes, content_type: str = "") -> str:
    """The text of the bytes: by byte order mark, as UTF-8 if they are, by header, by declaration, as Windows-1252.

    Never raises: a byte that means nothing becomes U+FFFD. UTF-8 with a few broken bytes stays UTF-8.
    """
    for mark, name in (*_BOMS.items(), *_UNMARKED.items()):
        if body.startswith(mark):
            return body.decode(name, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(codec(body, content_type), "replace")


def codec(body: bytes, content_type: str = "") -> str:
    """The name of the codec by which ``decode`` reads the bytes; a byte order mark is a character of the text then."""
    for mark, name in (*_BOMS.items(), *_UNMARKED.items()):
        if body.startswith(mark):
            return name
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - broken >= MOSTLY * broken:
        return "utf-8"
    for name in _declared(body, content_type):
        try:
            body.decode(name)
        except UnicodeError:
            continue
        return name
    return "cp1252"


def xml_bytes(body: bytes, content_type: str = "") -> bytes:
    """The bytes of an XML document as UTF-8 that says nothing else of itself, whatever they were declared to be."""
    text = decode(body, content_type)
    return _DECLARATION.sub(r"\1", text, count=1).encode("utf-8", "replace")


def is_binary(body: bytes) -> bool:
    """Whether the bytes are no text in any encoding that the web uses."""
    return b"\0" in body[:2000] and not body.startswith((*_BOMS, *_UNMARKED))


def is_garbled(text: str) -> bool:
    """Whether the text was decoded wrongly before it reached us: U+FFFD, or UTF-8 that was read as Windows-1252."""
    return bool(_GARBLED.search(text))


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    """The codecs of what the header and then the document declare; unknown labels are left out."""
    header, inner = _HEADER.search(content_type), _XML.search(body[:1024]) or _META.search(body[:4096])
    for label in (header[1] if header else "", inner[1].decode("ascii", "replace") if inner else ""):
        if name := _codec(label.strip().lower()):
            yield name


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(_LABELS.get(label, label or "-")).name
    except LookupError:
        return ""
    name = _BROWSERS.get(name, name)
    return name if name in _WEB else ""
