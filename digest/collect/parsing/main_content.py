"""Where the article of a page is: the element in which most of the page's prose stands together.

Every paragraph speaks for the elements around it, the nearest most (after Arc90's Readability, 2009). Paragraphs in
elements named like furniture speak more softly, but they speak: some sites name the whole page like that, and
inside the article only what is named so *within* it is furniture.

The constants are fitted on nothing finer than this: between a half and twice their values, F1 on the labelled
pages at hand (124 and 93) changes by less than .003.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import itemgetter

from lxml.html import HtmlElement

from digest.collect.parsing.blocks import Block, Signature, bare
from digest.collect.parsing.boilerplate import is_label, is_prose
from digest.collect.parsing.metadata import Metadata

DECAY = 0.5
"""What a paragraph counts for the element around an element, compared with that one."""

LEVELS = 3
"""How many elements around a paragraph it speaks for."""

FURNITURE = 0.5
"""What a paragraph counts for each element around it that is named like furniture."""

PARAGRAPH_LINKS = 0.3
"""Share of links up to which a block can be a paragraph of an article."""

RIVAL = 0.5
"""From what share of the greatest weight on an element that comes first is the article: below stand the next ones."""

ALIKE = 0.6
"""Share of the prose around an element that must look like the prose in it, for both to be of one article."""

_TEXT = frozenset({"p", "li", "dd", "dt", "pre", "blockquote", "h2", "h3", "h4", "h5", "h6"})
_WITHIN = frozenset({"p", "li", "blockquote"})

_Inside = Mapping[HtmlElement, list[int]]


@dataclass(frozen=True, slots=True)
class MainContent:
    """The blocks of text in the element that is the article, and how many elements around it are named like furniture."""

    text: frozenset[int]
    asides: int


def find_main_content(blocks: Sequence[Block]) -> MainContent:
    """The article among the blocks of a page; empty where the page has no prose."""
    inside, weights = _weighed(blocks)
    if not weights:
        return MainContent(frozenset(), 0)
    element = _first(inside, weights)
    asides = min(blocks[i].asides for i in inside[element])
    element = _widened(element, blocks, inside, asides)
    prose = [i for i in inside[element] if blocks[i].asides == asides]
    between = (
        i
        for i in range(prose[0], prose[-1])
        if _may_be_text(blocks[i], asides) and any(e is element for e in _around(blocks[i]))
    )
    return MainContent(frozenset((*prose, *between)), asides)


def _weighed(blocks: Sequence[Block]) -> tuple[_Inside, dict[HtmlElement, float]]:
    """The blocks of prose in each element, and what they count for it."""
    inside: dict[HtmlElement, list[int]] = {}
    weights: dict[HtmlElement, float] = {}
    for i, block in enumerate(blocks):
        if block.linked > PARAGRAPH_LINKS or not is_prose(block.text):
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
        if outer not in inside or _characters(blocks, alike) < ALIKE * _characters(blocks, added):
            break
        if added:
            widest = outer
        if next(outer.iter("h1"), None) is not None:
            break
    return widest


def _role(block: Block) -> tuple[str, str]:
    return (block.owner.tag, block.owner.get("class") or "")


def _may_be_text(block: Block, asides: int) -> bool:
    return block.owner.tag in _TEXT and block.linked <= PARAGRAPH_LINKS and block.asides == asides


def _characters(blocks: Sequence[Block], chosen: Sequence[int]) -> int:
    return sum(len(blocks[i].text) for i in chosen)


ROLE = 0.2
"""Share of the core that blocks of one role must carry for others of that role to be taken for text."""

MENU_LINKS = 0.5
"""Share of links from which on a block is a menu or a teaser."""

HALF = 0.5
"""Share from which on a text as structured data, or an element named like furniture, is taken for the article."""

ENOUGH = 300
"""Letters that must be proven at least: shorter texts in structured data are summaries."""

LEAST = 40
"""Characters of the shortest standfirst, and of the shortest block of which a second copy is left out."""

SHORT = 25
"""Fewer characters prove nothing by being found in a text."""

SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def find_article_blocks(blocks: Sequence[Block], facts: Metadata) -> list[Block]:
    """The blocks of the article in their order, given all blocks of a page and what the page says of itself."""
    blocks = [block for block in blocks if block.linked < MENU_LINKS or is_prose(block.text)]
    core = find_main_content(blocks)
    seeds = core.text
    blocks = [replace(block, asides=max(0, block.asides - core.asides)) for block in blocks]
    blocks = _with_boxes_aside(blocks, seeds)
    proofs = _found_in(facts.body, blocks)
    if _letters_of(blocks, proofs) >= max(ENOUGH, HALF * len(bare(facts.body))):
        chosen = _by_proof(blocks, proofs, seeds)
    else:
        chosen = _by_role(blocks, seeds)
    chosen = _without_edges(blocks, chosen | _standfirst(blocks, chosen, facts) | _headings(blocks, chosen))
    chosen |= _described(blocks, chosen, facts)
    return [blocks[i] for i in _once(blocks, sorted(chosen))]


def _with_boxes_aside(blocks: Sequence[Block], seeds: AbstractSet[int]) -> list[Block]:
    """The blocks, with those in boxes that are labelled "Read more" or the like as furniture.

    A box is the largest element around the label that has no paragraph of the article in it.
    """
    carrying = _carrying(blocks, seeds)
    holders = {e for b in blocks if b.signature in carrying for e in _ancestry(b)}
    boxes = set()
    for block in blocks:
        if is_label(block.text):
            boxes.update([e for e in _ancestry(block) if e not in holders][-1:])
    if not boxes:
        return list(blocks)
    return [
        block
        if block.signature in carrying or boxes.isdisjoint(_ancestry(block))
        else replace(block, asides=1)
        for block in blocks
    ]


def _ancestry(block: Block) -> Iterator[HtmlElement]:
    """The element of a block and those around it, from the inside out."""
    yield block.owner
    yield from block.owner.iterancestors()


def _carrying(blocks: Sequence[Block], chosen: AbstractSet[int]) -> set[Signature]:
    """The roles that carry a good part of what is chosen."""
    weights = _weights(blocks, chosen)
    return {role for role, weight in weights.items() if weight >= ROLE * weights.total()}


def _found_in(text: str, blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in a text: long ones anywhere, short ones as a line of their own."""
    whole, lines = bare(text), {bare(line) for line in text.splitlines()}
    return {
        i
        for i, b in enumerate(blocks)
        if b.key and (b.key in lines or (len(b.key) >= SHORT and b.key in whole))
    }


def _by_proof(blocks: Sequence[Block], proofs: set[int], seeds: AbstractSet[int]) -> set[int]:
    """What the page's own text proves, and what the core has before it."""
    first = min(proofs)
    return proofs | {i for i in seeds if i < first and not blocks[i].asides}


def _by_role(blocks: Sequence[Block], seeds: AbstractSet[int]) -> set[int]:
    """The core without furniture, and the blocks of the roles that carry it."""
    carrying = _carrying(blocks, seeds)
    plain = {i for i, block in enumerate(blocks) if not block.asides}
    kept = {i for i in plain & seeds if blocks[i].linked < MENU_LINKS or blocks[i].signature in carrying}
    first, last = min(kept, default=0), max(kept, default=0)
    end = next((i for i in range(last + 1, len(blocks)) if blocks[i].owner.tag == "h1"), len(blocks))
    alike = {i for i in plain if i < end and blocks[i].signature in carrying}
    return kept | {i for i in alike if first < i < last or is_prose(blocks[i].text)}


def _standfirst(blocks: Sequence[Block], chosen: set[int], facts: Metadata) -> set[int]:
    """The sentences between the title and the first paragraph that was chosen."""
    first = _first_paragraph(blocks, chosen)
    titles = [i for i in range(first) if _is_title(blocks[i], facts)]
    return {
        i
        for i in (range(titles[-1] + 1, first) if titles else ())
        if is_prose(blocks[i].text) and len(blocks[i].text) >= LEAST and _is_plain(blocks[i])
    }


def _is_plain(block: Block) -> bool:
    """Whether nothing says that a block is furniture: neither a name around it nor its links."""
    return not block.asides and block.linked < MENU_LINKS


def _is_caption(block: Block) -> bool:
    return any(element.tag in ("figure", "figcaption") for element in _ancestry(block))


def _first_paragraph(blocks: Sequence[Block], chosen: set[int]) -> int:
    """The first block of the role that carries most of what is chosen."""
    usual = max(_weights(blocks, chosen).items(), key=itemgetter(1), default=(None, 0))[0]
    return min((i for i in chosen if blocks[i].signature == usual), default=0)


def _weights(blocks: Sequence[Block], chosen: AbstractSet[int]) -> Counter[Signature]:
    """How many characters the blocks of each role have."""
    weights: Counter[Signature] = Counter()
    for i in chosen:
        weights[blocks[i].signature] += len(blocks[i].text)
    return weights


def _is_title(block: Block, facts: Metadata) -> bool:
    return block.owner.tag == "h1" or block.key == bare(facts.title)


def _described(blocks: Sequence[Block], chosen: set[int], facts: Metadata) -> set[int]:
    """The last block above the text that begins like what the page calls its description, a full stop or not."""
    above = range(_first_paragraph(blocks, chosen))
    alike = [i for i in above if _begins_alike(blocks[i].key, bare(facts.standfirst))]
    return {i for i in alike[-1:] if not _is_caption(blocks[i])}


def _begins_alike(one: str, other: str) -> bool:
    """Whether two texts begin with the same letters, as a description that was cut off does."""
    return min(len(one), len(other)) >= LEAST and (one.startswith(other[:LEAST]) or other.startswith(one))


def _headings(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """The headings that stand right before a chosen block, the first one excepted: that is the title."""
    first = min(chosen, default=0)
    above = {i - 1 for i in chosen if i - 1 > first}
    return {
        i
        for i in above
        if blocks[i].owner.tag in SUBHEADINGS and not blocks[i].asides and not blocks[i].linked
    }


def _once(blocks: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """The chosen blocks without repetitions of long ones: pull quotes, a standfirst printed twice."""
    seen: set[str] = set()
    kept = []
    for i in chosen:
        key = blocks[i].key
        if len(key) < LEAST or key not in seen:
            kept.append(i)
        seen.add(key)
    return kept


def _without_edges(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """What is chosen from the first block to the last that is prose, or plays the same role as prose."""
    prose = {i for i in chosen if is_prose(blocks[i].text)}
    roles = {blocks[i].signature for i in prose}
    ends = [i for i in chosen if blocks[i].signature in roles or blocks[i].owner.tag == "li"]
    return {i for i in chosen if min(prose) <= i <= max(ends)} if prose else set()


def _letters_of(blocks: Sequence[Block], chosen: set[int]) -> int:
    return sum(len(blocks[i].key) for i in chosen)
