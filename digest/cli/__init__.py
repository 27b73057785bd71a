"""The command line: ``main`` reads the arguments and runs one command.

Each command is a module with ``arguments(parser)`` and ``run(args) -> exit status``, loaded when it is called; it imports
what it needs inside ``run``, so that ``digest --help`` starts about as fast as Python itself.

Exit status: 0 done; 1 done, but something is wrong (told on the way); 2 nothing done, the message says
what to do; 3 an edition was made that has no story; 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from digest.errors import DigestError, words

COMMANDS = {
    "demo": "show the bundled sample day, offline",
    "init": "write a commented config.yaml to start from",
    "check": "try the configuration, the feeds, the model, the relay and the store",
    "preview": "make today's edition and show it in the browser",
    "make": "make today's edition and save it",
    "edit": "change a saved edition before it goes out; hold or approve it",
    "lint": "look through the e-mail of a saved edition",
    "send": "send a saved edition",
    "status": "say who has received an edition, who still waits and which copies are uncertain",
    "resume": "go on sending, and decide about uncertain copies",
    "bounces": "take back mail that could not be delivered",
    "run": "make and send the edition that is due (for cron or systemd)",
    "schedule": "stay up and send each edition when it is due",
    "show": "print a saved edition as text, html or json",
    "explain": "say why each story is in a saved edition",
    "feeds": "look after the sources: list, add, export, import, report",
    "export": "write the archive as plain files",
    "subscribers": "keep the list of recipients: add, remove, list, import, export, erase",
    "serve": "serve the archive and the pages on which readers sign up and leave",
    "keys": "make a new key for readers' links",
    "config": "show the configuration as understood, or its JSON schema",
    "completion": "print what lets bash, zsh or fish complete commands and options",
}
"""Every command with what it is for. Its module is loaded when it is called, so that help comes at once."""


_NO_CHOICE = re.compile(
    r"argument (?P<of>.+?): invalid choice: '(?P<given>.*?)' \(choose from (?P<known>.*)\)"
)


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant where a word is misspelt: a command, one of its own words, a value of an option."""

    def error(self, message: str) -> NoReturn:
        if wrong := _NO_CHOICE.fullmatch(message):
            message = _misspelt(wrong["of"], wrong["given"], re.findall(r"[\w-]+", wrong["known"]))
        self.exit(2, f"digest: {message}\nSee `{self.prog} --help`.\n")


def _misspelt(argument: str, given: str, known: Sequence[str]) -> str:
    import difflib

    names = list(COMMANDS) if argument == "COMMAND" else known
    close = difflib.get_close_matches(given, names, n=1)
    meant = f": did you mean {close[0]!r}?" if close else "."
    if argument == "COMMAND":
        return f"there is no command {given!r}{meant}"
    return f"{argument}: {given!r} is none of {', '.join(known)}{meant}"


def parser(loaded: Collection[str] = frozenset(COMMANDS)) -> argparse.ArgumentParser:
    """The parser of all commands, those that are ``loaded`` with their options. Documentation is made from it."""
    whole = _Parser(
        prog="digest", description="A daily politics briefing that leads every point to its source."
    )
    whole.add_argument("--version", action="version", version="digest 0.1.0")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, purpose in COMMANDS.items():
        if name in loaded:
            command = _command(name)
            command.arguments(commands.add_parser(name, help=purpose, description=command.__doc__))
        else:
            commands.add_parser(name, help=purpose)
    return whole


def _command(name: str) -> ModuleType:
    return import_module(f"digest.cli.{name}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without the letters gets the rest
    words_given = list(sys.argv[1:] if argv is None else argv)
    if not words_given or words_given[0] == "help":
        argv = words_given = [*words_given[1:2], "--help"]
    args = parser({word for word in words_given[:1] if word in COMMANDS}).parse_args(argv)
    try:
        status: int = _command(args.command).run(args)
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
