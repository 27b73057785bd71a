"""When an edition is due, how long it is and what it looks like."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from digest.settings.fields import Day, SettingsSection, Share


class ScheduleSettings(SettingsSection):
    """When an edition is due."""

    at: time = time(6, 30)
    """Time of day in `timezone`, quoted: "06:30"."""
    days: tuple[Day, ...] = Field(default=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), min_length=1)
    """Days on which an edition goes out."""


class ClockReview(SettingsSection):
    """Until when somebody looks at the edition, and what becomes of it when nobody has approved it by then."""

    until: time
    """Time of day in `timezone`, quoted: "06:15"; on the day of the edition."""
    then: Literal["send", "skip"]
    """`send` lets it go without approval, `skip` does not send it at all."""


def _kind_of_review(value: object) -> str:
    return "clock" if isinstance(value, dict | ClockReview) else "word"


Review = Annotated[
    Annotated[Literal["none", "required"], Tag("word")] | Annotated[ClockReview, Tag("clock")],
    Discriminator(_kind_of_review),
]


class RankingSettings(SettingsSection):
    """What makes a story matter. Only how the weights compare counts: all `high` is the same as all `low`."""

    outlets: Share = "high"
    """How many outlets chose to report it independently, each with its own weight."""
    freshness: Share = "normal"
    """How new the newest report is."""
    fit: Share = "normal"
    """How well it fits its topic."""
    consequence: Share = "high"
    """Whether something was decided, signed, won or lost, and by whom, rather than said."""
    prominence: Share = "normal"
    """How many outlets lead with it."""
    novelty: Share = "low"
    """How much of it no earlier edition told."""
    diversity: Share = "low"
    """From how many leans and regions its outlets come, as `feeds` gives them."""
    variety: Share = "normal"
    """How much a story loses where its topic, its only outlet or its affair is in the edition already."""


class EditionSettings(SettingsSection):
    """How long an edition is, and what comes first."""

    stories: int = Field(default=12, ge=1, le=60)
    """Most stories in an edition."""
    minutes: Annotated[int, Field(ge=1, le=120)] | None = None
    """Most minutes of reading; the stories of the lowest rank are left out if it would be longer. Null: no limit."""
    points: int = Field(default=3, ge=1, le=8)
    """Most key points of a story."""
    style: Literal["brief", "full"] = "full"
    """`full` prints every story with its points; `brief` the lead, two points of each of the next five, and a line for each of the rest."""
    outlets_per_story: int = Field(default=5, ge=1, le=20)
    """Most articles that are read for one story."""
    also_important: str = Field(default="Also important", max_length=200)
    """Heading of the last section: politics that three or more outlets report and no topic has a word for. Empty: left out."""
    ranking: RankingSettings = RankingSettings()
    """What makes a story matter."""


Block = Literal["lead", "short", "sections", "in_brief", "figure", "quotation", "ahead", "corrections"]
BLOCKS: tuple[Block, ...] = (
    "lead",
    "short",
    "sections",
    "in_brief",
    "figure",
    "quotation",
    "ahead",
    "corrections",
)
Fonts = Annotated[str, Field(pattern=r"^[A-Za-z-][A-Za-z0-9 ,'-]*$", max_length=200)]


class LookSettings(SettingsSection):
    """What an edition looks like, as e-mail and as a page."""

    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#8f2d1c"
    """The one colour beside ink and paper, such as "#8f2d1c"; made lighter or darker if it could not be read."""
    headline_font: Fonts = "Georgia, 'Times New Roman', serif"
    """Type faces of headlines, the first that a reader has; none is loaded."""
    text_font: Fonts = "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
    """Type faces of everything else."""
    density: Literal["calm", "compact"] = "calm"
    """How much space stands between stories."""
    logo: Annotated[str, Field(pattern=r"^(https://[^\s/]+\.[^\s]+)?$", max_length=500)] = ""
    """https address of a picture above the title, 48 pixels high; nothing else is ever loaded."""
    blocks: tuple[Block, ...] = Field(default=BLOCKS, min_length=1)
    """What an edition consists of, in this order; what is left out is not printed."""
    in_brief: int = Field(default=0, ge=0, le=60)
    """How many stories, those of the lowest rank, are told in a line each under "In brief"."""
    templates: Annotated[str, Field(max_length=500)] = ""
    """Folder with templates of your own, beside this file; what it lacks is taken from ours."""
