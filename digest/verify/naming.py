"""The sentences of a story that say who somebody of a claim is, if the cited ones do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from digest.models import Article, Sentence, Story
from digest.text.names import names, plain, same_word
from digest.verify.passage import Passage

_MOST = 2
"""Sentences that are added to those that a claim cites."""
_MOST_NAMES = 20
"""Names of a claim that are looked for; a point has a handful."""


def with_naming(text: str, cited: Passage, story: Story) -> Passage:
    """The passage, and behind it the first sentence that has each name of the text which the cited ones lack.

    A claim may name in full whom the cited sentence calls "he" or by a last name, if an article of the story does; the cited
    ones are looked at first.
    """
    known = {plain(word) for source in cited.texts for word in re.split(r"[\s\-–—/]+", source)}
    articles = tuple({article.url: article for article in (*cited.articles, *story.articles)}.values())
    nouns = "de" in cited.languages  # every noun has a capital there, so that one word is no name
    said = list(_named(articles))
    found: list[tuple[Article, Sentence]] = []
    for lacking in _lacking(text, known, nouns=nouns):
        hit = next((place for place, words in said if lacking <= words), None)
        if hit and hit not in found:
            found.append(hit)
    return Passage((*cited.cited, *found[:_MOST]))


def _lacking(text: str, known: Collection[str], *, nouns: bool) -> list[frozenset[str]]:
    """The words of each name of a claim that the cited sentences lack, each once, in their order."""
    found: dict[frozenset[str], None] = {}
    for name in dict.fromkeys(
        (name.words, len(name.words) == 1 and (name.initial or nouns)) for name in names(text)
    ):
        words, opener = name
        lacking = frozenset(w for w in words if not any(same_word(w, other) for other in known))
        if lacking and not opener:
            found[lacking] = None
    return list(found)[:_MOST_NAMES]


def _named(articles: Sequence[Article]) -> Iterator[tuple[tuple[Article, Sentence], frozenset[str]]]:
    """Each name in the articles, in their order, with the sentence that has it. A name of many sentences is given once."""
    seen: set[frozenset[str]] = set()
    for article in articles:
        for sentence in article.sentences:
            for words in {frozenset(name.words) for name in names(sentence.text)} - seen:
                seen.add(words)
                yield (article, sentence), words
