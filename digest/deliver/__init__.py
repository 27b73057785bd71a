"""An e-mail and addresses in, deliveries out: every reader gets one copy, and every doubt has a name.

``send`` walks the copies of an edition through the relay; an ``Outbox`` remembers each of them, so that a second
call mails only who has not got it. ``open_relay`` says how to reach the relay, ``parse_address`` what a usable
address is. ``Links`` makes readers' own addresses to confirm and to leave by, ``send_one`` asks for confirmation.

``Returns`` are the addresses that copies come back to, ``open_inbox`` the mailbox where they do, ``read_notice``
says what a mail that came back means. ``notify`` tells other channels that an edition is out.
"""

from digest.deliver.bounces.bounce_report import BounceReport, read_bounce_report
from digest.deliver.bounces.mailbox import open_inbox
from digest.deliver.bounces.return_path import ReturnPath, open_returns
from digest.deliver.message import PREFERENCES_URL, UNSUBSCRIBE_URL
from digest.deliver.notify import notify, read_channels
from digest.deliver.outbox import Outbox
from digest.deliver.relay import Relay, open_relay
from digest.deliver.send import Recipient, SendResult, send, send_one
from digest.deliver.signed_links import SignedLinks
from digest.deliver.smtp.addresses import parse_address

__all__ = [
    "PREFERENCES_URL",
    "UNSUBSCRIBE_URL",
    "BounceReport",
    "Outbox",
    "Recipient",
    "Relay",
    "ReturnPath",
    "SendResult",
    "SignedLinks",
    "notify",
    "open_inbox",
    "open_relay",
    "open_returns",
    "parse_address",
    "read_bounce_report",
    "read_channels",
    "send",
    "send_one",
]
