"""Everyone their topics: which variant of an edition a reader gets, if any, and what stands in it. Pure.

Stories are summarised once, whoever reads them. What differs is which of them a copy holds and the language of the
words around them, so readers of one variant share one e-mail.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.deliver import Recipient
from digest.models import Brief, Edition, KeyPoint, Preferences, Section, Subscriber
from digest.schedule import departure
from digest.settings import Settings

LEADING = 3
"""Stories for readers whose topics have nothing, who want the leading ones: as many as one sees without scrolling far."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What a copy holds of an edition; by default all of it."""

    topics: tuple[str, ...] = ()
    """The topics it keeps, in the order of its sections; none means all."""
    language: str = ""
    """Language of what stands around the news; empty for that of the edition."""
    leading: bool = False
    """Whether it holds the leading stories of the day alone."""

    @property
    def name(self) -> str:
        """The variant as a text that ``named`` reads; empty for the whole edition."""
        if self == Variant():
            return ""
        return json.dumps([self.language, self.leading, *self.topics], ensure_ascii=False)


def named(name: str) -> Variant:
    """The variant of that name."""
    language, leading, *topics = json.loads(name) if name else ("", False)
    return Variant(tuple(topics), language, leading)


def variant(edition: Edition, preferences: Preferences, settings: Settings) -> Variant | None:
    """What a reader gets of the edition; None if their topics have nothing and they want nothing then.

    Topics that the digest has no longer do not count: whoever has none left gets them all.
    """
    language = preferences.language if preferences.language != edition.language else ""
    wanted = {topic.name for topic in settings.topics}.intersection(preferences.topics)
    sections = [section.topic for section in edition.sections]
    if not wanted or wanted.issuperset(sections):
        return Variant(language=language)
    fitting = {topic for brief in edition.briefs for topic in brief.also_fits}
    known = [*sections, *(topic.name for topic in settings.topics if topic.name in fitting)]
    if kept := tuple(dict.fromkeys(topic for topic in known if topic in wanted)):
        return Variant(kept, language)
    return Variant(language=language, leading=True) if preferences.quiet == "lead" else None


def recipients(edition: Edition, readers: Iterable[Subscriber], settings: Settings) -> Iterator[Recipient]:
    """The readers who get a copy of the edition: of which variant, and from when on."""
    for reader in readers:
        due = departure(edition.date, reader.preferences, settings.schedule, settings.timezone)
        chosen = variant(edition, reader.preferences, settings)
        if due and chosen:
            in_own_zone = due if reader.preferences.timezone else None
            yield Recipient(reader.address, chosen.name, in_own_zone)


def narrowed(edition: Edition, wanted: Variant) -> Edition:
    """The edition as that variant has it; the leading stories where none of its sections is there any more."""
    sections = _of_topics(edition.sections, wanted.topics)
    if wanted.leading or (wanted.topics and not sections):
        sections = _leading(edition.sections)
    elif not wanted.topics:
        sections = edition.sections
    kept = [brief for section in sections for brief in section.briefs]
    return replace(
        edition,
        sections=sections,
        language=wanted.language or edition.language,
        ahead=tuple(ahead for ahead in edition.ahead if _rests_on(kept, ahead.point)),
        figure=_of(kept, edition.figure),
        quotation=_of(kept, edition.quotation),
    )


def _of_topics(sections: Sequence[Section], topics: Sequence[str]) -> tuple[Section, ...]:
    """The sections of these topics, each with the stories behind it that fit it too and stand in one that goes."""
    found: dict[str, list[Brief]] = {topic: [] for topic in topics}
    for section in sections:
        if section.topic in found:
            found[section.topic] += section.briefs
    for brief in (brief for section in sections if section.topic not in found for brief in section.briefs):
        if topic := next((topic for topic in brief.also_fits if topic in found), None):
            found[topic].append(brief)
    return tuple(Section(topic, tuple(briefs)) for topic, briefs in found.items() if briefs)


def _leading(sections: Sequence[Section]) -> tuple[Section, ...]:
    briefs = [brief for section in sections for brief in section.briefs]
    first = sorted(briefs, key=lambda brief: -brief.score)[:LEADING]
    rest = (Section(s.topic, tuple(b for b in s.briefs if b in first)) for s in sections)
    return tuple(section for section in rest if section.briefs)


def _of(briefs: Sequence[Brief], point: KeyPoint | None) -> KeyPoint | None:
    return point if point and _rests_on(briefs, point) else None


def _rests_on(briefs: Sequence[Brief], point: KeyPoint) -> bool:
    """Whether the point is about one of these stories."""
    urls = {article.url for brief in briefs for article in brief.articles}
    return any(evidence.url in urls for evidence in point.evidence)
