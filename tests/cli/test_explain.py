"""`digest explain`: why each story is in, what missed, and all of one story."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from digest import edition_json
from digest.models import Claim, Edition, Finding, Rejected, RunnerUp
from digest.store import open_store
from tests.cli.conftest import Digest
from tests.render.editions import full_edition


def lines(out: str) -> list[str]:
    return [line.strip() for line in out.splitlines()]


def keep(edition: Edition, config: Path) -> None:
    """Save the edition where the command looks for it."""
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.editions.save(edition.id, edition.date, edition_json.write(edition), edition.made_at)


def test_every_story_says_why_it_is_in(digest: Digest) -> None:
    digest("make")

    status, out, _err = digest("explain")

    edition = edition_json.read(digest("show", "--format", "json")[1])
    said = lines(out)
    assert (0, f"edition 2026-03-02: {len(edition.briefs)} stories") == (status, said[0])
    assert [] == [r for b in edition.briefs for r in b.reasons if r not in said]
    assert [] == [m.headline for m in edition.missed if f"-  {m.headline}" not in said]


def test_the_story_that_leads_says_so(digest: Digest) -> None:
    digest("make")
    edition = edition_json.read(digest("show", "--format", "json")[1])
    first = max(edition.briefs, key=lambda brief: brief.score)
    number = edition.briefs.index(first) + 1

    assert [f"{number}  {first.headline}  [leads]"] == [
        line for line in lines(digest("explain")[1]) if "[leads]" in line
    ]
    assert f"{number}  {first.headline}  [leads]" == lines(digest("explain", str(number))[1])[0]


def test_the_parts_of_a_score_are_told_in_words(digest: Digest) -> None:
    digest("make")

    _status, out, _err = digest("explain", "1")

    scores = [line for line in lines(out) if line.startswith("score ")]
    assert ["outlets", "consequence", "freshness", "fit", "prominence", "novelty", "diversity"] == [
        part.split()[0] for part in scores[0].partition(": ")[2].split(", ")
    ]


def test_a_story_is_found_by_number_by_the_beginning_of_its_id_and_by_words(digest: Digest) -> None:
    digest("make")
    edition = edition_json.read(digest("show", "--format", "json")[1])
    brief = edition.briefs[1]

    by_number = digest("explain", "2")
    assert lines(by_number[1])[0].startswith(f"2  {brief.headline}")
    assert by_number == digest("explain", brief.story_id[:6]) == digest("explain", brief.headline.upper())


def test_each_point_tells_its_passage_and_how_it_came_to_be(digest: Digest) -> None:
    digest("make")

    _status, out, _err = digest("explain", "1")

    edition = edition_json.read(digest("show", "--format", "json")[1])
    evidence = [e for point in edition.briefs[0].points for e in point.evidence]
    assert [] == [
        e.quote for e in evidence if f"{e.outlet}, characters {e.start} to {e.end}: “{e.quote}”" not in out
    ]
    assert "a sentence of the source, chosen without a model" in out


def test_what_was_dropped_and_what_was_found_are_told(digest: Digest, config: Path) -> None:
    edition = full_edition()
    finding = Finding("number", "12", "The number 12 is not in the cited sentences.")
    dropped = (Rejected(Claim("Twelve mayors went.", ("A1.S2",)), (finding,)),)
    first, *others = edition.sections
    brief = replace(first.briefs[0], dropped=dropped, storyline="Ostrey harbour")
    sections = (replace(first, briefs=(brief, *first.briefs[1:])), *others)
    keep(replace(edition, sections=sections), config)

    _status, out, _err = digest("explain", "1", "--edition", edition.id)

    said = lines(out)
    at = said.index("Dropped")
    assert [
        "-  Twelve mayors went.",
        "cites A1.S2",
        "found: The number 12 is not in the cited sentences. (number)",
    ] == said[at + 1 : at + 4]
    assert "part of a longer affair: Ostrey harbour" in said


def test_a_story_that_missed_says_why(digest: Digest, config: Path) -> None:
    missed = RunnerUp(
        "Harbour master retires", "Work", ("The Herald",), 0.4, "the section Work is full", ("new",)
    )
    edition = replace(full_edition(), missed=(missed,))
    keep(edition, config)

    status, out, _err = digest("explain", "retires", "--edition", edition.id)

    expected = [
        "Narrowly missed",
        "-  Harbour master retires",
        "the section Work is full",
        "new",
        "score 0.40 of 1",
    ]
    assert (0, expected) == (status, lines(out))


def test_a_story_that_is_not_there_is_answered_with_those_that_are(digest: Digest) -> None:
    digest("make")

    status, _out, err = digest("explain", "unicorn")

    edition = edition_json.read(digest("show", "--format", "json")[1])
    assert 2 == status
    assert "digest: No story fits 'unicorn' in edition 2026-03-02. Name one by its number:" in err
    assert [] == [b.headline for b in edition.briefs if b.headline not in err]


def test_words_that_fit_several_stories_are_answered_with_these(digest: Digest, config: Path) -> None:
    edition = full_edition()
    first, *others = edition.sections
    twice = replace(first, briefs=(first.briefs[0], replace(first.briefs[0], story_id="another")))
    keep(replace(edition, sections=(twice, *others)), config)

    status, _out, err = digest("explain", first.briefs[0].headline, "--edition", edition.id)

    assert (2, True) == (status, "More than one story fits" in err)


def test_without_an_edition_it_says_how_to_get_one(digest: Digest) -> None:
    status, _out, err = digest("explain")

    assert (2, True) == (status, "There is no saved edition yet. `digest make` makes today's" in err)
