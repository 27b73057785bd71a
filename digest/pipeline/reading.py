"""The second reading: what a model wrote and the checks let through is read once more by a model, where asked for."""

from __future__ import annotations

from collections.abc import Sequence

from digest import summarise
from digest.models import Claim, Finding, KeyPoint, Pick, Problem, Rejected, Story
from digest.pipeline.run import Run


async def objections(
    run: Run, pick: Pick, points: Sequence[KeyPoint], model: summarise.Model
) -> dict[KeyPoint, Rejected]:
    """The points that are to go, each with the reason; none where nobody reads or the reading failed.

    Sentences of the articles are not asked about: they bear themselves out.
    """
    asked = [point for point in points if point.way in {"model", "repaired"}]
    if model.reviewer is None or not asked:
        return {}
    doubt = await summarise.review(asked, model.reviewer)
    failed = f"The second reading by summariser.review failed: {doubt.failure}"
    run.note([Problem("summarise", pick.story.lead.title, failed)] if doubt.failure else [], doubt.usage)
    return {asked[index]: _rejected(asked[index], pick.story, why) for index, why in doubt.against.items()}


def _rejected(point: KeyPoint, story: Story, reason: str) -> Rejected:
    places = {(evidence.url, evidence.start) for evidence in point.evidence}
    cites = tuple(name for name, article, s in story.sentences() if (article.url, s.start) in places)
    finding = Finding("review", "", reason or "The second reading found no support for it.")
    return Rejected(Claim(point.text, cites, point.kind, point.speaker), (finding,))
