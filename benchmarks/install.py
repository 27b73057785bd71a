"""What an installation takes: ``python -m benchmarks.install``.

Installs this checkout into an empty environment; a JSON line: packages with this one, MB beyond the bare environment.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import venv
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        bare = size(Path(folder)), packages(python)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "."], check=True)
        full = size(Path(folder)), packages(python)
    print(json.dumps({"packages": full[1] - bare[1], "mb": round((full[0] - bare[0]) / 1e6)}))


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def packages(python: Path) -> int:
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json"], capture_output=True, check=True
    )
    return len(json.loads(listed.stdout))


if __name__ == "__main__":
    main()
