"""What a claim rests on: the sentences that it cites, and the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import snowballstemmer

from digest.models import Article, Claim, Evidence, Finding, Sentence, Story
from digest.verify import english

MOST_CITED = 3
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end]``, in lower case as ``plain``, and its stem."""

    start: int
    end: int
    plain: str
    stem: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The cited sentences with their articles, in the order they are cited."""

    cited: tuple[tuple[Article, Sentence], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(sentence.text for _, sentence in self.cited)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def day(self) -> date | None:
        """The day from which the first cited article counts "yesterday"."""
        days = (article.published.date() for article, _ in self.cited if article.published)
        return next(days, None)

    @property
    def language(self) -> str:
        """Language of the first cited article, without its region."""
        return next((article.language for article, _ in self.cited), "").lower().split("-")[0]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(a.url, a.outlet, a.text[s.start : s.end], s.start, s.end) for a, s in self.cited
        )

    def says(self, text: str) -> bool:
        """Whether the text is one of the sentences as it stands."""
        return squeeze(text) in {squeeze(sentence) for sentence in self.texts}


def passage(claim: Claim, story: Story) -> Passage:
    """The passage of the ids that exist; which do not is the business of a check."""
    found = (story.find(sentence_id) for sentence_id in dict.fromkeys(claim.cites))
    return Passage(tuple(hit for hit in found if hit))


def squeeze(text: str) -> str:
    """The text with single spaces and one kind of quotation mark, to compare what reads the same."""
    return " ".join(text.translate(_MARKS).split())


_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; a possessive ending is no part of a word."""
    found = []
    for match in _WORD.finditer(text):
        plain = re.sub("['’]s$", "", match[0].lower()).replace("’", "'")
        found.append(Word(match.start(), match.end(), plain, stem(plain)))
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: irregular forms and American spellings count as one word."""
    base = english.BASE_FORMS.get(word, word)
    return str(_stemmer.stemWord(english.spelling(base)))


def stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all words, those of the parts of a hyphenated word among them."""
    found: set[str] = set()
    for text in texts:
        for word in words(text):
            found.add(word.stem)
            found.update(stem(part) for part in word.plain.split("-"))
    return frozenset(found)


def finding(check: str, offending: str, reason: str) -> Finding:
    """A finding whose words are quoted in its reason where it says {}."""
    return Finding(check, offending, reason.format(f"“{offending}”"))
