"""A PostgreSQL server of one's own: made in a temporary folder, reached by a socket in it, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_USER = "digest"


def missing_programs() -> str:
    """Which of the programs is not there, for the reason of a skipped test; empty where all are."""
    return ", ".join(name for name in ("initdb", "pg_ctl") if not shutil.which(name))


@contextmanager
def postgres() -> Iterator[str]:
    """Address of a running server's empty database, as the store takes it."""
    # Not pytest's own temporary folder: its path can be longer than the 107 bytes a socket may have.
    with TemporaryDirectory(prefix="digest-pg-") as name:
        folder = Path(name)
        shutil.chown(folder, user=_owner())
        data = folder / "data"
        _run("initdb", "-D", str(data), "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        log = str(folder / "log")
        _run("pg_ctl", "-D", str(data), "-o", options, "-l", log, "-w", "start")
        try:
            yield f"postgresql://{_USER}@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _run(*command: str) -> None:
    # The server refuses to run as root, as many containers do.
    subprocess.run(
        command, check=True, capture_output=True, user=_owner() if os.geteuid() == 0 else None, cwd="/"
    )


def _owner() -> str:
    return "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
