"""What is known of each language, what is not, and that the four youngest work where that is needed."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html

from digest.collect.parsing import boilerplate
from digest.collect.parsing.authors import find_authors
from digest.collect.parsing.metadata import Metadata
from digest.collect.parsing.page_type import page_type
from digest.collect.parsing.timestamps import parse_timestamp
from digest.text.languages import CODES, every_language, frequency_bands, language
from digest.text.languages.language import Language, Tables, groups, listed
from digest.text.normalise import LANGUAGES
from digest.text.sentences import split_sentences
from digest.text.tokens import fold, stems

ENGLISH_ALONE = listed("""
countries name_titles negations modals hedges saying pronouns sentences.clock sentences.ties numbers.units numbers.tens
numbers.ordinals numbers.tenths numbers.scales numbers.fractions numbers.fixed numbers.many numbers.money
page.pictures_in_brackets page.amended news.to_come news.deeds news.talk news.offices news.judgement news.accusation news.reply news.staging news.common_in_names reporting.times reporting.known_nouns
reporting.says_which reporting.common_openings reporting.page reporting.abbreviated reporting.determiners
reporting.statement_openings reporting.command_verbs reporting.to_machines reporting.speech reporting.not_speakers
reporting.future reporting.future_or_past reporting.events reporting.doubtful reporting.grim reporting.compared
reporting.taken_for_known reporting.unsure reporting.leaning reporting.for_somebody disputes.says disputes.counts
disputes.denies disputes.nobody disputes.nouns_as_well disputes.denial_stems disputes.claiming disputes.charging
disputes.negations disputes.empty disputes.least disputes.most disputes.roughly disputes.part_of disputes.measures
disputes.persons disputes.fates disputes.before_figure claims.free claims.opens_clause claims.coming claims.not_yet
claims.gerund_leaders claims.conditions claims.role_modifiers claims.place_modifiers claims.particles
claims.after_preposition claims.unreal_heads claims.head_links claims.amounts claims.qualifiers claims.company
claims.saying_nouns claims.quoting claims.neutral_saying claims.opposites claims.irregular claims.spellings
""")
"""Tables that no other language has."""
OMISSIONS = listed("""
omissions.prepositions omissions.purposes omissions.genitives omissions.articles omissions.indefinite omissions.relatives
omissions.adds omissions.day_parts omissions.joins omissions.pairs omissions.universals omissions.holds
""")
"""What may be left out without a parser: English has one, the youngest prove nothing but whole sentences."""
YOUNG = OMISSIONS | listed(
    "news.politics news.other reporting.openings exchanges.words exchanges.phrases page.before_by page.titles"
)
"""Tables that Italian, Dutch, Portuguese and Polish lack beside."""
GAPS = {
    "en": OMISSIONS | listed("exchanges.words exchanges.phrases"),
    "de": ENGLISH_ALONE | {"page.titles"},
    "fr": ENGLISH_ALONE | listed("page.action page.pictures page.before_by page.titles page.roles"),
    "es": ENGLISH_ALONE | listed("page.action page.pictures page.before_by page.notes page.roles"),
    "it": ENGLISH_ALONE | YOUNG,
    "nl": ENGLISH_ALONE | YOUNG | {"page.joins_names"},
    "pt": ENGLISH_ALONE | YOUNG | {"page.articles"},
    "pl": ENGLISH_ALONE | YOUNG | listed("page.by page.articles"),
}
"""Who fills a gap takes it out of here, who adds a table says who lacks it; docs/languages.md says what a gap means."""


def tables(value: Tables, before: str = "") -> Iterator[tuple[str, object]]:
    for name in type(value).__annotations__:
        table = getattr(value, name)
        if isinstance(table, Tables):
            yield from tables(table, f"{before}{name}.")
        elif not isinstance(table, bool) and name not in {"code", "name"}:
            yield before + name, table


def words(table: object) -> Iterator[str]:
    """The words of a table that are compared with whole words: no patterns."""
    if isinstance(table, frozenset):
        yield from table
    elif isinstance(table, tuple):
        for entry in table:
            yield from ([entry] if isinstance(entry, str) else entry)


@pytest.mark.parametrize("code", CODES)
def test_what_a_language_lacks_is_known(code: str) -> None:
    assert GAPS[code] == {name for name, table in tables(language(code)) if not table}


@pytest.mark.parametrize("one", every_language(), ids=lambda one: one.code)
def test_words_are_in_lower_case_and_in_one_way_of_composing_letters(one: Language) -> None:
    found = {
        name: [w for w in words(table) if w != unicodedata.normalize("NFC", w.lower())]
        for name, table in tables(one)
        if name not in {"exchanges.words", "claims.spellings"}
    }

    assert {} == {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("code", CODES)
def test_words_that_are_compared_with_folded_text_are_folded(code: str) -> None:
    known = language(code)
    folded = known.stopwords | known.news.politics_labels | known.news.other_labels | known.news.politics

    assert set() == {word for word in folded if fold(word) != word}


@pytest.mark.parametrize("one", every_language(), ids=lambda one: one.code)
def test_a_pattern_has_no_empty_alternative_that_would_be_found_everywhere(one: Language) -> None:
    for _, table in tables(one):
        patterns = table.values() if isinstance(table, Mapping) else [table]
        for pattern in patterns:
            if isinstance(pattern, str) and pattern:
                assert not re.compile(pattern).fullmatch("")


@pytest.mark.parametrize("code", CODES)
def test_a_calendar_is_whole(code: str) -> None:
    known = language(code)

    assert (12, 7) == (len(known.months), len(known.weekdays))
    assert {0, -1, 1} == set(known.near_days.values())


def test_a_word_that_is_listed_twice_is_told() -> None:
    with pytest.raises(ValueError, match=r"listed twice: \['b'\]"):
        listed("a b c b")


def test_groups_keep_the_order_of_their_words() -> None:
    assert (("norway", "norwegian"), ("oman",)) == groups("\nnorway norwegian|oman\n")


def test_a_region_does_not_matter_and_a_text_without_language_is_english() -> None:
    assert ("de", "pt", "en") == tuple(language(tag).code for tag in ("de-AT", "pt_BR", ""))


def test_nothing_is_known_of_an_unknown_language() -> None:
    found = language("tlh")

    assert ("tlh", frozenset(), "") == (found.code, found.stopwords, found.page.elsewhere)


def test_a_language_cannot_be_changed_and_has_no_table_of_another_name() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        language("en").hedges = frozenset()  # type: ignore[misc]
    with pytest.raises(TypeError, match="no table named hedge"):
        Language(code="xx", hedge=frozenset())  # type: ignore[call-arg]


def test_languages_are_loaded_one_by_one() -> None:
    script = (
        "import sys; from digest.text.languages import language; language('pl');"
        "print(*sorted(m for m in sys.modules if m.startswith('digest.text.languages.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert "digest.text.languages.language digest.text.languages.pl" == loaded.strip()


def test_languages_whose_stems_were_counted_have_the_commonest_ones() -> None:
    assert {"en", "de", "fr", "es"} == {code for code in CODES if frequency_bands(code)}


def test_what_can_be_written_the_english_way_has_a_word_for_each_english_one() -> None:
    assert {"de": 60, "es": 60, "fr": 60} == {c: len(language(c).exchanges.words) for c in sorted(LANGUAGES)}


def test_the_guide_names_every_table() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")

    assert [] == [name for name, _ in tables(language("en")) if f"`{name}`" not in guide]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "it",
            "Il sig. Bruni ha visto l'on. Ferri alle 10. La seduta, cfr. pag. 3, è chiusa. Domani si vota.",
            [
                "Il sig. Bruni ha visto l'on. Ferri alle 10.",
                "La seduta, cfr. pag. 3, è chiusa.",
                "Domani si vota.",
            ],
        ),
        (
            "nl",
            "Mevr. Van Dalen sprak o.a. met dr. Kuipers. De raad, incl. de burgemeester, stemt jl. gemaakte plannen weg. Het is laat.",
            [
                "Mevr. Van Dalen sprak o.a. met dr. Kuipers.",
                "De raad, incl. de burgemeester, stemt jl. gemaakte plannen weg.",
                "Het is laat.",
            ],
        ),
        (
            "pt",
            "O dep. Moura falou com a dra. Lemos. A lei, cf. art. 4, custa aprox. 3 milhões. O voto é amanhã.",
            [
                "O dep. Moura falou com a dra. Lemos.",
                "A lei, cf. art. 4, custa aprox. 3 milhões.",
                "O voto é amanhã.",
            ],
        ),
        (
            "pl",
            "Rząd, m.in. min. Zawada, wydał ok. 3 mln. To dużo, jak mówi prof. Lipa. Sejm zbierze się 3. maja.",
            [
                "Rząd, m.in. min. Zawada, wydał ok. 3 mln.",
                "To dużo, jak mówi prof. Lipa.",
                "Sejm zbierze się 3. maja.",
            ],
        ),
    ],
)
def test_abbreviations_end_no_sentence(code: str, text: str, expected: list[str]) -> None:
    assert expected == [sentence.text for sentence in split_sentences(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("it", "Il ministro e la sua proposta per la scuola", {"ministr", "propost", "scuol"}),
        ("nl", "De raad en zijn voorstel voor het onderwijs", {"raad", "voorstel", "onderwijs"}),
        ("pt", "O ministro e a sua proposta para as escolas", {"ministr", "propost", "escol"}),
        ("pl", "Minister oraz jego propozycja dla szkół", {"minister", "propozycja", "szkol"}),
    ],
)
def test_small_words_say_nothing_of_the_subject(code: str, text: str, expected: set[str]) -> None:
    assert expected == set(stems(text, code))


def test_a_denial_is_found_in_folded_text() -> None:
    denials = {"it": "Non c'è nessuno", "nl": "Er is niemand", "pt": "Não há ninguém", "pl": "Nie ma nikogo"}

    assert denials.keys() == {c for c, text in denials.items() if re.search(language(c).denials, fold(text))}


@pytest.mark.parametrize(
    "line",
    [
        "Leggi anche: la seduta di ieri",
        "Pubblicato il 3 maggio alle nove",
        "Condividi",
        "Riproduzione riservata",
        "Lees ook: de raad stemt morgen",
        "Door Anna Kuipers",
        "Gepubliceerd op 3 mei",
        "Advertentie",
        "Leia também: o voto de ontem",
        "Atualizado em 3 de maio",
        "Publicidade",
        "Czytaj więcej o głosowaniu",
        "Zobacz także",
        "Opublikowano 3 maja",
        "Reklama",
    ],
)
def test_labels_of_pages_are_furniture(line: str) -> None:
    assert boilerplate.is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Il governo legge la proposta anche oggi.",
        "Condivide la scelta del sindaco.",
        "De raad leest ook morgen het voorstel.",
        "Door the night the council argued on.",
        "O governo atualiza o orçamento amanhã.",
        "Reklamację złożyło dwóch posłów.",
    ],
)
def test_sentences_that_begin_alike_are_kept(line: str) -> None:
    assert not boilerplate.is_boilerplate(line)


@pytest.mark.parametrize(
    "wall",
    [
        "Contenuto riservato agli abbonati",
        "Dit artikel is alleen voor abonnees",
        "Conteúdo exclusivo para assinantes",
        "Tekst tylko dla prenumeratorów",
    ],
)
def test_a_paywall_makes_a_stub(wall: str) -> None:
    text = "Qualcosa di breve sta qui. " * 10

    assert "stub" == page_type(text, f"{text} {wall}", Metadata(is_free=True), "https://a.example/x")
    assert "article" == page_type(text, text, Metadata(is_free=True), "https://a.example/x")


@pytest.mark.parametrize(
    "path",
    ["opinioni", "columnisten", "opiniao", "felietony"],
)
def test_the_address_of_an_opinion_is_known(path: str) -> None:
    text = "A sentence that is long enough to be a part of an article. " * 40

    assert "opinion" == page_type(text, text, Metadata(is_free=True), f"https://a.example/{path}/x")


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("di Anna Bruni e Carlo Ferri", ("Anna Bruni", "Carlo Ferri")),
        ("Door Anna Kuipers", ("Anna Kuipers",)),
        ("Por Ana Moura e Rui Lemos", ("Ana Moura", "Rui Lemos")),
        ("Autorzy: Anna Lipa i Jan Zawada", ("Anna Lipa", "Jan Zawada")),
    ],
)
def test_names_are_read_from_bylines(byline: str, expected: tuple[str, ...]) -> None:
    assert expected == find_authors(html.fromstring(f"<div><p class='byline'>{byline}</p></div>"))


@pytest.mark.parametrize(
    "text",
    [
        "Giovedì 7 marzo 2030, ore 14:05",
        "7 mar. 2030 14:05",
        "donderdag 7 maart 2030 om 14:05 uur",
        "7 mrt 2030 14:05",
        "Quinta-feira, 7 de março de 2030, 14h05",
        "7 marca 2030, 14:05",
        "7 marzec 2030 14:05",
    ],
)
def test_date_lines_are_read(text: str) -> None:
    assert datetime(2030, 3, 7, 14, 5, tzinfo=UTC) == parse_timestamp(text)


def test_a_language_without_stop_words_keeps_all_words() -> None:
    assert ("ja", "ja") == (*stems("ja", "fi"), *stems("ja", "tlh"))
