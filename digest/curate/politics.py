"""Whether news is politics: from the section it is filed under and from its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from digest.curate.reports import Report
from digest.text.languages import every_language, language
from digest.text.languages.language import Words
from digest.text.tokens import stem, words

_TITLE, _LEAD, _BODY = 3.0, 1.0, 0.4
"""Weight of a word in the title, in the opening and further down; each word counts once in a place."""
_LABEL = 4.0
"""A section named "Politics" or "Sport" says more than a word of the title."""

Lexicon = tuple[frozenset[str], frozenset[tuple[str, ...]]]


def is_politics(reports: Sequence[Report]) -> bool:
    """Whether the story of these reports is politics; true if its language is not known here."""
    judged = [political_weight(report) for report in reports]
    known = [w for w in judged if w is not None]
    return not known or sum(known) > 0


def political_weight(report: Report) -> float | None:
    """Weight of political words less that of other words; None if nothing can be said."""
    primary = report.language.partition("-")[0].lower() or "en"
    label = _LABEL * _label(report)
    if not language(primary).news.politics:
        return label or None
    places = ((_TITLE, report.title), (_LEAD, report.lead), (_BODY, report.rest))
    politics, other = _lexicons(primary)
    found = [(w, tuple(stem(word, primary) for word in words(text))) for w, text in places]
    return label + sum(w * (_count_hits(stems, politics) - _count_hits(stems, other)) for w, stems in found)


def _label(report: Report) -> int:
    """1 for a section of politics, -1 for one of something else, 0 for none of both or contradiction."""
    named = {word for label in report.labels for word in words(label)}
    named |= {word for part in urlsplit(report.url).path.split("/")[:-1] for word in words(part)}
    politics, other = _section_labels()
    return bool(named & politics) - bool(named & other)


def _count_hits(found: Sequence[str], lexicon: Lexicon) -> int:
    """How many different words and phrases of the lexicon stand there."""
    single, phrases = lexicon
    return len(single.intersection(found)) + len(phrases.intersection(_phrases(found)))


def _phrases(found: Sequence[str]) -> Iterable[tuple[str, ...]]:
    yield from pairwise(found)
    yield from zip(found, found[1:], found[2:], strict=False)


@cache
def _section_labels() -> tuple[Words, Words]:
    """Names of sections of politics and of something else in any language: addresses are often in another than the text."""
    known = [one.news for one in every_language()]
    politics = frozenset().union(*(news.politics_labels for news in known))
    return politics, frozenset().union(*(news.other_labels for news in known))


@cache
def _lexicons(primary: str) -> tuple[Lexicon, Lexicon]:
    """The stems of political words of a language and those of other words."""
    news = language(primary).news
    return _lexicon(news.politics, primary), _lexicon(news.other, primary)


def _lexicon(listed: Words, primary: str) -> Lexicon:
    entries = [tuple(stem(word, primary) for word in words(entry)) for entry in listed]
    return frozenset(e[0] for e in entries if len(e) == 1), frozenset(e for e in entries if len(e) > 1)
