"""Names: each one in a claim is a name of the cited sentences, or is spelt out in their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from digest.models import Claim, Finding
from digest.text.names import Name, names, plain
from digest.verify.passage import Passage, finding, stems, words


def names_are_cited(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """The words of a name belong to one name of the passage; its article may spell the name out."""
    there = {name.words for text in passage.texts for name in names(text)}
    spelt_out = {words for article, _ in passage.cited for words in _names_in(article.text)}
    lower = stems(passage.texts)
    for name in names(claim.text):
        if _is_name_of(name, there) or _spells_out(name, there, spelt_out) or _is_no_name(name, lower):
            continue
        yield finding("name", claim.text[name.start : name.end], "The name {} stands in no cited sentence.")


@lru_cache(maxsize=64)
def _names_in(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(name.words for name in names(text))


def _is_name_of(name: Name, there: Iterable[tuple[str, ...]]) -> bool:
    return any(set(name.words) <= set(other) for other in there)


def _spells_out(name: Name, there: Iterable[tuple[str, ...]], article: Iterable[tuple[str, ...]]) -> bool:
    """Whether the article has this name whole, and a cited sentence its last word or the whole of it."""
    whole = any(set(name.words) <= set(other) for other in article)
    return whole and any(name.words[-1] in other for other in there)


def _is_no_name(name: Name, lower: frozenset[str]) -> bool:
    """Whether it only looks like a name: every word stands in the sentences, name or not."""
    return all(word.stem in lower for part in name.words for word in words(plain(part)))
