from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from digest.models import Edition, Email
from digest.render.lint import errors, lint, parse_email
from digest.render.lint.clients import support
from digest.render.lint.colours import contrasts, dark_mode, without_style
from digest.render.lint.components import mjml
from digest.render.lint.markup import headings, language, link_texts, loading, pictures, tables
from digest.render.lint.message_parts import lines, preheader, size, subject, text_part, unsubscribe
from digest.render.lint.parsed_email import ParsedEmail, Remark
from digest.settings import LookSettings, SenderSettings
from tests.render.editions import full_edition, long_edition, settings

Check = Callable[[ParsedEmail], Iterator[Remark]]
GOOD = parse_email(full_edition(), settings())


def found(check: Check, letter: ParsedEmail) -> list[tuple[str, str]]:
    return [(remark.level, remark.reason) for remark in check(letter)]


def letter(**email: str) -> ParsedEmail:
    """The good letter with some part of its e-mail replaced."""
    return replace(
        GOOD, rendered=Email(**{**{f: getattr(GOOD.rendered, f) for f in Email.__slots__}, **email})
    )


def with_body(body: str) -> ParsedEmail:
    return letter(
        html=f'<html lang="en" dir="ltr"><body style="color:#000;font:16px serif">{body}</body></html>'
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "edition", [full_edition(), full_edition(sample=True), long_edition(25), long_edition(60)]
)
def test_what_we_print_has_neither_errors_nor_warnings(edition: Edition, language: str) -> None:
    assert () == lint(replace(edition, language=language), settings())


@pytest.mark.parametrize(
    "look",
    [
        LookSettings(accent="#ffee00", density="compact", in_brief=3),
        LookSettings(
            logo="https://paper.example/logo.png", headline_font="Lato, serif", text_font="Roboto, sans-serif"
        ),
    ],
)
def test_every_look_that_can_be_configured_has_no_errors(look: LookSettings) -> None:
    assert () == errors(lint(full_edition(), settings(look=look)))


def test_errors_stand_before_warnings() -> None:
    crowded = settings(sender=SenderSettings(unsubscribe="https://"))

    assert ["error", "warning"] == [remark.level for remark in lint(full_edition(), crowded)]


def test_html_that_gmail_cuts_off_is_an_error() -> None:
    expected = [("error", "The HTML has 102,001 bytes; Gmail cuts it off at 102,000. Print fewer stories.")]

    assert expected == found(size, letter(html="x" * 102_001))
    assert ["warning"] == [level for level, _reason in found(size, letter(html="x" * 97_001))]


def test_a_line_that_mail_does_not_allow_is_told() -> None:
    expected = [
        ("warning", "A line of the text has 999 octets, more than 998; it must be encoded to be sent.")
    ]

    assert expected == found(lines, letter(text="x" * 999))


@pytest.mark.parametrize("said", ["", "Line\nbreak", "Bell\x07"])
def test_a_subject_that_cannot_be_printed_is_an_error(said: str) -> None:
    assert ["error"] == [level for level, _reason in found(subject, letter(subject=said))]


@pytest.mark.parametrize("said", ["نمی\u200cخواهم", "The speaker 👩\u200d⚖\ufe0f resigns"])
def test_a_subject_with_what_its_script_needs_is_none(said: str) -> None:
    assert found(subject, letter(subject=said)) == []


@pytest.mark.parametrize(
    "said", ["Vote today!!!", "Free tickets", "PARLIAMENT ADOPTS BUDGET AT LAST", "a" * 79]
)
def test_a_subject_that_shouts_or_is_long_is_told(said: str) -> None:
    assert ["warning"] == [level for level, _reason in found(subject, letter(subject=said))]


def test_the_subject_of_a_sample_has_to_say_so() -> None:
    assert ["error"] == [
        level for level, _r in found(subject, replace(GOOD, edition=full_edition(sample=True)))
    ]


def test_a_preheader_that_repeats_the_subject_is_told() -> None:
    assert ["warning"] == [
        level for level, _reason in found(preheader, letter(preheader=GOOD.rendered.subject))
    ]


def test_an_email_that_nobody_can_leave_is_an_error() -> None:
    expected = [("error", "The e-mail has no unsubscribe link. Templates get it as view.unsubscribe.")]

    assert expected == found(unsubscribe, with_body("<p>Bye.</p>"))


def test_a_text_part_without_a_story_or_a_link_is_an_error() -> None:
    remarks = [reason for level, reason in found(text_part, letter(text="Nothing.")) if level == "error"]

    assert "The text part lacks the story 'Envoy called home over customs checks'." in remarks
    assert "The text part lacks 11 links of the HTML" in remarks[-1]


def test_html_without_a_language_is_an_error() -> None:
    expected = [("error", f"The HTML does not say its {a}. Set it on <mjml>.") for a in ("lang", "dir")]

    assert expected == found(language, letter(html='<html lang="und"><p>Hello</p></html>'))


def test_a_missing_title_is_an_error_and_a_missing_level_is_told() -> None:
    expected = [
        ("error", "There are 0 headings of the first level; there has to be one."),
        ("warning", "A level of headings is left out, such as an h3 right after an h1."),
    ]

    assert expected == found(headings, with_body("<h2>A</h2><h4>B</h4>"))


def test_a_table_that_only_arranges_has_to_say_so() -> None:
    assert ["error"] == [level for level, _r in found(tables, with_body("<table><tr><td>x</table>"))]
    assert [] == found(tables, with_body("<table><tr><th>Votes</table><table role=presentation></table>"))


def test_a_picture_without_alt_or_size_is_told() -> None:
    body = '<img src="a.png" width="9" height="9"><img src="b.png" alt="">'

    assert ["error", "warning"] == [level for level, _reason in found(pictures, with_body(body))]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:x">The Herald</a>',
        '<a href="https://a.example/"></a>',
    ],
)
def test_a_link_that_is_not_safe_or_says_nothing_is_an_error(link: str) -> None:
    assert ["error"] == [level for level, _reason in found(link_texts, with_body(link))]


def test_a_link_that_says_here_is_told() -> None:
    expected = [("warning", "The text 'here' of the link to https://a.example/ does not say where it goes.")]

    assert expected == found(link_texts, with_body('<a href="https://a.example/">here</a>'))


def test_what_runs_or_is_loaded_is_an_error() -> None:
    body = '<script>1</script><form></form><p style="background:url(https://a.example/b.png)">x</p>'

    assert ["error", "error", "error"] == [level for level, _reason in found(loading, with_body(body))]


def test_a_tracking_pixel_is_told() -> None:
    assert ["warning"] == [
        level for level, _reason in found(loading, with_body('<img src="https://t.example/p.gif">'))
    ]


def test_a_text_that_cannot_be_told_from_its_ground_is_an_error() -> None:
    body = '<p style="color:#999">grey</p><div style="background-color:#222222"><p style="color:white">fine</p></div>'

    assert [("error", "#999999 on #ffffff has a contrast of 2.8; text needs 4.5.")] == found(
        contrasts, with_body(body)
    )


def test_a_text_that_vanishes_when_light_and_dark_are_turned_round_is_told() -> None:
    body = '<p style="color:#000080;background-color:#00e000">fine in the light</p>'

    assert [("warning", "Turned round for the dark, #7f7fff on #1fff1f has a contrast of 2.4.")] == found(
        dark_mode, with_body(body)
    )


def test_a_point_that_the_text_part_lacks_is_an_error() -> None:
    lost = "The fisheries council meets in Harbour on 6 March."
    without = letter(text=GOOD.rendered.text.replace(lost, ""))

    assert [("error", f"The text part lacks 1 of the points of the HTML, such as {lost!r}.")] == found(
        text_part, without
    )


def test_a_text_styled_by_the_sheet_alone_is_told() -> None:
    bare = letter(html="<html><style>p{color:red;font:16px serif}</style><body><p>x</p></body></html>")

    assert ["warning"] * 3 == [level for level, _reason in found(without_style, bare)]


def test_an_element_or_attribute_that_mjml_has_not_is_an_error() -> None:
    source = "<mjml><mj-body><mj-sektion /><mj-text colour='#fff'>x</mj-text></mj-body></mjml>"
    expected = [
        ("error", "There is no MJML element mj-sektion; did you mean mj-section?"),
        ("error", "mj-text has no attribute colour; did you mean color?"),
    ]

    assert expected == found(mjml, replace(GOOD, mjml=source))


def test_what_a_large_mail_program_ignores_is_told_with_the_date_of_the_data() -> None:
    source = "<mjml><mj-style>p{ position: fixed }</mj-style><mj-body><mj-text><p style='transform:none'><svg/></p></mj-text></mj-body></mjml>"
    remarks = found(support, replace(GOOD, mjml=source))

    assert ["The property position", "The property transform", "The element svg"] == [
        reason.split(" is ignored")[0] for _level, reason in remarks
    ]
    assert all(
        "Outlook (Windows)" in reason and reason.endswith("(caniemail.com, 2025-09-09).")
        for _level, reason in remarks
    )
    assert {"warning"} == {level for level, _reason in remarks}
