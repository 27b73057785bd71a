"""Finding a story in the archive."""

from __future__ import annotations

from datetime import datetime

from digest.models import Brief, Edition
from digest.text.tokens import words
from digest.web.archive import Archive

MOST = 50
"""Stories that are shown of what was found."""
_Key = tuple[str, datetime]


class Search:
    """The words of every story, read from an edition the first time it is searched."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._words: dict[_Key, tuple[frozenset[str], ...]] = {}

    def page(self, query: str) -> str:
        """The page of what was found: stories with all the words of the query, the newest first."""
        return self._archive.search(query, self.find(query))

    def find(self, query: str) -> list[tuple[Edition, int]]:
        """At most ``MOST`` stories, each as its edition and its number there. A word finds its beginnings too."""
        wanted = words(query)
        found: list[tuple[Edition, int]] = []
        for row in self._archive.rows() if wanted else ():
            edition = self._archive.edition(row)
            said = self._said((row.id, row.saved_at), edition)
            found += [(edition, n) for n, known in enumerate(said) if _has(known, wanted)]
            if len(found) >= MOST:
                break
        return found[:MOST]

    def _said(self, key: _Key, edition: Edition) -> tuple[frozenset[str], ...]:
        if key not in self._words:
            self._words[key] = tuple(_words_of(brief) for brief in edition.briefs)
        return self._words[key]


def _words_of(brief: Brief) -> frozenset[str]:
    texts = (brief.headline, *(p.text for p in brief.points), *(a.outlet for a in brief.articles))
    return frozenset(word for text in texts for word in words(text))


def _has(known: frozenset[str], wanted: tuple[str, ...]) -> bool:
    return all(w in known or any(k.startswith(w) for k in known) for w in wanted)
