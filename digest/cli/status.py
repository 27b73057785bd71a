"""Say what became of the copies of each edition, and name every address that is uncertain, refused or deferred.

Of an edition that has not gone out it says why, and what has to be done. The exit status is 1 while a copy waits or is uncertain, except for those that wait for the hour their readers chose.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.deliver.refusal_burst import is_put_off_for_us, told_of_burst
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from digest.models import Delivery
    from digest.store.store import Store


LAST = 7
_NOBODY_STRUCK = (
    "  So many copies came back for good that it counts against no reader until you say so: mend what they say, or "
    "say with `digest bounces --believe {}` that those addresses really take no mail."
)
STRAYS = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument(
        "edition", nargs="?", help=f"the edition's id (the last {LAST} that were sent, and the latest)"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="json: the figures for monitors, without an address; the exit status is 1 if something is not ready (text)",
    )


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    if args.format == "json":
        return _figures(setup)
    with setup.store() as store:
        editions = [wiring.saved(store, args.edition).id] if args.edition else _listed(store)
        if not editions:
            print("No edition is saved yet: `digest make` makes one.")
        unsettled = False
        for edition in editions:
            for line in told(setup, store, edition):
                print(line)
            unsettled |= _unsettled(store, edition, setup.now)
        for line in (*came_back(store), *judge(setup, store)):
            print(line)
    return int(unsettled)


def _figures(setup: wiring.Setup) -> int:
    import json

    from digest.pipeline.health import HealthWatch, health_json

    watch = HealthWatch(setup.store, setup.settings, setup.clock)
    health = watch.look()
    watch.close()
    print(json.dumps(health_json(health, setup.settings), indent=2))
    return int(not health.ready)


def _listed(store: Store) -> list[str]:
    """The last editions that were sent, and the latest, sent or not."""
    rows = [row.id for row in store.editions.list()]
    return [edition for edition in rows if edition == rows[0] or store.deliveries.counts(edition)][:LAST]


def _unsettled(store: Store, edition: str, now: datetime) -> bool:
    """Whether something could be done about a copy; one that waits for its reader's hour is well."""
    counts = Counter(store.deliveries.counts(edition))
    counts["pending"] -= store.deliveries.later(edition, now)[0]
    return any(count for state, count in counts.items() if state not in {"sent", "suppressed", "failed"})


def told(setup: wiring.Setup, store: Store, edition: str) -> Iterator[str]:
    """A line for the edition, and one for each address that has not got it."""
    from digest.cli.going_out import next_step

    counts, now = store.deliveries.counts(edition), setup.now
    if not counts:
        yield f"{edition}  not sent: {next_step(setup, store, wiring.saved(store, edition))}"
        return
    open_copies = sum(counts.get(state, 0) for state in ("pending", "claimed", "inflight", "deferred"))
    said = ", ".join(f"{count} {state}" for state, count in counts.items())
    yield f"{edition}  {'finished' if not open_copies else f'{open_copies} open'}: {said}"
    if held := counts.get("claimed", 0) + counts.get("inflight", 0):
        yield f"  {pluralise(held, 'copy is', 'copies are')} with a program that sends now, or that died less than two minutes ago."
    later, first = store.deliveries.later(edition, now)
    if first:
        yield f"  {pluralise(later, 'copy waits', 'copies wait')} for the hour that the reader chose, the first until {first:%H:%M} UTC."
    yield from _not_delivered(store, edition)
    if counts.get("uncertain"):
        yield (
            "  A copy is uncertain when the line or the program broke before the relay answered. Send those again "
            f"with `digest resume {edition} --again ADDRESS`, or settle them with `--arrived ADDRESS`; `all` in its place means every one."
        )


def _not_delivered(store: Store, edition: str) -> Iterator[str]:
    """A line for each copy that did not arrive, but one for all that count against nobody."""
    from digest.pipeline.bounces import counts_against_nobody

    copies = store.deliveries.rows(edition, ["uncertain", "failed", "deferred"])
    if burst := told_of_burst(copies, edition):
        yield f"  {burst.subject}: {burst.reason}"
    for copy in copies:
        if not is_put_off_for_us(copy):
            yield f"  {copy.state:<9} {copy.address}  {_why(copy)}"
    for bounce in store.bounces.rows(edition):
        what = f"{bounce.kind} bounce" if bounce.kind in {"soft", "hard"} else bounce.kind
        yield f"  {what:<11} {bounce.address}  {bounce.words}"
    if counts_against_nobody(edition, store):
        yield _NOBODY_STRUCK.format(edition)


def came_back(store: Store) -> Iterator[str]:
    """Who is off the list because mail came back, and what among that mail a person should look at."""
    removed, strays = store.bounces.removed(), store.bounces.strays()
    if removed:
        yield "Off the list because mail came back:"
    for bounce in removed:
        yield f"  {bounce.at:%Y-%m-%d}  {bounce.address}  {bounce.kind}: {bounce.words}"
    if any(bounce.kind != "complaint" for bounce in removed):
        yield f"  `digest subscribers restore --since {min(bounce.at for bounce in removed):%Y-%m-%d}` puts them back, but for complaints."
    if strays:
        yield f"Returned mail that could not be understood: {len(strays)}; the last:"
    for stray in strays[:STRAYS]:
        yield f"  {stray.at:%Y-%m-%d}  {stray.sender}  {stray.subject!r}: {stray.reason}"


def judge(setup: wiring.Setup, store: Store) -> Iterator[str]:
    """The mark of the judge of points; nothing if it has sat no exam yet."""
    from digest.summarise.llm.open_judge import judge_mark

    name, mark = judge_mark(setup.settings.verify, setup.settings.summariser, store.cache)
    if mark:
        result = "passed" if mark.passed else "failed"
        yield f"The judge {name} {result} its exam on {mark.day}: it {mark}."


def _why(copy: Delivery) -> str:
    following = f"; next try {copy.due:%H:%M} UTC" if copy.state == "deferred" and copy.due else ""
    return f"{copy.reply} (try {copy.attempts}{following})"
