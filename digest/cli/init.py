"""Write a commented config.yaml to start from."""

from __future__ import annotations

import argparse

from digest.cli import wiring
from digest.errors import ConfigError


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest.config import default_text

    try:
        with args.config.open("x", encoding="utf-8") as file:
            file.write(default_text())
    except FileExistsError:
        raise ConfigError(
            f"{args.config} is there already and stays as it is. Name another with --config FILE."
        ) from None
    except OSError as error:
        raise ConfigError(f"{args.config} cannot be written: {error.strerror}.") from error
    print(f"Wrote {args.config}. Look through it, then run `digest preview`.")
    return 0
