"""What the DNS says of a sender's domain, and what to do about it; zones are made up."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from digest.deliver.dkim import public_record
from digest.deliver.sender_check import Requirement, dkim, dmarc, open_dns, ptr, rules, spf, tls
from digest.settings import DkimSettings, Settings, WebSettings
from tests.deliver.letters import settings


@dataclass
class Zone:
    """Answers from two tables."""

    txt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hosts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def texts(self, name: str) -> tuple[str, ...]:
        return self.txt.get(name, ())

    def addresses(self, host: str) -> tuple[str, ...]:
        return self.hosts.get(host, ())

    def names(self, address: str) -> tuple[str, ...]:
        return self.hosts.get(f"ptr:{address}", ())


def _met(rule: Requirement, *words: str) -> bool | None:
    assert all(word in rule.said for word in words), rule.said
    return rule.met


def test_a_domain_without_spf_is_told_what_to_publish() -> None:
    assert _met(spf("here.example", Zone()), "publish TXT v=spf1 include:YOUR-RELAY -all") is False


@pytest.mark.parametrize(
    ("records", "met", "said"),
    [
        (("v=spf1 include:relay.example -all",), True, "see that it names your relay"),
        (("v=spf1 -all", "v=spf1 mx -all"), False, "2 records"),
        (("v=spf1 mx +all",), False, "lets everybody send"),
        (("v=spf1 mx all",), False, "lets everybody send"),
        (("v=spf10 mx -all", "something else"), False, "has no record"),
        (("v=spf1 " + "a:x.example " * 11 + "-all",), False, "more than 10 look-ups"),
        (("v=spf1 include:loop.example -all",), False, "more than 10 look-ups"),
        (("v=spf1 ip4:192.0.2.0/24 exists:%{i}.x.example ~all",), True, "here.example"),
    ],
)
def test_an_spf_record_that_receivers_cannot_use_is_told(
    records: tuple[str, ...], met: bool, said: str
) -> None:
    zone = Zone({"here.example": records, "loop.example": ("v=spf1 include:loop.example",)})
    assert _met(spf("here.example", zone), said) is met


KEYS = [rsa.generate_private_key(65537, 2048), ed25519.Ed25519PrivateKey.generate()]


@pytest.fixture(params=KEYS, ids=["rsa", "ed25519"])
def signing(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    file = tmp_path / "key.pem"
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(request.param.private_bytes(*form))
    file.chmod(0o600)
    return settings(security="tls").model_copy(update={"dkim": DkimSettings(selector="a", key=str(file))})


def test_the_key_in_the_dns_is_compared_with_ours(signing: Settings) -> None:
    ours = public_record(signing.dkim.key)
    name, other = "a._domainkey.here.example", ours[:-20] + "A" * 20
    assert _met(dkim(signing, "here.example", Zone()), f"{name} has no key: publish TXT {ours}") is False
    assert _met(dkim(signing, "here.example", Zone({name: (other,)})), "another key") is False
    assert _met(dkim(signing, "here.example", Zone({name: ("v=DKIM1; p=",)})), "another key") is False
    assert _met(dkim(signing, "here.example", Zone({name: (f"{ours}; t=s:y",)})), "t=y") is False
    spaced = ours.replace("p=", "p= ").replace(";", " ;")
    assert _met(dkim(signing, "here.example", Zone({name: (spaced,)})), "fits ours") is True


def test_without_a_key_of_ours_the_relay_must_sign_and_that_cannot_be_seen() -> None:
    assert _met(dkim(settings(), "here.example", Zone()), "dkim=pass with d=here.example") is None


@pytest.mark.parametrize(
    ("domain", "envelope", "record", "signed", "met"),
    [
        ("here.example", "here.example", "v=DMARC1; p=none", False, True),
        ("news.here.example", "bounces.here.example", "v=DMARC1; p=reject", False, True),
        ("here.example", "bounces.here.example", "v=DMARC1; p=none; aspf=s", False, False),
        ("here.example", "bounces.here.example", "v=DMARC1; p=none; aspf=s", True, True),
        ("here.example", "mailer.example", "v=DMARC1; p=none", False, False),
        ("here.example", "mailer.example", "v=DMARC1; p=none", True, True),
        ("here.example", "nothere.example", "v=DMARC1; p=none", False, False),
        ("here.example", "here.example", "v=DMARC1; p=perhaps", True, False),
        ("here.example", "here.example", "v=DMARC1", True, False),
        ("here.example", "here.example", "spam", True, False),
    ],
)
def test_dmarc_needs_a_policy_and_somebody_who_speaks_for_the_sender(
    domain: str, envelope: str, record: str, signed: bool, met: bool
) -> None:
    zone = Zone({"_dmarc.here.example": (record,), "_dmarc.example": ("v=DMARC1; p=none",)})
    assert dmarc(domain, envelope, zone, signed=signed).met is met


def test_a_relay_whose_address_has_no_name_of_its_own_is_told() -> None:
    # Addresses for documentation count as private, so a public one stands in.
    hosts = {"relay.example": ("9.9.9.9",), "ptr:9.9.9.9": ("out.relay.example",)}
    assert _met(ptr("relay.example", Zone(hosts=hosts)), "no name that leads back") is False
    assert ptr("relay.example", Zone(hosts={**hosts, "out.relay.example": ("9.9.9.9",)})).met is True
    assert ptr("relay.example", Zone(hosts={"relay.example": ("192.0.2.1",)})).met is None
    assert ptr("relay.example", Zone()).met is None


@pytest.mark.parametrize(
    ("host", "security", "met"),
    [
        ("relay.example", "tls", True),
        ("relay.example", "none", False),
        ("127.0.0.1", "none", None),
        ("localhost", "none", None),
    ],
)
def test_mail_that_can_be_read_on_its_way_is_told(host: str, security: str, met: bool | None) -> None:
    assert tls(settings(host=host, security=security)).met is met


def test_all_rules_are_looked_at_and_named(signing: Settings) -> None:
    zone = Zone(
        {
            "here.example": ("v=spf1 mx -all",),
            "_dmarc.here.example": ("v=DMARC1; p=none",),
            "a._domainkey.here.example": (public_record(signing.dkim.key),),
        },
        {"here.example": ("192.0.2.1",)},
    )
    config = signing.model_copy(update={"web": WebSettings(url="https://here.example")})
    assert {rule.name: rule.met for rule in rules(config, zone)} == {
        "SPF": True,
        "DKIM": True,
        "DMARC": True,
        "TLS": True,
        "PTR": None,
        "one-click": None,
        "complaints": None,
    }


@pytest.mark.parametrize(
    ("url", "met", "said"),
    [
        ("https://here.example", None, "if `digest serve` answers there: not tried"),
        ("https://nowhere.example", False, "nowhere.example has no address in the DNS"),
        ("http://here.example", False, "http://here.example is not https"),
        ("", False, "readers leave by mail only"),
    ],
)
def test_leaving_with_one_click_is_said_as_far_as_it_was_tried(url: str, met: bool | None, said: str) -> None:
    config = settings().model_copy(update={"web": WebSettings.model_construct(url=url, signup=True)})

    rule = next(r for r in rules(config, Zone({}, {"here.example": ("192.0.2.1",)})) if r.name == "one-click")

    assert (met, True) == (rule.met, said in rule.said)


class _Names(socketserver.BaseRequestHandler):
    """A server of names with one zone; it fails for one of them."""

    ANSWERS = (
        ("here.example.", "TXT", '"v=spf1 " "mx -all"'),
        ("hostile.example.", "TXT", '"v=spf1 \\027[31m\\255"'),
        ("relay.example.", "A", "192.0.2.7"),
        ("relay.example.", "AAAA", "2001:db8::7"),
        ("7.2.0.192.in-addr.arpa.", "PTR", "relay.example."),
    )

    def handle(self) -> None:
        octets, line = self.request
        asked = dns.message.from_wire(octets)
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.RA
        question = asked.question[0]
        name, kind = question.name.to_text(), dns.rdatatype.to_text(question.rdtype)
        found = [a for a in self.ANSWERS if a[0] == name]
        answer.set_rcode(
            dns.rcode.SERVFAIL
            if name == "broken.example."
            else dns.rcode.NOERROR
            if found
            else dns.rcode.NXDOMAIN
        )
        answer.answer += [dns.rrset.from_text(n, 60, "IN", k, text) for n, k, text in found if k == kind]
        line.sendto(answer.to_wire(), self.client_address)


@contextmanager
def _names() -> Iterator[int]:
    with socketserver.UDPServer(("127.0.0.1", 0), _Names) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join(5)


def test_the_dns_is_asked_and_what_does_not_exist_is_nothing() -> None:
    with _names() as port:
        dns_ = open_dns("127.0.0.1", port)
        assert dns_.texts("here.example") == ("v=spf1 mx -all",)
        assert dns_.texts("hostile.example") == ("v=spf1 ?[31m\ufffd",)
        assert dns_.texts("relay.example") == ()
        assert dns_.texts("nowhere.example") == ()
        assert dns_.texts("x" * 64 + ".example") == ()
        assert dns_.addresses("relay.example") == ("192.0.2.7", "2001:db8::7")
        assert dns_.addresses("192.0.2.7") == ("192.0.2.7",)
        assert dns_.names("192.0.2.7") == ("relay.example",)
        with pytest.raises(OSError, match=r"does not answer for broken\.example"):
            dns_.texts("broken.example")
