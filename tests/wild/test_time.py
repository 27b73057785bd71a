"""Time grows with the length of a text and not faster, whatever the text is."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

import pytest

from digest import curate, verify
from digest.collect.parsing import authors, html_text, outlet_names, timestamps
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import UnreadableError
from digest.curate.disagreements import disagreements
from digest.models import Claim
from digest.settings import EditionSettings
from digest.summarise import extract, key_figures, notable_quotes, upcoming_events
from digest.text import dates, names, normalise, numbers, quotes, sentences, tokens
from tests.make import article, entry, pick, story, topic

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)

KINDS = {
    "full stops": ".",
    "full stops and blanks": ". ",
    "blanks": " ",
    "line ends": "\n",
    "opening brackets": "(",
    "closing brackets": ")",
    "pairs of brackets": "() ",
    "straight quotation marks": '"',
    "curly quotation marks": "“a” ",
    "opening quotation marks": "“",
    "apostrophes": "'",
    "commas": ", ",
    "digits": "1",
    "lone digits": "1 ",
    "percentages": "5% of ",
    "amounts": "$5 million and ",
    "number words": "one hundred and ",
    "dates": "May 5 ",
    "weekdays": "last Friday ",
    "capitals": "A ",
    "initials": "A.B.",
    "names": "Ada Quill of ",
    "hyphens": "-",
    "dashes": " – ",
    "slashes": "/",
    "ampersands": "&",
    "angle brackets": "<",
    "tags": "<a>",
    "one long word": "a",
    "one word": "word ",
    "said": "he said ",
    "colons": "a: ",
    "semicolons": "; ",
    "joiners": "\u200d",
    "ideographs": "国会。",
    "small sentences": "Ada Quill said 7 of 9 members left. ",
}


def _curated(text: str) -> object:
    reports = [article(text, outlet="The Herald"), article(text, outlet="The Post")]
    return curate.curate(reports, (topic("Politics", "word", "said"),), (), EditionSettings(), NOW)


def _shortlisted(text: str) -> object:
    entries = [entry(text[:300], summary=text), entry("Other", summary=text)]
    return curate.shortlist(entries, (topic("Politics", "word", "said"),), (), EditionSettings(), NOW)


def _page(text: str) -> object:
    try:
        return parse_page(
            f"<html><body><article><p>{text}</p></article></body></html>".encode(), "https://a.example/"
        )
    except UnreadableError as error:
        return error


def _feed(text: str) -> object:
    item = f"<item><title>{text[:2000]}</title><link>https://a.example/</link><description>{text}</description></item>"
    try:
        return parse_feed(
            f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "https://a.example/"
        )
    except UnreadableError as error:
        return error


def _verified(text: str) -> object:
    told = story(f"Ada Quill said seven of nine members left. {text}")
    last = next(told.sentences())[0]
    return verify.verify((Claim(text, (last,)), Claim("Seven members left.", (last,))), told, "model", NOW)


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "sentences.split_sentences": sentences.split_sentences,
    "sentences.split_sentences in German": lambda text: sentences.split_sentences(text, "de"),
    "sentences.without_lead_in": sentences.without_lead_in,
    "quotes.quotations": quotes.quotations,
    "quotes.has_unpaired_mark": quotes.has_unpaired_mark,
    "numbers.numbers": numbers.numbers,
    "numbers.key_figure": numbers.key_figure,
    "dates.dates": dates.dates,
    "names.names": names.names,
    "normalise.in_english_notation": lambda text: normalise.in_english_notation(text, "de"),
    "tokens.words": tokens.words,
    "tokens.stems": tokens.stems,
    "html_text.plain": html_text.plain,
    "html_text.paragraphs": html_text.paragraphs,
    "timestamps.parse_timestamp": timestamps.parse_timestamp,
    "timestamps.parse_local_timestamp": timestamps.parse_local_timestamp,
    "authors.without_contacts": authors.without_contacts,
    "outlet_names.without_outlet": lambda text: outlet_names.without_outlet(text, frozenset({"The Herald"})),
    "parse_page": _page,
    "parse_feed": _feed,
    "curate.shortlist": _shortlisted,
    "curate.curate": _curated,
    "disagreements": lambda text: disagreements(story(text, f"{text} 8")),
    "summarise.extract": lambda text: extract(pick(text), 3),
    "summarise.key_figures": lambda text: list(key_figures(story(text))),
    "summarise.notable_quotes": lambda text: list(notable_quotes(story(text))),
    "summarise.upcoming_events": lambda text: list(upcoming_events(story(text), NOW.date())),
    "verify.verify": _verified,
}

SIZES = (2_000, 20_000)
MOST = 1.5
"""Exponent of the growth from one size to the other, half-way to a square; what takes under QUICK seconds is not measured."""
QUICK = 0.25


def _seconds(call: Callable[[str], object], text: str) -> float:
    """The quicker of two runs: another process on the machine can slow one of them."""
    taken = []
    for _ in range(2):
        start = process_time()
        call(text)
        taken.append(process_time() - start)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize("name", FUNCTIONS)
def test_time_grows_with_the_length_of_a_text_and_not_faster(name: str) -> None:
    slow = []
    for kind, piece in KINDS.items():
        small, large = (
            _seconds(FUNCTIONS[name], (piece * (size // len(piece) + 1))[:size]) for size in SIZES
        )
        exponent = math.log(large / max(small, 1e-4)) / math.log(SIZES[1] / SIZES[0])
        if large > QUICK and exponent > MOST:
            slow.append(f"{kind}: {small:.3f} s, {large:.3f} s, exponent {exponent:.2f}")

    assert [] == slow
