"""Markup into plain text, for the short pieces of HTML that feeds carry."""

from __future__ import annotations

import html
import re

import lxml.etree
import lxml.html

from digest.collect.hidden import drop_hidden

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre "
    "section table td th tr ul".split()
)
_SPACE = re.compile(r"[^\S\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]+;")


def plain(text: str) -> str:
    """The text on one line: markup removed, entities resolved, also where they were escaped twice."""
    return " ".join(paragraphs(text).split())


def paragraphs(text: str) -> str:
    """The text with a paragraph a line, as ``Entry.content`` has it."""
    text = _CONTROL.sub("", text)
    for _ in range(2):
        if not _MARKUP.search(text):
            break
        text = _strip(text) if re.search(r"<[a-zA-Z/!]", text) else html.unescape(text)
    return tidy(text)


def one_line(text: str) -> str:
    """The text without control characters, with single spaces."""
    return " ".join(_CONTROL.sub("", text).split())


def tidy(text: str) -> str:
    """The text without control characters, with single spaces and without empty lines."""
    lines = (_SPACE.sub(" ", line).strip() for line in _CONTROL.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


def _strip(text: str) -> str:
    try:
        root = lxml.html.fragment_fromstring(text, create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return html.unescape(re.sub(r"<[^>]{0,2000}>", " ", text))
    drop_hidden(root)
    for element in root.iter(*BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return "".join(root.itertext())
