"""Editing by hand: what changes, what is marked, what stays, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.editing import Edits, edit, parts
from digest.errors import EditionError
from digest.models import Contrast, Edition, UpcomingEvent
from digest.verify import clean
from tests.render.editions import HERALD, brief, edition, point, source

EDITION = edition()
BUDGET, SPEAKER, FERRIES, RENTS, FISHING, ENVOY = (b.story_id for b in EDITION.briefs)


def stories(made: Edition) -> list[list[str]]:
    return [[b.story_id for b in section.briefs] for section in made.sections]


def texts(made: Edition) -> dict[str, str]:
    return {part.address: part.text for part in parts(made)}


def with_extras() -> Edition:
    """The day with a number, a quotation and a date of its own, and a story with a standfirst and two sides."""
    herald = source(HERALD, "Speaker will not stand again")
    two_sides = Contrast("seats", (point("The party counts 12 seats.", herald), point("It has 14.", herald)))
    speaker = replace(
        EDITION.briefs[1], standfirst=point("She leaves in autumn.", herald), contrasts=(two_sides,)
    )
    sections = (replace(EDITION.sections[0], briefs=(EDITION.briefs[0], speaker)), *EDITION.sections[1:])
    ahead = UpcomingEvent(date(2026, 3, 14), point("Her party chooses on 14 March.", herald), SPEAKER)
    return replace(
        EDITION,
        sections=sections,
        ahead=(ahead,),
        figure=EDITION.briefs[0].points[0],
        quotation=point("“I have had my turn,” said Holm.", herald),
    )


def test_no_edit_changes_nothing() -> None:
    assert EDITION == edit(EDITION, Edits())


def test_stories_and_points_are_dropped_by_the_numbers_of_the_list_however_many() -> None:
    made = edit(EDITION, Edits(drop=("1.1", "1.3", "3", "5.2")))

    assert [[BUDGET, SPEAKER], [RENTS], [FISHING, ENVOY]] == stories(made)
    assert EDITION.briefs[0].points[1:2] == made.briefs[0].points
    assert EDITION.briefs[4].points[:1] == made.briefs[3].points


def test_a_section_whose_last_story_is_dropped_goes() -> None:
    assert ["Parliament", "Foreign affairs"] == [
        s.topic for s in edit(EDITION, Edits(drop=("3", "4"))).sections
    ]


def test_what_rests_on_a_dropped_story_alone_goes_with_it() -> None:
    made = edit(with_extras(), Edits(drop=("2",)))

    assert (with_extras().figure, None, ()) == (made.figure, made.quotation, made.ahead)


def test_what_stands_apart_can_be_dropped_by_its_name() -> None:
    made = edit(with_extras(), Edits(drop=("figure", "quotation", "ahead.1", "2.line", "2.sides")))

    assert EDITION == made


def test_the_last_point_of_a_story_is_not_dropped() -> None:
    with pytest.raises(EditionError, match="No point of “Rents in the capital rose"):
        edit(EDITION, Edits(drop=("4.1",)))


def test_a_new_headline_is_marked_and_the_old_words_are_not() -> None:
    made = edit(EDITION, Edits(texts=(("1", "  Budget   adopted\n"), ("2", EDITION.briefs[1].headline))))

    assert [("Budget adopted", True), (EDITION.briefs[1].headline, False)] == [
        (b.headline, b.edited) for b in made.briefs[:2]
    ]


def test_a_new_text_keeps_its_evidence_and_says_who_wrote_it() -> None:
    made = edit(EDITION, Edits(texts=(("1.1", "Parliament adopted the budget by 152 votes to 148."),)))

    old, new = EDITION.briefs[0].points[0], made.briefs[0].points[0]
    assert replace(old, text="Parliament adopted the budget by 152 votes to 148.", way="edited") == new


def test_a_new_text_is_checked_against_its_passages_and_printed_all_the_same() -> None:
    made = edit(EDITION, Edits(texts=(("1.1", "Parliament adopted the budget by 162 votes to 148."),)))

    doubts = {part.address: [d.check for d in part.doubts] for part in parts(made) if part.edited}
    assert "number" in doubts["1.1"]
    assert "162" in texts(made)["1.1"]


def test_a_headline_may_rest_on_what_any_outlet_says_of_the_story() -> None:
    made = edit(EDITION, Edits(texts=(("3", "Strike over, crews return"), ("4", "Rents fell by 9 percent"))))

    doubts = {part.address: bool(part.doubts) for part in parts(made) if part.edited}
    assert {"3": False, "4": True} == doubts


def test_the_number_of_the_day_and_what_is_ahead_can_be_reworded() -> None:
    new = (
        ("figure", "It was 152 votes to 148."),
        ("ahead.1", "They choose on 14 March."),
        ("2.line", "She leaves."),
    )
    made = edit(with_extras(), Edits(texts=new))

    assert dict(new) == {address: texts(made)[address] for address, _text in new}
    assert {address for address, _text in new} == {part.address for part in parts(made) if part.edited}


def test_sides_of_a_disagreement_are_not_rewritten() -> None:
    with pytest.raises(EditionError, match="it can be dropped, not rewritten"):
        edit(with_extras(), Edits(texts=(("2.sides", "Nobody disagrees."),)))


def test_a_story_is_put_first_whatever_its_score() -> None:
    assert RENTS == edit(EDITION, Edits(first="4")).lead
    assert "" == edit(edit(EDITION, Edits(first="4")), Edits(drop=("4",))).lead


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        (("2", "1"), [[SPEAKER, BUDGET], [FERRIES, RENTS], [FISHING, ENVOY]]),
        (("1", "2"), [[SPEAKER, BUDGET], [FERRIES, RENTS], [FISHING, ENVOY]]),
        (("6", "1"), [[ENVOY, BUDGET, SPEAKER], [FERRIES, RENTS], [FISHING]]),
        (("1", "4"), [[SPEAKER], [FERRIES, RENTS, BUDGET], [FISHING, ENVOY]]),
        (("3", "3"), [[BUDGET, SPEAKER], [FERRIES, RENTS], [FISHING, ENVOY]]),
    ],
)
def test_a_story_takes_the_place_of_another_one(move: tuple[str, str], expected: list[list[str]]) -> None:
    assert expected == stories(edit(EDITION, Edits(move=(move,))))


@pytest.mark.parametrize(
    "address", ["7", "0", "1.9", "1.0", "ahead.1", "figure", "2.line", "one", "", "1.1.1", "٣"]
)
def test_an_address_that_is_not_there_is_told_with_what_there_is(address: str) -> None:
    for edits in (Edits(drop=(address,)), Edits(texts=((address, "New words."),))):
        with pytest.raises(
            EditionError, match=r"which has 6 stories.*`digest edit 2026-03-02` lists what there is"
        ):
            edit(EDITION, edits)


@pytest.mark.parametrize("words", ["", " \n", "x" * 1001])
def test_a_text_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(EditionError, match=r"The new text of 1\.1 (is empty|has 1001 characters)"):
        edit(EDITION, Edits(texts=(("1.1", words),)))


@given(words=st.text(min_size=1, max_size=300))
def test_whatever_is_written_is_printed_unless_nothing_can_be_seen_of_it(words: str) -> None:
    edits = Edits(texts=(("2.1", words), ("2", words)))
    if clean(words):
        assert [clean(words)] * 2 == [texts(edit(EDITION, edits))[address] for address in ("2", "2.1")]
    else:
        with pytest.raises(EditionError, match="is empty: drop it instead"):
            edit(EDITION, edits)


def test_two_stories_of_one_name_are_not_confused() -> None:
    herald = source(HERALD, "Vote")
    one = brief("Vote in parliament", (herald,), point("One.", herald), story_id="a")
    two = brief("Vote in parliament", (herald,), point("Two.", herald), story_id="b")
    twice = edition(replace(EDITION.sections[0], briefs=(one, two)))

    assert [["b"]] == stories(edit(twice, Edits(drop=("1",))))
