"""Print what lets a shell complete commands, options and their values: `eval "$(digest completion bash)"` in its start file."""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh", "fish")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell", choices=SHELLS, help="bash, zsh or fish (there: digest completion fish | source)"
    )


def run(args: argparse.Namespace) -> int:
    import shtab

    from digest.cli import parser

    print(shtab.complete(parser(), shell=args.shell))
    return 0
