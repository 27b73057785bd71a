"""The whole of the configuration."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator

from digest.settings.edition import ClockReview, EditionSettings, LookSettings, Review, ScheduleSettings
from digest.settings.fields import SettingsSection, Text
from digest.settings.health import HealthSettings
from digest.settings.mail import BounceSettings, ChannelSettings, DkimSettings, SenderSettings, SmtpSettings
from digest.settings.news import CollectSettings, FeedSettings, TopicSettings
from digest.settings.summariser import SummariserSettings
from digest.settings.verify import VerifySettings
from digest.settings.web import WebSettings


class StoreSettings(SettingsSection):
    """Where editions, subscribers and deliveries are kept."""

    url: Annotated[str, Field(pattern=r"^(sqlite|postgresql)(\+psycopg)?://", max_length=2000)] = (
        "sqlite:///digest.db"
    )
    """sqlite:///FILE (beside this file) or postgresql://USER@HOST/NAME; a password comes from PGPASSWORD or ~/.pgpass."""


class Settings(SettingsSection):
    """The whole of `config.yaml`."""

    title: Text = "The Daily Digest"
    """Name of the digest, in the masthead, and in the From line where `sender.name` is empty."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """Language of the digest, such as en or de."""
    timezone: ZoneInfo = ZoneInfo("UTC")
    """Time zone of the schedule and of the dates in print, such as Europe/Berlin."""
    schedule: ScheduleSettings = ScheduleSettings()
    """When an edition is due."""
    review: Review = "none"
    """Whether somebody has to approve an edition before it goes out: `none`, `required`, or until when, as below."""
    feeds: tuple[FeedSettings, ...] = Field(min_length=1)
    """Where the news comes from."""
    topics: tuple[TopicSettings, ...] = Field(min_length=1)
    """What you want to read about, in the order of the sections."""
    edition: EditionSettings = EditionSettings()
    """How long an edition is."""
    look: LookSettings = LookSettings()
    """What an edition looks like."""
    collect: CollectSettings = CollectSettings()
    """How the web is read."""
    summariser: SummariserSettings = SummariserSettings()
    """Who writes the key points."""
    verify: VerifySettings = VerifySettings()
    """Who vouches for the points that a model wrote."""
    sender: SenderSettings = SenderSettings()
    """Who the e-mail is from."""
    smtp: SmtpSettings = SmtpSettings()
    """The mail relay."""
    dkim: DkimSettings = DkimSettings()
    """Signing the mail ourselves."""
    bounces: BounceSettings = BounceSettings()
    """Mail that comes back."""
    channels: ChannelSettings = ChannelSettings()
    """Other channels that are told when an edition is out."""
    web: WebSettings = WebSettings()
    """The pages for readers."""
    health: HealthSettings = HealthSettings()
    """Where the program says how it is."""
    store: StoreSettings = StoreSettings()
    """Where everything is kept."""

    @field_validator("review")
    @classmethod
    def _leaves_time_to_read(cls, review: Review, info: ValidationInfo) -> Review:
        schedule = info.data.get("schedule")
        if isinstance(review, ClockReview) and schedule and review.until <= schedule.at:
            raise ValueError(
                f"the time to read ends at {review.until:%H:%M}, before the edition is made at {schedule.at:%H:%M} (schedule.at)"
            )
        return review
