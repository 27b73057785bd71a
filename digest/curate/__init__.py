"""Curation: entries and articles, the reader's topics and what was told before in; stories and picks out. Pure.

``shortlist`` says which entries are worth fetching, ``curate`` which stories are printed, ``doubts`` what somebody who
can read might decide before.
"""

from digest.curate.curation import curate, shortlist, topic_questions

__all__ = [
    "curate",
    "shortlist",
    "topic_questions",
]
