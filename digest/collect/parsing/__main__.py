"""The program of a parser process: requests on standard input, JSON on standard output (see ``parser_pool``)."""

from __future__ import annotations

import json
import sys
from typing import BinaryIO

from digest.collect.parsing import LENGTH, READY
from digest.collect.parsing.values import UnreadableError, to_json

MEMORY = 1_500_000_000
"""Most bytes of address space of a parser; an ordinary page needs a tenth of it."""


def main() -> None:
    """Answer one request after the other until the input ends."""
    _limit_memory()
    import digest.collect.parsing.feed  # noqa: PLC0415 - below the memory limit, and before the clock of a document runs
    import digest.collect.parsing.page  # noqa: F401, PLC0415 - the same

    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    while (request := _read(sys.stdin.buffer)) is not None:
        body = _read(sys.stdin.buffer) or b""
        answer = _answer(json.loads(request), body)
        sys.stdout.buffer.write(LENGTH.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()


def _answer(request: dict[str, str], body: bytes) -> bytes:
    try:
        return _parse(request, body).encode("utf-8", "replace")
    except UnreadableError as error:
        return f"!{error}".encode()
    except (MemoryError, RecursionError):
        return b"!reading it needed too much memory, so it was given up"
    except Exception as error:  # noqa: BLE001 - whatever a parser raises is about this document only
        return f"!it cannot be read: {type(error).__name__}: {str(error)[:200]}".encode("utf-8", "replace")


def _parse(request: dict[str, str], body: bytes) -> str:
    if request["task"] == "feed":
        from digest.collect.parsing.feed import parse_feed  # noqa: PLC0415 - feeds need no page parser

        return to_json(parse_feed(body, request["url"], request["type"]))
    from digest.collect.parsing.page import parse_page  # noqa: PLC0415 - it takes half a second to load

    return to_json(parse_page(body, request["url"], request["type"]))


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = (
        MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    )  # one set from outside cannot be raised
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return stream.read(LENGTH.unpack(head)[0])


if __name__ == "__main__":
    main()
