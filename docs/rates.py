"""Make ``digest/text/languages/frequency`` anew: how usual the commonest stems of a language are.

    uv run --with wordfreq python -m docs.rates

The counts are those of wordfreq 3.1.1 (Speer 2022), taken from encyclopaedias, subtitles, news, books and the web.
"""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from digest.text.tokens import stems

FOLDER = Path(__file__).parent.parent / "digest" / "text" / "languages" / "frequency"
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
STEMS = 3000
"""Stems kept of each language. With 1,000 stories were told apart a little worse, with 40,000 no better."""
WORDS = 100
"""Words of the text in which a stem stands or does not: a headline and what a feed tells of it."""
COUNTED = 60_000
"""Words of the list that are looked at; rarer ones add nothing to a common stem."""


def main() -> None:
    """Write a module for each language."""
    for language, name in LANGUAGES.items():
        (FOLDER / f"{language}.py").write_text(module(name, bands(language)), encoding="utf-8")


def bands(language: str) -> list[list[str]]:
    """The stems by how usual they are: the n-th band stands in at least 2^-(n+1) of the texts."""
    wordfreq = import_module("wordfreq")
    frequency: dict[str, float] = defaultdict(float)
    for word in wordfreq.top_n_list(language, COUNTED):
        for stem in set(stems(word, language)):
            if stem.isalpha():
                frequency[stem] += wordfreq.word_frequency(word, language)
    found: dict[int, list[str]] = defaultdict(list)
    for stem in sorted(frequency, key=lambda s: (-frequency[s], s))[:STEMS]:
        rate = 1 - math.exp(-WORDS * frequency[stem])
        found[math.ceil(-math.log2(rate)) - 1].append(stem)
    return [sorted(found[n]) for n in range(max(found) + 1)]


def module(name: str, found: list[list[str]]) -> str:
    """The source of the module, one string a band."""
    lines = [f'"""How usual the commonest stems of {name} are. Made by ``python -m docs.rates``."""', ""]
    lines += ["BANDS = ("]
    for band in found:
        lines += ['    """', *textwrap.wrap(" ".join(band), 116, break_on_hyphens=False), '    """,']
    return "\n".join([*lines, ")", ""])


if __name__ == "__main__":
    main()
