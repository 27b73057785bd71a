"""The nouns of the program: immutable values that the stages hand to each other.

Datetimes are aware and in UTC. Scores run from 0 to 1, higher is better. Offsets count code points,
the end is exclusive. Collections are tuples, so that every value can be compared and hashed.
"""

from digest.models.choice import Correction, Disagreement, Missed, Part, Pick, Selection, Side, Told, Topic
from digest.models.edition import Ahead, Brief, Contrast, Edition, Email, Section, Source
from digest.models.mail import (
    Bounce,
    BounceKind,
    Delivery,
    DeliveryState,
    Preferences,
    Quiet,
    Rhythm,
    Stray,
    Subscriber,
)
from digest.models.news import SENTENCE_ID, Article, Entry, Feed, Form, Problem, Sentence, Story, Window
from digest.models.points import (
    Claim,
    Draft,
    Evidence,
    Finding,
    KeyPoint,
    Kind,
    Rejected,
    Usage,
    Verdict,
    Way,
)

__all__ = [
    "SENTENCE_ID",
    "Ahead",
    "Article",
    "Bounce",
    "BounceKind",
    "Brief",
    "Claim",
    "Contrast",
    "Correction",
    "Delivery",
    "DeliveryState",
    "Disagreement",
    "Draft",
    "Edition",
    "Email",
    "Entry",
    "Evidence",
    "Feed",
    "Finding",
    "Form",
    "KeyPoint",
    "Kind",
    "Missed",
    "Part",
    "Pick",
    "Preferences",
    "Problem",
    "Quiet",
    "Rejected",
    "Rhythm",
    "Section",
    "Selection",
    "Sentence",
    "Side",
    "Source",
    "Story",
    "Stray",
    "Subscriber",
    "Told",
    "Topic",
    "Usage",
    "Verdict",
    "Way",
    "Window",
]
