"""How fast an edition is printed and how large its e-mail is: ``python -m benchmarks.render [MJML_FOLDER]``.

A JSON line for editions of 15, 25 and 60 stories: milliseconds of the first (cold) and of a later (warm,
median of 15) rendering of the e-mail, bytes of its HTML and text, and whether every point and link stands
in the text part. Given a folder with an installed npm ``mjml``, the same MJML is turned into HTML by it in
the same run (warm, median of 15), the ratio is printed, and whether both show the same words in the same elements.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from mjml import mjml2html

from digest.models import Edition
from digest.render import render_email
from digest.render.email import render_with_mjml
from tests.render.editions import long_edition, settings
from tests.render.reading import elements, links, text_links, words

ROUNDS = 15
NODE = """
const mjml2html = require('mjml'); const fs = require('fs');
const source = fs.readFileSync(process.argv[1], 'utf8');
(async () => {
  const times = []; let html = '';
  for (let i = 0; i < Number(process.argv[2]) + 3; i++) {
    const start = process.hrtime.bigint(); html = (await mjml2html(source)).html;
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(JSON.stringify({times: times.slice(3), html}));
})();
"""


def main(npm: Path | None) -> None:
    for stories in (15, 25, 60):
        print(json.dumps({"stories": stories, **figures(long_edition(stories), npm)}))


def figures(edition: Edition, npm: Path | None) -> dict[str, float | bool]:
    """The figures of one edition."""
    cold, warm = cold_ms(edition), statistics.median(ms(edition) for _ in range(ROUNDS))
    email = render_email(edition, settings())
    found: dict[str, float | bool] = {
        "cold_ms": round(cold, 1),
        "warm_ms": round(warm, 1),
        "html_bytes": len(email.html.encode()),
        "text_bytes": len(email.text.encode()),
        "text_complete": text_is_complete(edition, email.html, email.text),
    }
    if npm:
        mjml = render_with_mjml(edition, settings()).mjml
        ours, (theirs, html) = mrml_ms(mjml), npm_ms(mjml, npm)
        found |= {
            "mjml_python_ms": round(ours, 2),
            "npm_mjml_ms": round(theirs, 1),
            "npm_ratio": round(theirs / ours, 1),
        }
        found["npm_ratio_whole_email"] = round(theirs / warm, 1)
        found["npm_same_words"] = letters(html) == letters(email.html)
        found["npm_same_elements"] = elements(html) == elements(email.html)
    return found


def ms(edition: Edition) -> float:
    start = perf_counter()
    render_email(edition, settings())
    return (perf_counter() - start) * 1000


def cold_ms(edition: Edition) -> float:
    """In a new process, after its imports: templates are read and compiled."""
    program = f"import benchmarks.render as r; print(r.ms(r.long_edition({len(edition.briefs)})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)


def text_is_complete(edition: Edition, html: str, text: str) -> bool:
    """Whether the text part has every headline, and every point and link that the HTML has."""
    flat, shown = " ".join(text.split()), words(html)
    headlines = [brief.headline for brief in edition.briefs]
    told = [point.text for brief in edition.briefs for point in brief.points if point.text in shown]
    return all(said in flat for said in (*headlines, *told)) and links(html) == text_links(text)


def letters(html: str) -> str:
    """All that is shown, without blanks: those between two blocks are not seen, and ours have none."""
    return "".join(words(html).split())


def mrml_ms(mjml: str) -> float:
    def once() -> float:
        start = perf_counter()
        mjml2html(mjml)
        return (perf_counter() - start) * 1000

    return statistics.median(once() for _ in range(ROUNDS))


def npm_ms(mjml: str, folder: Path) -> tuple[float, str]:
    """How long npm ``mjml`` takes, and its HTML."""
    with tempfile.NamedTemporaryFile("w", suffix=".mjml", encoding="utf-8") as file:
        file.write(mjml)
        file.flush()
        command = ["node", "-e", NODE, file.name, str(ROUNDS)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    return statistics.median(said["times"]), said["html"]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
