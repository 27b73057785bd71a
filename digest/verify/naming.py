"""The sentences of a story that say who somebody of a claim is, if the cited ones do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.models import Article, Sentence, Story
from digest.text.names import names, plain, same_word
from digest.verify.passage import Passage

_MOST = 2
"""Sentences that are added to those that a claim cites."""


def with_naming(text: str, cited: Passage, story: Story) -> Passage:
    """The passage, and behind it the first sentence that has each name of the text which the cited ones lack.

    A claim may name in full whom the cited sentence calls "he" or by a last name, if an article of the story does; the cited
    ones are looked at first.
    """
    known = {plain(word) for source in cited.texts for word in re.split(r"[\s\-–—/]+", source)}
    articles = tuple({article.url: article for article in (*cited.articles, *story.articles)}.values())
    nouns = "de" in cited.languages  # every noun has a capital there, so that one word is no name
    found: list[tuple[Article, Sentence]] = []
    for name in names(text):
        lacking = [w for w in name.words if not any(same_word(w, other) for other in known)]
        opener = len(name.words) == 1 and (name.initial or nouns)
        if lacking and not opener and (hit := next(_that_have(lacking, articles), None)) and hit not in found:
            found.append(hit)
    return Passage((*cited.cited, *found[:_MOST]))


def _that_have(words: list[str], articles: Sequence[Article]) -> Iterator[tuple[Article, Sentence]]:
    """The sentences of the articles, in their order, with a name that has all the words."""
    for article in articles:
        for sentence in article.sentences:
            if any(set(words) <= set(name.words) for name in names(sentence.text)):
                yield article, sentence
