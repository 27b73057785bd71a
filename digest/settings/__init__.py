"""What can be set in ``config.yaml``: every key with its meaning, its range and its default.

These are values without behaviour. Reading and checking the file is the work of ``config``; the JSON
schema of ``digest config schema`` and the key reference in the docs are made from the descriptions here.
"""

from digest.settings.edition import (
    Block,
    ClockReview,
    EditionSettings,
    LookSettings,
    RankingSettings,
    Review,
    ScheduleSettings,
)
from digest.settings.fields import SHARES, WEIGHTS, Day, Share, Weight
from digest.settings.health import HealthSettings
from digest.settings.mail import BounceSettings, ChannelSettings, DkimSettings, SenderSettings, SmtpSettings
from digest.settings.news import CollectSettings, FeedSettings, TopicSettings
from digest.settings.settings import Settings, StoreSettings
from digest.settings.summariser import BudgetSettings, PriceSettings, SummariserSettings
from digest.settings.verify import VerifySettings
from digest.settings.web import WebSettings

__all__ = [
    "SHARES",
    "WEIGHTS",
    "Block",
    "BounceSettings",
    "BudgetSettings",
    "ChannelSettings",
    "ClockReview",
    "CollectSettings",
    "Day",
    "DkimSettings",
    "EditionSettings",
    "FeedSettings",
    "HealthSettings",
    "LookSettings",
    "PriceSettings",
    "RankingSettings",
    "Review",
    "ScheduleSettings",
    "SenderSettings",
    "Settings",
    "Share",
    "SmtpSettings",
    "StoreSettings",
    "SummariserSettings",
    "TopicSettings",
    "VerifySettings",
    "WebSettings",
    "Weight",
]
