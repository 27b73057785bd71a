"""How long a saved template takes to show: ``python -m benchmarks.preview_reload``.

A JSON line with the milliseconds from writing a template of one's own to the moment at which headless
Chromium shows its text in the preview: median, 90th percentile and worst of 25 changes.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from digest.settings import LookSettings
from digest.web.preview import preview_app
from tests.browser import Page, browser
from tests.render.editions import full_edition, settings
from tests.web.serving import served

ROUNDS = 25
SHOWN = """new Promise(done => {
  const look = () => {
    const body = document.querySelector("iframe").contentDocument?.body;
    body?.textContent.includes("%s") ? done(true) : setTimeout(look, 5);
  }; look(); })"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, browser() as page:
        template = Path(folder, "email", "short.mjml")
        template.parent.mkdir()
        looking = settings(look=LookSettings(templates=folder))
        with served(preview_app(lambda: (full_edition(), looking), [Path(folder)])) as address:
            page.open(address + "?view=email")
            sleep(1)  # the page has to have begun to listen
            times = [ms(page, template, f"change-{n}-") for n in range(ROUNDS + 1)][1:]
    ordered = sorted(times)
    figures = {
        "median_ms": statistics.median(times),
        "p90_ms": ordered[int(len(ordered) * 0.9)],
        "worst_ms": ordered[-1],
    }
    print(json.dumps({"rounds": ROUNDS, **{name: round(value) for name, value in figures.items()}}))


def ms(page: Page, template: Path, text: str) -> float:
    start = perf_counter()
    template.write_text(f"<mj-text><p>{text}</p></mj-text>", encoding="utf-8")
    page.run(SHOWN % text)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
