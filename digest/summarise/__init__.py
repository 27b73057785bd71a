"""Summarise: a story goes in, claims that cite its sentences come out. They are untrusted until ``verify``.

`extract` picks sentences and needs no model. `open_model` gives a `Model` to `propose` claims and to `repair`
those that did not pass; `estimate` says beforehand what that may cost.
"""

from digest.summarise.extractive import extract
from digest.summarise.model import Model, open_model
from digest.summarise.propose import estimate, propose, repair

__all__ = ["Model", "estimate", "extract", "open_model", "propose", "repair"]
