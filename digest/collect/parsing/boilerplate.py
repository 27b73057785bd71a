"""Lines that stand in an article but are not of it: calls to action, captions, bylines, tickers, notices."""

from __future__ import annotations

import re

_ELSEWHERE = re.compile(
    r"(?:read|see|watch|listen|hear|learn|find out|click|tap|view)\b.{0,12}\b(?:more|also|next|now|here|below|the full \w+|this)\b.*"
    r"|(?:related|recommended|trending|most (?:read|popular)|more (?:from|on|about)|also (?:read|on)|don.t miss|editor.s picks?|up next)\b[^.]{0,120}"
    r"|(?:lesen sie|mehr zum thema|lire aussi|à lire aussi|lea también|leer más|leggi anche|lees ook|czytaj więcej|les også|läs mer|læs også|lue myös|przeczytaj|čtěte (?:také|více)|leia (?:também|mais))\b.*",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:sign|log) (?:up|in)\b.*|subscribe\b.*|follow (?:us|me|@|\w+ \w+ on)\b.*|share (?:this|on|via)\b.*|advertisement.*|sponsored.*"
    r"|get (?:the|our|your|all)\b.*\b(?:newsletter|inbox|app|briefing|alerts?)\b.*|file (?:photo|image|picture)|download (?:the|our)\b.*\bapp\b.*"
    r"|(?:market data|newsletters?|comments?|share|print|e-?mail|save|tags?|topics?|photos?|videos?|gallery|image|caption|back to top)[:.]?"
    r"|(?:by continuing|we use cookies|accept (?:all )?cookies|this website uses)\b.*|all rights reserved.*|©.*|copyright\b.*"
    r"|(?:support|help) (?:our|us|independent) journalism\b.*|join the (?:conversation|discussion)\b.*|what do you think\b.{0,40}"
    r"|weiterlesen.*|anzeige",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|illustration|video|foto|bild|graphic)s?\s*(?:credit|courtesy|by|:|/|\|).{0,160}"
    r"|.{0,300}\((?:photo|image|picture|file)[^()]{0,80}\)|.{0,300}(?:/|via )(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|dpa)\b[^.]{0,40}\.?|(?:AP|AFP|Reuters|Getty Images|EPA|dpa)(?: photo)?(?:/.*)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di)\s+[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:and|und|et|y|&|of|de|van|von|[A-ZÀ-Þ][\w.'’-]*),?){0,9}(?:\s*\|.*)?"
    r"|(?:published|updated|posted|last (?:updated|modified)|first published|reporting by|editing by|\(reporting by|additional reporting|stand|veröffentlicht|aktualisiert|publié|publicado)\b.{0,160}"
    r"|.{0,40}\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"^(?:follow|more|get|listen|click|read|visit)\b|\bcontributed (?:reporting|to (?:this|the) (?:report|article|story))\b|\bnewsletters?\b|\b(?:follow|contact|e-?mail|reach) (?:us|him|her|them|me|@|our)\b|\bsign up\b|\bsubscri(?:be|ption)\b|\bour website\b"
    r"|\b(?:send|have|got) (?:us )?(?:a|your) (?:news )?(?:tips?|stor(?:y|ies))\b|\btell us\b|\bdonat(?:e|ion)\b|\bshare it\b|\blike this\b"
    r"|\bspende\b|\babonnieren\b|\babo\b|\babonnez-vous\b|\bsuscríb\w+|\bfolgen sie\b|\b(?:has|have) contributed to this (?:report|article)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_CORRECTION = re.compile(
    r"(?:this (?:article|story|post|report|piece) (?:was|has been) (?:amended|corrected|updated|changed)|an earlier version of this"
    r"|(?:correction|clarification|editor.s note|korrektur|correctif)s?\b\s*[:(—–-]).*",
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

_MACHINE = re.compile(
    r"\b(?:A\.?I|K\.?I|I\.?A|ChatGPT|OpenAI|Gemini|Claude)\b|artificial intelligence|künstlich\w*|intelligen\w+ artificial\w*|人工知能|生成AI"
)
_SUMMARY = re.compile(
    r"summar|zusammenfass|kurzfass|sammendrag|sammanfatt|résumé|resum[eio]|riassunt|samenvatting|podsumow|요약|要約|摘要",
    re.IGNORECASE,
)

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
