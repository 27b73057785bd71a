"""Markup into plain text, for the short pieces of HTML that feeds carry."""

from __future__ import annotations

import html
import re

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from digest.text.invisible import visible

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
    """The text without control characters and what nobody sees, with single spaces."""
    return " ".join(visible(_CONTROL.sub("", text)).split())


def tidy(text: str) -> str:
    """The text without control characters and what nobody sees, with single spaces and without empty lines."""
    lines = (visible(_SPACE.sub(" ", line)).strip() for line in _CONTROL.sub("", text).splitlines())
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


_DROPPED = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "audio", "video", "canvas", "button", "select", "textarea", "input")  # fmt: skip
_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:;|$|!)"
    r"|(?:left|top|right|text-indent|margin-left):-\d{3,}|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|$).*overflow:hidden"
    r"|overflow:hidden.*(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:;|$)|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|transform:scale\(0"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = re.compile(r"#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\)|hsl\(0,0%,100%\)")
_CLEAR = re.compile(r"transparent|rgba\(\d+,\d+,\d+,0(?:\.0+)?\)|#[0-9a-f]{6}00")


def drop_hidden(root: HtmlElement) -> None:
    """Take out of the tree what a browser does not show: scripts, comments, hidden and invisible elements."""
    for element in list(root.iter(*_DROPPED, lxml.etree.Comment, lxml.etree.ProcessingInstruction)):
        _drop(element)
    for element in root.xpath(".//*[@hidden or @style]"):
        if _is_hidden(element):
            _drop(element)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = re.sub(r"\s+", "", element.get("style") or "").lower()
    return bool(style) and (bool(_HIDING.search(style)) or _is_invisible(style))


def _is_invisible(style: str) -> bool:
    """Whether the text has no colour of its own, or that of the page or its own ground."""
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if not colour:
        return False
    if _CLEAR.fullmatch(colour[1]) or (ground and ground[1] == colour[1]):
        return True
    return bool(_WHITE.fullmatch(colour[1])) and (not ground or bool(_WHITE.match(ground[1])))
