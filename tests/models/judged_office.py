"""Groups with their judgements, for tests of all trajectories: a group is told by its stages and their months."""

from datetime import date

from tests.builders import a_group, a_stage
from tracker.models.figures.day_in_view import months_away
from tracker.models.figures.trajectories import Trajectories, trajectories
from tracker.models.records import Record
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of

FIRST = date(2000, 1, 1)
TODAY = date(2008, 6, 30)
FORMING, FRUSTRATION, FUNCTIONING, FLYING, FAILING = Stage


def a_life(called: str, *course: tuple[Stage | str | None, int], **fields: object) -> list[Record]:
    """A group and its judgements: each a stage ("crossover", None for not clear) and the month since FIRST."""
    group = a_group(name=called, code=called, started_on=FIRST, **fields)
    judged: list[Record] = []
    for stage, month in course:
        crossing = stage == "crossover"
        kept = FUNCTIONING if crossing else stage
        judged.append(a_stage(group, kept, on=months_away(FIRST, month), crossover=crossing))
    return [group, *judged]


def told(*lives: list[Record], on: date | None = None) -> Trajectories:
    """All of them together."""
    return trajectories(snapshot_of(TODAY, [record for life in lives for record in life]), on)
