from __future__ import annotations

from digest.models import Brief, Problem, Section
from digest.render import render_page
from digest.render.view import checked_points
from tests.render.editions import brief, edition, full_edition, point, settings, source
from tests.render.golden import golden, kept
from tests.render.reading import links, tree, words


def test_the_page_is_what_was_looked_at() -> None:
    assert kept("page.html") == golden()["page.html"]


def test_every_point_links_to_its_sentence() -> None:
    made = full_edition()
    beside = [p for p in (made.figure, made.quotation, *(a.point for a in made.ahead)) if p]
    points = [*beside, *(p for story in made.briefs for p in checked_points(story))]
    passages = {passage.url for p in points for passage in p.evidence}

    linked = {
        link.split("#:~:text=")[0]
        for link in links(render_page(full_edition(), settings()))
        if ":~:text=" in link
    }

    assert passages == linked


def test_every_passage_stands_on_the_page() -> None:
    page = tree(render_page(full_edition(), settings()))
    passages = [e.quote for story in _as_printed() for p in checked_points(story) for e in p.evidence]

    assert passages == [quote.text_content() for quote in page.xpath("//blockquote")]


def test_what_was_left_out_stands_with_its_reason() -> None:
    expected = "The budget was adopted by 162 votes. The sentence it cites says 152."

    assert expected in words(render_page(full_edition(), settings()))


def test_a_passage_in_another_language_says_which() -> None:
    page = tree(render_page(full_edition(), settings()))

    assert ["de"] == page.xpath("//blockquote/@lang")


def test_a_sample_is_marked() -> None:
    assert "Nothing here happened." in words(render_page(full_edition(sample=True), settings()))
    assert "Nothing here happened." not in words(render_page(full_edition(), settings()))


def test_what_is_the_operators_is_not_on_the_page() -> None:
    page = words(render_page(full_edition(), settings()))

    assert [] == [problem for problem in full_edition().problems if problem.reason in page]


def test_an_edition_without_a_story_says_so_and_that_reports_may_be_missing() -> None:
    problem = Problem("collect", "The Herald", "The feed answered 503.", missing=True)

    page = words(render_page(edition(Section("Parliament", ()), problems=(problem,)), settings()))

    assert "There is no story in this edition." in page
    assert "Some sources could not be read in full, so reports may be missing." in page


def test_nothing_is_loaded_and_no_script_runs() -> None:
    markup = render_page(full_edition(), settings())

    assert [] == tree(markup).xpath(
        "//script | //img | //link | //iframe | //*[@src] | //@*[starts-with(name(), 'on')]"
    )
    assert "url(" not in markup
    assert "@import" not in markup


def test_markup_in_a_source_stays_text() -> None:
    herald = source("<b>Herald", "Hearing", url="javascript:alert(1)")
    bad = brief("</style><script>alert(1)</script>", (herald,), point("<img src=x onerror=alert(1)>", herald))

    page = render_page(edition(Section("<i>", (bad,))), settings())

    assert [] == tree(page).xpath("//script | //img | //i | //article//b")
    assert "</style><script>alert(1)</script>" in words(page)
    assert "javascript:" not in page


def test_in_short_and_ahead_lead_to_stories_on_the_page() -> None:
    page = tree(render_page(full_edition(), settings()))
    targets = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]

    assert 5 == len(targets)
    assert set(targets) <= set(page.xpath("//@id"))


def _as_printed() -> list[Brief]:
    briefs = list(full_edition().briefs)
    lead = max(briefs, key=lambda b: b.score)
    return [lead, *(b for b in briefs if b is not lead)]
