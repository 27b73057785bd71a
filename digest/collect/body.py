"""Which blocks of a page are the article.

A first guess comes from trafilatura. It is right about most of an article and often misses parts: the standfirst
above, the second half below an advertisement, a page made of table cells. Blocks that play the same role as those
of the guess (same element, same class, same kind of parent) are taken as well, blocks with the role of furniture
are left out, and where the page carries its own text as structured data that decides.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from digest.collect.blocks import Block, Signature, bare, read_blocks
from digest.collect.furniture import is_prose
from digest.collect.metadata import Facts

ROLE = 0.2
"""Share of the guess that blocks of one role must carry for others of that role to be taken for text."""

LINKED = 0.5
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


def find_body(root: HtmlElement, facts: Facts) -> list[Block]:
    """The blocks of the article in their order, given what the page says of itself."""
    blocks = [block for block in read_blocks(root) if block.linked < LINKED or is_prose(block.text)]
    seeds = _found_in(_guess(root), blocks)
    proofs = _found_in(facts.body, blocks)
    if _size(blocks, proofs) >= max(ENOUGH, HALF * len(bare(facts.body))):
        chosen = _by_proof(blocks, proofs, seeds)
    else:
        chosen = _by_role(blocks, seeds)
    chosen |= _standfirst(blocks, chosen, facts) | _headings(blocks, chosen)
    return _without_edges([blocks[i] for i in _once(blocks, sorted(chosen))])


def _guess(root: HtmlElement) -> str:
    found = trafilatura.bare_extraction(
        copy.deepcopy(root), fast=True, include_comments=False, include_tables=True, with_metadata=False
    )
    return (found.text or "") if isinstance(found, Document) else ""


def _found_in(text: str, blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in a text: long ones anywhere, short ones as a line of their own."""
    whole, lines = bare(text), {bare(line) for line in text.splitlines()}
    return {
        i
        for i, b in enumerate(blocks)
        if b.key and (b.key in lines or (len(b.key) >= SHORT and b.key in whole))
    }


def _by_proof(blocks: Sequence[Block], proofs: set[int], seeds: set[int]) -> set[int]:
    """What the page's own text proves, and what the guess has before it."""
    first = min(proofs)
    return proofs | {i for i in seeds if i < first and not blocks[i].aside}


def _by_role(blocks: Sequence[Block], seeds: set[int]) -> set[int]:
    """The guess without furniture, and the blocks of the roles that carry it."""
    weights: Counter[Signature] = Counter()
    for i in seeds:
        weights[blocks[i].signature] += len(blocks[i].text)
    carrying = {role for role, weight in weights.items() if weight >= ROLE * weights.total()}
    asides = _size(blocks, {i for i in seeds if blocks[i].aside}) > HALF * _size(blocks, seeds)
    kept = {i for i in seeds if asides or not blocks[i].aside}
    first, last = min(kept, default=0), max(kept, default=0)
    end = next((i for i in range(last + 1, len(blocks)) if blocks[i].owner.tag == "h1"), len(blocks))
    alike = {i for i in range(end) if blocks[i].signature in carrying and (asides or not blocks[i].aside)}
    return kept | {i for i in alike if first < i < last or is_prose(blocks[i].text)}


def _standfirst(blocks: Sequence[Block], chosen: set[int], facts: Facts) -> set[int]:
    """What stands above the first chosen block: sentences below the title, or what the page calls its description."""
    first = min(chosen, default=0)
    titles = [i for i in range(first) if blocks[i].key == bare(facts.title) or blocks[i].owner.tag == "h1"]
    between = range(titles[-1] + 1, first) if titles else range(0)
    sentences = {
        i
        for i in between
        if is_prose(blocks[i].text) and len(blocks[i].text) >= LEAST and not blocks[i].aside
    }
    described = [i for i in range(first) if _begins_alike(blocks[i].key, bare(facts.standfirst))]
    return sentences | set(described[-1:])


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
        if blocks[i].owner.tag in SUBHEADINGS and not blocks[i].aside and not blocks[i].linked
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


def _without_edges(chosen: list[Block]) -> list[Block]:
    """The blocks from the first to the last that are prose, or play the same role as prose."""
    prose = {block.signature for block in chosen if is_prose(block.text)}
    at = [i for i, block in enumerate(chosen) if is_prose(block.text)]
    end = [i for i, block in enumerate(chosen) if block.signature in prose or block.owner.tag == "li"]
    return chosen[at[0] : end[-1] + 1] if at else []


def _size(blocks: Sequence[Block], chosen: set[int]) -> int:
    return sum(len(blocks[i].key) for i in chosen)
