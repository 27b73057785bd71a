"""What is known of a language, as one value; each table that is not filled is empty.

Three kinds of tables: ``Words`` are compared with whole words, ``Alternatives`` are the alternatives of a regular
expression, written with ``|`` between them, and a mapping says which group each word belongs to. The regular expressions
are put together where they are used. ``docs/languages.md`` says who uses a table and what happens without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import dataclass_transform

Words = frozenset[str]
Alternatives = str

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[str, int] = MappingProxyType({})


def listed(text: str) -> Words:
    """The words of a text that are parted by spaces. Raises ``ValueError`` if one stands there twice."""
    found = text.split()
    words = frozenset(found)
    if len(words) < len(found):
        raise ValueError(f"These words are listed twice: {sorted({w for w in found if found.count(w) > 1})}.")
    return words


def groups(text: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a text that are parted by ``|``, each with its words in their order."""
    return tuple(tuple(group.split()) for group in text.split("|"))


def grouped(**words: str) -> Mapping[str, str]:
    """The group of each word, from the words of each group."""
    return MappingProxyType({word: group for group, line in words.items() for word in line.split()})


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Tables:
    """A frozen value whose fields are given by name, each with a default.

    A dataclass is compiled when its module is loaded, which took a parser process as long as all the words.
    """

    def __init__(self, **tables: object) -> None:
        if unknown := tables.keys() - self.__annotations__.keys():
            raise TypeError(f"{type(self).__name__} has no table named {min(unknown)}.")
        self.__dict__.update(tables)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} is not set.")


class SentenceWords(Tables):
    """Where a full stop ends a sentence; all in lower case, abbreviations without their last full stop."""

    titles: Words = frozenset()
    """Abbreviations that always stand before a name."""
    inner: Words = frozenset()
    """Abbreviations that never end a sentence."""
    either: Words = frozenset()
    """Abbreviations that end a sentence only if the next word is one that begins sentences."""
    numbered: Words = frozenset()
    """Abbreviations that belong to the number behind them: "No. 5"."""
    lettered: Words = frozenset()
    """Words before a single letter that is not an initial: "plan B"."""
    starters: Words = frozenset()
    """Words that begin sentences far more often than they follow an abbreviation within one."""
    after_quotation: Words = frozenset()
    """Verbs after a quotation that has ended with a question or an exclamation of its own."""
    clock: Words = frozenset()
    """Time zones and days behind "a.m.", which then ends no sentence."""
    ordinal_point: bool = False
    """Whether a full stop behind figures makes an ordinal number of them: "3. Mai"."""
    ties: Alternatives = ""
    """Openings that tie a sentence to the one before and may be left out."""


class NumberWords(Tables):
    """Numbers in words."""

    units: tuple[str, ...] = ()
    """From 0 to 19."""
    tens: tuple[str, ...] = ()
    """From 20 to 90."""
    ordinals: tuple[str, ...] = ()
    """From 0th to 19th."""
    tenths: tuple[str, ...] = ()
    """From 20th to 90th."""
    scales: Mapping[str, int] = _NO_NUMBERS
    """Words and signs that multiply: hundred, million, bn."""
    fractions: Mapping[str, str] = _NONE
    """Words for a part, and the part as a decimal number."""
    fixed: Mapping[str, int] = _NO_NUMBERS
    """Words with a value of their own: dozen, twice, millions."""
    many: Words = frozenset()
    """Of these, the ones that leave the number open."""
    money: Mapping[str, str] = _NONE
    """Currencies by their signs and names."""


class PageWords(Tables):
    """What stands on pages around an article; patterns are read without regard to capitals unless they say otherwise."""

    elsewhere: Alternatives = ""
    """Whole lines that lead to other articles: "Read more"."""
    action: Alternatives = ""
    """Whole lines that call for something or name a part of the page: "Advertisement"."""
    pictures: Alternatives = ""
    """Words for pictures, in the singular, that begin a caption or its credit."""
    pictures_in_brackets: Alternatives = ""
    """The same for a credit in brackets at the end of a line."""
    by: Alternatives = ""
    """What stands before the name in a byline that is a line of the article."""
    byline: Alternatives = ""
    """What stands before the name in an element that is marked as a byline."""
    before_by: Alternatives = ""
    """What may stand before that: "a comment by"."""
    joins_names: Alternatives = ""
    """What stands between two names of a byline: "and"."""
    stamps: Alternatives = ""
    """What begins a line that says when the page was published, or who helped."""
    plea: Alternatives = ""
    """What makes a last paragraph one that speaks to the reader; anywhere in it."""
    notes: Alternatives = ""
    """Nouns that begin a note of correction, before a colon or a dash."""
    amended: Alternatives = ""
    """Sentences that begin a note of correction."""
    machine: Alternatives = ""
    """Words for artificial intelligence, with their capitals."""
    summary: Alternatives = ""
    """Stems of words for a summary."""
    wall: Alternatives = ""
    """What a page says instead of the rest of an article that has to be paid for."""
    consent: Alternatives = ""
    """Words of a dialogue about cookies and data, three of which make one."""
    error: Alternatives = ""
    """What a page says that has no article."""
    parts: Mapping[str, str] = _NONE
    """Parts of addresses and names of sections that tell a form of article, by form; patterns parted by spaces."""
    labels: Mapping[str, str] = _NONE
    """Parts of a title that tell it, by form; patterns parted by spaces."""
    titles: Mapping[str, str] = _NONE
    """Words anywhere in a title that tell it, by form; one pattern each, with their capitals unless it says otherwise."""
    author_classes: Alternatives = ""
    """Names of classes of elements for authors."""
    author_paths: Alternatives = ""
    """Parts of addresses of pages about an author."""
    roles: Alternatives = ""
    """Words in a byline that are no name."""
    written: Alternatives = ""
    """What says in metadata that somebody wrote the page."""
    articles: Alternatives = ""
    """Grammatical articles with which names of outlets begin."""


class NewsWords(Tables):
    """What tells news of politics from other news; folded, the words of a phrase joined by hyphens."""

    politics: Words = frozenset()
    other: Words = frozenset()
    politics_labels: Words = frozenset()
    """Names of sections."""
    other_labels: Words = frozenset()
    to_come: Alternatives = ""
    """What a headline says of something that is about to happen."""
    deeds: Words = frozenset()
    """What changes something for people: decided, killed, signed, lost, elected, resigned."""
    talk: Words = frozenset()
    """What is said about it: urged, slammed, hinted, debated, polled."""
    offices: Words = frozenset()
    """Those whose deeds bind a country: heads of state and government, parliaments, highest courts."""
    judgement: Words = frozenset()
    """Words by which an outlet judges in its own voice: a headline with one is a side's, not the plain statement."""
    accusation: Words = frozenset()
    reply: Words = frozenset()
    """Words of somebody who says that an accusation is not so."""
    staging: Words = frozenset()
    """How news was told and not what it is: at a press conference, in a video."""
    common_in_names: Words = frozenset()
    """Words that are written with a capital and name no storyline: days, months, offices."""


class ReportingWords(Tables):
    """What sentences of a report say of themselves: who speaks, what is to come, what cannot be printed alone."""

    openings: Alternatives = ""
    """Openings that point back to the sentence before."""
    times: Alternatives = ""
    """Nouns of time: "this" before one of them points at the day and not back."""
    known_nouns: Alternatives = ""
    """Nouns that "the" takes for known when nothing behind them says which one."""
    says_which: Alternatives = ""
    """Words behind such a noun that say which one."""
    common_openings: Words = frozenset()
    """Words whose capital at the start of a sentence makes no name of them."""
    page: Alternatives = ""
    """Whole words of a sentence that belongs to the page and not to the report."""
    abbreviated: Alternatives = ""
    """Abbreviations at which a torn sentence ends, with their capitals."""
    determiners: Alternatives = ""
    """Words that follow the verb of a command: "Compose a letter"."""
    statement_openings: Words = frozenset()
    """Words that may stand before a determiner at the start of a statement."""
    command_verbs: Alternatives = ""
    to_machines: Alternatives = ""
    """What is meant for a language model and not for a reader."""
    speech: Alternatives = ""
    """Forms of verbs of saying, as news uses them."""
    not_speakers: Words = frozenset()
    """Words with a capital before such a verb that are nobody's name."""
    future: Alternatives = ""
    """Verbs that announce something."""
    future_or_past: Alternatives = ""
    """Those of them with which a weekday may as well be one that is over."""
    events: Alternatives = ""
    """Words for what has a day of its own: votes, hearings, summits."""
    doubtful: Alternatives = ""
    """What makes it doubtful that an announced thing happens, or says that it is long over."""
    grim: Alternatives = ""
    """Words of death, injury and violence, which give no number of the day."""
    compared: Alternatives = ""
    """What compares a number with another one."""
    taken_for_known: Alternatives = ""
    """Words before a number that the reader is taken to know already."""
    unsure: Alternatives = ""
    """Words that make a number unsure."""
    leaning: Alternatives = ""
    """Words of a quotation that mean somebody or something of whom only the article speaks."""
    for_somebody: Alternatives = ""
    """Words between a quotation and a name that say that somebody else speaks."""


class DisputeWords(Tables):
    """How reports of one event give figures and claims, and deny them."""

    says: Alternatives = ""
    counts: Alternatives = ""
    """Verbs that give a figure."""
    denies: Alternatives = ""
    nobody: Alternatives = ""
    """Words before such a verb that name no party."""
    nouns_as_well: Words = frozenset()
    """Verbs that are nouns as well in the form that goes with several."""
    denial_stems: Alternatives = ""
    """Beginnings of the forms of verbs of denial."""
    claiming: Alternatives = ""
    """Beginnings of the forms of verbs that make a claim."""
    charging: Alternatives = ""
    """Beginnings of those of them that lay something to somebody's charge."""
    negations: Alternatives = ""
    empty: Words = frozenset()
    """Words that say nothing of what a claim is about."""
    least: Alternatives = ""
    """What stands before a figure that is the lowest possible."""
    most: Alternatives = ""
    """What stands before a figure that is the highest possible."""
    roughly: Alternatives = ""
    part_of: Alternatives = ""
    """What stands before a number that is a part of something or comes on top of it."""
    measures: Alternatives = ""
    """What follows a number that measures time or is not the whole figure."""
    persons: Words = frozenset()
    """Nouns for people that are counted."""
    fates: Mapping[str, str] = _NONE
    """What happened to those who are counted, by the words for it."""
    before_figure: Words = frozenset()
    """Words that may stand between a verb of counting and the bare figure."""


class ClaimWords(Tables):
    """What checks of a claim against its sentence know of a language: closed classes of words, forms and spellings."""

    free: Words = frozenset()
    """Words that only hold others together. A point may add and drop them; every other word has to be cited."""
    opens_clause: Words = frozenset()
    """Words before which the reach of a negation or a modal verb ends."""
    coming: Words = frozenset()
    """Words of a sentence that announces something."""
    not_yet: Words = frozenset()
    """Words before an infinitive that leave open whether what follows them happens."""
    gerund_leaders: Words = frozenset()
    """Words before a verb in -ing that leave open whether it happens, or say that it did not."""
    conditions: Words = frozenset()
    """Words that make one thing depend on another."""
    role_modifiers: Words = frozenset()
    """Words before a role that make it another one."""
    place_modifiers: Words = frozenset()
    """Words that are part of the name of a place and make it another one."""
    particles: Words = frozenset()
    """Words that make another verb of the one before them."""
    after_preposition: Words = frozenset()
    """Words before which a particle belongs to a place or an amount and not to the verb."""
    unreal_heads: Words = frozenset()
    """Nouns that turn what follows into something that is not, not yet or not for certain: "a ban on"."""
    head_links: Words = frozenset()
    """The prepositions between such a noun and what it turns."""
    amounts: Mapping[str, str] = _NONE
    """Words that say how much of something is meant."""
    qualifiers: Mapping[str, str] = _NONE
    """What stands before a number and says on which side of it the truth lies: alternatives by group."""
    company: Words = frozenset()
    """Small words that turn a meaning: they have to stand by the words they stand by in the source."""
    saying_nouns: Words = frozenset()
    """Verbs of saying that are nouns as well."""
    quoting: Words = frozenset()
    """Verbs of saying that may follow what is said."""
    neutral_saying: Words = frozenset()
    """Verbs of saying of which one may stand for another."""
    opposites: tuple[tuple[str, ...], ...] = ()
    """Words with the opposite meaning in pairs, each side as words parted by spaces."""
    irregular: tuple[tuple[str, ...], ...] = ()
    """Irregular forms: the word they belong to, then its forms."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Patterns of endings that are spelt in two ways, with the spelling that is taken for both."""


class OmissionWords(Tables):
    """What may be left out of a sentence that no parser reads; folded, contractions without their apostrophe."""

    prepositions: Words = frozenset()
    """Prepositions whose phrase may go."""
    purposes: Words = frozenset()
    """Those of them before which another phrase may go: "in order to"."""
    genitives: Words = frozenset()
    """Words that would hang on another noun if the one before them went: "of"."""
    articles: Words = frozenset()
    indefinite: Words = frozenset()
    """Articles of something not known yet, of which a relative clause only adds."""
    relatives: Words = frozenset()
    """Words that begin a relative clause behind a comma although it may say which one is meant."""
    adds: Alternatives = ""
    """Words that begin a clause behind a comma that only adds: "because", "including"."""
    joins: Words = frozenset()
    """Words that add a clause or a part of a list: "and", "while"."""
    pairs: Words = frozenset()
    """Words that need both parts of a list: "between"."""
    day_parts: Words = frozenset()
    """Parts of a day: "morning"."""
    universals: Words = frozenset()
    """Words that speak of all, none, the first or the only one."""
    holds: Words = frozenset()
    """Words that hold what stands beside them: conditions, modal verbs, "about", "according to", verbs of saying."""


class Exchanges(Tables):
    """What is written the English way before numbers and dates are read: patterns without regard to capitals."""

    words: tuple[str, ...] = ()
    """Patterns of the words for 0, 2 to 20, the other tens, 1st to 10th, months, weekdays, today, yesterday, tomorrow, half."""
    phrases: Mapping[str, str] = _NONE
    """Phrases by pattern; those of several words stand before words that they are made of."""


class Language(Tables):
    """What is known of a language. ``code`` is its ISO 639-1 code."""

    code: str = ""
    name: str = ""
    """In English."""
    stopwords: Words = frozenset()
    """Words that say nothing of the subject, folded: no accents, contractions without what follows the apostrophe."""
    months: tuple[tuple[str, ...], ...] = ()
    """The twelve months, each as it is written out, then its other forms and abbreviations; in lower case."""
    weekdays: tuple[str, ...] = ()
    """From Monday on; in lower case."""
    near_days: Mapping[str, int] = _NO_NUMBERS
    """Words for days, and how many days they lie from the day they are written on."""
    countries: tuple[tuple[str, ...], ...] = ()
    """Countries and continents, each with what else it and its people are called; in lower case."""
    name_titles: Words = frozenset()
    """Words with a capital before a name that are no part of it; in lower case."""
    denials: Alternatives = ""
    """Words that deny, as patterns of folded text."""
    negations: Words = frozenset()
    modals: Mapping[str, str] = _NONE
    """Modal verbs by how sure they are: possible, certain, needed."""
    hedges: Words = frozenset()
    """Words that say that something is not certain."""
    saying: Words = frozenset()
    """Verbs that give words or a view to somebody, in their base form."""
    pronouns: Words = frozenset()
    """Words whose meaning stands in a sentence before."""
    sentences: SentenceWords = SentenceWords()
    numbers: NumberWords = NumberWords()
    page: PageWords = PageWords()
    news: NewsWords = NewsWords()
    reporting: ReportingWords = ReportingWords()
    disputes: DisputeWords = DisputeWords()
    claims: ClaimWords = ClaimWords()
    omissions: OmissionWords = OmissionWords()
    exchanges: Exchanges = Exchanges()
