"""Claims and the sentences they cite in, key points or findings out.

``verify`` compares each claim with exactly the sentences that it cites and lets through what they
prove; ``assess`` says of a claim whether it is proved, refuted or undecided, and ``admit`` lets it through on a judge's answer
or, without one, on that proof; ``verbatim`` takes the cited sentence if a claim did not pass; ``restore`` reads back a point
that passed when its edition was made; ``edited_point`` takes an editor's words with the findings of ``examine_edit``;
``is_proved`` asks
whether a sentence says a text by its structure; ``clean`` is a text as readers get it, ``checks`` names what is asked. Nothing else in the program makes a ``KeyPoint``.
"""

from digest.verify.gate import (
    admit,
    assess,
    checks,
    edited_point,
    examine_edit,
    is_proved,
    restore,
    verbatim,
    verify,
)
from digest.verify.wellformed import clean

__all__ = [
    "admit",
    "assess",
    "checks",
    "clean",
    "edited_point",
    "examine_edit",
    "is_proved",
    "restore",
    "verbatim",
    "verify",
]
