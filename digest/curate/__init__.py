"""Curation: entries and articles, the reader's topics and what was told before in; stories and picks out. Pure.

``shortlist`` says which entries are worth fetching, ``curate`` which stories are printed.
"""

from digest.curate.select import curate, shortlist

__all__ = ["curate", "shortlist"]
