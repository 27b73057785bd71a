"""The processes that parse."""

from __future__ import annotations

import resource
import subprocess
import sys

from digest.collect.parsing import READY

HEAVY = {"httpx2", "pydantic", "feedparser", "openai"}


def test_a_parser_loads_nothing_that_parsing_does_not_need() -> None:
    script = (
        "import sys, digest.collect.parsing.__main__, digest.collect.parsing.feed, digest.collect.parsing.page;"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert "" == loaded.strip()


def test_a_parser_starts_under_a_limit_on_memory_that_is_lower_than_its_own() -> None:
    limit = 1 << 30

    ended = subprocess.run(
        [sys.executable, "-m", "digest.collect.parsing"],
        input=b"",
        capture_output=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )

    assert READY == ended.stdout
