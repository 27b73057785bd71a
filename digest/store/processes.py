"""Which process of which machine holds something, so that on its own machine a dead one is known at once.

A process is named by its machine since it was started, its number and the moment of its start: numbers are given anew.
Only Linux says all of it; elsewhere nobody is known to be dead, and leases run out by time.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_PROC = Path("/proc")
_STATE, _START = 0, 19
"""Places of both in /proc/PID/stat behind the name in brackets: proc_pid_stat(5), fields 3 and 22."""


def process_name(pid: int | None = None) -> str:
    """The name of that process or of this one; empty if the system does not tell, or if it has ended."""
    pid = pid or os.getpid()
    started, machine = _started(pid), _machine()
    return f"{machine}:{pid}:{started}" if machine and started else ""


def is_dead(name: str) -> bool:
    """Whether it was a process of this machine that has ended; never said of one whose machine is another."""
    machine, _, rest = name.partition(":")
    pid, _, _started_at = rest.partition(":")
    return bool(machine) and machine == _machine() and pid.isdecimal() and process_name(int(pid)) != name


def _machine() -> str:
    """This machine since it was started, as seen from this container: others in it count processes of their own."""
    try:
        uptime = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return hashlib.sha256(f"{uptime} {(_PROC / 'self/ns/pid').readlink()}".encode()).hexdigest()[:16]
    except OSError:
        return ""


def _started(pid: int) -> str:
    """When the process was started, in ticks of its machine's clock; empty if it has ended."""
    try:
        stat = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    return "" if fields[_STATE] in "ZX" else fields[_START]  # a zombie has ended as well
