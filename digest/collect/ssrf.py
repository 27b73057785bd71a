"""Which network addresses may be talked to, checked where the connection is made.

Names are resolved here and the connection goes to the very address that was checked, so neither a
redirect nor a name that changes its answer leads inside the own network.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpcore2

Network = IPv4Network | IPv6Network

_EMBEDDING = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
"""IPv6 ranges whose last 32 bits are an IPv4 address: NAT64 (RFC 6052, RFC 8215) and the old compatible form."""


class RefusedError(httpcore2.ConnectError):
    """The name leads to an address that is not on the public internet."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is on the public internet, also when an IPv6 address carries an IPv4 one.

    Not public: private, loopback, link-local (where clouds keep their metadata), shared, reserved,
    multicast and unspecified ranges of the IANA special-purpose registries (RFC 6890).
    """
    inner = _embedded(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast


def may_connect(address: IPv4Address | IPv6Address, allowed: Iterable[Network]) -> bool:
    """Whether the address is public or in a network that the config names."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    plain = mapped or address
    return is_public(plain) or any(plain in network for network in allowed)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _EMBEDDING):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


class GuardedBackend(httpcore2.AnyIOBackend):
    """Connects over TCP to public addresses and to the networks that are allowed, to nothing else."""

    def __init__(self, allowed: Sequence[Network] = ()) -> None:
        self._allowed = tuple(allowed)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of the library's backend
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to the first address of the host that may be used and answers; raises RefusedError if none may."""
        failure: Exception = RefusedError(f"{host} leads to an address inside a private network")
        for address in await _resolve(host, port):
            if not may_connect(address, self._allowed):
                continue
            try:
                return await super().connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(self, *_: object, **__: object) -> httpcore2.AsyncNetworkStream:
        """Never: nothing on the web is a socket of this machine."""
        raise RefusedError("a socket of this machine is not on the web")


async def _resolve(host: str, port: int) -> list[IPv4Address | IPv6Address]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"the name {host} is not known") from error
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
