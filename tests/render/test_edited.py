"""What an editor wrote is told to readers wherever it is printed, and counted in the footer."""

from __future__ import annotations

from digest.edit import Edits, edit
from digest.render import render_email, render_page
from tests.render.editions import edition, settings
from tests.render.reading import words

EDITED = edit(
    edition(), Edits(texts=(("1.1", "Parliament adopted the budget."), ("2", "Holm leaves")), first="4")
)


def test_edited_texts_are_marked_in_e_mail_text_and_page() -> None:
    email = render_email(EDITED, settings())

    for shown in (words(email.html), " ".join(email.text.split()), words(render_page(EDITED, settings()))):
        assert 1 == shown.count("Parliament adopted the budget. (edited)")
        assert 1 == shown.count("· headline edited by hand")
        assert "2 texts were edited by hand." in shown


def test_an_edition_that_nobody_edited_has_no_such_mark() -> None:
    assert "edited" not in words(render_page(edition(), settings()))


def test_the_story_that_an_editor_put_first_leads_and_gives_the_subject() -> None:
    assert "Rents in the capital" in render_email(EDITED, settings()).subject
