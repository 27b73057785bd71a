"""One request and what came of it: redirects, retries, size and time limits. The only connections outward."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore2
import httpx2

from digest.collect.parsing import urls
from digest.collect.ssrf import GuardedBackend, Network, RefusedError
from digest.text.plurals import pluralise

MAX_REDIRECTS = 6
"""Most redirects that are followed for one page; browsers stop at 20, news sites need two or three."""

MAX_RETRY_WAIT = 10.0
"""Longest Retry-After in seconds that is waited for; a publisher who asks for more is left alone today."""

RETRIES = 2
CONNECT_SECONDS = 5.0

_REDIRECT = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_TRANSIENT = frozenset({429, 502, 503, 504})

Check = Callable[[str], Awaitable[None]]
"""Called with every address before it is asked; raises FetchError if it may not be asked."""


class FetchError(Exception):
    """Why something could not be fetched, as a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer read to its end and unpacked. Names of headers are in lower case."""

    url: str
    """The address that answered, after redirects."""
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved: str = ""
    """Where the resource has moved for good, if every redirect on the way said so; else empty."""
    size: int = 0
    """Bytes of all bodies as they came over the wire."""
    requests: int = 1


def open_client(agent: str, connections: int, allowed: Sequence[Network]) -> httpx2.AsyncClient:
    """A client that keeps no cookies, uses no proxy and connects only to the addresses that ``ssrf`` allows."""
    return httpx2.AsyncClient(
        transport=_GuardedTransport(connections, allowed),
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        trust_env=False,
    )


class _GuardedTransport(httpx2.AsyncHTTPTransport):
    def __init__(self, connections: int, allowed: Sequence[Network]) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(allowed),
        )


async def fetch(
    client: httpx2.AsyncClient,
    url: str,
    *,
    check: Check,
    timeout: float,  # noqa: ASYNC109 - the limit is for one try, the waits between tries come on top
    max_bytes: int,
    now: datetime,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Get a page: ``timeout`` seconds a try, two more tries if the server asks to wait.

    Raises FetchError if there is no answer, or one with a status that is neither 2xx, 304 nor 4xx/5xx
    of the final address; such a status is returned, its body is not read.
    """
    for attempt in range(RETRIES + 1):
        wait = 1.0 + attempt
        try:
            async with asyncio.timeout(timeout):
                response = await _follow_redirects(client, url, headers or {}, check, max_bytes)
            if response.status not in _TRANSIENT:
                return response
            wait = retry_after(response.headers.get("retry-after", ""), now, wait)
        except TimeoutError:
            raise FetchError(f"no whole answer within {pluralise(timeout, 'second')}") from None
        except (httpx2.RemoteProtocolError, httpx2.ReadError) as error:
            if attempt == RETRIES:
                raise FetchError(f"the connection broke off: {error}") from error
            continue
        except httpx2.HTTPError as error:
            raise FetchError(_describe_error(error)) from error
        if attempt == RETRIES or wait > MAX_RETRY_WAIT:
            return response
        await asyncio.sleep(wait)
    raise AssertionError("the last attempt returns or raises")


def retry_after(value: str, now: datetime, default: float) -> float:
    """Seconds that a Retry-After header asks for, given as seconds or as a date (RFC 9110, 10.2.3)."""
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (ValueError, TypeError):
        return default


def describe_status(status: int) -> str:
    """What a status other than success means, as a clause for the user."""
    meaning = {
        401: "it asks for a password",
        403: "the site refuses this program",
        404: "there is nothing at this address",
        410: "the publisher has removed it for good; take it out of the config",
        429: "the site asks to be left alone for now",
    }
    return f"{meaning.get(status, 'the site answers with an error')} (status {status})"


def _describe_error(error: httpx2.HTTPError) -> str:
    cause: BaseException | None = error
    while cause and not isinstance(cause, RefusedError):
        cause = cause.__cause__
    if cause:
        return f"{cause}; name the network in collect.allow_private_hosts if that is meant"
    if isinstance(error, httpx2.ConnectTimeout):
        return f"no connection within {CONNECT_SECONDS:g} seconds"
    return (
        f"no connection: {error}" if isinstance(error, httpx2.ConnectError) else f"no usable answer: {error}"
    )


async def _follow_redirects(
    client: httpx2.AsyncClient, url: str, headers: Mapping[str, str], check: Check, max_bytes: int
) -> Response:
    # For these redirects alone: some sites redirect to themselves until their cookie comes back.
    cookies = httpx2.Cookies()
    moved, permanent = "", True
    for hop in range(MAX_REDIRECTS + 1):
        await check(url)
        request = client.build_request("GET", url, headers=dict(headers), cookies=cookies)
        # The caller limits the whole try. A limit between two reads would let a body come in drop by drop for hours.
        request.extensions["timeout"] = {
            "connect": CONNECT_SECONDS,
            "read": None,
            "write": None,
            "pool": None,
        }
        response = await client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECT and "location" in response.headers:
                cookies.extract_cookies(response)
                permanent = permanent and response.status_code in _PERMANENT
                url = _redirect_target(response, url)
                moved = url if permanent else moved
                continue
            body = await _read_body(response, max_bytes) if response.is_success else b""
            return Response(
                url=url,
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                body=body,
                moved=moved if permanent else "",
                size=response.num_bytes_downloaded,
                requests=hop + 1,
            )
        finally:
            await response.aclose()
    raise FetchError(f"more than {MAX_REDIRECTS} redirects; the address leads in a circle")


def _redirect_target(response: httpx2.Response, url: str) -> str:
    location = response.headers["location"]
    target = urls.clean(location, url)
    if not target:
        raise FetchError(f"it redirects to {location[:100]}, which is no http or https address")
    return target


async def _read_body(response: httpx2.Response, max_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in _decoded_body(response):
        body += chunk
        if len(body) > max_bytes:
            raise FetchError(f"it is larger than {max_bytes:,} bytes (collect.max_bytes)")
    return bytes(body)


async def _decoded_body(response: httpx2.Response) -> AsyncIterator[bytes]:
    """The body in pieces of at most 64 KB, so that a bomb is noticed before it is unpacked."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"it is packed as {coding[:30]}, which was not asked for")
    decoder = None
    async for raw in response.aiter_raw():
        if coding in ("", "identity"):
            yield raw
            continue
        # 47 is 32 + 15: the header says whether it is zlib or gzip; -15: deflate without a header (zlib manual, inflateInit2).
        decoder = decoder or zlib.decompressobj(wbits=-15 if _is_raw_deflate(coding, raw) else 47)
        for chunk in _decompressed(decoder, raw):
            yield chunk
    if decoder and not decoder.eof:
        raise FetchError("its body ends in the middle")


def _decompressed(decoder: zlib._Decompress, raw: bytes) -> Iterator[bytes]:
    while raw:
        try:
            yield decoder.decompress(raw, 65_536)
        except zlib.error as error:
            raise FetchError("its body cannot be unpacked") from error
        raw = decoder.unconsumed_tail


def _is_raw_deflate(coding: str, data: bytes) -> bool:
    """Whether deflated data lacks the header that RFC 9110 asks for, as some servers send it."""
    # Compression method 8, and both bytes as a number a multiple of 31 (RFC 1950, section 2.2).
    return coding == "deflate" and not (data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0)
