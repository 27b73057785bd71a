"""Where the article of a page is: the element in which most of the page's prose stands together.

Every paragraph counts for the elements around it, for the nearest most (after Arc90's Readability, 2009). Paragraphs in
elements named like boilerplate count less, but they count: some sites name the whole page like that, and
inside the article only what is named so *within* it is boilerplate.

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

from digest.collect.parsing.blocks import Block, BlockClass, letters_and_digits
from digest.collect.parsing.boilerplate import is_box_label, is_prose
from digest.collect.parsing.metadata import Metadata

PARENT_DECAY = 0.5
"""What a paragraph counts for the element around an element, compared with that one."""

MAX_PARENTS = 3
"""How many elements around a paragraph it counts for."""

BOILERPLATE_DECAY = 0.5
"""What a paragraph counts for each element around it that is named like boilerplate."""

MAX_PARAGRAPH_LINKS = 0.3
"""Share of links up to which a block can be a paragraph of an article."""

EARLIER_SHARE = 0.5
"""From what share of the greatest weight on an element that comes first is the article: below stand the next ones."""

MIN_ALIKE = 0.6
"""Share of the prose around an element that must look like the prose in it, for both to be of one article."""

_TEXT_TAGS = frozenset({"p", "li", "dd", "dt", "pre", "blockquote", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPH_TAGS = frozenset({"p", "li", "blockquote"})

_ProseByElement = Mapping[HtmlElement, list[int]]


@dataclass(frozen=True, slots=True)
class MainContent:
    """The blocks of text in the element that is the article, and how many elements around it are named like boilerplate."""

    blocks: frozenset[int]
    boilerplate_depth: int


def find_main_content(blocks: Sequence[Block]) -> MainContent:
    """The article among the blocks of a page; empty if the page has no prose."""
    prose_of, weights = _prose_and_weights(blocks)
    if not weights:
        return MainContent(frozenset(), 0)
    element = _heaviest(prose_of, weights)
    depth = min(blocks[i].boilerplate_depth for i in prose_of[element])
    element = _widened(element, blocks, prose_of, depth)
    prose = [i for i in prose_of[element] if blocks[i].boilerplate_depth == depth]
    between = (
        i
        for i in range(prose[0], prose[-1])
        if _may_be_text(blocks[i], depth) and any(e is element for e in _containers(blocks[i]))
    )
    return MainContent(frozenset((*prose, *between)), depth)


def _prose_and_weights(blocks: Sequence[Block]) -> tuple[_ProseByElement, dict[HtmlElement, float]]:
    """The blocks of prose in each element, and what they count for it."""
    prose_of: dict[HtmlElement, list[int]] = {}
    weights: dict[HtmlElement, float] = {}
    for i, block in enumerate(blocks):
        if block.link_density > MAX_PARAGRAPH_LINKS or not is_prose(block.text):
            continue
        share = len(block.text) * BOILERPLATE_DECAY**block.boilerplate_depth
        for level, element in enumerate(_containers(block)):
            prose_of.setdefault(element, []).append(i)
            if level < MAX_PARENTS:
                weights[element] = weights.get(element, 0.0) + share * PARENT_DECAY**level
    return prose_of, weights


def _containers(block: Block) -> Iterator[HtmlElement]:
    """The elements around a paragraph, the innermost first, up to the body of the page."""
    element = block.element.getparent() if block.element.tag in _PARAGRAPH_TAGS else block.element
    while element is not None and element.tag != "html":
        yield element
        element = element.getparent()


def _heaviest(prose_of: _ProseByElement, weights: Mapping[HtmlElement, float]) -> HtmlElement:
    """The element of the greatest weight, or of those not much lighter one that ends before it begins."""
    best = max(weights, key=lambda element: weights[element])
    before = [
        element
        for element, weight in weights.items()
        if weight >= EARLIER_SHARE * weights[best] and prose_of[element][-1] < prose_of[best][0]
    ]
    return max(before, key=lambda element: weights[element], default=best)


def _widened(
    element: HtmlElement, blocks: Sequence[Block], prose_of: _ProseByElement, depth: int
) -> HtmlElement:
    """The widest element around in which other prose looks the same: an article may be cut into parts."""
    classes = {_tag_and_class(blocks[i]) for i in prose_of[element]}
    widest, prose = element, set(prose_of[element])
    for outer in element.iterancestors():
        added = [
            i for i in prose_of.get(outer, ()) if i not in prose and blocks[i].boilerplate_depth == depth
        ]
        alike = [i for i in added if _tag_and_class(blocks[i]) in classes]
        if (
            outer not in prose_of
            or outer.tag == "body"
            or _characters(blocks, alike) < MIN_ALIKE * _characters(blocks, added)
        ):
            break
        if added:
            widest = outer
        if next(outer.iter("h1"), None) is not None:
            break
    return widest


def _tag_and_class(block: Block) -> tuple[str, str]:
    return (block.element.tag, block.element.get("class") or "")


def _may_be_text(block: Block, depth: int) -> bool:
    return (
        block.element.tag in _TEXT_TAGS
        and block.link_density <= MAX_PARAGRAPH_LINKS
        and block.boilerplate_depth == depth
    )


def _characters(blocks: Sequence[Block], chosen: Sequence[int]) -> int:
    return sum(len(blocks[i].text) for i in chosen)


MIN_CLASS_SHARE = 0.2
"""Share of the main content that blocks of one class must have for others of that class to be taken for text."""

MIN_MENU_LINKS = 0.5
"""Share of links from which on a block is a menu or a teaser."""

MIN_STRUCTURED_SHARE = 0.5
"""Share from which on a text as structured data, or an element named like boilerplate, is taken for the article."""

MIN_PROVEN = 300
"""Letters that must be proven at least: shorter texts in structured data are summaries."""

MIN_STANDFIRST = 40
"""Characters of the shortest standfirst, and of the shortest block of which a second copy is left out."""

MIN_PROOF = 25
"""Fewer characters prove nothing by being found in a text."""

SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def find_article_blocks(blocks: Sequence[Block], metadata: Metadata) -> list[Block]:
    """The blocks of the article in their order, given all blocks of a page and what the page says of itself."""
    blocks = [block for block in blocks if block.link_density < MIN_MENU_LINKS or is_prose(block.text)]
    main = find_main_content(blocks)
    main_blocks = main.blocks
    blocks = [
        replace(block, boilerplate_depth=max(0, block.boilerplate_depth - main.boilerplate_depth))
        for block in blocks
    ]
    blocks = _mark_labelled_boxes(blocks, main_blocks)
    proofs = _blocks_in_text(metadata.structured_text, blocks)
    if _proven_letters(blocks, proofs) >= max(
        MIN_PROVEN, MIN_STRUCTURED_SHARE * len(letters_and_digits(metadata.structured_text))
    ):
        chosen = _chosen_by_structured_data(blocks, proofs, main_blocks)
    else:
        chosen = _chosen_by_class(blocks, main_blocks)
    chosen = _without_edges(
        blocks, chosen | _standfirst(blocks, chosen, metadata) | _headings(blocks, chosen)
    )
    chosen |= _description(blocks, chosen, metadata)
    return [blocks[i] for i in _without_repeats(blocks, sorted(chosen))]


def _mark_labelled_boxes(blocks: Sequence[Block], main_blocks: AbstractSet[int]) -> list[Block]:
    """The blocks, with those in boxes that are labelled "Read more" or the like marked as boilerplate.

    A box is the largest element around the label that has no paragraph of the article in it.
    """
    main_classes = _main_classes(blocks, main_blocks)
    holders = {e for b in blocks if b.block_class in main_classes for e in _ancestry(b)}
    boxes = set()
    for block in blocks:
        if is_box_label(block.text):
            boxes.update([e for e in _ancestry(block) if e not in holders][-1:])
    if not boxes:
        return list(blocks)
    return [
        block
        if block.block_class in main_classes or boxes.isdisjoint(_ancestry(block))
        else replace(block, boilerplate_depth=1)
        for block in blocks
    ]


def _ancestry(block: Block) -> Iterator[HtmlElement]:
    """The element of a block and those around it, from the inside out."""
    yield block.element
    yield from block.element.iterancestors()


def _main_classes(blocks: Sequence[Block], chosen: AbstractSet[int]) -> set[BlockClass]:
    """The block classes that hold at least ``MIN_CLASS_SHARE`` of what is chosen."""
    weights = _class_weights(blocks, chosen)
    return {
        block_class for block_class, weight in weights.items() if weight >= MIN_CLASS_SHARE * weights.total()
    }


def _blocks_in_text(text: str, blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in a text: long ones anywhere, short ones as a line of their own."""
    all_letters, lines = letters_and_digits(text), {letters_and_digits(line) for line in text.splitlines()}
    return {
        i
        for i, b in enumerate(blocks)
        if b.fingerprint
        and (b.fingerprint in lines or (len(b.fingerprint) >= MIN_PROOF and b.fingerprint in all_letters))
    }


def _chosen_by_structured_data(
    blocks: Sequence[Block], proofs: set[int], main_blocks: AbstractSet[int]
) -> set[int]:
    """What the structured data proves, and the main content before it."""
    first = min(proofs)
    return proofs | {i for i in main_blocks if i < first and not blocks[i].boilerplate_depth}


def _chosen_by_class(blocks: Sequence[Block], main_blocks: AbstractSet[int]) -> set[int]:
    """The main content without boilerplate, and other blocks of the classes that hold most of it."""
    main_classes = _main_classes(blocks, main_blocks)
    content = {i for i, block in enumerate(blocks) if not block.boilerplate_depth}
    main_prose = {
        i
        for i in content & main_blocks
        if blocks[i].link_density < MIN_MENU_LINKS or blocks[i].block_class in main_classes
    }
    first, last = min(main_prose, default=0), max(main_prose, default=0)
    end = next((i for i in range(last + 1, len(blocks)) if blocks[i].element.tag == "h1"), len(blocks))
    alike = {i for i in content if i < end and blocks[i].block_class in main_classes}
    return main_prose | {i for i in alike if first < i < last or is_prose(blocks[i].text)}


def _standfirst(blocks: Sequence[Block], chosen: set[int], metadata: Metadata) -> set[int]:
    """The sentences between the title and the first paragraph that was chosen."""
    first = _first_paragraph(blocks, chosen)
    titles = [i for i in range(first) if _is_title(blocks[i], metadata)]
    return {
        i
        for i in (range(titles[-1] + 1, first) if titles else ())
        if is_prose(blocks[i].text)
        and len(blocks[i].text) >= MIN_STANDFIRST
        and _is_not_boilerplate(blocks[i])
    }


def _is_not_boilerplate(block: Block) -> bool:
    """Whether neither a name around a block nor its links mark it as boilerplate."""
    return not block.boilerplate_depth and block.link_density < MIN_MENU_LINKS


def _is_caption(block: Block) -> bool:
    return any(element.tag in ("figure", "figcaption") for element in _ancestry(block))


def _first_paragraph(blocks: Sequence[Block], chosen: set[int]) -> int:
    """The first block of the class that holds most of what is chosen."""
    usual = max(_class_weights(blocks, chosen).items(), key=itemgetter(1), default=(None, 0))[0]
    return min((i for i in chosen if blocks[i].block_class == usual), default=0)


def _class_weights(blocks: Sequence[Block], chosen: AbstractSet[int]) -> Counter[BlockClass]:
    """How many characters the chosen blocks of each class have."""
    weights: Counter[BlockClass] = Counter()
    for i in chosen:
        weights[blocks[i].block_class] += len(blocks[i].text)
    return weights


def _is_title(block: Block, metadata: Metadata) -> bool:
    return block.element.tag == "h1" or block.fingerprint == letters_and_digits(metadata.title)


def _description(blocks: Sequence[Block], chosen: set[int], metadata: Metadata) -> set[int]:
    """The last block above the text that begins like what the page calls its description, a full stop or not."""
    above = range(_first_paragraph(blocks, chosen))
    alike = [
        i for i in above if _begins_alike(blocks[i].fingerprint, letters_and_digits(metadata.standfirst))
    ]
    return {i for i in alike[-1:] if not _is_caption(blocks[i])}


def _begins_alike(one: str, other: str) -> bool:
    """Whether two texts begin with the same letters, as a description that was cut off does."""
    return min(len(one), len(other)) >= MIN_STANDFIRST and (
        one.startswith(other[:MIN_STANDFIRST]) or other.startswith(one)
    )


def _headings(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """The headings that stand right before a chosen block, the first one excepted: that is the title."""
    first = min(chosen, default=0)
    above = {i - 1 for i in chosen if i - 1 > first}
    return {
        i
        for i in above
        if blocks[i].element.tag in SUBHEADINGS
        and not blocks[i].boilerplate_depth
        and not blocks[i].link_density
    }


def _without_repeats(blocks: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """The chosen blocks without repetitions of long ones that look otherwise: pull quotes, a standfirst printed twice."""
    seen: dict[str, BlockClass] = {}
    kept = []
    for i in chosen:
        key = blocks[i].fingerprint
        if len(key) < MIN_STANDFIRST or seen.setdefault(key, blocks[i].block_class) == blocks[i].block_class:
            kept.append(i)
    return kept


def _without_edges(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """What is chosen from the first block to the last that is prose, or is of the same class as prose."""
    prose = {i for i in chosen if is_prose(blocks[i].text)}
    classes = {blocks[i].block_class for i in prose}
    ends = [i for i in chosen if blocks[i].block_class in classes or blocks[i].element.tag == "li"]
    return {i for i in chosen if min(prose) <= i <= max(ends)} if prose else set()


def _proven_letters(blocks: Sequence[Block], chosen: set[int]) -> int:
    return sum(len(blocks[i].fingerprint) for i in chosen)
