"""Long-running affairs: different events that belong together."""

from __future__ import annotations

from digest.curate.earlier_coverage import remember
from digest.curate.storylines import storylines
from digest.models import Article, EarlierCoverage
from tests import make
from tests.curate.stories import BUDGET, CUP, FERRY, told_by

SHELLING = make.article(
    "Guns shelled the bridge of Ostrey on Monday. The army of Velmark holds the north bank at Ostrey, and General Karst "
    "said that the siege of Ostrey goes on.",
    "Bridge of Ostrey under fire",
)
TALKS = make.article(
    "Envoys met General Karst on Monday about the siege of Ostrey. The army of Velmark on the north bank wants the "
    "bridge at Ostrey opened first.",
    "Envoys talk about Ostrey",
    "Daily Courier",
)
OTHERS = (told_by(BUDGET), told_by(FERRY), told_by(CUP))


def affairs(*stories: tuple[Article, ...], told: tuple[EarlierCoverage, ...] = ()) -> list[str]:
    return storylines(stories, remember(told, stories))


def test_two_events_of_one_affair_share_its_name() -> None:
    assert ["Ostrey", "Ostrey", "", "", ""] == affairs((SHELLING,), (TALKS,), *OTHERS)


def test_a_name_in_two_headlines_is_not_enough() -> None:
    fair = make.article(
        "Ten thousand came to the flower market in Ostrey on Saturday, and roses sold out before noon.",
        "Roses sell out in Ostrey",
    )
    assert ["", "", "", "", ""] == affairs((SHELLING,), (fair,), *OTHERS)


def test_an_affair_keeps_the_name_that_an_earlier_edition_gave_it() -> None:
    before = make.earlier_coverage(
        headline="Siege of Ostrey begins",
        points=("The army of Velmark under General Karst closed the bridge at Ostrey.",),
        storyline="Siege of Ostrey",
    )
    assert ["Siege of Ostrey", "", "", ""] == affairs((TALKS,), *OTHERS, told=(before,))


def test_events_of_their_own_belong_to_no_affair() -> None:
    assert ["", "", ""] == affairs(*OTHERS)
