"""Show the configuration as it is understood, or its JSON schema for editors."""

from __future__ import annotations

import argparse

from digest.cli import wiring


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument(
        "what",
        choices=("show", "schema"),
        help="show: every key with its value; schema: for completion in editors",
    )


def run(args: argparse.Namespace) -> int:
    import json

    from digest.settings import Settings

    if args.what == "schema":
        print(json.dumps(Settings.model_json_schema(), indent=2))
    else:
        print(wiring.setup(args).settings.model_dump_json(indent=2))
    return 0
