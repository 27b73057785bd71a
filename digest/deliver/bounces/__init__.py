"""Mail that comes back: what it reports, the address that it is sent to, and the mailbox that it arrives in."""

from digest.deliver.bounces.bounce_report import BounceReport, read_bounce_report
from digest.deliver.bounces.mailbox import open_inbox
from digest.deliver.bounces.return_path import ReturnPath, open_return_path

__all__ = ["BounceReport", "ReturnPath", "open_inbox", "open_return_path", "read_bounce_report"]
