"""What `digest check` says of the judge of points: its mark, and whether another one would be better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.cli.check_line import CheckLine

if TYPE_CHECKING:
    from digest.cli.wiring import Setup
    from digest.store.store import Store

_PROOF_ONLY = "none: of a model's own words only what rules prove is printed"
_ITSELF = (
    "the model that writes also judges, and judges its own words kindly: name another one in verify.judge"
)


async def judge_lines(setup: Setup, store: Store) -> list[CheckLine]:
    """The mark of the judge, who sits the exam now if it has not; nothing if no model writes."""
    from digest import summarise
    from digest.summarise.llm.open_judge import JudgeKeys

    settings, secrets = setup.settings, setup.secrets
    keys = JudgeKeys(secrets.api_key, secrets.judge_key)
    spending = store.spending.of(setup.now.date())
    async with (
        summarise.open_model(
            settings.summariser, secrets.api_key, store.cache, settings.language, spending
        ) as writer,
        summarise.open_judge(
            settings.verify, settings.summariser, writer, keys, store.cache, seed="", today=setup.now.date()
        ) as judge,
    ):
        if writer is None:
            return []
        if judge is None:
            return [CheckLine("note", "judge", _PROOF_ONLY)]
        sat = await judge.examine()
        if sat.failure or not judge.mark:
            return [CheckLine("warn", "judge", sat.failure)]
        lines = [
            CheckLine("ok", "judge", f"{judge.name} passed its exam on {judge.mark.day}: it {judge.mark}")
        ]
        itself = judge.name == settings.summariser.model
        return [*lines, CheckLine("note", "judge", _ITSELF)] if itself else lines
