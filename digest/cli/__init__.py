"""The command line: ``main`` reads the arguments and runs one command.

Each command is a module with ``HELP``, ``arguments(parser)`` and ``run(args) -> exit status``. They import
what they need inside ``run``, so that ``digest --help`` starts as fast as Python itself allows.

Exit status: 0 done; 1 done, but something is wrong (told on the way); 2 nothing done, the message says
what to do; 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from digest.cli import (
    bounces,
    check,
    config,
    demo,
    edit,
    explain,
    export,
    feeds,
    init,
    keys,
    lint,
    make,
    preview,
    resume,
    run,
    schedule,
    send,
    serve,
    show,
    status,
    subscribers,
)
from digest.errors import DigestError, words

COMMANDS = {
    "demo": demo,
    "init": init,
    "check": check,
    "preview": preview,
    "make": make,
    "edit": edit,
    "lint": lint,
    "send": send,
    "status": status,
    "resume": resume,
    "bounces": bounces,
    "run": run,
    "schedule": schedule,
    "show": show,
    "explain": explain,
    "feeds": feeds,
    "export": export,
    "subscribers": subscribers,
    "serve": serve,
    "keys": keys,
    "config": config,
}


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant where a command is misspelt."""

    def error(self, message: str) -> NoReturn:
        import difflib

        word = sys.argv[1] if len(sys.argv) > 1 else ""
        if "invalid choice" in message and not word.startswith("-") and word not in COMMANDS:
            close = difflib.get_close_matches(word, COMMANDS, n=1)
            message = f"there is no command {word!r}" + (f": did you mean {close[0]!r}?" if close else ".")
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without the letters gets the rest
    args = parser().parse_args(argv)
    try:
        status: int = COMMANDS[args.command].run(args)
        sys.stdout.flush()
    except DigestError as error:
        return _told(str(error), 2)
    except KeyboardInterrupt:
        return _told("stopped. What was saved stays saved; the same command goes on from there.", 130)
    except BrokenPipeError:
        _silence()
        return 1
    except OSError as error:
        _silence()
        hint = " Check who may read and write it, or name another." if error.filename else ""
        return _told(f"{error.filename or 'the output'} cannot be written or read: {words(error)}.{hint}", 2)
    return status


def _told(message: str, status: int) -> int:
    print(f"digest: {message}", file=sys.stderr)
    return status


def _silence() -> None:
    """Nobody can be reached on standard output any more: let the interpreter end without trying again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
