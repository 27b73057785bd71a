"""The cases as seeds for tests that change what was seen, and as questions to other programs."""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent


def answers(kind: str) -> dict[str, tuple[bytes, str]]:
    """The bytes and the content type of each case under ``feeds`` or ``pages``, by its name."""
    return {
        case.name: (
            (case / "answer").read_bytes(),
            json.loads((case / "headers.json").read_text("utf-8")).get("content-type", ""),
        )
        for case in sorted((HERE / kind).iterdir())
    }


def mails() -> list[bytes]:
    """The messages of the cases under ``mail``."""
    return [case.read_bytes() for case in sorted((HERE / "mail").glob("*/message.eml"))]
