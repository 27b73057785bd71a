"""Lines that stand in an article but are not of it: calls to action, captions, bylines, tickers, notices."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.text.languages import alternatives
from digest.text.languages.language import Alternatives, PageWords


def _page(table: Callable[[PageWords], Alternatives]) -> Alternatives:
    """A table of all languages: a line is judged before the language of its page is known."""
    return alternatives(lambda language: table(language.page))


_ELSEWHERE = re.compile(_page(lambda page: page.elsewhere), re.IGNORECASE)
_ACTION = re.compile(_page(lambda page: page.action), re.IGNORECASE)
_CAPTION = re.compile(
    rf"(?:file )?(?:{_page(lambda page: page.pictures)})s?\s*(?:credit|courtesy|by|:|/|\|).{{0,160}}"
    rf"|.{{0,300}}\((?:{_page(lambda page: page.pictures_in_brackets)})[^()]{{0,80}}\)"
    r"|.{0,300}(?:/|via )(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|dpa)\b[^.]{0,40}\.?"
    r"|(?:AP|AFP|Reuters|Getty Images|EPA|dpa)(?: photo)?(?:/.*)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"(?:{_page(lambda page: page.by)})\s+[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:&|[A-ZÀ-Þ][\w.'’-]*),?){{0,9}}(?:\s*\|.*)?"
    rf"|(?:{_page(lambda page: page.stamps)})\b.{{0,160}}"
    r"|.{0,40}\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?",
    re.IGNORECASE,
)
_PLEA = re.compile(_page(lambda page: page.plea), re.IGNORECASE)
_WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_CORRECTION = re.compile(
    rf"(?:{_page(lambda page: page.amended)}|(?:{_page(lambda page: page.notes)})s?\b\s*[:(—–-]).*",
    re.IGNORECASE,
)
_TICKER = re.compile(r"(?:[A-Z][\w&. /-]{0,30}\s)?[$€£¥]?\d[\d,.]*\s+[+−▲▼-]\s?\d[\d.,]*\s*%?.*")


MIN_SENTENCE = 20
"""Characters of the shortest sentence that can begin or end an article."""

MIN_PROSE = 120
"""Characters from which on a line is taken for prose though it ends without a full stop."""

MAX_APPEAL = 400
"""Characters up to which a last paragraph that addresses the reader is boilerplate."""

TITLE_LINES = 25
"""Lines at the top among which the page's own title is looked for."""

_MACHINE = re.compile(rf"\b(?:ChatGPT|OpenAI|Gemini|Claude)\b|{_page(lambda page: page.machine)}")
_SUMMARY = re.compile(_page(lambda page: page.summary), re.IGNORECASE)

MAX_LABEL = 40
"""Characters of the longest line that says only that other articles stand below it."""

_END = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")


def remove_boilerplate(text: str, title: str) -> tuple[str, tuple[str, ...]]:
    """The text without boilerplate and without its own title, and the correction notes that stood in it."""
    lines = _from_title(text.splitlines(), title)
    corrections = tuple(line for line in lines if _CORRECTION.fullmatch(line))
    kept = [line for line in lines if line not in corrections and not is_boilerplate(line)]
    while kept and len(kept[-1]) < MAX_APPEAL and _PLEA.search(kept[-1]):
        kept.pop()
    return "\n".join(kept), corrections


def is_prose(line: str) -> bool:
    """Whether a line is of sentences, not a heading, a menu or a list of names: it ends like one or is long."""
    return len(line) >= MIN_PROSE or (
        len(line) * (3 if _WIDE.search(line) else 1) >= MIN_SENTENCE and bool(_END.search(line))
    )


def is_box_label(line: str) -> bool:
    """Whether a line says that the box around it is not part of the article: "Read more", "This summary was made by AI"."""
    return bool(len(line) <= MAX_LABEL and _ELSEWHERE.fullmatch(line)) or bool(
        len(line) <= MAX_APPEAL and _MACHINE.search(line) and _SUMMARY.search(line)
    )


def _from_title(lines: list[str], title: str) -> list[str]:
    """The lines after the title, if it stands near the top: before it is the head of the page."""
    at = next((i for i, line in enumerate(lines[:TITLE_LINES]) if title and line == title), -1)
    return lines[at + 1 :]


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is boilerplate; lines of more than 300 characters never are."""
    if len(line) > 300:
        return False
    return any(
        pattern.fullmatch(line) for pattern in (_ELSEWHERE, _ACTION, _CAPTION, _BYLINE, _TICKER)
    ) or not re.search(r"\w\w", line)
