"""Where the article of a page is: the element in which most of the page's prose stands together.

Every paragraph speaks for the elements around it, the nearest most (after Arc90's Readability, 2009). Paragraphs in
elements named like furniture speak more softly, but they speak: some sites name the whole page like that, and
inside the article only what is named so *within* it is furniture.

The constants are fitted on nothing finer than this: between a half and twice their values, F1 on the labelled
pages at hand (124 and 93) changes by less than .003.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from digest.collect.blocks import Block
from digest.collect.furniture import is_prose

DECAY = 0.5
"""What a paragraph counts for the element around an element, compared with that one."""

LEVELS = 3
"""How many elements around a paragraph it speaks for."""

FURNITURE = 0.5
"""What a paragraph counts for each element around it that is named like furniture."""

LINKED = 0.3
"""Share of links up to which a block can be a paragraph of an article."""

RIVAL = 0.5
"""From what share of the greatest weight on an element that comes first is the article: below stand the next ones."""

ALIKE = 0.6
"""Share of the prose around an element that must look like the prose in it, for both to be of one article."""

_TEXT = frozenset({"p", "li", "dd", "dt", "pre", "blockquote", "h2", "h3", "h4", "h5", "h6"})
_WITHIN = frozenset({"p", "li", "blockquote"})

_Inside = Mapping[HtmlElement, list[int]]


@dataclass(frozen=True, slots=True)
class Core:
    """The blocks of text in the element that is the article, and how many elements around it are named like furniture."""

    text: frozenset[int]
    asides: int


def find_core(blocks: Sequence[Block]) -> Core:
    """The article among the blocks of a page; empty where the page has no prose."""
    inside, weights = _weighed(blocks)
    if not weights:
        return Core(frozenset(), 0)
    element = _first(inside, weights)
    asides = min(blocks[i].asides for i in inside[element])
    element = _widened(element, blocks, inside, asides)
    prose = [i for i in inside[element] if blocks[i].asides == asides]
    between = (
        i
        for i in range(prose[0], prose[-1])
        if _may_be_text(blocks[i], asides) and any(e is element for e in _around(blocks[i]))
    )
    return Core(frozenset((*prose, *between)), asides)


def _weighed(blocks: Sequence[Block]) -> tuple[_Inside, dict[HtmlElement, float]]:
    """The blocks of prose in each element, and what they count for it."""
    inside: dict[HtmlElement, list[int]] = {}
    weights: dict[HtmlElement, float] = {}
    for i, block in enumerate(blocks):
        if block.linked > LINKED or not is_prose(block.text):
            continue
        share = len(block.text) * FURNITURE**block.asides
        for level, element in enumerate(_around(block)):
            inside.setdefault(element, []).append(i)
            if level < LEVELS:
                weights[element] = weights.get(element, 0.0) + share * DECAY**level
    return inside, weights


def _around(block: Block) -> Iterator[HtmlElement]:
    """The elements around a paragraph, the innermost first, up to the body of the page."""
    element = block.owner.getparent() if block.owner.tag in _WITHIN else block.owner
    while element is not None and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()


def _first(inside: _Inside, weights: Mapping[HtmlElement, float]) -> HtmlElement:
    """The element of the greatest weight, or of those not much lighter one that ends before it begins."""
    best = max(weights, key=lambda element: weights[element])
    before = [
        element
        for element, weight in weights.items()
        if weight >= RIVAL * weights[best] and inside[element][-1] < inside[best][0]
    ]
    return max(before, key=lambda element: weights[element], default=best)


def _widened(element: HtmlElement, blocks: Sequence[Block], inside: _Inside, asides: int) -> HtmlElement:
    """The widest element around in which other prose looks the same: an article may be cut into parts."""
    roles = {_role(blocks[i]) for i in inside[element]}
    widest, known = element, set(inside[element])
    for outer in element.iterancestors():
        added = [i for i in inside.get(outer, ()) if i not in known and blocks[i].asides == asides]
        alike = [i for i in added if _role(blocks[i]) in roles]
        if outer not in inside or _size(blocks, alike) < ALIKE * _size(blocks, added):
            break
        if added:
            widest = outer
        if next(outer.iter("h1"), None) is not None:
            break
    return widest


def _role(block: Block) -> tuple[str, str]:
    return (block.owner.tag, block.owner.get("class") or "")


def _may_be_text(block: Block, asides: int) -> bool:
    return block.owner.tag in _TEXT and block.linked <= LINKED and block.asides == asides


def _size(blocks: Sequence[Block], chosen: Sequence[int]) -> int:
    return sum(len(blocks[i].text) for i in chosen)
