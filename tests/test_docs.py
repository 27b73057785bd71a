"""The documentation: it says what the program is, and a page that has fallen behind fails here."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from digest import config, edition_json
from digest.cli import COMMANDS
from docs import generate
from tests.render.editions import full_edition

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
READ = [*PAGES, ROOT / "README.md"]


def name(page: Path) -> str:
    return page.name


def keys(value: Any) -> set[str]:
    """Every key in a JSON value, at any depth; names of stages are data."""
    if isinstance(value, list):
        return set().union(*map(keys, value))
    if not isinstance(value, dict):
        return set()
    inner = {key: value[key] for key in value if key != "seconds"}
    return set(value) | keys(list(inner.values()))


def fenced(language: str) -> list[tuple[str, str]]:
    """The blocks of code in that language, each with the name of its page."""
    blocks = re.compile(rf"^```{language}\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return [(page.name, block) for page in READ for block in blocks.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_made_from_the_program_is_fresh(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert generate.refreshed(text) == text, "stale: run `python -m docs.generate`"


def test_both_tables_are_in_the_pages() -> None:
    made = [name for page in PAGES for _, name, _ in generate.BLOCK.findall(page.read_text(encoding="utf-8"))]
    assert ["commands", "settings"] == sorted(made)


def test_every_key_of_the_document_is_described() -> None:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_]+)`", text))
    assert set() == keys(json.loads(edition_json.write(full_edition()))) - described


@pytest.mark.parametrize("page", READ, ids=name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    broken = [link for link in links if not leads_somewhere(page, link)]
    assert [] == broken


def leads_somewhere(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = page.parent / file if file else page
    if not anchor:
        return target.exists()
    headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", READ, ids=name)
def test_commands_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"(?:`|^|bin/)digest ([a-z]+)\b", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set() == set(named) - set(COMMANDS)


@pytest.mark.parametrize(("page", "block"), fenced("yaml"))
def test_configuration_that_is_shown_is_valid(page: str, block: str) -> None:
    assert config.parse(block, page).feeds


def test_every_threat_names_the_tests_that_cover_it_and_they_exist() -> None:
    defined = {
        test
        for file in (ROOT / "tests").rglob("test_*.py")
        for test in re.findall(r"^(?:async )?def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    threats = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!threat \|)(.+?) \| .+ \| (.+) \|$", threats, re.MULTILINE)
    covered = {threat: re.findall(r"`([^`]+)`", tests) for threat, tests in rows}
    assert len(covered) > 25
    assert [] == [threat for threat, tests in covered.items() if not tests]
    named = {test for tests in covered.values() for test in tests}
    assert set() == {test for test in named if test not in defined and not (ROOT / test).is_file()}


def test_the_files_that_a_page_sends_its_reader_to_are_there() -> None:
    named = re.compile(r"`((?:digest|templates|tests|docs|benchmarks|deploy)/[\w./-]+)`")
    missing = {
        (page.name, place)
        for page in READ
        for place in named.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / place).exists()
    }

    assert set() == missing
