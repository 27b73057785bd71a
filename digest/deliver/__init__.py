"""A campaign and recipients in, deliveries out: every reader gets one copy, and every uncertain copy is named.

``send`` mails the copies of a ``Campaign`` through a ``Relay`` and records each of them, so that a second call skips
recipients who have it; its ``SendResult`` names the rest. ``send_one`` sends a single message that is no
edition. ``open_relay`` says how to reach the relay, ``parse_address`` what a usable address is, ``SignedLinks`` makes
readers' own links. ``notify`` tells other channels that an edition is out.

Mail that comes back is read in ``deliver.bounces``.
"""

from digest.deliver.notify import notify
from digest.deliver.relay import Relay, open_relay
from digest.deliver.send import Campaign, Recipient, SendResult, send, send_one
from digest.deliver.signed_links import SignedLinks
from digest.deliver.smtp.addresses import parse_address

__all__ = [
    "Campaign",
    "Recipient",
    "Relay",
    "SendResult",
    "SignedLinks",
    "notify",
    "open_relay",
    "parse_address",
    "send",
    "send_one",
]
