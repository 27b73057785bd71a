"""How close the summaries without a model come to human ones: ``python -m benchmarks.summaries FILE``.

FILE has a JSON object a line (plain or gzip): ``id``, ``documents`` (one story), ``references``, ``sentences``
(how many to write). A JSON line for each way of summarising: ROUGE-1, ROUGE-2 and summary-level ROUGE-L against
the first reference (F-measure times 100, stemmed, package ``rouge-score``), the half-width of the 95 % interval of
ROUGE-1, words a summary, and sentences a summary. ``lead`` is the first sentences of the first document,
``leads`` the first sentences of all documents in turn. ``--predictions OUT`` writes ``{"id", "summary"}`` a line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
from collections.abc import Callable, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from rouge_score import rouge_scorer

from digest.models import Article, Entry, Feed, Pick, Story
from digest.summarise import extract
from digest.text.sentences import split_sentences

Row = dict[str, Any]
Way = Callable[[Pick, int], list[str]]
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]”’]*\s+")


def extractive(pick: Pick, sentences: int) -> list[str]:
    return [claim.text for claim in extract(pick, sentences).claims]


def lead(pick: Pick, sentences: int) -> list[str]:
    return [sentence.text for sentence in pick.story.lead.sentences][:sentences]


def leads(pick: Pick, sentences: int) -> list[str]:
    turns = zip_longest(*(article.sentences for article in pick.story.articles))
    return [sentence.text for sentence in chain.from_iterable(turns) if sentence][:sentences]


WAYS: dict[str, Way] = {"extractive": extractive, "lead": lead, "leads": leads}


def rows(path: Path) -> Iterator[Row]:
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def pick(row: Row) -> Pick:
    """The row's documents as a story, each from an outlet of its own."""
    return Pick(Story(row["id"], tuple(article(n, d) for n, d in enumerate(row["documents"]))), "", 0)


def article(number: int, document: str) -> Article:
    text = joined(document)
    entry = Entry(
        Feed(f"https://{number}.example/feed", f"Outlet {number}"), f"https://{number}.example/", ""
    )
    return Article(entry, entry.url, "", text, split_sentences(text), language="en")


def joined(text: str) -> str:
    """Text whose tokens stand apart, written as it was printed; text that was printed so stays as it is."""
    text = re.sub(r" (n't|'(?:s|re|ve|ll|d|m)\b)", r"\1", text.replace("`` ", "“").replace(" ''", "”"))
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    return re.sub(r"([(\[$]) (?=\w)", r"\1", text)


def measure(name: str, data: list[Row], scorer: rouge_scorer.RougeScorer) -> tuple[dict[str, Any], list[Row]]:
    """The figures of one way, and its predictions."""
    written = [WAYS[name](pick(row), row["sentences"]) for row in data]
    predictions = [
        {"id": row["id"], "summary": "\n".join(said)} for row, said in zip(data, written, strict=True)
    ]
    scores = [
        scorer.score(by_sentence(row["references"][0]), by_sentence(p["summary"]))
        for row, p in zip(data, predictions, strict=True)
    ]
    figures = {
        key: [100 * score[key].fmeasure for score in scores] for key in ("rouge1", "rouge2", "rougeLsum")
    }
    spread = statistics.stdev(figures["rouge1"]) if len(data) > 1 else 0.0
    line = {
        "way": name,
        "rows": len(data),
        **{key: round(statistics.mean(values), 2) for key, values in figures.items()},
        "rouge1_ci95": round(1.96 * spread / len(data) ** 0.5, 2),
        "words": round(statistics.mean(len(p["summary"].split()) for p in predictions), 1),
        "sentences": round(statistics.mean(len(said) for said in written), 2),
    }
    return line, predictions


def by_sentence(text: str) -> str:
    return "\n".join(s for line in text.split("\n") for s in _SENTENCE_END.split(line.strip()) if s)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path, metavar="OUT")
    args = parser.parse_args()
    data = list(rows(args.file))
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    for name in WAYS:
        line, predictions = measure(name, data, scorer)
        print(json.dumps({"file": args.file.name, **line}))
        if args.predictions and name == "extractive":
            args.predictions.write_text(
                "".join(f"{json.dumps(p, ensure_ascii=False)}\n" for p in predictions)
            )


if __name__ == "__main__":
    main()
