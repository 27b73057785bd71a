from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from digest.collect.ssrf import may_connect


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::",
        "::127.0.0.1", "2001:db8::1", "2001:0:53aa:64c:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_an_address_that_is_not_on_the_public_internet_is_refused(address: str) -> None:
    assert not may_connect(ip_address(address), ())


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"],
)
def test_a_public_address_may_be_connected_to(address: str) -> None:
    assert may_connect(ip_address(address), ())


def test_a_network_that_the_config_names_may_be_connected_to_and_nothing_beside_it() -> None:
    allowed = (ip_network("10.1.0.0/16"),)

    assert (True, True, False) == tuple(
        may_connect(ip_address(a), allowed) for a in ("10.1.2.3", "::ffff:10.1.2.3", "10.2.0.1")
    )
