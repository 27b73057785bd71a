"""A page as the blocks of text that a reader sees, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from digest.collect.parsing.html_text import BLOCKS, one_line

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BlockClass = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands by itself: a paragraph, a heading, a list item, a line between two breaks."""

    element: HtmlElement
    """The innermost block element around it."""
    text: str
    link_density: float
    """Share of its characters that are links."""
    boilerplate_depth: int
    """How many elements around it are named like boilerplate: share bars, related stories, comments."""

    fingerprint: str
    """The text without everything that extractors change: case, space, punctuation."""

    @property
    def block_class(self) -> BlockClass:
        """What blocks of the same class share: tag and class attribute of the element and of its parent."""
        parent = self.element.getparent()
        of_parent = (parent.tag, parent.get("class") or "") if parent is not None else ("", "")
        own = self.element.get("class") or ""
        return (self.element.tag, own, of_parent[0], "" if own else of_parent[1])


def letters_and_digits(text: str) -> str:
    """Letters and digits of a text in lower case."""
    return re.sub(r"[\W_]+", "", text.lower())


def read_blocks(root: HtmlElement) -> Iterator[Block]:
    """The blocks of a page in their order."""
    collector = _Collector(root)
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            yield from collector.enter(element)
        else:
            yield from collector.leave(element)


def _is_line_break(element: HtmlElement) -> bool:
    """Whether it is a <br> by itself, which ends a line; two of them in a row end a paragraph."""
    return element.tag == "br" and not (_follows_break(element) or _follows_break(element.getnext()))


def _follows_break(element: HtmlElement | None) -> bool:
    """Whether it is a <br> right after another one."""
    before = element.getprevious() if element is not None and element.tag == "br" else None
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


class _Collector:
    """Gathers text until a block element begins or ends."""

    def __init__(self, root: HtmlElement) -> None:
        self._elements = [root]
        self._depths = [0]
        self._pieces: list[str] = []
        self._open_links = 0
        self._linked_characters = 0

    def enter(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag in BLOCKS and not _is_line_break(element):
            yield from self._flush()
            self._elements.append(element)
            self._depths.append(self._depths[-1] + is_boilerplate_element(element))
        self._open_links += element.tag == "a"
        self._add(element.text)

    def leave(self, element: HtmlElement) -> Iterator[Block]:
        self._open_links -= element.tag == "a"
        if _is_line_break(element):
            self._pieces.append(" ")
        elif element.tag in BLOCKS:
            yield from self._flush()
            self._elements.pop()
            self._depths.pop()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            if self._open_links:
                self._linked_characters += len(text.strip())

    def _flush(self) -> Iterator[Block]:
        text = one_line("".join(self._pieces))
        if text:
            # Links are counted before runs of spaces become one, so they can have more characters than the block.
            yield Block(
                self._elements[-1],
                text,
                min(1.0, self._linked_characters / len(text)),
                self._depths[-1],
                letters_and_digits(text),
            )
        self._pieces, self._linked_characters = [], 0


_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|newsletters?|promo\w*|sign-?up|subscri\w+|comments?|disqus|shar(?:e|ing)"
    r"|social|caption|credits?|breadcrumbs?|sidebar|popular|trending|most-?read|adverts?|advertisement|sponsor\w*|ads?"
    r"|cookies?|consent|gdpr|byline|author-?(?:bio|box|info)?|bio|tags|footer|nav|navigation|menu|toolbar|read-?more|more-?on"
    r"|teasers?|widget|outbrain|taboola|player|gallery|slideshow|carousel|skip|meta|timestamp|kicker|disclaimer|copyright|toc"
    r"|listing|popup|modal|banner|pullquote|pull-?quote|print-?only|sr-only|visually-?hidden|screen-?reader\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"[A-Za-z]\d+[A-Za-z]")
"""In an id that a machine made, such as "n1AuAdJlVL", which says nothing of what it names."""
_ASIDE_TAGS = frozenset(
    {"nav", "aside", "footer", "figure", "figcaption", "form", "menu", "dialog", "noscript"}
)
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "dialog", "contentinfo", "banner", "search", "menu", "alert"}
)


def is_boilerplate_element(element: HtmlElement) -> bool:
    """Whether an element is by its name no part of an article; the whole page never is."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _ASIDE_TAGS or element.get("role") in _ASIDE_ROLES:
        return True
    element_id = "" if _MADE_UP.search(element.get("id") or "") else element.get("id") or ""
    names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", f"{element.get('class') or ''} {element_id}")
    return len(names) < 300 and bool(_ASIDE.search(names))


def join_lines(blocks: Iterable[Block]) -> str:
    """The text of blocks, a line each."""
    return "\n".join(block.text for block in blocks)
