"""A story in, the model's claims out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.models import Claim, Draft, Pick, Problem, Question, Usage
from digest.summarise.llm import answer_schema, prompt, response, topic_questions
from digest.summarise.llm.model import Model, ModelReply
from digest.summarise.llm.prompt import shown
from digest.summarise.llm.response import Answer

_POINT_IN_JSON = 300
"""Characters of a point with its citations and keys."""


async def propose(pick: Pick, points: int, model: Model) -> Draft:
    """The model's headline, its standfirst and at most ``points`` claims on the story.

    A claim that cites a sentence which the model was not shown is a guess and is left out. Whatever the model or its server does wrong is a problem in a draft without claims.
    """
    reply = await model.ask(
        prompt.proposal(pick, points, model.system), Answer, answer_schema.of_story(shown(pick.story), points)
    )
    return _draft(pick, points, reply)


def estimate(picks: Sequence[Pick], points: int, model: Model, questions: Sequence[Question] = ()) -> Usage:
    """About what ``propose`` for those picks and ``answer_topic_questions`` for those questions will cost, rather too much
    than too little. Second tries and a judge come on top.
    """
    expected = (points + 2) * _POINT_IN_JSON
    costs = (model.estimate(prompt.proposal(pick, points, model.system), expected) for pick in picks)
    return sum(costs, topic_questions.estimate(questions, model))


def _draft(pick: Pick, points: int, reply: ModelReply[Answer]) -> Draft:
    if reply.answer is None:
        problem = Problem("summarise", pick.story.lead.title, reply.reason)
        return Draft((), usage=reply.usage, problems=(problem,))
    ids = shown(pick.story)
    claims = [whole for claim in response.claims(reply.answer) if (whole := _whole(_shown(claim, ids)))]
    lines = (_shown(response.line(said), ids) for said in (reply.answer.headline, reply.answer.standfirst))
    headline, standfirst = lines
    return Draft(tuple(claims[:points]), headline, reply.usage, standfirst=standfirst)


def _shown(claim: Claim | None, ids: frozenset[str]) -> Claim | None:
    """The claim, unless it cites what the model was not shown."""
    return claim if claim and ids.issuperset(claim.cites) else None


def _whole(claim: Claim | None) -> Claim | None:
    """The claim without wordings that the bound of the schema cut off; None if no wording is whole."""
    if claim is None:
        return None
    texts = (("text", claim.text), ("close", claim.close))
    whole = [text for name, text in texts if text and not answer_schema.was_cut(name, text)]
    return replace(claim, text=whole[0], close="".join(whole[1:])) if whole else None
