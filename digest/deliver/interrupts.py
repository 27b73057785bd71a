"""Ctrl-C while copies are on their way: the first asks to stop, the second stops."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stop_gently() -> Iterator[Callable[[], bool]]:
    """Says whether the user has asked to stop; asked once more, KeyboardInterrupt is raised as usual.

    What is on its way can so be let end and written down. Where somebody else answers the signal, as the scheduler
    does, or this is not the main thread, nothing changes.
    """
    asked = False

    def ask(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    if not _is_ours():
        yield lambda: False
        return
    signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_ours() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and signal.getsignal(signal.SIGINT) is signal.default_int_handler
