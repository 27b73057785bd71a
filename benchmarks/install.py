"""What an installation takes: ``python -m benchmarks.install [EXTRA ...]``.

Installs this checkout into an empty environment, plain and with each extra of ``pyproject.toml`` (or those that are named), with
nothing cached. A JSON line each: packages with this one, MB beyond the bare environment, seconds from nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from time import perf_counter


def main(extras: list[str]) -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extra in extras or ["", *project["optional-dependencies"]]:
        print(json.dumps({"extra": extra or "plain", **taken(f".[{extra}]" if extra else ".")}), flush=True)


def taken(what: str) -> dict[str, float]:
    """What installing that takes."""
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        bare = size(Path(folder)), packages(python)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", what], check=True)
        seconds = perf_counter() - start
        full = size(Path(folder)), packages(python)
    return {
        "packages": full[1] - bare[1],
        "mb": round((full[0] - bare[0]) / 1e6),
        "seconds": round(seconds, 1),
    }


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def packages(python: Path) -> int:
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json"], capture_output=True, check=True
    )
    return len(json.loads(listed.stdout))


if __name__ == "__main__":
    main(sys.argv[1:])
