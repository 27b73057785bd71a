"""Text into numbered sentences.

A sentence is what a point rests on and what is printed where a summary does not hold, so the errors are not
alike: two sentences left together still read well, half a sentence does not. In doubt nothing is split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Sentence
from digest.text.abbreviations import NUMBERED, OPEN, SAYING, STARTERS, TITLES

LONGEST_SPEECH = 400
"""Characters up to which the sentences of one quotation stay together, so that none loses its speaker."""

_STOP = re.compile(r"(?:[.!?…]+|[。！？।؟۔]+)(?P<closers>[\"'”’»›“)\]}」』]*)(?=(?P<space>\s*))")
_WIDE = frozenset("。！？")
_WORD = re.compile(r"[^\W_][\w.'’&-]*")
_TOKEN_BEFORE = re.compile(r"[^\s\"“”«»„‘’(\[—–-]+$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BULLET = re.compile(r"\s*(?:[•‣◦▪■●*–—-]\s+)?")
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(\w+)")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』"}


def split(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a text whose paragraphs are lines, numbered from 1, with their offsets.

    Abbreviations, initials, decimals, ordinals, quotations of several sentences, ellipses and bullets are
    known for English, German, French and Spanish; scripts without spaces are split at their own stops.
    """
    found: list[Sentence] = []
    offset = 0
    for paragraph, line in enumerate(text.split("\n")):
        for start, end in _spans(line, language):
            body = line[start:end]
            found.append(Sentence(len(found) + 1, offset + start, offset + end, body, paragraph))
        offset += len(line) + 1
    return tuple(found)


def _spans(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph, white space and bullets left out."""
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    speeches = _speeches(line)
    for stop in _STOP.finditer(line):
        if stop.end() > start and _ends(line, start, stop, language) and not _within(stop.end(), speeches):
            yield start, stop.end()
            start = stop.end() + len(stop["space"])
    end = len(line.rstrip())
    if end > start:
        yield start, end


def _speeches(line: str) -> list[tuple[int, int]]:
    """Where quotations stand that are short enough to stay whole."""
    spans = [
        (start, end)
        for opening, closing in _PAIRS.items()
        for start in (m.start() for m in re.finditer(re.escape(opening), line))
        if (end := min((at for c in closing if (at := line.find(c, start + 1)) > 0), default=0))
    ]
    straight = [m.start() for m in re.finditer('"', line)]
    if len(straight) % 2 == 0:
        spans += zip(straight[::2], straight[1::2], strict=True)
    return [(start, end) for start, end in spans if end - start <= LONGEST_SPEECH]


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position <= end for start, end in spans)


def _ends(line: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Whether a sentence that began at ``start`` ends at that stop."""
    rest = line[stop.end() :].lstrip()
    if not rest:
        return True
    mark = stop[0][0]
    if not stop["space"]:
        return mark in _WIDE
    if _goes_on(rest, stop):
        return False
    if stop[0].startswith(("...", "…")):
        return not line[stop.start() - 1].isspace()
    if mark == "." and not stop["closers"]:
        return _is_full_stop(line[start : stop.start()], rest, language)
    return True


def _goes_on(rest: str, stop: re.Match[str]) -> bool:
    """Whether what comes next continues: a small letter, a dash, or the speaker of what was quoted."""
    following = rest.lstrip("\"'“‘«„(¿¡[—–- ")
    if not following or following[0].islower() or rest[0] in ",;:":
        return True
    speaker = _SPEAKER.match(rest)
    return bool(stop["closers"] and speaker and speaker[1] in SAYING)


def _is_full_stop(before: str, rest: str, language: str) -> bool:
    """Whether the full stop between these ends a sentence, and not an abbreviation, initial or ordinal."""
    token = _TOKEN_BEFORE.search(before)
    if token is None:
        return True
    word = token[0].lower().rstrip(".")
    following = _WORD.search(rest)
    starts = following is not None and following[0].lower() in STARTERS
    numbered = word in NUMBERED and following is not None and following[0][0].isdigit()
    if word in TITLES or numbered or _is_list_number(before, word):
        return False
    if word in OPEN or _ACRONYM.fullmatch(token[0]):
        return starts
    if len(word) == 1 and word.isalpha():
        return starts and not _is_initial(before)
    if language.startswith("de") and word.isdigit() and len(word) <= 2:
        return starts
    return True


def _is_list_number(before: str, word: str) -> bool:
    return word.isdigit() and before.strip() == word


def _is_initial(before: str) -> bool:
    """Whether a letter stands where a first name does: first in the sentence, or behind a name or initial."""
    words = before.split()
    return len(words) < 2 or (words[-2][0].isupper() and words[-2].lower() not in STARTERS)
