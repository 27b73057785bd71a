"""Summarise: a story goes in, claims that cite its sentences come out. They are untrusted until ``verify``.

`extract` picks sentences and needs no model; `ahead`, `figures` and `sayings` find what stands beside the stories.
`open_model` gives a `Model` to `propose` claims and to `repair` those that did not pass, to `review` those that did, and
to `judge` which stories are about a topic; `estimate` says beforehand what that may cost.
"""

from digest.summarise.ahead import ahead
from digest.summarise.extractive import extract
from digest.summarise.figure import figures
from digest.summarise.judgement import Judgement, judge
from digest.summarise.model import Model, open_model
from digest.summarise.propose import estimate, propose, repair
from digest.summarise.quotation import sayings
from digest.summarise.review import Doubt, review

__all__ = [
    "Doubt",
    "Judgement",
    "Model",
    "ahead",
    "estimate",
    "extract",
    "figures",
    "judge",
    "open_model",
    "propose",
    "repair",
    "review",
    "sayings",
]
