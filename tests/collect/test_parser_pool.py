"""The processes that parse."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"httpx2", "pydantic", "feedparser", "openai"}


def test_a_parser_loads_nothing_that_parsing_does_not_need() -> None:
    script = (
        "import sys, digest.collect.parsing.__main__, digest.collect.parsing.feed, digest.collect.parsing.page;"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert "" == loaded.strip()
