"""What is said of a story: claims, what the checks find, and key points with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from digest.models.news import Problem

Kind = Literal["fact", "claim", "opinion"]

Origin = Literal["model", "repaired", "verbatim", "extractive", "edited"]
"""How a key point came to be: the model's words, its second try, the cited sentence, no model at all, an editor."""
ORIGINS: dict[Origin, str] = {
    "model": "the model's words, which the passage supports",
    "repaired": "the model's second try, which the passage supports",
    "verbatim": "the sentence of the source, in place of words that did not hold",
    "extractive": "a sentence of the source, chosen without a model",
    "edited": "an editor's words",
}
"""What an editor is told of each; what readers are told is in the templates."""

Standing = Literal["proved", "undecided", "refuted"]
"""What the cited sentences make of a claim: they say it by rules alone, they may say it, they do not."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a summariser says. Untrusted: only ``verify`` turns it into something to print."""

    text: str
    cites: tuple[str, ...]
    kind: Kind = "fact"
    speaker: str = ""
    close: str = ""
    """The same in the words of its citations, to be tried where ``text`` does not pass; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a check objects to a claim: the name of the check, the offending words, the explanation."""

    check: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that did not pass, with what the checks found."""

    claim: Claim
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A text and the sentences that are to say it: all that a judge is shown."""

    text: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's answer on a hypothesis."""

    model: str
    """The name of the model that judged."""
    holds: bool
    words: str = ""
    """If it holds, the words of the premises that say it, else the words of the text that they do not say, or empty."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules make of a claim, and why: what refutes it, or what a proof of it lacks."""

    claim: Claim
    hypothesis: Hypothesis
    standing: Standing
    findings: tuple[Finding, ...] = ()

    @property
    def passes_alone(self) -> bool:
        """Whether it is printed without a judge: proved, or a translation, which no rule can prove, with nothing against it."""
        undisputed = self.standing == "undecided" and not self.findings
        return self.standing == "proved" or undisputed


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact passage behind a point: ``article.text[start:end] == quote``."""

    url: str
    outlet: str
    quote: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    """The words next to the quote, if it stands in the article more than once: they say which one is meant."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A claim that passed. Made only in ``verify``: a test reads the source for other makers."""

    text: str
    evidence: tuple[Evidence, ...]
    kind: Kind = "fact"
    speaker: str = ""
    way: Origin = "extractive"
    findings: tuple[Finding, ...] = ()
    """What was found in earlier tries, for a point that was repaired or fell back to the sentence; for one that an
    editor wrote, what the checks say against it as it stands."""
    language: str = ""
    """The language of the text (BCP 47) if it is not the digest's: a sentence left in its own language."""
    translated: str = ""
    """The language that the text was translated from, quotations in it as well; empty if nothing was translated."""
    judged_by: str = ""
    """The model that said that the passage supports the text; empty if the rules alone have proved it."""

    @property
    def proved(self) -> bool:
        """Whether rules alone have proved a model's words; a sentence as it stands needs no proof, a translation has none."""
        return self.way in {"model", "repaired"} and not self.judged_by and not self.translated

    def __post_init__(self) -> None:
        if not self.text or not self.evidence:
            raise ValueError("a key point needs a text and the passage it rests on")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification made of some claims: points to print, and claims that did not pass."""

    points: tuple[KeyPoint, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """What something cost. ``cost`` is in US dollars, None if the price is not known."""

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    requests: int = 0
    pages: int = 0
    bytes: int = 0
    seconds: tuple[tuple[str, float], ...] = ()
    """Seconds of each stage, in the order they ran."""

    def __add__(self, other: Usage) -> Usage:
        costs = [c for c in (self.cost, other.cost) if c is not None]
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost=sum(costs) if costs else None,
            requests=self.requests + other.requests,
            pages=self.pages + other.pages,
            bytes=self.bytes + other.bytes,
            seconds=self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A summariser's answer for one story: claims in the order of their weight, and what it cost."""

    claims: tuple[Claim, ...]
    headline: Claim | None = None
    usage: Usage = field(default_factory=Usage)
    problems: tuple[Problem, ...] = ()
    standfirst: Claim | None = None
    """The story in a line of at most 160 characters, which says something else than headline and claims."""
