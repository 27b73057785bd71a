"""Claims and the sentences they cite in, key points or findings out.

``verify`` compares each claim with exactly the sentences that it cites and lets through what they
support; ``verbatim`` takes the cited sentence where a claim did not pass; ``restore`` reads back a point
that passed when its edition was made. Nothing else in the program makes a ``KeyPoint``.
"""

from digest.verify.gate import restore, verbatim, verify

__all__ = ["restore", "verbatim", "verify"]
