"""What the checks see in free sentences that cite nothing, on labelled sets.

    python -m benchmarks.faithfulness FILE [FILE ...] [--predictions OUT]

FILE has a row a sentence: ``{"id", "document", "claim", "supported", "class"}``, as ``.jsonl`` or ``.jsonl.gz``;
rows whose ``supported`` is null are left out of the figures. The sentences are paraphrases written by people and
models who were never asked to keep to the words of a source, so the gate itself (a claim cites its sentences and
uses their words) rejects most of them, right or wrong: its figures are printed as ``gate``.

``flags`` is the milder reading that suits such sentences. The sentences a claim rests on are guessed: up to three
that share most words with it. Then there are two cases.

* The document has capitals. Only hard evidence counts: a number, a date or a name that the whole document lacks, the
  opposite of a word, sides exchanged, another speaker, a denial where the sentences found have none, two names that
  nowhere meet; and only where those sentences cover most of the claim, for a claim that they do not cover may rest
  on something else.
* The document has none, so that names cannot be told from words. Then every word without a source and every join
  of two sentences counts, and a claim is flagged where they are more than a sixth of its words.

How much is most, and the sixth, were chosen on the three sets ``bump``, ``summedits_news`` and ``qags`` together.
What no rule here can see: a paraphrase that is wrong in words that the document has, a general word in place of
a special one, a cause or a purpose that was made up of known words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from digest.models import Article, Claim, Entry, Feed, Finding, Sentence, Story
from digest.text.languages import language
from digest.text.names import plain as plain_name
from digest.text.names import same_word
from digest.text.numbers import numbers
from digest.text.sentences import split_sentences
from digest.verify import verify
from digest.verify.alignment import Alignment, align
from digest.verify.names_roles import names_are_cited
from digest.verify.numbers_dates import dates_are_cited, numbers_are_cited
from digest.verify.passage import MOST_CITED, Passage
from digest.verify.strict.attribution import speakers_are_kept
from digest.verify.strict.negation_modality import negation
from digest.verify.strict.vocabulary import words_are_cited, words_are_not_reused
from digest.verify.strict.word_order import events_stay_apart, nobody_changes_sides
from digest.verify.wording import read

COVERED = 0.65
"""Share of a claim's words that the sentences found have to cover before hard evidence counts."""
MOSTLY_COVERED = 0.77
"""The same before two names that nowhere meet count."""
STRANGE = 0.17
"""Share of words without a source, and of joins, from which on a claim without names is flagged."""
CAPITALS = 0.02
"""Share of names among the words of a document below which it was written without capitals."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim traced to the sentences found for it, and to the whole document."""

    near: Alignment
    whole: Alignment
    capitals: bool


def rows(path: Path) -> list[Row]:
    """The rows of a file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def plain(text: str) -> str:
    """The text without the spaces that a tokeniser put between its marks."""
    text = re.sub(r"(?<=\d), (?=\d{3}\b)", ",", text)
    text = re.sub(r"(?<=\d)\. (?=\d\b)", ".", text)
    text = re.sub(r"([$£€]) (?=\d)", r"\1", text)
    text = re.sub(r" ([.,;:?!%])", r"\1", text)
    text = re.sub(r"``\s?", "“", re.sub(r"\s?''", "”", text))
    return re.sub(r" (n['’]t|['’](?:s|re|ve|ll|d|m))\b", r"\1", text)


@cache
def article(document: str) -> Article:
    """The document as an article."""
    text = plain(document)
    entry = Entry(Feed("https://example.org/feed", "Example"), "https://example.org/", "Title")
    return Article(entry, entry.url, "Title", text, split_sentences(text, "en"), language="en")


@cache
def has_capitals(document: str) -> bool:
    """Whether names can be told by their capitals."""
    words = [word for sentence in article(document).sentences for word in read(sentence.text).words]
    return sum(word.is_name for word in words) >= CAPITALS * len(words)


def nearest(source: Article, claim: str) -> tuple[Sentence, ...]:
    """Up to three sentences that share most words with the claim, each adding to those before."""
    left = {word.stem for word in read(claim).words if not word.is_function_word}
    stems = {s: {word.stem for word in read(s.text).words} for s in source.sentences}
    found: list[Sentence] = []
    while len(found) < MOST_CITED and left and stems:
        best = max(stems, key=lambda s: len(stems[s] & left) - 0.001 * len(stems[s]))
        if not stems[best] & left:
            break
        found.append(best)
        left -= stems.pop(best)
    return tuple(found)


def reading(row: Row) -> Reading:
    """What the flags are made from."""
    source, text = article(row["document"]), plain(row["claim"])
    found = nearest(source, text)
    claim = Claim(text, tuple(f"A1.S{sentence.number}" for sentence in found))
    near = Passage(tuple((source, sentence) for sentence in found))
    whole = Passage(tuple((source, sentence) for sentence in source.sentences))
    return Reading(align(claim, near), align(claim, whole), has_capitals(row["document"]))


def hard_evidence(at: Reading) -> list[Finding]:
    """What contradicts the document, however freely the claim is worded."""
    checks = (figures, days, strangers, nobody_changes_sides)
    opposites = [finding for finding in words_are_cited(at.near) if finding.check == "direction"]
    speakers = list(speakers_are_kept(at.near))
    return [finding for check in checks for finding in check(at.whole)] + opposites + speakers + denials(at)


def figures(whole: Alignment) -> list[Finding]:
    """Numbers that the document lacks; "one" and "first" count nothing in most sentences."""
    found = numbers_are_cited(whole)
    return [f for f in found if any(number.value != 1 for number in numbers(f.words))]


def days(whole: Alignment) -> list[Finding]:
    """Dates that the document lacks, as far as they have a name or a figure: it may say "this year" in another way."""
    return [f for f in dates_are_cited(whole) if any(c.isupper() or c.isdigit() for c in f.words)]


def strangers(whole: Alignment) -> list[Finding]:
    """Names of which the document lacks a word; in a free sentence two names may run into one."""
    known = {
        word for source in whole.sources for w in source.words for word in (plain_name(source[w]), w.plain)
    }
    return [
        f
        for f in names_are_cited(whole)
        if any(
            not any(same_word(word, other) for other in known)
            for word in map(plain_name, f.words.split())
            if word.isalpha() and word not in language("en").claims.free
        )
    ]


def names_apart(at: Reading) -> list[Finding]:
    """Two names of the claim that stand nowhere in one sentence of the document or in two that follow each other."""
    stems = [frozenset(word.stem for word in source.words) for source in at.whole.sources]
    windows = [one | two for one, two in pairwise(stems)] or stems
    everything = frozenset().union(*stems)
    mine = [at.near.text.words[i] for i in at.near.content]
    known = [word for word in mine if word.is_name and word.stem in everything]
    return [
        Finding("names", f"{one.plain} {two.plain}", "No two sentences in a row have both.")
        for one, two in combinations(known, 2)
        if not any(one.stem in window and two.stem in window for window in windows)
    ]


def denials(at: Reading) -> list[Finding]:
    """A denial, where none of the sentences found denies anything."""
    if any(negation(word) for source in at.near.sources for word in source.words):
        return []
    return [
        Finding("negation", word.plain, "No sentence denies.")
        for word in at.near.text.words
        if negation(word)
    ]


def strangeness(at: Reading) -> tuple[list[Finding], float]:
    """Words without a source and joins of sentences, and their share of the claim's words."""
    checks = (words_are_cited, events_stay_apart, numbers_are_cited, dates_are_cited, words_are_not_reused)
    found = [finding for check in checks for finding in check(at.near)]
    return found, len(found) / max(4, len(at.near.content))


def covered(at: Reading) -> float:
    """Share of the claim's words that the sentences found have."""
    return sum(at.near.positions[i] is not None for i in at.near.content) / max(1, len(at.near.content))


def flags(at: Reading) -> tuple[list[Finding], float]:
    """What speaks against the claim, empty where it is too little, and a score: higher is less supported."""
    strange, share = strangeness(at)
    hard = hard_evidence(at)
    if at.capitals:
        share_covered = covered(at)
        found = hard if share_covered >= COVERED else []
        found += names_apart(at) if share_covered >= MOSTLY_COVERED else []
        return found, len(hard) * (1.0 if found else 0.5) + min(share, 1.0)
    return strange if share >= STRANGE else [], share


def gate(row: Row, at: Reading) -> bool:
    """Whether the gate rejects the claim with the sentences found for it."""
    story = Story("story", (article(row["document"]),))
    return bool(verify([at.near.claim], story, "model").rejected)


def rates(labelled: Sequence[Row], flagged: dict[str, bool]) -> dict[str, Any]:
    """Recall, false alarms, balanced accuracy; the share flagged in each class of error."""
    bad = [flagged[r["id"]] for r in labelled if not r["supported"]]
    good = [flagged[r["id"]] for r in labelled if r["supported"]]
    classes = defaultdict(list)
    for row in labelled:
        if not row["supported"]:
            classes[row["class"]].append(flagged[row["id"]])
    recall, alarms = _share(bad), _share(good)
    return {
        "recall": round(recall, 3),
        "false_alarms": round(alarms, 3),
        "balanced_accuracy": round((recall + 1 - alarms) / 2, 3),
        "recall_by_class": {
            k: {"n": len(v), "flagged": round(_share(v), 3)} for k, v in sorted(classes.items())
        },
    }


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def measure(path: Path) -> Iterator[Row]:
    """A prediction for each row of the file; then its figures are printed."""
    table = rows(path)
    flagged, rejected = {}, {}
    for row in table:
        at = reading(row)
        found, score = flags(at)
        flagged[row["id"]], rejected[row["id"]] = bool(found), gate(row, at)
        yield {"id": row["id"], "flags": [f"{f.check}: {f.words}" for f in found], "score": round(score, 3)}
    labelled = [row for row in table if row["supported"] is not None]
    strict = rates(labelled, rejected)
    del strict["recall_by_class"]
    line = {"benchmark": "faithfulness", "set": path.name.split(".")[0], "rows": len(labelled)}
    print(json.dumps({**line, **rates(labelled, flagged), "gate": strict}))


def main() -> None:
    """Print a line for each file; write the predictions of all files to one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    predictions = [prediction for path in options.files for prediction in measure(path)]
    if options.predictions:
        lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
        options.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
