"""A feed or page without its words, for a bug report: made-up words and hosts, the same structure and encoding. Pure."""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from digest.collect.parsing.encoding import codec
from digest.collect.parsing.json_feed import is_json
from digest.collect.parsing.timestamps import parse_timestamp

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_PLAIN = re.compile(r"[^\W\d_]+|\d+")
_TOKENS = re.compile(
    r"""(?isx)
    (?P<kept> <\?[^<>]*> | <!doctype[^<>]*> | <!\[CDATA\[ | \]\]> | <!-- | --> )
    | (?P<tag> </?[a-z][^<>]*> | &lt;/?[a-z](?:(?!&[lg]t;)[^<>])*&gt; )
    """
)
_ITEM = re.compile(r"(?i)<(item|entry|url)\b[^<>]*>")
_CODE = re.compile(r"(?i)<(/?)(script|style)\b")
_ATTRIBUTE = re.compile(r"""(?x) ([\w:.-]+) (\s*=\s*) ("|'|&quot;|&\#39;|&apos;) (.*?) \3""", re.DOTALL)
_TYPED = re.compile(r"(?i)^<meta\b[^>]*(?:og:type|og:locale|viewport|content-language|robots|charset)")
"""What says of a page what it is, in words of a standard."""
_ADDRESS = re.compile(
    r"(?i)(?:\b[a-z][a-z0-9+.-]*:)?//([^\s/?#\"'<>\\&]+)((?:(?!&[lg]t;|&quot;)[^\s\"'<>\\])*)"
)
_ENTITY = re.compile(r"&(?:amp;)?(?:\#\w+|\w+);|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.")
_IN_PATH = re.compile(r"[?&;]?[\w-]+=|\.[a-z]{2,5}(?=$|[?#])")
"""What is kept of an address: the names of its parameters and its ending."""
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)

_KEPT_ELEMENTS = frozenset("language dc:language news:language ttl hour day".split())
_KEPT_KEYS = frozenset("@type @context @id version language inlanguage mime_type".split())
_DATES = frozenset(
    "pubdate dc:date published updated issued modified created lastbuilddate time news:publication_date".split()
)
"""Elements whose text is a date in whatever words."""
_DATE_WORD = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:uary|ruary|ch|il|ust|ember|ober|day|nesday)?|[ecmp][sd]t|ce?st|gmt|utc?|[ap]m|st|nd|rd|th|[tz]"
)
_LINKING = frozenset(
    "href src url xml:base rdf:about rdf:resource cite poster data-src action content".split()
)
_STRUCTURE = frozenset(
    """class id style rel type role lang xml:lang property name itemprop itemtype itemscope http-equiv charset width height
    version ispermalink datetime length medium hidden dir target encoding scheme""".split()
)
"""Attributes that hold no words of the publisher."""


def anonymise(body: bytes, content_type: str, key: bytes, items: int) -> bytes:
    """The same feed or page with other words, hosts and figures, and no more than its first ``items`` items.

    Tags, their classes and ids, addresses' shape, dates, entities, encoding and what is broken stay; equal words stay
    equal. ``key`` is random, so that nobody can find out the words by trying. Scripts other than data are emptied.
    """
    name = codec(body, content_type)
    text = body.decode(name, "surrogateescape")
    cipher = _Cipher(text, key)
    changed = cipher.json(text) if is_json(body) else cipher.markup(_first(text, items))
    return changed.encode(name, "surrogateescape")


def _first(text: str, items: int) -> str:
    lower = text.lower()
    parts: list[str] = []
    number = end = 0
    while found := _ITEM.search(text, end):
        closing = f"</{found[1].lower()}>"
        after = lower.find(closing, found.end())
        if after < 0:
            break
        number += 1
        parts.append(text[end : after + len(closing) if number <= items else found.start()])
        end = after + len(closing)
    return "".join([*parts, text[end:]])


class _Cipher:
    """Made-up words in place of a document's own, letters of the same scripts."""

    def __init__(self, text: str, key: bytes) -> None:
        self._key = key
        self._hosts: dict[str, str] = {}
        self._alphabets: defaultdict[str, list[str]] = defaultdict(list)
        for letter in sorted(set(text)):
            self._alphabets[_class(letter)].append(letter)

    def markup(self, text: str) -> str:
        """A document or a piece of one: its tags stay, what stands between them does not."""
        parts: list[str] = []
        end, element, code = 0, "", ""
        for found in _TOKENS.finditer(text):
            tag = _CODE.match(found[0])
            if code and not (tag and tag[1]):
                continue  # what looks like a tag inside of a script is none
            between = text[end : found.start()]
            parts += [
                self._code(between, code) if code else self._between(between, element),
                self._token(found),
            ]
            end = found.end()
            code = found[0] if tag and not tag[1] else ""
            if found.lastgroup == "tag":
                element = re.split(r"[\s/>&]", found[0].removeprefix("&lt;").lstrip("<"), maxsplit=1)[
                    0
                ].lower()
        return "".join([*parts, "" if code else self._between(text[end:], element)])

    def json(self, text: str) -> str:
        """Strings that are values; what is not well-formed stays as it is."""
        last = ""

        def changed(found: re.Match[str]) -> str:
            nonlocal last
            if found[2]:
                last = found[1].lower()
                return found[0]
            value = found[1] if last in _KEPT_KEYS else self.markup(found[1])
            return f'"{value}"'

        return _STRING.sub(changed, text)

    def _code(self, text: str, tag: str) -> str:
        """What stands in a script: data without its words, of all else nothing."""
        return self.json(text) if "json" in tag.lower() else ""

    def _token(self, found: re.Match[str]) -> str:
        if found["kept"] or _TYPED.search(found[0]):
            return found[0]
        return _ATTRIBUTE.sub(self._attribute, found[0])

    def _attribute(self, found: re.Match[str]) -> str:
        name, equals, quote, value = found.groups()
        if name.lower() in _LINKING and not _ADDRESS.search(value) and re.match(r"[./?]?\S*[/.?]\S*$", value):
            value = self._path(value)
        elif name.lower() not in _STRUCTURE and not name.lower().startswith("xmlns"):
            value = self._between(value, "")
        return f"{name}{equals}{quote}{value}{quote}"

    def _between(self, text: str, element: str) -> str:
        stripped = text.strip()
        if not stripped or element in _KEPT_ELEMENTS or "charset=" in text or _is_date(stripped, element):
            return text
        if not re.search(r"\s", stripped) and re.search(r"\d", stripped) and not _ADDRESS.search(stripped):
            return self._path(text)  # an identity
        return _around(_ADDRESS, text, self._address, self._words)

    def _address(self, found: re.Match[str]) -> str:
        site = self._hosts.setdefault(found[1].lower(), f"site{len(self._hosts) + 1}.example")
        return found[0][: found.start(1) - found.start()] + site + self._path(found[2])

    def _path(self, text: str) -> str:
        def piece(text: str) -> str:
            return _around(_ENTITY, text, lambda kept: kept[0], self._letters)

        return _around(_IN_PATH, text, lambda kept: kept[0], piece)

    def _letters(self, text: str) -> str:
        return _PLAIN.sub(lambda found: found[0] if found[0].isdigit() else self._word(found), text)

    def _words(self, text: str) -> str:
        return _around(_ENTITY, text, lambda kept: kept[0], lambda rest: _PLAIN.sub(self._word, rest))

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        stream = hmac.digest(self._key, word.casefold().encode("utf-8", "surrogatepass"), "sha512")
        return "".join(self._letter(letter, stream[i % len(stream)]) for i, letter in enumerate(word))

    def _letter(self, letter: str, chance: int) -> str:
        if "\x80" <= letter <= "\xff":
            return letter  # what was decoded wrongly consists of these, and has to stay so
        if letter.isascii():
            lower = letter.lower()
            alphabet = "0123456789" if letter.isdigit() else _VOWELS if lower in _VOWELS else _CONSONANTS
            other = alphabet[chance % len(alphabet)]
            return other.upper() if letter.isupper() else other
        alphabet_here = self._alphabets[_class(letter)]
        return alphabet_here[chance % len(alphabet_here)]


def _is_date(text: str, element: str) -> bool:
    if parse_timestamp(text) is None:
        return False
    words = (word for word in _PLAIN.findall(text) if not word.isdigit())
    return element in _DATES or all(_DATE_WORD.fullmatch(word) for word in words)


def _around(
    pattern: re.Pattern[str], text: str, inside: Callable[[re.Match[str]], str], outside: Callable[[str], str]
) -> str:
    """The text with what the pattern finds changed one way, and all else another way."""
    parts: list[str] = []
    end = 0
    for found in pattern.finditer(text):
        parts += [outside(text[end : found.start()]), inside(found)]
        end = found.end()
    return "".join([*parts, outside(text[end:])])


def _class(letter: str) -> str:
    """Script and kind of a letter, such as "CYRILLIC Ll"."""
    return f"{unicodedata.name(letter, '?').partition(' ')[0]} {unicodedata.category(letter)}"
