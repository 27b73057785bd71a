"""Names: each one in a claim is a name of the cited sentences, or is spelt out in their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from digest.models import Finding
from digest.text.dates import dates
from digest.text.names import TITLES, Name, initials, names, same_word
from digest.verify.alignment import Alignment
from digest.verify.passage import finding
from digest.verify.wording import Word, read


def names_are_cited(alignment: Alignment) -> Iterator[Finding]:
    """The words of a name belong to one name of the passage; its article may spell the name out."""
    text = alignment.text.text
    there = {name.words for source in alignment.passage.texts for name in names(source)}
    whole = {words for article in alignment.passage.articles for words in _names_in(article.text)}
    days = [(when.start, when.end) for when in dates(text)]
    for name in names(text):
        if is_plain_opener(name) or any(start <= name.start < end for start, end in days):
            continue
        if not (
            _is_name_of(name, there)
            or _spells_out(name, there, whole)
            or _is_only_capitalised(name, alignment)
            or _joins_names(name, alignment)
        ):
            yield finding("name", text[name.start : name.end], "The name {} is not in the cited sentences.")


def is_plain_opener(name: Name) -> bool:
    """Whether it is the first word of a sentence and nothing more: any word has its capital there."""
    return name.initial and len(name.words) == 1


@lru_cache(maxsize=256)
def _names_in(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(name.words for name in names(text))


def _is_name_of(name: Name, there: Iterable[tuple[str, ...]]) -> bool:
    return any(_is_within(name.words, other) for other in there)


def _is_within(words: Iterable[str], other: tuple[str, ...]) -> bool:
    return all(any(same_word(word, theirs) for theirs in other) for word in words)


def _spells_out(name: Name, there: Iterable[tuple[str, ...]], article: Iterable[tuple[str, ...]]) -> bool:
    """Whether the article has this name whole, and a cited sentence its last word, or its initials for it."""
    if not any(_is_within(name.words, other) for other in article):
        return False
    short = initials(name.words)
    return any(
        (same_word(name.words[-1], other[-1]) and _is_within(other, name.words))
        or (len(short) > 1 and other == (short,))
        or (len(other) > 1 and (initials(other),) == name.words)
        for other in there
    )


def _joins_names(name: Name, alignment: Alignment) -> bool:
    """Whether two names of a cited sentence came to stand side by side when an aside between them went."""
    inside = [
        i
        for i, w in enumerate(alignment.text.words)
        if name.start <= w.start < name.end and not w.is_function_word
    ]
    places = [place for i in inside if (place := alignment.positions[i])]
    if len(places) < len(inside):
        return False
    return all(one[0] == two[0] and 0 < two[1] - one[1] <= 2 for one, two in pairwise(places))


def _is_only_capitalised(name: Name, alignment: Alignment) -> bool:
    """Whether it is only capitalised, as at the start of a sentence: its words stand in the passage."""
    inside = [i for i, w in enumerate(alignment.text.words) if name.start <= w.start < name.end]
    return all(alignment.positions[i] or alignment.text.words[i].is_function_word for i in inside) and (
        len(inside) == 1 or (name.initial and _stands_small(alignment.text.words[inside[0]].plain, alignment))
    )


def _stands_small(word: str, alignment: Alignment) -> bool:
    """Whether the passage has the word without a capital, or at the start of a sentence only."""
    return any(w.plain == word and not w.is_name for source in alignment.sources for w in source.words)


def roles_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """A title before a name is that person's title in a cited sentence or elsewhere in its article."""
    words = alignment.text.words
    for i, word in enumerate(words[:-1]):
        if word.plain not in TITLES or not words[i + 1].is_name or words[i + 1].plain in TITLES:
            continue
        if not any(
            _has_role(word, words[i + 1 : i + 3], article.text) for article in alignment.passage.articles
        ):
            role = alignment.text.text[word.start : words[i + 1].end]
            yield finding("role", role, "The article does not call anybody {}.")


def _has_role(title: Word, name: tuple[Word, ...], text: str) -> bool:
    """Whether the title stands within three words before that name, or right behind it."""
    source = read(text).words
    stems = {w.stem for w in name if w.is_name}
    return any(
        w.stem == title.stem
        and stems & {v.stem for v in (*source[i + 1 : i + 4], *source[max(0, i - 4) : i])}
        for i, w in enumerate(source)
    )
