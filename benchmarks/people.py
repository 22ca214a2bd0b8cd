"""How long the figures of people and connection take on a group of 40 agencies, 200 people and 5,000 contributions.

`python -m benchmarks.people` prints the milliseconds of each: of the first time, which also builds what the snapshot
finds by, and the middle of some times more.
"""

import sys
from collections.abc import Callable
from functools import partial
from statistics import median

from benchmarks.large_group import TODAY, large_group, wide_office
from benchmarks.timing import timed
from tracker.models.figures.agency_map import agency_map
from tracker.models.figures.bridges import bridges
from tracker.models.figures.buckets import Span
from tracker.models.figures.context_gaps import context
from tracker.models.figures.contribution_board import contribution_board
from tracker.models.figures.load import over_half, people_load
from tracker.models.figures.money_clock import money_clock
from tracker.models.figures.overlap import overlaps
from tracker.models.figures.shared_meetings import shared_meetings
from tracker.models.figures.support_board import support_board
from tracker.models.records import Group, Record
from tracker.models.snapshot import Snapshot, snapshot_of

RUNS = 7


def figures(group_id: str) -> dict[str, Callable[[Snapshot], object]]:
    """Every figure of people and connection, by what it is called; each takes a snapshot."""
    boards: dict[str, Callable[[Snapshot], object]] = {
        f"contributions by {span.value}": partial(contribution_board, group_id=group_id, span=span) for span in Span
    }
    return boards | {
        "load": people_load,
        "load of one group": lambda snapshot: people_load(snapshot, group_id=group_id),
        "over half of the promises": over_half,
        "overlap of all pairs": overlaps,
        "bridges": bridges,
        "shared meetings": shared_meetings,
        "map": agency_map,
        "support": lambda snapshot: support_board(snapshot, group_id),
        "money clock": lambda snapshot: money_clock(snapshot, group_id),
        "context": lambda snapshot: context(snapshot, group_id),
    }


def main() -> int:
    """Prints the table of both offices."""
    for called, records in (("one large group", large_group()), ("40 groups, 200 agencies", wide_office())):
        group_id = next(record.id for record in records if isinstance(record, Group))
        print(f"{called}: {len(records):,}\n{'':28}first ms  middle ms")
        for name, figure in figures(group_id).items():
            first, middle = _milliseconds(records, figure)
            print(f"{name:28}{first:8.1f}  {middle:9.1f}")
        print()
    return 0


def _milliseconds(records: tuple[Record, ...], figure: Callable[[Snapshot], object]) -> tuple[float, float]:
    snapshot = snapshot_of(TODAY, records)
    first = timed(lambda: figure(snapshot))
    return first * 1000, median(timed(lambda: figure(snapshot)) for _ in range(RUNS)) * 1000


if __name__ == "__main__":
    sys.exit(main())
