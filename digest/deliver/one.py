"""One mail to one address: the request to confirm a sign-up. It has no row; who misses it asks again."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from digest.deliver.addresses import parse_address
from digest.deliver.conversation import Outcome
from digest.deliver.dkim import open_signer
from digest.deliver.message import compose
from digest.deliver.relay import Relay
from digest.models import Email
from digest.settings import Settings


def send_one(
    email: Email, address: str, relay: Relay, *, settings: Settings, leave: str, now: datetime
) -> Outcome:
    """Send the e-mail; ``leave`` is the address that cancels what it is about. Raises RelayError."""
    letter = compose(email, settings.title, settings.sender, now)
    sign, to = open_signer(settings.dkim, letter.sender, now), parse_address(address)
    copy = sign(letter.copy(to, f"<{uuid4().hex}@{letter.sender.domain}>", leave))
    with relay.connect() as connection:
        return connection.deliver(letter.sender, to, copy)
