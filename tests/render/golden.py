"""The golden files: what a reader gets, kept to be looked at. ``python -m tests.render.golden`` writes them anew."""

from __future__ import annotations

from pathlib import Path

from digest.render import render_email, render_page
from tests.render.editions import full_edition, settings

FOLDER = Path(__file__).with_suffix("")


def golden() -> dict[str, str]:
    """Every golden file by its name, as it would be written now."""
    email = render_email(full_edition(), settings())
    return {
        "email.html": email.html,
        "email.txt": email.text,
        "page.html": render_page(full_edition(), settings()),
        "sample.txt": render_email(full_edition(sample=True, summariser=""), settings()).text,
    }


if __name__ == "__main__":
    for name, text in golden().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
