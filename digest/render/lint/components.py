"""Checks of the MJML: ``mjml-python`` passes over what it does not know."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from lxml import etree

from digest.render.lint.parsed_email import ParsedEmail, Remark

_EVERYWHERE = frozenset({"css-class", "mj-class"})
_OF_THE_ROOT = frozenset({"lang", "dir", "owa"})


def mjml(email: ParsedEmail) -> Iterator[Remark]:
    """Every tag and attribute is one that MJML has."""
    for element in email.source.iter(etree.Element):
        tag = str(element.tag)
        if tag.startswith("mj") and not _inside_defaults(element):
            yield from _check_element(element, tag)


def _check_element(element: etree._Element, tag: str) -> Iterator[Remark]:
    if tag not in _components():
        yield Remark("error", "mjml", f"There is no MJML element {tag}{_suggestion(tag, _components())}")
        return
    allowed = _EVERYWHERE | set(_components()[tag])
    for name in map(str, element.attrib):
        if name not in allowed:
            yield Remark("error", "mjml", f"{tag} has no attribute {name}{_suggestion(name, allowed)}")


def _inside_defaults(element: etree._Element) -> bool:
    """Whether it stands in mj-attributes, where mj-all and classes may carry anything."""
    return element.tag in {"mj-all", "mj-class"}


def _suggestion(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else "."


@cache
def _components() -> dict[str, frozenset[str]]:
    """The elements of MJML with their attributes, as npm ``mjml`` 5.4 lists them."""
    text = files("digest.render.lint").joinpath("components.json").read_text(encoding="utf-8")
    known = {tag: frozenset(attributes) for tag, attributes in json.loads(text).items()}
    return {**known, "mjml": _OF_THE_ROOT}


CHECKS = (mjml,)
