"""The golden files: what a reader gets, kept to be looked at.

``python -m tests.render.golden`` writes them anew and says what has changed.
"""

from __future__ import annotations

from difflib import unified_diff
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


def kept(name: str) -> str:
    """The golden file as it was looked at; empty if there is none yet."""
    file = FOLDER / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def refresh() -> None:
    """Write every golden file, and print what is different in it."""
    for name, text in golden().items():
        lines = list(
            unified_diff(kept(name).splitlines(), text.splitlines(), name, f"{name}, now", n=0, lineterm="")
        )
        print("\n".join(line[:300] for line in lines) if lines else f"{name}: as before")
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
