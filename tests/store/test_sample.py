"""The sample office: eight groups, each rich enough to be worth looking at, and the worked examples to the figure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from tracker.models.agency_change import agency_name_on
from tracker.models.confirming import unconfirmed
from tracker.models.figures.apportioning import AgencyFigures, ResultFigures, result_figures, tallies
from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.figures.lane import Lane
from tracker.models.figures.standing import Standing, standing
from tracker.models.figures.trajectory import trajectory
from tracker.models.figures.variety import variety
from tracker.models.identity import mint
from tracker.models.mistake import Mistake
from tracker.models.records import (
    KINDS,
    Agency,
    Assessment,
    Attendance,
    Ball,
    Carrying,
    Commitment,
    Contribution,
    Departure,
    Event,
    Framework,
    Group,
    Handover,
    Indicator,
    Lesson,
    Line,
    Mapping,
    Meeting,
    Membership,
    MovedMeeting,
    Person,
    PlannedMeeting,
    Rating,
    Reading,
    Receipt,
    Record,
    Requisite,
    Result,
    Return,
    Review,
    Risk,
    Role,
    SchoolTerm,
    SetAside,
    SharedOutcome,
    SignOff,
    Succession,
    Threshold,
)
from tracker.models.records.membership import Authority
from tracker.models.records.reading import Question
from tracker.models.records.record import Provenance
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.places import resources
from tracker.store.office import Office
from tracker.store.sample import read_sample

NAMES = {
    "ICM": "Integrated Case Management, Papakura",
    "SEMO": "Schooling Effectiveness in Māngere and Ōtara",
    "MTJ": "Mayors' Taskforce for Jobs",
    "AUT": "Autism support",
    "RSE": "Recognised Seasonal Employers",
    "GUEDO": "Government Urban and Economic Development Office",
    "NMCC": "National Maritime Coordination Centre",
    "CBT": "Circuit-breaker team on family violence",
}
# Come with later work, or only when a return has been saved.
NOT_IN_IT = {Threshold, SetAside, Return, SignOff, Receipt, Departure}

each_group = pytest.mark.parametrize("code", NAMES)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    numbers = iter(range(1, 100_000))

    def new_id() -> str:
        number = next(numbers)
        return mint(1_200_000_000_000 + number, number)

    return snapshot_of(date(2008, 6, 30), read_sample(resources() / "sample", new_id))


def group_called(snapshot: Snapshot, code: str) -> Group:
    (group,) = snapshot.of(Group, code=code)
    return group


def of(snapshot: Snapshot, kind: type[Record], code: str) -> Sequence[Record]:
    """What a group has of a kind that leads to it."""
    return snapshot.of(kind, group_id=group_called(snapshot, code).id)


def lanes(snapshot: Snapshot, code: str) -> list[Lane | None]:
    """The stages of a group in their order, each once where it only was confirmed."""
    path = [point.lane for point in trajectory(snapshot, group_called(snapshot, code).id).points]
    return [lane for place, lane in enumerate(path) if place == 0 or lane is not path[place - 1]]


def test_the_eight_groups_have_the_names_of_the_stories(snapshot: Snapshot) -> None:
    assert {group.code: group.name for group in snapshot.of(Group)} == NAMES


def test_it_is_seen_as_at_the_end_of_june_2008_and_says_that_it_is_a_sample(snapshot: Snapshot) -> None:
    assert (snapshot.office.seen_as_at, snapshot.office.sample) == (date(2008, 6, 30), True)


def test_it_is_sound(sample: Office) -> None:
    assert sample.findings() == []


def test_there_is_something_of_every_kind_that_people_enter(snapshot: Snapshot) -> None:
    assert {kind for kind in KINDS if not snapshot.of(kind)} <= NOT_IN_IT


def test_only_the_circuit_breaker_team_is_closed(snapshot: Snapshot) -> None:
    assert [group.code for group in snapshot.of(Group) if group.closed_on] == ["CBT"]


@each_group
def test_five_to_twelve_agencies_have_had_a_seat(snapshot: Snapshot, code: str) -> None:
    seats = snapshot.of(Membership, group_id=group_called(snapshot, code).id)
    assert 5 <= len({seat.agency_id for seat in seats}) <= 12


@each_group
def test_people_sit_at_several_levels(snapshot: Snapshot, code: str) -> None:
    seats = snapshot.of(Membership, group_id=group_called(snapshot, code).id)
    people = {snapshot.one(Person, seat.person_id) for seat in seats if seat.person_id}
    assert len({person.level for person in people if person.level}) >= 3


@each_group
@pytest.mark.parametrize(
    ("kind", "fewest", "most"),
    [
        (Meeting, 8, 30),
        (Commitment, 15, 60),
        (Result, 5, 15),
        (Contribution, 5, 40),
        (Reading, 6, 60),
        (Review, 2, 10),
        (Lesson, 3, 10),
        (Risk, 3, 10),
        (Event, 3, 10),
        (SharedOutcome, 1, 5),
        (Assessment, 2, 5),
    ],
    ids=lambda value: value.table if isinstance(value, type) else str(value),
)
def test_a_group_has_enough_to_be_worth_looking_at(
    snapshot: Snapshot, code: str, kind: type[Record], fewest: int, most: int
) -> None:
    assert fewest <= len(of(snapshot, kind, code)) <= most


def test_promises_stand_in_every_way(snapshot: Snapshot) -> None:
    assert {standing(promise, snapshot.today) for promise in snapshot.of(Commitment)} == set(Standing)


@each_group
def test_contributions_are_of_several_kinds_and_by_several_agencies(snapshot: Snapshot, code: str) -> None:
    given = snapshot.of(Contribution, group_id=group_called(snapshot, code).id)
    assert len({each.kind for each in given}) >= 4
    assert len({each.agency_id for each in given}) >= 4


@each_group
def test_readings_ask_all_three_questions_of_several_raters(snapshot: Snapshot, code: str) -> None:
    readings = snapshot.of(Reading, group_id=group_called(snapshot, code).id)
    assert {reading.question for reading in readings} == set(Question)
    assert len({(reading.agency_id, reading.rater) for reading in readings}) >= 3


@each_group
def test_several_members_rated_each_self_assessment(snapshot: Snapshot, code: str) -> None:
    rounds = snapshot.of(Assessment, group_id=group_called(snapshot, code).id)
    assert min(len(snapshot.of(Rating, assessment_id=each.id)) for each in rounds) >= 4


def test_some_results_carry_a_number_and_some_stay_a_story(snapshot: Snapshot) -> None:
    numbers = Counter(result.value is not None for result in snapshot.of(Result))
    assert numbers[True] >= 20
    assert numbers[False] >= 20


def test_one_of_something_is_not_many(snapshot: Snapshot) -> None:
    alone = {each.unit for each in (*snapshot.of(Result), *snapshot.of(Contribution)) if _number_of(each) == 1}
    assert alone
    assert not {unit for unit in alone if unit.endswith("s") or unit == "people"}


def _number_of(record: Result | Contribution) -> Decimal | None:
    return record.value if isinstance(record, Result) else record.quantity


@each_group
def test_results_are_claimed_and_some_of_them_on_a_line(snapshot: Snapshot, code: str) -> None:
    results = {result.id for result in of(snapshot, Result, code)}
    claims = [claim for claim in snapshot.of(Mapping) if claim.result_id in results]
    assert len(claims) >= 5
    assert any(claim.line_id for claim in claims)


@each_group
def test_an_indicator_follows_each_shared_outcome(snapshot: Snapshot, code: str) -> None:
    assert all(snapshot.of(Indicator, outcome_id=outcome.id) for outcome in of(snapshot, SharedOutcome, code))


@each_group
def test_the_stages_begin_with_forming_and_are_judged_in_the_groups_life(snapshot: Snapshot, code: str) -> None:
    path = trajectory(snapshot, group_called(snapshot, code).id)
    assert path.points[0].lane is Lane.FORMING
    group = group_called(snapshot, code)
    assert group.started_on
    assert group.started_on <= path.points[0].on < path.points[-1].on <= path.until


def test_one_group_went_straight_from_frustration_to_failing_and_closed(snapshot: Snapshot) -> None:
    assert lanes(snapshot, "CBT")[-2:] == [Lane.FRUSTRATION, Lane.FAILING]


def test_one_group_fell_back_from_flying(snapshot: Snapshot) -> None:
    fell = [
        code
        for code in NAMES
        if any(before is Lane.FLYING and after is not Lane.FLYING for before, after in pairwise(lanes(snapshot, code)))
    ]
    assert fell == ["SEMO"]


def test_groups_stand_at_several_stages_today(snapshot: Snapshot) -> None:
    assert len({lanes(snapshot, code)[-1] for code in NAMES}) >= 4


@each_group
def test_meetings_lie_in_the_groups_life_and_not_after_today(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    days = [meeting.on for meeting in snapshot.of(Meeting, group_id=group.id) if meeting.on]
    assert group.started_on
    assert group.started_on <= min(days)
    assert max(days) <= (group.closed_on or snapshot.today)


@each_group
def test_people_come_to_meetings_only_while_they_have_a_seat(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    seats = snapshot.of(Membership, group_id=group.id)
    strangers = [
        (meeting.on, snapshot.called(Person, came.person_id))
        for meeting in snapshot.of(Meeting, group_id=group.id)
        for came in snapshot.of(Attendance, meeting_id=meeting.id)
        if meeting.on and came.person_id
        if not any(seat.person_id == came.person_id and seat.active_on(meeting.on) for seat in seats)
    ]
    assert strangers == []


def test_a_ball_has_one_holder_a_day(snapshot: Snapshot) -> None:
    for ball in snapshot.of(Ball):
        days = [change.on for change in snapshot.of(Handover, ball_id=ball.id)]
        assert len(days) == len(set(days)), ball.issue


def coming(snapshot: Snapshot, first: date, last: date) -> tuple[ComingMeeting, ...]:
    """What is planned from one day to another, both counted."""
    return coming_meetings(snapshot, after=first - timedelta(days=1), until=last)


def test_at_least_five_meetings_are_planned_for_the_first_two_weeks_of_july(snapshot: Snapshot) -> None:
    planned = coming(snapshot, date(2008, 7, 1), date(2008, 7, 14))
    assert len(planned) >= 5
    assert all(meeting.starts and meeting.place for meeting in planned)


def test_one_running_group_has_nothing_planned(snapshot: Snapshot) -> None:
    ahead = {meeting.group_id for meeting in coming_meetings(snapshot, after=snapshot.today)}
    running = [group for group in snapshot.of(Group) if group.open_on(snapshot.today)]
    assert [group.code for group in running if group.id not in ahead] == ["AUT"]


def test_one_meeting_that_was_planned_for_late_june_was_never_logged(snapshot: Snapshot) -> None:
    logged = {(meeting.group_id, meeting.on) for meeting in snapshot.of(Meeting)}
    past = coming(snapshot, date(2008, 6, 16), date(2008, 6, 30))
    assert [meeting.on for meeting in past if (meeting.group_id, meeting.on) not in logged] == [date(2008, 6, 25)]


def test_meetings_are_moved_and_called_off(snapshot: Snapshot) -> None:
    assert {change.moved_to is None for change in snapshot.of(MovedMeeting)} == {True, False}


def test_a_group_says_when_it_meets_next_in_one_place_only(snapshot: Snapshot) -> None:
    assert [group.code for group in snapshot.of(Group) if group.next_meeting_on] == []
    assert {group.code for group in snapshot.of(Group) if not snapshot.of(PlannedMeeting, group_id=group.id)} == {
        "AUT",
        "CBT",
    }


def test_most_who_sit_there_now_know_how_far_they_may_promise(snapshot: Snapshot) -> None:
    seats = [seat for seat in snapshot.of(Membership) if seat.active_on(snapshot.today)]
    known = Counter(seat.authority for seat in seats)
    assert min(known[authority] for authority in Authority) >= 5
    assert 5 <= known[None] <= len(seats) // 4


@each_group
def test_a_group_knows_what_it_needs_and_that_somebody_is_missing(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    needed = variety(snapshot, group.id, group.closed_on)
    assert 5 <= len(snapshot.of(Requisite, group_id=group.id)) <= 8
    assert needed.missing
    assert len(needed.missing) < len(needed.needed)


def test_one_thing_was_needed_for_a_time_only(snapshot: Snapshot) -> None:
    assert [need.text for need in snapshot.of(Requisite) if need.until] == [
        "Somebody who can read the swell two days ahead"
    ]


def test_many_seats_and_roles_are_confirmed_some_long_ago_and_some_never(snapshot: Snapshot) -> None:
    running = [group.id for group in snapshot.of(Group) if group.open_on(snapshot.today)]
    stale = [one for group_id in running for one in unconfirmed(snapshot, group_id=group_id)]
    never = [one for one in stale if one.held.confirmed_on is None]
    confirmed = [one.confirmed_on for one in (*snapshot.of(Membership), *snapshot.of(Role)) if one.confirmed_on]
    assert len(confirmed) >= 100
    assert len(never) >= 10
    assert len(stale) - len(never) >= 10


def test_an_agency_is_found_under_the_name_that_it_had_then(snapshot: Snapshot) -> None:
    (agency,) = snapshot.of(Agency, code="MNZ")
    names = [agency_name_on(snapshot, agency.id, date(2005, month, 1)) for month in (6, 7)]
    assert names == ["Maritime Safety", "Maritime NZ"]


def test_one_agency_has_gone_up_in_another_and_left_its_seat_with_it(snapshot: Snapshot) -> None:
    (taken_over,) = snapshot.of(Succession)
    seats = snapshot.of(Membership, agency_id=taken_over.agency_id)
    assert taken_over.on
    assert [seat.to_on for seat in seats] == [taken_over.on - timedelta(days=1)]


@each_group
def test_some_surprises_are_spared_and_some_are_not_yet(snapshot: Snapshot, code: str) -> None:
    risks = snapshot.of(Risk, group_id=group_called(snapshot, code).id)
    assert {risk.told_on is None for risk in risks} == {True, False}


def test_credit_is_shared_for_every_victory(snapshot: Snapshot) -> None:
    assert [result.name for result in snapshot.of(Result) if not result.credit_ids] == []


def test_many_promises_are_made_to_another_agency_and_none_to_the_own(snapshot: Snapshot) -> None:
    given = [promise for promise in snapshot.of(Commitment) if promise.to_agency_id]
    assert len(given) >= 80
    assert [promise.text for promise in given if promise.to_agency_id == promise.agency_id] == []


def test_lessons_not_carried_yet_say_where_they_should_go(snapshot: Snapshot) -> None:
    waiting = [(lesson.id, agency_id) for lesson in snapshot.of(Lesson) for agency_id in lesson.carry_to_ids]
    assert len(waiting) >= 20
    assert not set(waiting) & {(done.lesson_id, done.agency_id) for done in snapshot.of(Carrying)}


def test_some_promises_due_in_the_next_thirty_days_are_backed_and_some_are_not(snapshot: Snapshot) -> None:
    soon = [
        promise
        for promise in snapshot.of(Commitment)
        if standing(promise, snapshot.today) is Standing.OPEN
        if promise.due and (promise.due - snapshot.today).days <= 30
    ]
    backed = Counter(promise.backed_on is not None for promise in soon)
    assert min(backed[True], backed[False]) >= 5


def test_a_ball_lies_with_nobody(snapshot: Snapshot) -> None:
    def holder(ball: Ball) -> str | None:
        return max(snapshot.of(Handover, ball_id=ball.id), key=lambda change: (change.on, change.id)).agency_id

    assert [ball.issue for ball in snapshot.of(Ball) if not ball.closed_on and holder(ball) is None]


def test_the_school_terms_of_two_years_follow_each_other(snapshot: Snapshot) -> None:
    days = [day for term in snapshot.of(SchoolTerm) for day in (term.from_on, term.to_on) if day]
    assert len(days) == 16
    assert days == sorted(days)


def test_nothing_is_dated_after_the_day_it_is_seen_as_at(snapshot: Snapshot) -> None:
    late = [
        (kind.table, record.title)
        for kind, name in (
            (Result, "on"),
            (Commitment, "made_on"),
            (Commitment, "kept_on"),
            (Contribution, "delivered_on"),
            (Review, "on"),
            (Lesson, "on"),
            (Event, "on"),
            (Assessment, "on"),
            (Reading, "on"),
        )
        for record in snapshot.of(kind)
        if (day := getattr(record, name)) and day > snapshot.today
    ]
    assert late == []


def test_what_the_source_tells_is_kept_apart_and_all_else_is_illustrative(snapshot: Snapshot) -> None:
    records = [record for kind in KINDS for record in snapshot.of(kind)]
    assert {record.provenance for record in records} == {Provenance.SOURCE, Provenance.ILLUSTRATIVE}
    told = [record for record in records if record.provenance is Provenance.SOURCE]
    assert [record for record in told if "§" not in record.section and "App 1, story" not in record.section] == []


def test_the_framework_is_for_2007_08_and_its_vintage_says_illustrative(snapshot: Snapshot) -> None:
    (framework,) = snapshot.of(Framework)
    assert (framework.period_from, framework.period_to) == (date(2007, 7, 1), date(2008, 6, 30))
    assert "illustrative" in framework.vintage
    assert {line.year_end for line in snapshot.of(Line)} == {2008}


def worked(snapshot: Snapshot, code: str, words: str) -> ResultFigures:
    """The figures of the one result of a group whose title begins so."""
    (result,) = [
        result
        for result in snapshot.of(Result, group_id=group_called(snapshot, code).id)
        if result.name.startswith(words)
    ]
    return result_figures(result, snapshot.of(Mapping, result_id=result.id))


def by_agency(snapshot: Snapshot, figures: ResultFigures) -> dict[str, AgencyFigures]:
    (tally,) = tallies([figures])
    return {snapshot.called(Agency, each.agency_id): each for each in tally.agencies}


def test_papakura_counts_twelve_once_and_shares_them_out_to_the_tenth(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "ICM", "Tamariki back at school")
    assert (figures.naive_sum, figures.counted_once, figures.unallocated, figures.overlap) == (60, 12, 0, 5)
    agencies = by_agency(snapshot, figures)
    assert {name: each.apportioned for name, each in agencies.items()} == {
        "Education": Decimal("6.0"),
        "CYF": Decimal("2.4"),
        "Work and Income": Decimal("2.4"),
        "Police": Decimal("1.2"),
        "Housing": None,
    }
    assert {each.contributed_to for each in agencies.values()} == {Decimal(12)}


def test_papakura_claims_stand_on_the_lines_of_the_worked_example(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "ICM", "Tamariki back at school")
    lines = [snapshot.one(Line, claim.line_id) for claim in figures.mappings]
    assert {line.code: line.amount_000 for line in lines} == {
        "11768": 10_143,
        "12010": 276_823,
        "11301": 94_948,
        "11302": 337_227,
        "8575": 240_201,
        "12408": 1_093_458,
    }


def test_the_maritime_picture_is_one_and_a_tenth_of_it_nobodys(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "NMCC", "One whole-of-government maritime picture")
    assert (figures.naive_sum, figures.counted_once, figures.unallocated) == (3, 1, Decimal("0.10"))
    shares = {snapshot.called(Agency, claim.agency_id): claim.share_bp for claim in figures.mappings}
    assert shares == {"Customs": 4000, "Defence Force": 3500, "Fisheries": 1500}


def test_eight_agencies_of_the_auckland_office_claim_the_same_four(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "GUEDO", "Agencies sharing the Auckland office")
    assert (figures.naive_sum, figures.counted_once, figures.overlap, figures.unallocated) == (32, 4, 8, None)
    assert figures.result.baseline == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[unicorns]]\nname = 'x'", "unicorns"),
        ("[[agencies]]\ncode = 'A'\nsector = 'iwi'", "Name is missing"),
        ("[[agencies]]\nname = 'A'\ncode = 'A'\nsector = 'space'", "it is one of central_government"),
        ("[[agencies]]\nname = 'A'\ncode = 'A'\nsector = 'iwi'\ncolour = 'red'", "colour"),
        ("[[people]]\nname = 'Ana'\nagency = 'NOBODY'", "'NOBODY', which is not there"),
        ("[[agencies]]\nname = ", "cannot be read"),
    ],
)
def test_a_slip_in_the_text_is_named_with_its_file(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "office.toml").write_text(text, encoding="utf-8")
    numbers = iter(range(100))
    with pytest.raises(Mistake, match=words) as caught:
        read_sample(tmp_path, lambda: str(next(numbers)))
    assert caught.value.sentence.startswith("office")
