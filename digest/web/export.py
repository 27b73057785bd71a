"""The archive as plain files, for any web server."""

from __future__ import annotations

from pathlib import Path

from digest.web.archive import Archive


def export(archive: Archive, folder: Path) -> int:
    """Write the whole archive; gives how many files were new or different.

    Raises OSError if the folder cannot be written.
    """
    return sum(_write(archive, path, folder) for path in archive.paths())


def _write(archive: Archive, path: str, folder: Path) -> bool:
    file = archive.file(path)
    target = folder / path if path.endswith(".xml") else folder / path / "index.html"
    if file is None or (target.is_file() and target.read_bytes() == file.body):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.body)
    return True
