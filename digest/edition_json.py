"""An edition as a JSON document and back: what the store keeps and what other programs read.

The format is described in ``docs/json.md``. Keys are added, never renamed or removed; ``version`` grows
only when a reader of the old format would be misled.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from digest import verify
from digest.errors import EditionError
from digest.models import (
    Brief,
    Claim,
    Contrast,
    Correction,
    EarlierCoverage,
    Edition,
    Evidence,
    Finding,
    KeyPoint,
    Problem,
    Rejected,
    RunnerUp,
    ScorePart,
    Section,
    Source,
    UpcomingEvent,
    Usage,
    WritingYield,
)

VERSION = 1

_Json = dict[str, Any]


def write(edition: Edition) -> str:
    """The edition as JSON text; equal editions give equal texts."""
    plain = {"version": VERSION, **asdict(edition)}
    plain["usage"]["seconds"] = dict(edition.usage.seconds)
    return json.dumps(_document(plain), ensure_ascii=False, indent=2, default=_moment)


def read(text: str) -> Edition:
    """The edition that was written. Raises ``EditionError`` for anything that ``write`` did not make."""
    try:
        plain = json.loads(text)
        if plain["version"] != VERSION:
            raise EditionError(f"The edition has format {plain['version']}; this program reads {VERSION}.")
        return _edition(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EditionError(
            f"The saved edition is damaged ({error!r}). Make it again with `digest make`."
        ) from error


_KEYS = {"story_id": "story", "edition_id": "edition"}
"""Names of fields whose keys in the document are older than they."""

_FIELDS = {key: name for name, key in _KEYS.items()}


def _document(value: Any) -> Any:
    """The value with the keys of the document in place of the names of fields."""
    if isinstance(value, dict):
        return {_KEYS.get(name, name): _document(inner) for name, inner in value.items()}
    return [_document(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _fields(plain: _Json) -> _Json:
    return {_FIELDS.get(key, key): value for key, value in plain.items()}


def _moment(value: object) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the document")


def _edition(plain: _Json) -> Edition:
    return Edition(
        id=plain["id"],
        date=date.fromisoformat(plain["date"]),
        made_at=datetime.fromisoformat(plain["made_at"]),
        title=plain["title"],
        sections=tuple(_section(s) for s in plain["sections"]),
        language=plain["language"],
        summariser=plain["summariser"],
        sample=plain["sample"],
        problems=tuple(Problem(**p) for p in plain["problems"]),
        usage=_usage(plain["usage"]),
        written=WritingYield(**plain.get("written", {})),
        number=plain.get("number", 0),
        ahead=tuple(_ahead(a) for a in plain.get("ahead", ())),
        figure=_maybe_point(plain.get("figure")),
        quotation=_maybe_point(plain.get("quotation")),
        missed=tuple(_missed(m) for m in plain.get("missed", ())),
        lead=plain.get("lead", ""),
    )


def _section(plain: _Json) -> Section:
    return Section(plain["topic"], tuple(_brief(b) for b in plain["briefs"]))


def _brief(plain: _Json) -> Brief:
    return Brief(
        story_id=plain["story"],
        headline=plain["headline"],
        articles=tuple(_source(a) for a in plain["articles"]),
        points=tuple(_point(p) for p in plain["points"]),
        copies=tuple(plain["copies"]),
        score=plain["score"],
        reasons=tuple(plain["reasons"]),
        told=_told(plain["told"]) if plain["told"] else None,
        dropped=tuple(_rejected(r) for r in plain["dropped"]),
        standfirst=_maybe_point(plain.get("standfirst")),
        contrasts=tuple(_contrast(c) for c in plain.get("contrasts", ())),
        storyline=plain.get("storyline", ""),
        corrections=tuple(Correction(**_fields(c)) for c in plain.get("corrections", ())),
        parts=tuple(ScorePart(**p) for p in plain.get("parts", ())),
        edited=plain.get("edited", False),
        also_fits=tuple(plain.get("also_fits", ())),
    )


def _missed(plain: _Json) -> RunnerUp:
    return RunnerUp(**{**plain, "outlets": tuple(plain["outlets"]), "reasons": tuple(plain["reasons"])})


def _contrast(plain: _Json) -> Contrast:
    return Contrast(plain["about"], tuple(_point(p) for p in plain["points"]))


def _ahead(plain: _Json) -> UpcomingEvent:
    return UpcomingEvent(date.fromisoformat(plain["date"]), _point(plain["point"]), plain["story"])


def _source(plain: _Json) -> Source:
    published = plain["published"]
    return Source(**{**plain, "published": datetime.fromisoformat(published) if published else None})


def _point(plain: _Json) -> KeyPoint:
    return verify.restore(
        text=plain["text"],
        evidence=tuple(Evidence(**e) for e in plain["evidence"]),
        kind=plain["kind"],
        speaker=plain["speaker"],
        way=plain["way"],
        findings=tuple(Finding(**f) for f in plain["findings"]),
        language=plain.get("language", ""),
        translated=plain.get("translated", ""),
        judged_by=plain.get("judged_by", ""),
    )


def _maybe_point(plain: _Json | None) -> KeyPoint | None:
    return _point(plain) if plain else None


def _told(plain: _Json) -> EarlierCoverage:
    lists = {name: tuple(plain.get(name, ())) for name in ("urls", "points", "corrections")}
    return EarlierCoverage(**{**_fields(plain), **lists, "date": date.fromisoformat(plain["date"])})


def _rejected(plain: _Json) -> Rejected:
    claim = Claim(**{**plain["claim"], "cites": tuple(plain["claim"]["cites"])})
    return Rejected(claim, tuple(Finding(**f) for f in plain["findings"]))


def _usage(plain: _Json) -> Usage:
    return Usage(**{**plain, "seconds": tuple(plain["seconds"].items())})
