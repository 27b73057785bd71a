"""Summarise: a story goes in, claims that cite its sentences come out. They are untrusted until ``verify``.

`extract` picks sentences and needs no model; `upcoming_events`, `key_figures` and `notable_quotes` find what is printed
beside the stories. `open_model` opens a `Model`, which is asked to `propose` claims, to `repair` those that did not
pass, and to `answer_topic_questions`; `open_judge` opens who says whether the cited sentences say them.
"""

from digest.summarise.extractive import extract
from digest.summarise.llm.model import Model, open_model
from digest.summarise.llm.open_judge import open_judge
from digest.summarise.llm.propose import propose
from digest.summarise.llm.repair import repair
from digest.summarise.llm.topic_questions import answer_topic_questions
from digest.summarise.number_of_day import key_figures
from digest.summarise.quote_of_day import notable_quotes
from digest.summarise.upcoming import upcoming_events

__all__ = [
    "Model",
    "answer_topic_questions",
    "extract",
    "key_figures",
    "notable_quotes",
    "open_judge",
    "open_model",
    "propose",
    "repair",
    "upcoming_events",
]
