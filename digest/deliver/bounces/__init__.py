"""What comes back: reports, the addresses they are sent to, and the mailbox they arrive in."""
