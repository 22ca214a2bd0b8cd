"""How often a signal came before a fall: what a fall is, the days looked at, and the counts."""

from datetime import date, timedelta

from tests.builders import a_group, a_member, a_person, a_stage, an_agency
from tests.models.signals.looking import TODAY
from tracker.models.figures.lane import Lane
from tracker.models.period import period_of
from tracker.models.records import Group, Membership, Record, StageJudgement
from tracker.models.records.stage import Stage
from tracker.models.signals.back_test import BackTest, Before, back_test
from tracker.models.signals.falls import Fall, falls, quiet_days
from tracker.models.signals.group_alone import groups_alone
from tracker.models.snapshot import snapshot_of
from tracker.store.office import Office

LATE_2006 = date(2006, 9, 1)


def up_and_down(group: Group, *stages: Stage | None, every: int = 130) -> list[StageJudgement]:
    """Judgements from the group's start on, so many days apart."""
    assert group.started_on is not None
    days = [group.started_on + timedelta(days=every * place) for place in range(len(stages))]
    return [a_stage(group, stage, on=day) for stage, day in zip(stages, days, strict=True)]


def falling(*stages: Stage | None, group: Group | None = None) -> tuple[Fall, ...]:
    group = group or a_group(started_on=LATE_2006)
    return falls(snapshot_of(TODAY, [group, *up_and_down(group, *stages)]))


def an_office_that_fell(times: int) -> list[Record]:
    """So many groups that were judged at the start, functioning a year later, and in Frustration after another 130."""
    records: list[Record] = []
    for place in range(times):
        group = a_group(started_on=date(2006, 7, 1), code=f"G{place}")
        late = a_stage(group, Stage.FUNCTIONING, on=date(2006, 7, 1))
        fallen = a_stage(group, Stage.FRUSTRATION, on=date(2007, 7, 1))
        records += [group, late, fallen]
    return records


def looked_back(times: int) -> BackTest:
    return back_test(snapshot_of(TODAY, an_office_that_fell(times)))


def row(found: BackTest, key: str) -> Before:
    return next(each for each in found.rows if each.rule.key == key)


def test_a_judgement_in_a_lower_lane_is_a_fall() -> None:
    (fall,) = falling(Stage.FORMING, Stage.FLYING, Stage.FLYING, Stage.FUNCTIONING)
    assert (fall.from_lane, fall.to_lane, fall.on) == (Lane.FLYING, Lane.FUNCTIONING, date(2007, 9, 26))
    assert fall.words == "ICM: Flying to Functioning on 26 Sep 2007".replace("ICM", fall.group.called)


def test_what_was_not_clear_is_passed_over() -> None:
    (fall,) = falling(Stage.FLYING, None, Stage.FRUSTRATION)
    assert (fall.from_lane, fall.to_lane) == (Lane.FLYING, Lane.FRUSTRATION)
    assert falling(Stage.FRUSTRATION, None, Stage.FLYING) == ()


def test_the_crossover_lies_between_and_failing_below_all() -> None:
    group = a_group(started_on=LATE_2006)
    crossed = a_stage(group, Stage.FRUSTRATION, crossover=True, on=date(2007, 1, 1))
    back = a_stage(group, Stage.FRUSTRATION, on=date(2007, 6, 1))
    found = falls(snapshot_of(TODAY, [group, crossed, back]))
    assert [(fall.from_lane, fall.to_lane) for fall in found] == [(Lane.CROSSOVER, Lane.FRUSTRATION)]
    assert [fall.to_lane for fall in falling(Stage.FORMING, Stage.FAILING, Stage.FORMING)] == [Lane.FAILING]


def test_a_group_closed_from_failing_fell_once_more_and_one_that_was_done_did_not() -> None:
    closed = {"closed_on": date(2008, 3, 1), "closed_because": "Nobody came any more"}
    failed = a_group(started_on=LATE_2006, **closed)
    assert [fall.to_lane for fall in falling(Stage.FORMING, Stage.FAILING, group=failed)] == [Lane.FAILING, None]
    assert falling(Stage.FORMING, Stage.FLYING, group=a_group(started_on=LATE_2006, **closed)) == ()


def test_a_fall_that_lies_ahead_has_not_happened() -> None:
    group = a_group(started_on=date(2008, 3, 1))
    assert falling(Stage.FLYING, Stage.FRUSTRATION, group=group) == ()


def test_before_a_fall_it_is_looked_30_60_and_90_days_back_as_far_as_the_group_ran() -> None:
    group = a_group(started_on=date(2008, 1, 1))
    (fall,) = falls(snapshot_of(TODAY, [group, *up_and_down(group, Stage.FLYING, Stage.FAILING, every=70)]))
    assert fall.days == (date(2008, 2, 10), date(2008, 1, 11))


def test_quiet_days_end_quarters_and_no_fall_comes_within_90_days_of_them() -> None:
    group = a_group(started_on=date(2006, 7, 15))
    snapshot = snapshot_of(TODAY, [group, *up_and_down(group, Stage.FLYING, Stage.FUNCTIONING, every=300)])
    days = quiet_days(snapshot, group, falls(snapshot))
    # The fall of 11 May 2007 is near the end of March; what comes of the end of June 2008 is not known yet.
    assert [(day.year, day.month) for day in days] == [
        (2006, 9),
        (2006, 12),
        (2007, 6),
        (2007, 9),
        (2007, 12),
        (2008, 3),
    ]
    assert all(day == period_of(day).last_day for day in days)


def test_below_five_falls_nothing_is_said() -> None:
    found = looked_back(4)
    assert (found.enough, found.rows) == (False, ())
    assert found.words == "Not enough to tell: 4 falls in this office's history, and 5 are needed"


def test_from_five_falls_on_each_signal_is_counted_before_them_and_elsewhere() -> None:
    found = looked_back(5)
    assert found.words == "5 falls, looked at 30, 60 and 90 days before; beside them 30 ends of quarters without one"
    # The stage was judged a year before each fall, and once more with the fall itself.
    stale = row(found, "stage_out_of_date")
    assert stale.words == "Seen before 5 of 5 falls: on 15 of 15 days before one, and on 20 of 30 without one"


def test_each_day_is_seen_as_it_was_known_then() -> None:
    # The judgement that is the fall itself would otherwise make the stage look fresh, and the group stuck later on.
    assert row(looked_back(5), "stuck").seen == 0


def test_a_signal_that_could_not_be_told_before_five_falls_says_so() -> None:
    quiet = row(looked_back(5), "gone_quiet")
    assert (quiet.enough, quiet.words) == (False, "Not enough to tell: it could be told before 0 of 5 falls")


def test_no_percentage_is_made_of_a_few_groups() -> None:
    found = looked_back(6)
    assert "%" not in found.words + "".join(each.words for each in found.rows)


def test_a_group_alone_brings_the_seats_that_its_people_have_elsewhere() -> None:
    agency, mine, other = an_agency(), a_group(code="A"), a_group(code="B")
    person, stranger = a_person(agency), a_person(agency)
    there = a_member(other, agency, person_id=person.id)
    seats = [a_member(mine, agency, person_id=person.id), there, a_member(other, agency, person_id=stranger.id)]
    snapshot = snapshot_of(TODAY, [agency, mine, other, person, stranger, *seats, a_stage(mine), a_stage(other)])
    alone = dict(groups_alone(snapshot))[mine]
    assert [seat.id for seat in alone.of(Membership)] == [seats[0].id, there.id]
    assert [one.group_id for one in alone.of(StageJudgement)] == [mine.id]


def test_the_sample_office_has_enough_falls_to_look_back(sample: Office) -> None:
    found = back_test(sample.snapshot())
    assert len(found.falls) >= 5
    assert {each.falls for each in found.rows} == {len(found.falls)}
