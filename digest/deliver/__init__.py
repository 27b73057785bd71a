"""An e-mail and addresses in, deliveries out: every reader gets one copy, and every doubt has a name.

``send`` walks the copies of an edition through the relay; an ``Outbox`` remembers each of them, so that a second
call mails only who has not got it. ``open_relay`` says how to reach the relay, ``parse_address`` what a usable
address is.
"""

from digest.deliver.addresses import parse_address
from digest.deliver.outbox import Outbox
from digest.deliver.relay import Relay, open_relay
from digest.deliver.send import Report, send

__all__ = ["Outbox", "Relay", "Report", "open_relay", "parse_address", "send"]
