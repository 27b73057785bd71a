"""How a model does in the exam of the judge: ``python -m benchmarks.exam URL MODEL [--exams N] [--timeout S]``.

URL is the address of an OpenAI-compatible server, MODEL a model on it; a key is taken from DIGEST_JUDGE_KEY. Sits N exams of
twenty pairs, each drawn by a seed of its own, through the calls of the program. Prints a JSON line an exam, and one with the
share of true statements accepted and of false ones let through.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
from datetime import UTC, datetime

from digest import summarise
from digest.settings import SummariserSettings, VerifySettings
from digest.store import open_store
from digest.summarise.llm.exam import DRAWN, Mark, draw, mark
from digest.summarise.llm.judge import Judge
from digest.summarise.llm.open_judge import JudgeKeys


async def sit(judge: Judge, seed: str) -> tuple[Mark, str]:
    """The mark for one exam, and why there are no answers if the call failed."""
    exam = draw(seed)
    found = await judge.answers([pair.hypothesis for pair in exam], seed)
    return mark(exam, found.judgements, datetime.now(UTC).date()), found.failure


async def measure(url: str, name: str, exams: int, seconds: float) -> None:
    verify = VerifySettings(judge=name, base_url=url, timeout=seconds)
    writer = SummariserSettings(base_url=url, model=name)
    keys, today = JudgeKeys(None, os.environ.get("DIGEST_JUDGE_KEY")), datetime.now(UTC).date()
    marks = []
    with open_store("sqlite:///:memory:") as store:
        async with (
            summarise.open_model(writer, None, store.cache) as model,
            summarise.open_judge(verify, writer, model, keys, store.cache, seed="", today=today) as judge,
        ):
            assert judge is not None
            for number in range(exams):
                given, failure = await sit(judge, f"exam {number}")
                marks.append(given)
                line = {"let_through": given.let_through, "refused": given.refused, "passed": given.passed}
                print(json.dumps(line | ({"failure": failure} if failure else {})), flush=True)
    half = exams * DRAWN / 2
    accepted = 1 - sum(m.refused for m in marks) / half
    print(
        json.dumps({"true_accepted": accepted, "false_let_through": sum(m.let_through for m in marks) / half})
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("model")
    parser.add_argument("--exams", type=int, default=3)
    parser.add_argument("--timeout", type=float, default=600)
    args = parser.parse_args()
    asyncio.run(measure(args.url, args.model, args.exams, args.timeout))


if __name__ == "__main__":
    main()
