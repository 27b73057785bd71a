"""How fast the command line starts: ``python -m benchmarks.startup``.

A JSON line: the median seconds of ``python -c pass`` and of ``digest --help``, and their ratio, measured in turns
in one run, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 31
SCRIPT = str(Path(sys.executable).with_name("digest"))


def main() -> None:
    bare, helped = zip(
        *((seconds("-c", "pass"), seconds(SCRIPT, "--help")) for _ in range(ROUNDS)), strict=True
    )
    pass_, help_ = median(bare), median(helped)
    print(
        json.dumps(
            {
                "pass_s": round(pass_, 4),
                "help_s": round(help_, 4),
                "ratio": round(help_ / pass_, 2),
                "reach": 5,
            }
        )
    )


def seconds(*args: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
