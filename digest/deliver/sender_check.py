"""What the DNS says of the sender's domain, and which of Gmail's and Yahoo's rules for senders are met by it.

Both ask (since 2024, of whoever sends 5,000 mails a day and, in part, of everybody): SPF and DKIM, DMARC with From
aligned, TLS, names for addresses (PTR), leaving with one click, few complaints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Protocol
from urllib.parse import urlsplit

import dns.exception
import dns.inet
import dns.name
import dns.resolver
import dns.reversename

from digest.deliver.dkim import public_record
from digest.deliver.smtp.addresses import parse_address
from digest.settings import Settings

_LOOKUPS = 10
"""Look-ups in the DNS that an SPF record may cost: RFC 7208, 4.6.4."""
_WALK = 8
"""Names that are tried for a DMARC record, from the domain upwards."""

_SPF = re.compile(r"v=spf1(?: |$)", re.IGNORECASE)
_ASKS = re.compile(r"[-+~?]?(include|redirect|exists|a|mx|ptr)\b[:=]?(.*)", re.IGNORECASE)


class Resolver(Protocol):
    """Answers from the DNS; nothing if a name does not exist. Raises OSError if nobody answers."""

    def texts(self, name: str) -> tuple[str, ...]:
        """TXT records, the strings of each joined."""
        ...

    def addresses(self, host: str) -> tuple[str, ...]:
        """A and AAAA records."""
        ...

    def names(self, address: str) -> tuple[str, ...]:
        """PTR records of an IP address."""
        ...


@dataclass(frozen=True, slots=True)
class Requirement:
    """One rule: whether it is met (None: it cannot be seen from here), and what to do."""

    name: str
    met: bool | None
    said: str


def rules(settings: Settings, resolver: Resolver) -> Iterator[Requirement]:
    """Look at each rule. Raises OSError if the DNS does not answer, MessageError for a key that cannot be used."""
    sender = parse_address(settings.sender.address).domain
    envelope = settings.bounces.address.rpartition("@")[2].lower() or sender
    yield spf(envelope, resolver)
    yield dkim(settings, sender, resolver)
    yield dmarc(sender, envelope, resolver, signed=bool(settings.dkim.selector))
    yield tls(settings)
    yield ptr(settings.smtp.host, resolver)
    yield _one_click(settings, resolver)
    yield Requirement(
        "complaints",
        None,
        "stay under 0.1 %: Google's Postmaster Tools show the share; complaints that arrive by mail are counted "
        "by `digest bounces`",
    )


def spf(domain: str, resolver: Resolver) -> Requirement:
    """Whether the envelope's domain says who may send for it, in one record that receivers can evaluate."""
    records = _spf_records(domain, resolver)
    if not records:
        wanted = "v=spf1 include:YOUR-RELAY -all"
        return Requirement(
            "SPF", False, f"{domain} has no record: publish TXT {wanted}, as your relay's help says"
        )
    if len(records) > 1:
        return Requirement(
            "SPF", False, f"{domain} has {len(records)} records, which counts as none: leave one"
        )
    terms = records[0].lower().split()
    if {"all", "+all"} & set(terms):
        return Requirement(
            "SPF", False, f"{domain} lets everybody send in its name: end the record with -all or ~all"
        )
    lookups = _lookups(records[0], resolver)
    if lookups > _LOOKUPS:
        return Requirement(
            "SPF", False, f"the record of {domain} costs more than {_LOOKUPS} look-ups: shorten it"
        )
    return Requirement("SPF", True, f"{domain}: {records[0]}; see that it names your relay")


def dkim(settings: Settings, domain: str, resolver: Resolver) -> Requirement:
    """Whether receivers find the key that fits ours."""
    selector = settings.dkim.selector
    if not selector:
        advice = f"mail a copy to yourself and look for dkim=pass with d={domain}"
        return Requirement("DKIM", None, f"we do not sign (dkim.selector), so the relay must: {advice}")
    name, ours = f"{selector}._domainkey.{domain}", public_record(settings.dkim.key)
    found = [_tags(text) for text in resolver.texts(name) if "p=" in text]
    if not found:
        return Requirement("DKIM", False, f"{name} has no key: publish TXT {ours}")
    if found[0]["p"] != _tags(ours)["p"]:
        return Requirement("DKIM", False, f"{name} has another key than dkim.key: publish TXT {ours}")
    if "y" in found[0].get("t", "").split(":"):
        return Requirement("DKIM", False, f"{name} says t=y, which is for trying out: take it away")
    return Requirement("DKIM", True, f"{name} has the key that fits ours")


def dmarc(domain: str, envelope: str, resolver: Resolver, *, signed: bool) -> Requirement:
    """Whether there is a policy, and SPF or DKIM speak for the domain in From (RFC 7489, 3.1)."""
    place, tags = _policy(domain, resolver)
    if tags.get("p", "").lower() not in {"none", "quarantine", "reject"}:
        wanted = f"v=DMARC1; p=none; rua=mailto:dmarc@{domain}"
        return Requirement("DMARC", False, f"{domain} has no policy: publish at _dmarc.{domain} TXT {wanted}")
    strict = tags.get("aspf", "r").lower() == "s"
    aligned = envelope == domain if strict else f".{envelope}".endswith(f".{place}")
    said = f"{place} has p={tags['p']}; bounces go to {envelope}, which is {'' if aligned else 'not '}aligned"
    if signed:
        return Requirement("DMARC", True, f"{said}; our signature is")
    if aligned:
        return Requirement("DMARC", True, said)
    return Requirement("DMARC", False, f"{said}: sign with DKIM, or set bounces.address within {place}")


def tls(settings: Settings) -> Requirement:
    """Whether mail leaves us encrypted."""
    if settings.smtp.security != "none":
        return Requirement("TLS", True, f"{settings.smtp.security}, with a certificate that was checked")
    if _is_near(settings.smtp.host):
        return Requirement("TLS", None, "none to the relay of this network: it must use TLS from there on")
    return Requirement(
        "TLS", False, "mail to the relay can be read on its way: set smtp.security to starttls or tls"
    )


def ptr(host: str, resolver: Resolver) -> Requirement:
    """Whether the relay's addresses have names that lead back to them. It may send from others: a hint only."""
    addresses = resolver.addresses(host)
    if not addresses or any(_is_near(address) for address in addresses):
        return Requirement(
            "PTR", None, "the address from which the relay sends must have a name that leads back to it"
        )
    for address in addresses:
        if not any(address in resolver.addresses(name) for name in resolver.names(address)):
            return Requirement(
                "PTR", False, f"{address} of {host} has no name that leads back to it: tell its operator"
            )
    return Requirement("PTR", True, f"the addresses of {host} have names that lead back to them")


def _one_click(settings: Settings, resolver: Resolver) -> Requirement:
    """Whether readers can leave with one click, as far as the name of the server says it: whether it answers is not tried."""
    url, host = settings.web.url, urlsplit(settings.web.url).hostname or ""
    if not url or not settings.web.signup:
        return Requirement(
            "one-click", False, "readers leave by mail only: set web.url and run `digest serve`"
        )
    if not url.startswith("https://"):
        return Requirement(
            "one-click", False, f"{url} is not https, and mail programs offer one click for nothing else"
        )
    if not resolver.addresses(host):
        return Requirement("one-click", False, f"{host} has no address in the DNS: readers could not leave")
    return Requirement(
        "one-click", None, f"readers leave with one click at {url} if `digest serve` answers there: not tried"
    )


def _spf_records(domain: str, resolver: Resolver) -> list[str]:
    return [text for text in resolver.texts(domain) if _SPF.match(text)]


def _lookups(record: str, resolver: Resolver) -> int:
    """Look-ups that the record costs, those of the records it includes among them; counting ends beyond the most."""
    count, records = 0, [record]
    while records and count <= _LOOKUPS:
        for asks in filter(None, map(_ASKS.fullmatch, records.pop().split()[1:])):
            count += 1
            if asks[1].lower() in {"include", "redirect"} and "%" not in asks[2] and count <= _LOOKUPS:
                records += _spf_records(asks[2], resolver)[:1]
    return count


def _policy(domain: str, resolver: Resolver) -> tuple[str, dict[str, str]]:
    """Where the DMARC policy of the domain is, and its tags: at the domain or above it, below the top level."""
    labels = domain.split(".")
    for first in range(max(0, len(labels) - _WALK), len(labels) - 1):
        place = ".".join(labels[first:])
        for text in resolver.texts(f"_dmarc.{place}"):
            if text.upper().startswith("V=DMARC1"):
                return place, _tags(text)
    return domain, {}


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";"))
    return {name.strip().lower(): "".join(value.split()) for name, _, value in pairs}


def _is_near(host: str) -> bool:
    """Whether it is this machine or a network of one's own."""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_private or address.is_loopback


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
    """The servers that this machine asks; or that one. Raises OSError if none is configured."""
    if server:
        servers = dns.resolver.Resolver(configure=False)
        servers.nameservers, servers.port = [server], port
        return Dns(servers)
    try:
        return Dns(dns.resolver.Resolver())
    except dns.resolver.NoResolverConfiguration as error:
        raise OSError("this machine has no DNS server to ask") from error
