"""What the checks look at, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from lxml import etree, html

from digest.models import Edition, Email
from digest.settings import Settings

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check objects to: its name, and a sentence on what is wrong and what to do."""

    level: Level
    check: str
    reason: str


@dataclass(frozen=True)
class ParsedEmail:
    """An e-mail with what it was made of, parsed once."""

    edition: Edition
    settings: Settings
    rendered: Email
    mjml: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The HTML as a mail program reads it."""
        return html.document_fromstring(self.rendered.html)

    @cached_property
    def source(self) -> etree._Element:
        """The MJML as it was given to the compiler."""
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
        return etree.fromstring(self.mjml.strip().encode(), parser)

    @cached_property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Address and text of every link of the HTML, in order."""
        return tuple((a.get("href", ""), " ".join(a.text_content().split())) for a in self.tree.iter("a"))

    def texts(self) -> Iterator[html.HtmlElement]:
        """Elements with visible text of their own."""
        for element in self.tree.body.iter():
            if isinstance(element.tag, str) and _own_text(element) and not _hidden(element):
                yield element


def style(element: html.HtmlElement) -> Mapping[str, str]:
    """The declarations in the style attribute of an element."""
    return _declarations(element.get("style", ""))


@lru_cache(maxsize=1024)
def _declarations(text: str) -> Mapping[str, str]:
    """Read once: a long edition has some twenty styles in thousands of elements."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def inherited(element: html.HtmlElement, *properties: str) -> str:
    """The value of the first of these properties that the element or the nearest one around it sets."""
    for around in (element, *element.iterancestors()):
        declared = style(around)
        value = next((declared[name] for name in properties if name in declared), "")
        if value:
            return value
    return ""


def _own_text(element: html.HtmlElement) -> bool:
    parts = [element.text, *(child.tail for child in element)]
    return any(part and part.strip() for part in parts)


def _hidden(element: html.HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(style(one).get("display") == "none" or one.tag in {"style", "script"} for one in around)
