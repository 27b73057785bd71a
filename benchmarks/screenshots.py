"""Pictures of the sample day as readers see it: ``python -m benchmarks.screenshots [FOLDER] [EDITION.json]``.

Writes the top of page and e-mail at 360, 600 and 1200 px, in light and in dark, to the folder (docs/screenshots where
none is given). The edition is the bundled sample day, or one that ``digest show --format json`` printed.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from digest import config, document, pipeline
from digest.models import Edition
from digest.render import render_email, render_page
from digest.sample import serve
from digest.settings import Settings
from digest.store import open_store
from tests.browser import browser

WIDTHS = (360, 600, 1200)
HEIGHT = 1400
MONDAY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def main(folder: Path, file: Path | None) -> None:
    settings = config.parse(config.default_text())
    if file:
        edition = document.read(file.read_text(encoding="utf-8"))
    else:
        edition, settings = sample_edition(settings)
    folder.mkdir(parents=True, exist_ok=True)
    photograph("page", render_page(edition, settings), folder)
    photograph("email", render_email(edition, settings).html, folder)


def sample_edition(base: Settings) -> tuple[Edition, Settings]:
    """The sample day's edition, made after the day before, so that it knows what is new, and its settings."""
    with (
        serve(MONDAY) as sample,
        tempfile.TemporaryDirectory() as folder,
        open_store(f"sqlite:///{folder}/sample.db") as store,
    ):
        for day in (sample.yesterday, sample.today):
            settings = day.settings(base)
            edition = pipeline.make(pipeline.Run(settings, store, day.now, sample=True))
            pipeline.save(edition, store)
    return edition, settings


def photograph(name: str, markup: str, folder: Path) -> None:
    """A picture of the first two screens for every width and both schemes of colour."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file, browser() as page:
        file.write(markup)
        file.flush()
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                page.size(width, HEIGHT)
                page.dark(scheme == "dark")
                page.open(Path(file.name).as_uri())
                page.picture(folder / f"{name}-{width}-{scheme}.png", whole=False)


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    main(
        arguments[0] if arguments else Path("docs/screenshots"),
        arguments[1] if len(arguments) > 1 else None,
    )
