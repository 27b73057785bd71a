"""How many deliberate errors the checks find, by kind of error, and how often they object to what is true.

    python -m benchmarks.mutations [FOLDER ...] [--seed N] [--predictions OUT]

One error is put into one sentence of a text, and the changed sentence is offered as a claim that cites the
sentence it was made from. Beside them stand claims without an error: the sentences as they are, and the same
sentences shortened by cuts that leave their meaning alone. The verdict on each claim is the gate's own.

FOLDER holds texts as ``.txt`` or ``.txt.gz`` (also one level down), a paragraph a line, or ``.jsonl.gz``
files with a ``text`` or ``document``; without one, the texts beside this program are used. The words that are
swapped are listed here and nowhere in the checks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from digest.models import Article, Claim, Entry, Feed, Sentence, Story
from digest.text.sentences import split_sentences
from digest.verify import verify

OWN_TEXTS = Path(__file__).parent / "texts"
PUBLISHED = datetime(2026, 3, 5, 12, tzinfo=UTC)
LONGEST = 230
"""Characters of a sentence that is changed: with the change it stays below what a point may have."""

Change = Callable[[str, str, random.Random], str | None]
"""A sentence and its whole text to the sentence with one error; None where this error cannot be made."""

SWAPS = {
    "negation": [
        (r"\bdid not (\w+)", r"did \1"), (r"\bwill not\b", "will"), (r"\bhas not\b", "has"), (r"\bhave not\b", "have"),
        (r"\bis not\b", "is"), (r"\bare not\b", "are"), (r"\bwas not\b", "was"), (r"\bwere not\b", "were"),
        (r"\bwould not\b", "would"), (r"\bcould not\b", "could"), (r"\bcannot\b", "can"), (r"\b(\w+)n['’]t\b", r"\1"),
        (r"\bno (?=[a-z])", ""), (r"\bnever (?=[a-z])", ""), (r"\bwithout\b", "with"),
        (r"\bwill\b(?! not)", "will not"), (r"\bwould\b(?! not)", "would not"), (r"\bhas\b(?! not)", "has not"),
        (r"\bhave\b(?! not)", "have not"), (r"\bwas\b(?! not)", "was not"), (r"\bwere\b(?! not)", "were not"),
        (r"\bis\b(?! not)", "is not"), (r"\bare\b(?! not)", "are not"), (r"\bhad\b(?! not)", "had not"),
    ],
    "modality": [
        (r"\bmay\b", "will"), (r"\bmight\b", "will"), (r"\bcould\b", "will"), (r"\bwill\b", "may"),
        (r"\bwould\b", "might"), (r"\bmust\b", "may"), (r"\bshould\b", "could"), (r"\bcan\b", "must"),
        (r"\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps) ", ""), (r"\balleged ", ""), (r"\bpossible ", ""),
        (r"\b(is|are) expected to\b", "will"), (r"\bplans to (\w+)", r"will \1"), (r"\blikely to\b", "certain to"),
        (r"\bthreatened to (\w+)", r"\1"), (r"\bappeared to (\w+)", r"\1"), (r"\bproposed to (\w+)", r"decided to \1"),
    ],
    "direction": [
        (r"\brose\b", "fell"), (r"\bfell\b", "rose"), (r"\bincreased\b", "decreased"), (r"\bdecreased\b", "increased"),
        (r"\bincrease\b", "decrease"), (r"\bdecline\b", "growth"), (r"\bgrew\b", "shrank"), (r"\bdropped\b", "climbed"),
        (r"\bhigher\b", "lower"), (r"\blower\b", "higher"), (r"\bmore than\b", "less than"), (r"\bless than\b", "more than"),
        (r"\bat least\b", "at most"), (r"\babove\b", "below"), (r"\bbelow\b", "above"), (r"\bbefore\b", "after"),
        (r"\bafter\b", "before"), (r"\bmore\b(?! than)", "fewer"), (r"\bfewer\b", "more"), (r"\bup\b", "down"),
        (r"\bjumped\b", "plummeted"), (r"\bahead of\b", "behind"), (r"\bbiggest\b", "smallest"), (r"\bgain(s|ed)?\b", r"loss"),
        (r"\bimproved?\b", "deteriorated"), (r"\bover\b", "under"), (r"\bfrom (\d[\d.,]*) to (\d[\d.,]*)", r"from \2 to \1"),
    ],
    "antonym": [
        (r"\bsupport(ed|s)?\b", "resisted"), (r"\boppos(ed|es|e)\b", "favoured"), (r"\brejected\b", "accepted"),
        (r"\bapproved\b", "blocked"), (r"\bwon\b", "lost"), (r"\blost\b", "won"), (r"\bdenied\b", "admitted"),
        (r"\bwelcomed\b", "deplored"), (r"\bcriticised\b", "applauded"), (r"\bcriticized\b", "applauded"),
        (r"\bopen(ed)?\b", "closed"), (r"\bfailed\b", "managed"), (r"\bnew\b", "outdated"), (r"\bagreed\b", "declined"),
        (r"\bbegan\b", "finished"), (r"\bdefeated\b", "lost to"), (r"\bkilled\b", "rescued"), (r"\bclosed\b", "opened"),
        (r"\ballowed\b", "forbade"), (r"\bpublic\b", "private"), (r"\bsafe\b", "unsafe"), (r"\bleft\b", "joined"),
    ],
}  # fmt: skip
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(
    rf"\b(?:{'|'.join(_DAYS + [m for m in _MONTHS if m not in ('May', 'March')])}|(?:19|20)\d\d)\b"
)
_FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w]|[.,]\d)")
_COUNTS = "two three four five six seven eight nine ten eleven twelve twenty thirty".split()
_COUNT = re.compile(rf"\b(?:{'|'.join(_COUNTS)})\b", re.IGNORECASE)
_PERSON = re.compile(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+\b|(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_STRANGERS = ["Marlowe Quist", "Ingrid Talvane", "Zembla", "Osric Pell", "Tavira", "Helmut Dross"]
_QUOTED = re.compile(r"[“\"]([^”\"]{12,})[”\"]")
_SAID_LAST = re.compile(
    r",[”\"]? (?:according to [^,]+|(?:[A-Z][\w.-]+ ){0,3}[\w -]{0,40}\b(?:said|says|told [^,]{3,40})(?: (?:on|in) [A-Z]\w+)?)\.$"
)
_SAID_FIRST = re.compile(
    r"^[A-Z][^,“\"]{3,60}? (?:said|argued|warned|claimed|announced)(?: on [A-Z]\w+)?(?: that)? (?=[a-z])"
)
_TWO_SIDES = re.compile(
    r"^(?P<a>(?!While |As |The first |He |She |It |They |We |I |In |On |At |But |And )[A-Z][\w’'-]+(?: [A-Z][\w-]+){0,3}) (?P<v>(?:(?:has|had|have) )?(?!and |said |went |held |had )[a-z]+(?:ed|t|ew|[oe]ld|ade|ave|ote)(?: (?:for|from|with))?) (?P<b>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?P<rest>\W.*)$"
)


def swapped(pairs: list[tuple[str, str]]) -> Change:
    """One of the pairs, applied once."""

    def change(sentence: str, _text: str, chance: random.Random) -> str | None:
        fitting = [(pattern, new) for pattern, new in pairs if re.search(pattern, sentence)]
        if not fitting:
            return None
        pattern, new = chance.choice(fitting)
        return re.sub(pattern, new, sentence, count=1)

    return change


def another_number(sentence: str, _text: str, chance: random.Random) -> str | None:
    """A figure with one digit changed, or another number word."""
    if found := _figures_in(sentence):
        match = chance.choice(found)
        at = chance.choice([i for i, c in enumerate(match[0]) if c.isdigit()])
        digit = chance.choice([d for d in "123456789" if d != match[0][at]])
        return _put(sentence, match, match[0][:at] + digit + match[0][at + 1 :])
    counts = list(_COUNT.finditer(sentence))
    return _replace(sentence, counts, {c for c in _COUNTS if c not in sentence.lower()}, chance)


def number_of_the_article(sentence: str, text: str, chance: random.Random) -> str | None:
    """A figure in place of which another figure of the same text stands."""
    others = {m[0] for m in _figures_in(text)} - {m[0] for m in _figures_in(sentence)}
    return _replace(sentence, _figures_in(sentence), others, chance)


def numbers_change_places(sentence: str, _text: str, chance: random.Random) -> str | None:
    """Two figures of one sentence, exchanged."""
    return _exchange(sentence, _figures_in(sentence), chance)


def another_date(sentence: str, _text: str, chance: random.Random) -> str | None:
    """Another weekday, month or year."""
    matches = list(_DATE.finditer(sentence))
    if not matches:
        return None
    match = chance.choice(matches)
    kin = next(
        (k for k in (_DAYS, _MONTHS) if match[0] in k),
        [str(int(match[0]) + d) for d in (-3, -1, 1, 2)] if match[0].isdigit() else [],
    )
    return _put(sentence, match, chance.choice([k for k in kin if k != match[0]]))


def date_of_the_article(sentence: str, text: str, chance: random.Random) -> str | None:
    """A date in place of which another of the same kind in the same text stands."""
    here = list(_DATE.finditer(sentence))
    others = {m[0] for m in _DATE.finditer(text)} - {m[0] for m in here}
    if not here:
        return None
    match = chance.choice(here)
    kin = {o for o in others if _kind(o) == _kind(match[0])}
    return _put(sentence, match, chance.choice(sorted(kin))) if kin else None


def another_name(sentence: str, _text: str, chance: random.Random) -> str | None:
    """A name that the text does not have."""
    return _replace(sentence, _people(sentence), set(_STRANGERS), chance)


def name_of_the_article(sentence: str, text: str, chance: random.Random) -> str | None:
    """A name in place of which another name of the same text stands."""
    others = {m[0] for m in _people(text)}
    words = set(re.findall(r"\w+", sentence))
    return _replace(sentence, _people(sentence), {o for o in others if not words & set(o.split())}, chance)


def quotation(sentence: str, text: str, chance: random.Random) -> str | None:
    """A word inside a quotation left out, or replaced by another word of the text."""
    match = _QUOTED.search(sentence)
    if not match:
        return None
    words = match[1].split()
    at = chance.randrange(len(words))
    pool = [w for w in re.findall(r"\b[a-z]{4,}\b", text) if w not in match[1]]
    words[at : at + 1] = [] if chance.random() < 0.5 or not pool else [chance.choice(pool)]
    return sentence[: match.start(1)] + " ".join(words) + sentence[match.end(1) :]


def quoted_paraphrase(sentence: str, _text: str, _chance: random.Random) -> str | None:
    """Words that nobody quoted, in quotation marks after the saying verb."""
    match = re.search(r"\bsaid (?:that )?([a-z][^“”\",.]{20,}?)(?=[,.])", sentence)
    return sentence[: match.start(1)] + "“" + match[1] + "”" + sentence[match.end(1) :] if match else None


def attribution_lost(sentence: str, _text: str, _chance: random.Random) -> str | None:
    """What somebody says as if it were so."""
    for pattern in (_SAID_LAST, _SAID_FIRST):
        if (match := pattern.search(sentence)) and not _QUOTED.search(sentence):
            rest = (sentence[: match.start()] + sentence[match.end() :]).rstrip(".") + "."
            return rest[0].upper() + rest[1:]
    return None


def another_speaker(sentence: str, text: str, chance: random.Random) -> str | None:
    """Somebody else of the same text says it."""
    match = re.search(
        r"(?<![\w-])([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:said|told|warned|argued|wrote|denied)\b", sentence
    )
    if not match:
        return None
    others = sorted({m[0] for m in _people(text)} - {m[0] for m in _people(sentence)} - {match[1]})
    others = [o for o in others if not set(o.split()) & set(sentence.split())]
    return sentence[: match.start(1)] + chance.choice(others) + sentence[match.end(1) :] if others else None


def sides(sentence: str, _text: str, _chance: random.Random) -> str | None:
    """Who did it and to whom, exchanged."""
    match = _TWO_SIDES.match(sentence)
    return (
        f"{match['b']} {match['v']} {match['a']}{match['rest']}"
        if match and match["a"] != match["b"]
        else None
    )


CHANGES: dict[str, tuple[Change, ...]] = {
    "number": (another_number,),
    "number of the article": (number_of_the_article,),
    "numbers exchanged": (numbers_change_places,),
    "date": (another_date,),
    "date of the article": (date_of_the_article,),
    "name": (another_name,),
    "name of the article": (name_of_the_article,),
    "quotation": (quotation, quoted_paraphrase),
    "attribution": (attribution_lost, another_speaker),
    "sides": (sides,),
    **{kind: (swapped(pairs),) for kind, pairs in SWAPS.items()},
}

_OPENER = re.compile(
    r"^(?:(?:On|In|At|By|Since|During|After|Before|Meanwhile|However|Earlier|Last|Late|Early)\b[^,“\"]{0,40}, |(?:But|And|Also) )(?=[A-Za-z])"
)
_ASIDE = re.compile(r" \([^()]{2,60}\)")
_DAY = re.compile(
    r" on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?=[ .]|, (?!\d))(?! (?:and|morning|afternoon|evening|night))"
)
_RELATIVE = re.compile(r", (?:who|which) [^,“”\"]{8,80},(?= (?:said|has|had|is|was|will|would|told|also)\b)")


def shortened(sentence: str) -> Iterator[str]:
    """The sentence without what can go: an opening adverbial, an aside, a weekday, a relative clause.

    Nothing is cut inside a quotation, and the result is no longer than a point may be.
    """
    for pattern in (_OPENER, _ASIDE, _DAY, _RELATIVE):
        short, cuts = pattern.subn("", sentence, count=1)
        if cuts and 30 < len(short) <= LONGEST and _quotes(short) == _quotes(sentence):
            yield short[0].upper() + short[1:]


def _quotes(sentence: str) -> list[str]:
    return re.findall('[“"][^”"]*[”"]', sentence)


def _figures_in(text: str) -> list[re.Match[str]]:
    return [m for m in _FIGURE.finditer(text) if not _DATE.fullmatch(m[0])]


def _people(text: str) -> list[re.Match[str]]:
    return [m for m in _PERSON.finditer(text) if not _DATE.search(m[0])]


def _kind(date: str) -> int:
    return 0 if date in _DAYS else 1 if date in _MONTHS else 2


def _put(sentence: str, match: re.Match[str], new: str) -> str:
    return sentence[: match.start()] + new + sentence[match.end() :]


def _replace(
    sentence: str, matches: list[re.Match[str]], others: set[str], chance: random.Random
) -> str | None:
    return (
        _put(sentence, chance.choice(matches), chance.choice(sorted(others))) if matches and others else None
    )


def _exchange(sentence: str, matches: list[re.Match[str]], chance: random.Random) -> str | None:
    if len({m[0] for m in matches}) < 2:
        return None
    one, two = sorted(chance.sample(matches, 2), key=lambda m: m.start())
    if one[0] == two[0]:
        return None
    return (
        sentence[: one.start()] + two[0] + sentence[one.end() : two.start()] + one[0] + sentence[two.end() :]
    )


def texts(folder: Path) -> Iterator[str]:
    """The texts of a folder."""
    for path in sorted([*folder.glob("*.*"), *folder.glob("*/*.*")]):
        if path.name.endswith((".jsonl.gz", ".jsonl")):
            rows = (json.loads(line) for line in _open(path).splitlines() if line.strip())
            yield from dict.fromkeys(str(row.get("text") or row.get("document") or "") for row in rows)
        elif path.name.endswith((".txt", ".txt.gz")):
            yield _open(path)


def _open(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def story(text: str, number: int) -> Story:
    """A story of that one text."""
    entry = Entry(
        Feed(f"https://{number}.example/feed", "Example"), f"https://{number}.example/", "Title", PUBLISHED
    )
    return Story(
        str(number),
        (
            Article(
                entry,
                entry.url,
                "Title",
                text,
                split_sentences(text, "en"),
                published=PUBLISHED,
                language="en",
            ),
        ),
    )


def claims(folder: Path, chance: random.Random) -> Iterator[tuple[str, str, Story, Sentence]]:
    """Kind, claim, story and cited sentence; the kinds "verbatim" and "shortened" are true."""
    for number, text in enumerate(texts(folder), 1):
        one = story(text, number)
        for sentence in filter(_usable, one.lead.sentences):
            yield "verbatim", sentence.text, one, sentence
            for short in shortened(sentence.text):
                yield "shortened", short, one, sentence
            for kind, new in changed(sentence.text, text, chance):
                yield kind, new, one, sentence


def changed(sentence: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every kind of error that can be made in a sentence, with the sentence that has it."""
    if len(sentence) <= LONGEST:
        for kind, changes in CHANGES.items():
            for change in changes:
                new = change(sentence, text, chance)
                if new and new != sentence:
                    yield kind, new


def _usable(candidate: Sentence) -> bool:
    """Whether it reads as an English sentence: furniture and other languages say nothing about the checks."""
    sentence = candidate.text
    words = sentence.split()
    english = len(
        {w.lower() for w in words}
        & {"the", "a", "an", "of", "to", "in", "and", "is", "was", "on", "for", "that"}
    )
    return (
        6 <= len(words) <= 60
        and sentence.endswith((".", "”", '"'))
        and english >= 2
        and "http" not in sentence
    )


def main() -> None:
    """Print one line for each folder: recall by kind, false alarms."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[OWN_TEXTS])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    rows: list[dict[str, object]] = []
    for folder in options.folders:
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for kind, text, one, sentence in claims(folder, random.Random(options.seed)):  # noqa: S311 - no secret is made
            verdict = verify([Claim(text, (f"A1.S{sentence.number}",))], one, "model")
            findings = [f for rejected in verdict.rejected for f in rejected.findings]
            counts[kind][0] += 1
            counts[kind][1] += bool(findings)
            rows.append(
                {
                    "kind": kind,
                    "claim": text,
                    "cited": sentence.text,
                    "flags": [f"{f.check}: {f.words}" for f in findings],
                }
            )
        print(json.dumps({"benchmark": "mutations", "set": folder.name, **_figures(counts)}))
    if options.predictions:
        options.predictions.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8"
        )


def _figures(counts: dict[str, list[int]]) -> dict[str, dict[str, dict[str, float]]]:
    def share(kinds: list[str]) -> dict[str, dict[str, float]]:
        return {
            k: {"n": counts[k][0], "flagged": round(counts[k][1] / counts[k][0], 3)}
            for k in kinds
            if counts[k][0]
        }

    return {"recall": share([*CHANGES]), "false_alarms": share(["verbatim", "shortened"])}


if __name__ == "__main__":
    main()
