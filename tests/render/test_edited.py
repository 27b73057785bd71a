"""What an editor wrote, a model translated or nobody translated is told to readers wherever it is printed."""

from __future__ import annotations

from dataclasses import replace

from digest.editing import Edits, edit
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


def test_a_headline_that_stands_in_brief_is_marked_as_well() -> None:
    shortened = settings(look={"blocks": ["lead", "sections", "in_brief"], "in_brief": 2})
    last = min(edition().briefs, key=lambda brief: brief.score)
    number = edition().briefs.index(last) + 1
    edited = edit(edition(), Edits(texts=((str(number), "Ferries stay in port"),)))
    email = render_email(edited, shortened)

    for shown in (words(email.html), " ".join(email.text.split()), words(render_page(edited, shortened))):
        assert "In brief" in shown
        assert 1 == shown.count("Ferries stay in port (edited)")


def test_an_edition_that_nobody_edited_has_no_such_mark() -> None:
    assert "edited" not in words(render_page(edition(), settings()))


def test_the_story_that_an_editor_put_first_leads_and_gives_the_subject() -> None:
    assert "Rents in the capital" in render_email(EDITED, settings()).subject


def test_a_point_that_was_translated_says_so_and_one_that_was_not_names_its_language() -> None:
    brief = edition().briefs[0]
    first, *rest = brief.points
    left = replace(first, text="Das Parlament hat den Haushalt beschlossen.", language="de")
    told = replace(first, text="The parliament has adopted the budget.", translated="de")
    section = replace(edition().sections[0], briefs=(replace(brief, points=(left, told, *rest)),))
    shown = replace(edition(), sections=(section,))
    email, page = render_email(shown, settings()), render_page(shown, settings())

    for text in (words(email.html), " ".join(email.text.split()), words(page)):
        assert 1 == text.count("The parliament has adopted the budget. (translated)")
    for html in (email.html, page):
        assert 1 == html.count(
            '<span lang="de" dir="auto">Das Parlament hat den Haushalt beschlossen.</span>'
        )
