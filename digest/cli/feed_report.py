"""`digest feeds report`: a feed or page that is read wrongly, as a folder that may be shown to anybody."""

from __future__ import annotations

import json
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from digest.cli.wiring import Setup

KEPT_HEADERS = ("content-type", "cache-control", "last-modified", "date", "age", "retry-after")
"""Headers that say how an answer is to be read, and nothing of who gave it."""

REPORT_URL = "https://site1.example/feed"
"""Where the answer of a report is taken to come from."""


def write_report(setup: Setup, url: str, folder: Path, items: int) -> int:
    """Write the answer of that address without its words, its headers, and what is read of it now.

    Raises ``ConfigError`` if the folder is there already or the address gives nothing.
    """
    import asyncio

    if folder.exists():
        raise ConfigError(f"{folder} is there already. Name another folder with --out.")
    files = asyncio.run(_report(setup, url, items))
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    print(
        f"{folder}: {', '.join(files)}. Its words have been replaced; look through it before you show it to anybody.\n"
        "expected.json has what is read of it now: put right there what is wrong, and say under `about` what it is."
    )
    return 0


async def _report(setup: Setup, url: str, items: int) -> dict[str, bytes]:
    from digest.collect import open_web
    from digest.collect.anonymised import anonymise
    from digest.collect.fetch import FetchError

    with setup.store() as store:
        async with open_web(setup.settings.collect, store.cache, store.feed_health, setup.now) as web:
            try:
                response = await web.get(url)
            except FetchError as error:
                raise ConfigError(f"{url} was not read: {error}.") from error
            headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            content_type = headers.get("content-type", "")
            answer = anonymise(response.body, content_type, token_bytes(16), items)
            expected = {"about": "", **await _read(web.parsers.parse, answer, content_type)}
    return {"answer": answer, "headers.json": _json(headers), "expected.json": _json(expected)}


async def _read(
    parse: Callable[[str, str, bytes, str], Awaitable[bytes]], answer: bytes, content_type: str
) -> dict[str, Any]:
    """What is read of the answer; of a web page its article, of what cannot be read why."""
    from digest.collect.parser_pool import ParserError

    try:
        found = json.loads(await parse("feed", REPORT_URL, answer, content_type))
        if found["kind"] == "page":
            found = json.loads(await parse("page", REPORT_URL, answer, content_type))
    except ParserError as error:
        return {"error": str(error)}
    return stated(found)


def stated(parsed: dict[str, Any]) -> dict[str, Any]:
    """What was parsed without what is empty, and without what leads elsewhere."""
    said = {key: value for key, value in parsed.items() if value and key not in {"kind", "elsewhere"}}
    return said | ({"items": [stated(item) for item in said["items"]]} if "items" in said else {})


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()
