"""What the world really sends: a folder a case, with the input and ``expected.json``, in words of our own.

The folder around a case says how it is read; whatever else is in ``expected.json`` besides ``about`` is what has to come
of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from digest import config
from digest.cli.feed_report import REPORT_URL, stated
from digest.cli.subscriber_files import rows
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import UnreadableError, to_json
from digest.deliver.bounces import read_bounce_report
from digest.errors import DigestError
from tests.make import NOW

HERE = Path(__file__).parent
CASES = sorted(file.parent for file in HERE.glob("*/*/expected.json"))


def _mail(case: Path, _aside: Path) -> dict[str, Any]:
    """Mail that came back: what it means, and the receiver's reason."""
    report = read_bounce_report((case / "message.eml").read_bytes())
    return {"kind": report.kind, "words": report.words}


def _csv(case: Path, _aside: Path) -> dict[str, Any]:
    """A list of readers: each address, and why it is left out."""
    return {"rows": [[row.subscriber.address, row.skipped] for row in rows(case / "list.csv", NOW)]}


def _env(case: Path, aside: Path) -> dict[str, Any]:
    """A file of secrets: those that it holds."""
    copy(case / "dotenv", aside / ".env")
    return {"secrets": {name: value for name, value in asdict(config.secrets(aside, {})).items() if value}}


def _feed(case: Path, _aside: Path) -> dict[str, Any]:
    """An answer to a feed: its items, and how many were left out."""
    return stated(json.loads(to_json(parse_feed(*_answer(case)))))


def _page(case: Path, _aside: Path) -> dict[str, Any]:
    """An answer to a page: its article."""
    return stated(json.loads(to_json(parse_page(*_answer(case)))))


def _answer(case: Path) -> tuple[bytes, str, str]:
    headers = json.loads((case / "headers.json").read_text("utf-8"))
    return (case / "answer").read_bytes(), REPORT_URL, headers.get("content-type", "")


READ: dict[str, Callable[[Path, Path], dict[str, Any]]] = {
    "mail": _mail,
    "csv": _csv,
    "env": _env,
    "feeds": _feed,
    "pages": _page,
}
"""How the cases of each folder are read; ``aside`` is an empty folder to work in."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_was_seen_is_read_right(case: Path, tmp_path: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected.pop("about")
    if error := expected.get("error"):
        with pytest.raises((DigestError, UnreadableError)) as caught:
            READ[case.parent.name](case, tmp_path)
        assert str(caught.value).endswith(error)
        return
    assert READ[case.parent.name](case, tmp_path) == expected


def test_every_folder_of_a_case_says_what_has_to_come_of_it() -> None:
    folders = [case for case in HERE.glob("*/*") if case.is_dir() and case.parent.name in READ]
    assert sorted(folders) == [case for case in CASES if case.parent.name in READ]
    assert {case.parent.name for case in CASES} == set(READ)
