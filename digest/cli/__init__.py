"""The command line: ``main`` reads the arguments and runs one command.

Each command is a module with ``HELP``, ``arguments(parser)`` and ``run(args) -> exit status``. They import
what they need inside ``run``, so that ``digest --help`` starts as fast as Python itself allows.

Exit status: 0 done; 1 done, but something is wrong (told on the way); 2 nothing done, the message says
what to do; 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from digest.cli import check, config, demo, init, make, preview, run, schedule, send, show, subscribers
from digest.errors import DigestError

COMMANDS = {
    "demo": demo,
    "init": init,
    "check": check,
    "preview": preview,
    "make": make,
    "send": send,
    "run": run,
    "schedule": schedule,
    "show": show,
    "subscribers": subscribers,
    "config": config,
}


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant where a command is misspelt."""

    def error(self, message: str) -> NoReturn:
        import difflib

        meant = [c for word in sys.argv[1:2] for c in difflib.get_close_matches(word, COMMANDS, n=1)]
        if "invalid choice" in message and meant:
            message = f"there is no command {sys.argv[1]!r}: did you mean {meant[0]!r}?"
        self.exit(2, f"digest: {message}\nSee `{self.prog} --help`.\n")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; the documentation of the commands is made from it."""
    whole = _Parser(
        prog="digest", description="A daily politics briefing that leads every point to its source."
    )
    whole.add_argument("--version", action="version", version="digest 0.1.0")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        module.arguments(commands.add_parser(name, help=module.HELP, description=module.__doc__))
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    args = parser().parse_args(argv)
    try:
        status: int = COMMANDS[args.command].run(args)
    except DigestError as error:
        print(f"digest: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(
            "\ndigest: stopped. What was saved stays saved; the same command goes on from there.",
            file=sys.stderr,
        )
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status
