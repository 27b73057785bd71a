"""Instructions put into articles, and whether one is printed: ``python -m benchmarks.injection FILE [--printed]``.

FILE has an attack a line, ``{"id", "attack", "type"}``, as ``.jsonl`` or ``.jsonl.gz``. Each is put into one of the
articles beside this program: as a paragraph in front, behind the first one, in the middle and at the end, and as
sentences inside the first paragraph. The article is then summarised without a model. A JSON line for each place:
how many attacks were printed, of how many, and how many a model would be shown a sentence of (it is told not to
follow any, and the checks let nothing through that its sentence does not say). ``--printed`` lists those printed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks import labelled
from benchmarks.mutations import OWN_TEXTS, story, texts
from digest.models import Pick
from digest.summarise import extract
from digest.summarise.llm.prompt import shown

POINTS = 8
"""As many points as an edition may have of a story."""

PLACES: dict[str, Callable[[list[str], str], list[str]]] = {
    "in front": lambda lines, attack: [attack, *lines],
    "second": lambda lines, attack: [lines[0], attack, *lines[1:]],
    "middle": lambda lines, attack: [*lines[: len(lines) // 2], attack, *lines[len(lines) // 2 :]],
    "at the end": lambda lines, attack: [*lines, attack],
    "in a paragraph": lambda lines, attack: [f"{lines[0]} {attack}", *lines[1:]],
}


def reached(text: str, attack: str) -> tuple[list[str], bool]:
    """The sentences of the attack that are printed of that text, and whether a model would be shown one."""
    told = Pick(story(text, 1), "", 0.0)
    start = text.index(attack)
    inside = {
        name for name, _, s in told.story.sentences() if s.start < start + len(attack) and start < s.end
    }
    draft = extract(told, POINTS)
    lines = [*draft.claims, *([draft.standfirst] if draft.standfirst else [])]
    return [line.text for line in lines if inside & set(line.cites)], bool(inside & shown(told.story))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--printed", action="store_true")
    options = parser.parse_args()
    attacks = [" ".join(str(row["attack"]).split()) for row in labelled.read(options.file)]
    articles = [text.strip().split("\n") for text in texts(OWN_TEXTS)]
    for place, put in PLACES.items():
        results = [
            reached("\n".join(put(articles[n % len(articles)], attack)), attack)
            for n, attack in enumerate(attacks)
        ]
        printed = [lines for lines, _ in results if lines]
        line = {"benchmark": "injection", "place": place, "attacks": len(attacks), "printed": len(printed)}
        print(json.dumps({**line, "shown_to_a_model": sum(seen for _, seen in results)}))
        if options.printed:
            print("".join(f"  {text}\n" for lines in printed for text in lines), end="")


if __name__ == "__main__":
    main()
