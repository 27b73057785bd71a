"""Text into numbered sentences."""

from __future__ import annotations

import re

from digest.models import Sentence

_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-ZÀ-Þ0-9])")


def split(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a text whose paragraphs are lines, numbered from 1, with their offsets."""
    found: list[Sentence] = []
    offset = 0
    for paragraph, line in enumerate(text.split("\n")):
        start = 0
        for end in [m.start() for m in _END.finditer(line)] + [len(line)]:
            piece = line[start:end]
            body = piece.strip()
            if body:
                at = offset + start + piece.index(body)
                found.append(Sentence(len(found) + 1, at, at + len(body), body, paragraph))
            start = end
        offset += len(line) + 1
    return tuple(found)
