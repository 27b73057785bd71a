"""Mail that lies in files: a message each, an mbox of many, a Maildir, a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from digest.deliver.bounces.bounce_report import MOST_BYTES

_SEPARATOR = re.compile(rb"From \S+ .*\d\d?:\d\d.*\d{4}")
"""The line before each message of an mbox (RFC 4155, appendix A): who sent it and when."""
_ESCAPED = re.compile(rb">+From ")
_LINE = 65_536
"""Bytes that are read at once: a line may have no end."""


def messages_in(path: Path) -> Iterator[bytes]:
    """Every message in a file or a folder, at most 256,000 bytes of each; nothing is moved or marked.

    A folder is a Maildir if it has ``new`` and ``cur``; of another every file is read. Raises OSError.
    """
    for file in _files(path):
        with file.open("rb") as stream:
            yield from split_messages(stream)


def split_messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of an mbox, or the one message if the stream does not begin like an mbox; nothing for an empty one.

    A message is separated by a line ``From sender date`` behind a blank one.
    """
    line = stream.readline(_LINE)
    is_mbox = bool(_SEPARATOR.match(line))
    message, size, after_blank = ([], 0, False) if is_mbox else ([line], len(line), False)
    while line := stream.readline(_LINE):
        if is_mbox and after_blank and _SEPARATOR.match(line):
            yield b"".join(message)
            message, size, after_blank = [], 0, False
            continue
        after_blank = line in (b"\n", b"\r\n")
        if size < MOST_BYTES:
            message.append(line[1:] if is_mbox and _ESCAPED.match(line) else line)
            size += len(line)
    if size:
        yield b"".join(message)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    maildir = [path / name for name in ("new", "cur")]
    for folder in maildir if all(part.is_dir() for part in maildir) else [path]:
        yield from sorted(file for file in folder.iterdir() if file.is_file() and file.name[0] != ".")
