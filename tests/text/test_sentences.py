from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.sentences import split_sentences


def sentences(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in split_sentences(text, language)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Senate met on Monday.",
        "Sen. Smith and Rep. Jones spoke with Gov. Lee.",
        "Neighbours of No. 10 complained.",
        "Prices rose by 3.5 percent to $1.2 billion.",
        "J. K. Marsh met George W. Hill and Dr. Ada M. Quill.",
        "The talks began at 5 p.m. Monday and ended at 9 a.m. EST.",
        "Harbour Corp. Chairman Ben Marsh resigned.",
        "It happened on Jan. 6 and again on Feb. 3.",
        "Sen. Quill (R-Ariz.) voted against it.",
        "He moved to St. Louis, Mo. Police followed.",
        "“We will not yield. We never have,” Quill said.",
        "“Why now?” Mayor Quill asked.",
        "“Stop!” he shouted.",
        "She said that “nobody knew ... nobody cared” about it.",
        "It cost e.g. Marsh his seat.",
        "Quill v. Marsh was decided on p. 55 of vol. 3.",
        "1. The council adopts the budget.",
        "This was said by A. C. Quill and J. Marsh.",
        "The bill, H.R. 1234, names Lt. Col. Marsh and Quill v. Marsh.",
        "“She told me, ‘It is over,’” he said.",
        "The firm, Quill & Sons Inc. of Ohio, closed.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(whole: str) -> None:
    assert [whole] == sentences(whole)


@pytest.mark.parametrize(
    "parts",
    [
        ["The council met.", "It adopted the plan."],
        ["He lives in the U.S.", "The court heard him."],
        ["They left at 5 p.m.", "Nobody saw them."],
        ["Did he know?", "No.", "Nobody did!", "“We asked.”", "He kept silent."],
        ["She chose plan B.", "The vote was close."],
        ["He said: “It is over.”", "Then he left."],
        ["(The mayor was there.)", "Nobody spoke."],
        ["He waited…", "Nothing came."],
        ["They won in 2024.", "In 2025 they lost."],
        ["“It is time to go.”", "“It is too late,” said Marsh."],
        ["It belongs to Quill Inc.", "The firm denies it."],
        ["It hired engineers, clerks, etc.", "They all left."],
        ["He paid $3.50.", "She paid nothing."],
        ["Doctors gave him vitamin D.", "Patients recovered."],
        ["Wait ... what?", "He left."],
        ["Is it No. 10 or No. 11?", "Nobody knows."],
    ],
)
def test_sentences_end_where_the_next_begins(parts: list[str]) -> None:
    assert parts == sentences(" ".join(parts))


def test_sentences_that_lost_the_space_between_them_are_two() -> None:
    assert ["The council met.", "Nobody spoke of the bridge."] == sentences(
        "The council met.Nobody spoke of the bridge."
    )


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Am 3. Oktober sprach Dr. Quill z. B. über Nr. 7.", "Danach ging er."]),
        ("de", ["Der 21. Bundestag tagt ca. zwei Stunden.", "Es gab u.a. Streit."]),
        ("fr", ["M. Quill a parlé à Mme. Marsh.", "Elle a répondu : « Non. Jamais. »", "Il est parti."]),
        ("es", ["El Sr. Quill viajó a EE.UU. en enero.", "¿Por qué?", "Nadie lo sabe."]),
        ("it", ["Il sig. Quill ha parlato con l’on. Marsh.", "Poi è uscito."]),
        ("nl", ["Dhr. Quill sprak bijv. over art. 5.", "Daarna vertrok hij."]),
        ("ja", ["市長は予算を発表した。", "「賛成だ。」", "反対はなかった。"]),
        ("ja", ["「なぜですか？」と記者は尋ねた。", "市長は答えなかった。"]),
        ("zh", ["为什么？", "没有人知道！"]),
        ("sv", ["Rådet antog t.ex. budgeten kl. 10.", "Ingen sade något."]),
        ("da", ["Den 3. maj kom hr. Quill bl.a. til byen.", "Han gik."]),
        ("de", ["Das kostet rd. 3,5 Mio. Euro.", "„Warum?“, fragte Quill."]),
        ("es", ["EE. UU. y el Sr. D. Juan Quill vinieron.", "¡Qué bien!"]),
        ("pt", ["A Dra. Marsh, da Cia. Lda., custou R$ 3,5 mi.", "É muito."]),
        ("nl", ["Hij kwam om 10.30 uur.", "'s Avonds ging hij."]),
        ("ru", ["Это сказал А. С. Куилл.", "Он ушёл."]),
        ("ar", ["وافق المجلس على الميزانية.", "هل يكفي ذلك؟", "لا أحد يعرف!"]),
        ("ur", ["کونسل نے بجٹ منظور کیا۔", "کیوں؟", "کوئی نہیں جانتا۔"]),
        ("hi", ["परिषद ने बजट पारित किया।", "कोई नहीं जानता।"]),
    ],
)
def test_other_languages_have_their_own_abbreviations(language: str, parts: list[str]) -> None:
    assert parts == sentences(("" if language in ("ja", "zh") else " ").join(parts), language)


def test_a_long_quotation_is_cut_between_its_sentences() -> None:
    said = " ".join(["We will keep every library in this city open for everybody."] * 6)

    assert 6 == len(sentences(f"“{said}”"))


def test_a_line_is_a_paragraph_and_ends_a_sentence() -> None:
    found = split_sentences("First point\n\nSecond point. Third point")

    assert [("First point", 0), ("Second point.", 2), ("Third point", 2)] == [
        (s.text, s.paragraph) for s in found
    ]


@given(st.text(alphabet=st.sampled_from("aAbB.!?…。 \n\"“”'’()12«»U.S"), max_size=200))
def test_sentences_stand_in_the_text_in_order_and_nothing_is_lost(text: str) -> None:
    found = split_sentences(text)

    assert [s.text for s in found] == [text[s.start : s.end] for s in found]
    assert list(range(1, len(found) + 1)) == [s.number for s in found]
    assert "".join(text.split()) == "".join("".join(s.text.split()) for s in found)


@pytest.mark.parametrize("piece", ["A. ", "“", '"a. " ', "«a» . ", ". ", "e.g. ", "Mr. ", "「。」", "x"])
def test_a_long_line_of_garbage_costs_no_more_than_its_length(piece: str) -> None:
    def cost(length: int) -> float:
        start = process_time()
        split_sentences((piece * length)[:length])
        return process_time() - start

    cost(1_000)

    assert cost(100_000) < 2
