"""Curation: entries and articles, the reader's topics and earlier coverage in; stories and picks out. Pure.

``shortlist`` says which entries are worth fetching, ``curate`` which stories are printed, ``topic_questions`` what a
model may be asked before that.
"""

from digest.curate.curation import curate, shortlist, topic_questions

__all__ = [
    "curate",
    "shortlist",
    "topic_questions",
]
