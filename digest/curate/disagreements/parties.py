"""Who says what: the party that a sentence of English names with a verb of saying, counting or denying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.languages import language
from digest.text.tokens import stopwords

_ENGLISH = language("en").disputes
_WORD = r"[\w’'.-]*\w"
_WHO = (
    rf"(?P<who>(?:[A-Z]{_WORD}|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Pp]olice|[Uu]nions|[Oo]rgani[sz]ers|[Oo]fficials)"
    rf"(?:,?\s(?!(?:that|who|which|and|but)\b){_WORD}){{0,6}}?)"
)
_PATTERNS = (
    re.compile(
        rf"(?:^|[,;:—–]\s|[“”\"]\s?|\b(?:and|but|while|whereas|although|though|with)\s){_WHO},?"
        rf"(?:\s(?:has|have|had|also|later|however|\w+ly))*\s(?P<verb>{_ENGLISH.says}|{_ENGLISH.counts}|{_ENGLISH.denies})\b"
    ),
    re.compile(rf"\b(?P<verb>[Aa]ccording to)\s{_WHO}(?=[,;.]|\s(?:on|in)\b|$)"),
    re.compile(rf",[”\"]?\s{_WHO}\s(?P<verb>said|says|say)\b(?=[^.]{{0,40}}\.?$)"),
    re.compile(rf",[”\"]?\s(?P<verb>said|says)\s{_WHO}(?=[,.]|$)"),
)
_GAPPED = re.compile(rf",\s(?:and\s)?{_WHO}\s(?P<verb>of|at)\s$")
""" "The unions spoke of 40,000 people, the police of 14,000"."""
_NOBODY = re.compile(rf"^(?:{_ENGLISH.nobody})\b", re.IGNORECASE)
_DENIAL = re.compile(_ENGLISH.denial_stems)
_COUNTING = re.compile(rf"(?:{_ENGLISH.counts}|claim(?:s|ed)?|of|at)$")
_NOUN_AS_WELL = _ENGLISH.nouns_as_well


@dataclass(frozen=True, slots=True)
class Attribution:
    """A party and its verb; ``end`` is where what it says begins, unless the verb stands behind that."""

    party: str
    verb: str
    start: int
    end: int

    @property
    def denies(self) -> bool:
        return bool(_DENIAL.match(self.verb))

    @property
    def counts(self) -> bool:
        return bool(_COUNTING.match(self.verb))


def attributions(sentence: str) -> tuple[Attribution, ...]:
    """The parties that speak in a sentence, in its order; pronouns are left out, since they name nobody."""
    found = {m.start("verb"): _attribution(m) for pattern in _PATTERNS for m in pattern.finditer(sentence)}
    return tuple(found[at] for at in sorted(found) if _is_party(found[at]))


def attribution_at(sentence: str, at: int) -> Attribution | None:
    """Who says what stands at that place: the last party named before it, else the first one behind it."""
    if gapped := _GAPPED.search(sentence[:at]):
        return _attribution(gapped)
    found = attributions(sentence)
    before = [attribution for attribution in found if attribution.end <= at]
    return (
        before[-1] if before else next((attribution for attribution in found if attribution.start > at), None)
    )


def _is_party(attribution: Attribution) -> bool:
    """Whether it names a party: not a pronoun, not a torn phrase, and its verb not a noun."""
    last = attribution.party.split()[-1].lower()
    if _NOBODY.match(attribution.party) or last in stopwords("en"):
        return False
    several = last in {"police", "people"} or (last.endswith("s") and not last.endswith(("'s", "’s")))
    return several or attribution.verb not in _NOUN_AS_WELL


def _attribution(match: re.Match[str]) -> Attribution:
    return Attribution(match["who"].strip(" ,"), match["verb"].lower(), match.start("who"), match.end())
