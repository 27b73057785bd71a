"""What a claim rests on: the sentences that it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from digest.models import Article, Claim, Evidence, Finding, Sentence, Story
from digest.text.quotes import has_unpaired_mark, quotations
from digest.text.sentences import without_lead_in
from digest.verify.wording import Text, read

MOST_CITED = 3
CONTEXT_WORDS = 4
"""Words on each side that tell apart two places with the same sentence."""
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Passage:
    """The cited sentences with their articles, in the order they are cited."""

    cited: tuple[tuple[Article, Sentence], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(sentence.text for _, sentence in self.cited)

    @property
    def read(self) -> tuple[Text, ...]:
        """The sentences as words."""
        return tuple(read(text) for text in self.texts)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words of the sentences."""
        return frozenset(word.stem for text in self.read for word in text.words)

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple({id(article): article for article, _ in self.cited}.values())

    @property
    def days(self) -> tuple[date, ...]:
        """The days from which the cited articles count "yesterday"."""
        return tuple(dict.fromkeys(a.published.date() for a in self.articles if a.published))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the cited articles, without their regions; an unknown one is left out."""
        tags = (a.language.partition("-")[0].lower() for a in self.articles)
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(_evidence(article, sentence) for article, sentence in self.cited)

    def says(self, text: str) -> bool:
        """Whether the text is one of the sentences as it stands, with or without what only introduces it."""
        own = normalise_marks(text)
        return any(
            own in (normalise_marks(sentence), normalise_marks(without_lead_in(sentence)))
            for sentence in self.texts
        )


def passage(claim: Claim, story: Story) -> Passage:
    """The passage of the ids that exist; which do not is the business of a check."""
    found = (story.find(sentence_id) for sentence_id in dict.fromkeys(claim.cites))
    return Passage(tuple(hit for hit in found if hit))


def _evidence(article: Article, sentence: Sentence) -> Evidence:
    """The sentence as evidence, with the words next to it if the article has it more than once."""
    text, start, end = article.text, sentence.start, sentence.end
    quote = text[start:end]
    before = after = ""
    if text.count(quote) > 1:
        before = " ".join(_nearest_line(text[:start], last=True)[-CONTEXT_WORDS:])
        after = " ".join(_nearest_line(text[end:], last=False)[:CONTEXT_WORDS])
    return Evidence(article.url, article.outlet, quote, start, end, before, after)


def _nearest_line(text: str, *, last: bool) -> list[str]:
    """The words of the last or the first line that has any: a browser looks for them inside one paragraph."""
    lines = [words for line in text.split("\n") if (words := line.split())]
    return lines[-1 if last else 0] if lines else []


def normalise_marks(text: str) -> str:
    """The text with single spaces and one kind of quotation mark, to compare what reads the same."""
    return " ".join(text.translate(_MARKS).split())


def finding(check: str, offending: str, reason: str) -> Finding:
    """A finding whose words are quoted in its reason in the place of {}."""
    return Finding(check, offending, reason.format(f"“{offending}”"))


_ASIDE = re.compile(r" \([^()\d]{2,80}\)")
_RELATIVE = re.compile(r"(?<=\w), (?:who|which) [^,;:“”\"()]{8,120}(?:,(?= [a-z])|(?=\.$))")

_ASIDES = (_ASIDE, _RELATIVE)


def trim(sentence: str, longest: int) -> str:
    """The sentence without dateline and connective; without asides as well, as long as it is too long."""
    if has_unpaired_mark(sentence):
        return sentence
    sentence = without_lead_in(sentence)
    for rule in _ASIDES:
        if len(sentence) > longest:
            sentence = _without(sentence, rule)
    return sentence


def _without(sentence: str, rule: re.Pattern[str]) -> str:
    kept = [(q.start, q.end) for q in quotations(sentence)]
    for match in reversed(list(rule.finditer(sentence))):
        if not any(start < match.end() and match.start() < end for start, end in kept):
            sentence = sentence[: match.start()] + sentence[match.end() :]
    return sentence
