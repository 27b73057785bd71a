"""Print a saved edition: as text, as the HTML of the e-mail, or as JSON for other programs."""

from __future__ import annotations

import argparse

from digest.cli import wiring

NONE = "No edition is saved yet: `digest make` makes one."


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")
    parser.add_argument(
        "--format", choices=("text", "html", "json"), default="text", help="text (default), html or json"
    )
    parser.add_argument("--list", action="store_true", help="name the saved editions instead")


def run(args: argparse.Namespace) -> int:
    from digest import edition_json, render

    setup = wiring.setup(args)
    with setup.store() as store:
        if args.list:
            rows = store.editions.list()
            print("\n".join(f"{row.id}\tsaved {row.saved_at:%Y-%m-%d %H:%M} UTC" for row in rows) or NONE)
            return 0
        edition = wiring.saved(store, args.edition)
    if args.format == "json":
        print(edition_json.write(edition))
    else:
        email = render.render_email(edition, setup.settings)
        print(email.html if args.format == "html" else email.text)
    return 0
