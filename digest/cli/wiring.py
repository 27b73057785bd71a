"""What every command needs: its common options, the configuration, the store."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import AddressError, ConfigError, EditionError

if TYPE_CHECKING:
    from digest.config import Secrets
    from digest.deliver import Relay
    from digest.models import Edition, Problem
    from digest.pipeline import Dispatch, Run
    from digest.pipeline.context import Progress
    from digest.settings import Settings
    from digest.store.store import Store
    from digest.text.parsed import Parser


NO_STORY = 3
"""Exit status of a command that made an edition without a story."""


class Setup(NamedTuple):
    """What a command starts from. A plain tuple, for a dataclass would cost every `--help` ten milliseconds."""

    path: Path
    settings: Settings
    secrets: Secrets
    now: datetime
    pretended: bool = False
    """Whether ``now`` comes from the command line: then time stands still."""

    def clock(self) -> datetime:
        """The time at this moment."""
        return self.now if self.pretended else datetime.now(UTC)

    def store(self) -> Store:
        """The store of the configuration, opened; a file name in it counts from the configuration's folder."""
        from digest.store import open_store

        return open_store(located(self.settings.store.url, self.path.parent))

    def run(self, store: Store, progress: Progress) -> Run:
        """One making of an edition, with a parser if there is one; that it cannot be loaded is a problem of the edition."""
        from digest import pipeline

        parser, problems = grammar()
        secrets = self.secrets
        return pipeline.Run(
            self.settings,
            store,
            self.now,
            secrets.api_key,
            judge_key=secrets.judge_key,
            progress=progress,
            parser=parser,
            problems=problems,
        )

    def dispatch(self, edition: Edition, store: Store, progress: Progress | None = None) -> Dispatch:
        """A saved edition on its way out, by the configuration and the clock."""
        from digest import pipeline
        from digest.pipeline.context import silent

        return pipeline.Dispatch(edition, self.settings, store, self.clock, progress or silent, _stopping)

    def relay(self) -> Relay:
        """The mail relay of the configuration, with the password or the token for it."""
        from digest.deliver import open_relay

        by_token = self.settings.smtp.auth == "oauth2"
        secret = self.secrets.smtp_token if by_token else self.secrets.smtp_password
        return open_relay(self.settings.smtp, secret or "", self.settings.sender.address)


def _stopping() -> None:
    print(
        "Stopping: what is on its way is finished, nothing more is sent. Press Ctrl-C again to break it off.",
        file=sys.stderr,
        flush=True,
    )


def grammar() -> tuple[Parser | None, list[Problem]]:
    """The parser of English; None if there is none, with a Problem if one is installed and cannot be loaded."""
    from digest.grammar import is_installed, open_parser
    from digest.models import Problem

    opened = open_parser("en")
    if isinstance(opened, Problem):
        return None, [opened] if is_installed("en") else []
    return opened, []


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has."""
    parser.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        default=Path("config.yaml"),
        help="the configuration (config.yaml)",
    )
    parser.add_argument(
        "--now",
        metavar="TIME",
        type=moment,
        help="pretend that it is this time, such as 2026-03-02T06:30+01:00",
    )


def moment(text: str) -> datetime:
    """A time of the command line; without an offset it is UTC."""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 2026-03-02T06:30+01:00") from None
    return parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def setup(args: argparse.Namespace) -> Setup:
    """Read the configuration that the arguments name. Raises ``ConfigError``."""
    from digest import config

    settings = config.load(args.config)
    secrets = config.secrets(args.config.parent, os.environ)
    now = args.now or datetime.now(UTC)
    return Setup(
        args.config, _in_rhythm(_beside(args.config, settings), now), secrets, now, args.now is not None
    )


def _in_rhythm(settings: Settings, now: datetime) -> Settings:
    """The settings with a window that reaches back to the edition before by the schedule, unless they say how long it is."""
    from digest.schedule import window_hours

    if settings.collect.window_hours:
        return settings
    hours = window_hours(now, settings.schedule, settings.timezone)
    collect = settings.collect.model_copy(update={"window_hours": hours})
    return settings.model_copy(update={"collect": collect})


def _beside(path: Path, settings: Settings) -> Settings:
    """The settings with the folder of own templates taken from the configuration's folder.

    Raises ``ConfigError`` if it is not there.
    """
    if not settings.look.templates:
        return settings
    folder = (path.parent / settings.look.templates).absolute()
    if not folder.is_dir():
        raise ConfigError(f"{path}: look.templates: there is no folder {folder}.")
    look = settings.look.model_copy(update={"templates": str(folder)})
    return settings.model_copy(update={"look": look})


def located(url: str, folder: Path) -> str:
    """The address of the database, a relative SQLite file taken from that folder."""
    scheme, _, name = url.partition(":///")
    if not scheme.startswith("sqlite") or not name or Path(name).is_absolute():
        return url
    return f"{scheme}:///{(folder / name).absolute()}"


def addresses(given: Sequence[str]) -> list[str]:
    """The addresses in their plain form. Raises ``AddressError`` for one that is none."""
    from digest.deliver import parse_address

    try:
        return [str(parse_address(address)) for address in given]
    except ValueError as error:
        raise AddressError(f"{error} Nothing was done.") from error


def saved(store: Store, edition_id: str | None) -> Edition:
    """The saved edition of that id, or the latest. Raises ``EditionError`` if there is none."""
    from digest import edition_json

    text = store.editions.load(edition_id) if edition_id else store.editions.latest()
    if text is None:
        which = f"no saved edition {edition_id}" if edition_id else "no saved edition yet"
        raise EditionError(
            f"There is {which}. `digest make` makes today's, `digest show --list` names those there are."
        )
    return edition_json.read(text)
