"""The port for monitors, beside a command that stays up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.cli.wiring import Setup


@contextmanager
def monitored(setup: Setup) -> Iterator[None]:
    """Answer monitors while what runs inside runs. A port that cannot be used is told and stops nothing."""
    from digest.pipeline.health import HealthWatch
    from digest.web.health import answering

    health, watch = setup.settings.health, HealthWatch(setup.store, setup.settings, setup.clock)
    with ExitStack() as stack:
        try:
            address = stack.enter_context(answering(watch, setup.settings, setup.clock))
        except OSError as error:
            print(
                f"Monitors get no answer at {health.host}:{health.port}: {error.strerror}. Change health.port if nothing "
                "of ours has it.",
                file=sys.stderr,
                flush=True,
            )
        else:
            if address:
                print(f"Monitors get answers at {address}healthz, readyz and metrics.", flush=True)
        yield
