"""The trajectory: lanes, the step line, and the marks on it."""

from datetime import date
from typing import Any

from tests.builders import a_group, a_meeting, a_member, a_result, a_stage, an_agency
from tracker.models.figures.lane import Lane, lane_of
from tracker.models.figures.trajectory import MarkKind, Trajectory, months_between, trajectory
from tracker.models.records import Group, Record
from tracker.models.records.result import ResultState
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group(started_on=date(2007, 2, 1))


def line_of(*records: Record, group: Group = GROUP, **options: Any) -> Trajectory:
    return trajectory(snapshot_of(TODAY, [group, *records]), group.id, **options)


def judged(year: int, month: int, stage: Stage | None, **fields: Any) -> Record:
    return a_stage(GROUP, stage, on=date(year, month, 1), **fields)


def test_failing_lies_below_all_and_the_crossover_between_its_two_stages() -> None:
    assert [lane.name for lane in Lane] == [
        "FAILING",
        "FORMING",
        "FRUSTRATION",
        "CROSSOVER",
        "FUNCTIONING",
        "FLYING",
    ]
    assert lane_of(a_stage(GROUP, Stage.FUNCTIONING, crossover=True)) is Lane.CROSSOVER
    assert lane_of(a_stage(GROUP, None)) is None


def test_the_line_steps_and_never_slopes() -> None:
    (run,) = line_of(judged(2007, 3, Stage.FORMING), judged(2007, 9, Stage.FLYING)).corners()
    assert run == ((date(2007, 3, 1), 1), (date(2007, 9, 1), 1), (date(2007, 9, 1), 5), (TODAY, 5))


def test_a_group_may_go_from_frustration_straight_to_failing() -> None:
    (run,) = line_of(judged(2007, 3, Stage.FRUSTRATION), judged(2007, 9, Stage.FAILING)).corners()
    assert [height for _, height in run] == [2, 2, 0, 0]


def test_the_line_is_broken_where_the_stage_was_not_clear() -> None:
    line = line_of(judged(2007, 3, Stage.FORMING), judged(2007, 6, None), judged(2007, 9, Stage.FORMING))
    assert line.corners() == (
        ((date(2007, 3, 1), 1), (date(2007, 6, 1), 1)),
        ((date(2007, 9, 1), 1), (TODAY, 1)),
    )
    assert line.points[1].lane is None


def test_a_judgement_holds_until_the_next_one() -> None:
    line = line_of(judged(2008, 3, Stage.FLYING), judged(2007, 3, Stage.FORMING))
    assert [(point.lane, point.months) for point in line.points] == [(Lane.FORMING, 12), (Lane.FLYING, 3)]


def test_confirming_a_stage_does_not_begin_it_anew() -> None:
    line = line_of(judged(2007, 3, Stage.FLYING), judged(2008, 6, Stage.FLYING))
    assert (line.since, line.months) == (date(2007, 3, 1), 15)


def test_a_closed_group_ends_on_the_day_it_closed() -> None:
    group = a_group(closed_on=date(2007, 12, 1), closed_because="Done")
    late = a_stage(group, Stage.FLYING, on=date(2008, 2, 1))
    line = line_of(a_stage(group), late, group=group)
    assert (line.until, line.closed, len(line.points)) == (date(2007, 12, 1), True, 1)


def test_an_earlier_day_does_not_know_what_came_later() -> None:
    line = line_of(judged(2007, 3, Stage.FORMING), judged(2008, 3, Stage.FLYING), on=date(2007, 12, 31))
    assert line.now is not None
    assert (line.now.lane, line.until) == (Lane.FORMING, date(2007, 12, 31))


def test_a_mark_knows_the_stage_the_group_was_in() -> None:
    line = line_of(judged(2007, 3, Stage.FORMING), judged(2008, 3, Stage.FLYING), a_result(GROUP), a_meeting(GROUP))
    assert [(mark.kind, mark.lane) for mark in line.marks] == [
        (MarkKind.MEETING, Lane.FLYING),
        (MarkKind.VICTORY, Lane.FLYING),
    ]


def test_a_withdrawn_result_is_no_mark() -> None:
    assert line_of(a_result(GROUP, state=ResultState.WITHDRAWN)).marks == ()


def test_who_was_there_from_the_start_did_not_join() -> None:
    agency = an_agency()
    founder = a_member(GROUP, agency, to_on=date(2007, 8, 1))
    line = line_of(agency, founder, a_member(GROUP, agency, from_on=date(2007, 9, 1)))
    assert [mark.kind for mark in line.marks] == [MarkKind.LEFT, MarkKind.JOINED]


def test_months_are_whole_calendar_months() -> None:
    assert months_between(date(2008, 1, 15), date(2008, 3, 14)) == 1
    assert months_between(date(2008, 1, 15), date(2008, 3, 15)) == 2
    assert months_between(date(2008, 3, 1), date(2008, 1, 1)) == 0
