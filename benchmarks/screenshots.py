"""Pictures of the sample day: ``python -m benchmarks.screenshots [FOLDER] [EDITION.json]``.

Writes the top of page, e-mail, archive, search, preview, evidence and editing at 360, 600 and 1200 px, in light and in
dark, to the folder (docs/screenshots where none is given). The edition is the bundled sample day, or one that ``digest show --format json`` printed.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from digest import config, edition_json, pipeline
from digest.models import Edition
from digest.pipeline.editorial import EditSession
from digest.render import render_email, render_page
from digest.sample import serve
from digest.settings import Settings
from digest.store import open_store
from digest.web.app import site
from digest.web.archive import Archive
from digest.web.editing import Editing
from digest.web.preview import preview_app
from tests.browser import browser
from tests.web.serving import served

WIDTHS = (360, 600, 1200)
HEIGHT = 1400
MONDAY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def main(folder: Path, file: Path | None) -> None:
    settings = config.parse(config.default_text())
    if file:
        edition = edition_json.read(file.read_text(encoding="utf-8"))
    else:
        edition, settings = sample_edition(settings)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as files:
        for name, markup in (
            ("page", render_page(edition, settings)),
            ("email", render_email(edition, settings).html),
        ):
            Path(files, f"{name}.html").write_text(markup, encoding="utf-8")
            photograph(name, Path(files, f"{name}.html").as_uri(), folder)
        photograph_web(replace(edition, id=str(edition.date), sample=False), settings, files, folder)


def photograph_web(edition: Edition, settings: Settings, files: str, folder: Path) -> None:
    """Pictures of what is served to readers and to whoever edits."""
    with open_store(f"sqlite:///{files}/served.db") as store:
        pipeline.save(edition, store)
        desk = EditSession(store, edition.id, lambda: MONDAY)
        editing = Editing(desk, lambda: settings, "token")
        newsroom = preview_app(lambda: (desk.look().edition, settings), editing=editing)
        with served(newsroom) as desk_address, served(site(Archive(store.editions, settings))) as readers:
            photograph("preview", f"{desk_address}?view=email", folder)
            photograph("evidence", f"{desk_address}shown?view=evidence", folder)
            photograph("edit", f"{desk_address}edit", folder)
            photograph("archive", readers, folder)
            photograph("search", f"{readers}search?q=budget", folder)


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


def photograph(name: str, address: str, folder: Path) -> None:
    """A picture of the first two screens for every width and both schemes of colour."""
    with browser() as page:
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                page.size(width, HEIGHT)
                page.dark(scheme == "dark")
                page.open(address)
                page.picture(folder / f"{name}-{width}-{scheme}.png", whole=False)


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    main(
        arguments[0] if arguments else Path("docs/screenshots"),
        arguments[1] if len(arguments) > 1 else None,
    )
