"""Asking the DNS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import dns.exception
import dns.inet
import dns.name
import dns.resolver
import dns.reversename

_PATIENCE = 10.0
"""Seconds for one question, tries at all servers included."""


@dataclass(frozen=True, slots=True)
class Dns:
    """The servers that this machine asks, or the ones given."""

    _servers: dns.resolver.Resolver

    def texts(self, name: str) -> tuple[str, ...]:
        """TXT records, the strings of each joined; what cannot be printed becomes a question mark."""
        joined = (b"".join(record.strings).decode("utf-8", "replace") for record in self._asked(name, "TXT"))
        return tuple("".join(c if c.isprintable() else "?" for c in text) for text in joined)

    def addresses(self, host: str) -> tuple[str, ...]:
        """A and AAAA records; an IP address is its own."""
        if dns.inet.is_address(host):
            return (host,)
        return tuple(str(record) for kind in ("A", "AAAA") for record in self._asked(host, kind))

    def names(self, address: str) -> tuple[str, ...]:
        """PTR records of an IP address."""
        records = self._asked(str(dns.reversename.from_address(address)), "PTR")
        return tuple(str(record).rstrip(".") for record in records)

    def _asked(self, name: str, kind: str) -> list[Any]:
        try:
            return list(self._servers.resolve(name, kind, lifetime=_PATIENCE, search=False))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.name.LabelTooLong, dns.name.EmptyLabel):
            return []
        except dns.exception.DNSException as error:
            raise OSError(f"the DNS does not answer for {name}: {type(error).__name__}") from error


def open_dns(server: str = "", port: int = 53) -> Dns:
    """The servers that this machine asks; or that one. Raises OSError where none is configured."""
    if server:
        servers = dns.resolver.Resolver(configure=False)
        servers.nameservers, servers.port = [server], port
        return Dns(servers)
    try:
        return Dns(dns.resolver.Resolver())
    except dns.resolver.NoResolverConfiguration as error:
        raise OSError("this machine has no DNS server to ask") from error
