"""What a reader does not see is not part of a text: it is where instructions to machines are hidden."""

from __future__ import annotations

import re

import lxml.etree
from lxml.html import HtmlElement

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
