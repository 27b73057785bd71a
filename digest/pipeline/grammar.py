"""What grammar makes of sentences that may be printed: whole statements, as short as they can be and still proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from digest import verify
from digest.summarise.compress import asserts, compress
from digest.text.parsed import Parser


@dataclass(slots=True)
class Grammar:
    """A parser, and what it has found for texts that it has seen."""

    parser: Parser
    _known: dict[str, str] = field(default_factory=dict)

    def printable(self, texts: Sequence[str]) -> tuple[str, ...]:
        """For each sentence the point it makes; empty for what states nothing: captions, fragments, questions."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._known]
        for text, parsed in zip(unknown, self.parser.parse(unknown), strict=True):
            self._known[text] = self._shortened(text, compress(parsed)) if asserts(parsed) else ""
        return tuple(self._known[text] for text in texts)

    def shorten(self, text: str) -> str:
        """The point that a sentence makes; empty if it makes none."""
        return self.printable([text])[0]

    def _shortened(self, text: str, short: str) -> str:
        return short if short == text or verify.is_proved(short, text, self.parser) else text
