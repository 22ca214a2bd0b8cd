"""The office as it was known on an earlier day."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.builders import (
    a_group,
    a_mapping,
    a_meeting,
    a_member,
    a_person,
    a_result,
    a_stage,
    an_agency,
    an_id,
    an_office,
)
from tracker.models.as_at import DATED, as_at
from tracker.models.belonging import of_group
from tracker.models.fields import FieldType, fields_of
from tracker.models.figures.standing import Standing, standing
from tracker.models.records import (
    KIND_BY_NAME,
    KINDS,
    Accommodation,
    Agency,
    Assessment,
    Attendance,
    Carrying,
    Commitment,
    Decision,
    Departure,
    DueChange,
    FormerName,
    Group,
    IndicatorValue,
    Mapping,
    Meeting,
    Membership,
    Person,
    Purpose,
    Record,
    Result,
    Risk,
    StageJudgement,
    Support,
)
from tracker.models.records.accountability import MappingState
from tracker.models.records.contribution import SupportKind
from tracker.models.records.outcome import ValueKind
from tracker.models.records.review import TakenUp
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.store.office import Office

TODAY, DAY = date(2008, 6, 30), date(2008, 3, 31)
BEFORE, AFTER = date(2008, 2, 1), date(2008, 5, 1)
GROUP, AGENCY = a_group(), an_agency("POL")


def then(*records: Record, day: date = DAY) -> Snapshot:
    return as_at(snapshot_of(TODAY, [GROUP, AGENCY, *records]), day)


def a_promise(**fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": "Bring the list", "made_on": BEFORE, "due": BEFORE}
    return Commitment(**defaults | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_date_of_every_kind_is_said_to_begin_it_to_have_happened_or_to_be_planned(kind: type[Record]) -> None:
    dated = DATED[kind]
    said = [*dated.begins, *(name for name, *_ in dated.happened), *dated.planned]
    dates = [part.name for part in fields_of(kind) if part.kept_as in (FieldType.DAY, FieldType.MOMENT)]
    assert sorted(said) == sorted(dates)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_belongs_to_a_date_is_a_field_of_its_kind(kind: type[Record]) -> None:
    known = {part.name for part in fields_of(kind)}
    assert {name for happened in DATED[kind].happened for name in happened} <= known


def test_its_today_is_the_day() -> None:
    assert then().today == DAY


def test_what_came_to_be_after_the_day_is_left_out() -> None:
    early, late = a_stage(GROUP, on=DAY), a_stage(GROUP, on=DAY + timedelta(days=1))
    assert then(early, late).of(StageJudgement) == (early,)


def test_a_group_that_had_not_started_is_left_out_with_all_that_is_its_own() -> None:
    later = a_group(code="LATER", started_on=AFTER)
    found = then(later, a_stage(later, on=BEFORE), a_member(later, AGENCY, from_on=BEFORE))
    assert found.of(Group) == (GROUP,)
    assert found.of(StageJudgement) == found.of(Membership) == ()


def test_who_came_goes_with_the_meeting() -> None:
    meetings = [a_meeting(GROUP, on=on) for on in (BEFORE, AFTER)]
    came = [Attendance(id=an_id(), meeting_id=meeting.id, agency_id=AGENCY.id) for meeting in meetings]
    assert then(*meetings, *came).of(Attendance) == (came[0],)


def test_what_leads_to_something_left_out_leads_nowhere() -> None:
    meeting = a_meeting(GROUP, on=AFTER)
    decision = Decision(id=an_id(), group_id=GROUP.id, meeting_id=meeting.id, on=BEFORE, text="Meet monthly")
    judged = a_stage(GROUP, on=BEFORE, assessment_id="round")
    found = then(meeting, decision, judged, Assessment(id="round", group_id=GROUP.id, on=AFTER))
    assert [one.meeting_id for one in found.of(Decision)] == [None]
    assert [one.assessment_id for one in found.of(StageJudgement)] == [None]


@pytest.mark.parametrize("ending", ["kept_on", "released_on", "missed_on"])
def test_a_promise_that_ended_later_was_open_and_nobody_knew_what_became_of_it(ending: str) -> None:
    found = then(a_promise(**{ending: AFTER, "outcome_note": "It went well"})).of(Commitment)[0]
    assert (getattr(found, ending), found.outcome_note) == (None, "")
    assert standing(found, DAY) is Standing.OVERDUE


def test_what_ended_by_the_day_stays_as_it_is() -> None:
    kept = a_promise(kept_on=DAY, outcome_note="It went well", backed_on=BEFORE)
    assert then(kept).of(Commitment) == (kept,)


def test_what_is_planned_stays_though_it_lies_ahead() -> None:
    promise = a_promise(due=AFTER, first_due=AFTER)
    agreed = Accommodation(id=an_id(), group_id=GROUP.id, agreed_on=BEFORE, review_on=AFTER)
    assert then(promise, agreed).of(Commitment) == (promise,)
    assert then(promise, agreed).of(Accommodation) == (agreed,)


def test_a_promise_was_due_as_agreed_by_then() -> None:
    promise = a_promise(due=date(2008, 8, 1), first_due=date(2008, 2, 15))
    days = [date(2008, 2, 15), date(2008, 4, 15), date(2008, 6, 15), date(2008, 8, 1)]
    agreed = [date(2008, 2, 10), date(2008, 4, 10), date(2008, 6, 10)]
    moves = [
        DueChange(id=an_id(), commitment_id=promise.id, on=on, due_before=before, due_after=after)
        for on, (before, after) in zip(agreed, pairwise(days), strict=True)
    ]
    dues = {on: then(promise, *moves, day=on).one(Commitment, promise.id).due for on in (BEFORE, *agreed)}
    assert list(dues.values()) == days
    assert then(promise, *moves).of(DueChange) == (moves[0],)


def test_a_promise_that_had_no_date_then_has_none() -> None:
    promise = a_promise(due=AFTER, first_due=AFTER)
    found = then(promise, DueChange(id=an_id(), commitment_id=promise.id, on=AFTER, due_after=AFTER))
    assert [(one.due, one.first_due) for one in found.of(Commitment)] == [(None, None)]


def test_a_seat_that_ended_later_was_taken() -> None:
    seat = a_member(GROUP, AGENCY, from_on=BEFORE, to_on=AFTER)
    assert then(seat).of(Membership)[0].to_on is None


def test_a_group_that_closed_later_was_running() -> None:
    closing = a_group(code="GONE", closed_on=AFTER, closed_because="The money ended")
    found = then(closing).one(Group, closing.id)
    assert (found.closed_on, found.closed_because) == (None, "")


def test_a_support_came_to_be_with_its_first_date_and_had_come_as_far_as_then() -> None:
    asked = Support(id="a", group_id=GROUP.id, agency_id=AGENCY.id, kind=SupportKind.TIME, asked_on=BEFORE)
    secured = Support(id="b", group_id=GROUP.id, agency_id=AGENCY.id, asked_on=BEFORE, secured_on=AFTER)
    later = Support(id="c", group_id=GROUP.id, agency_id=AGENCY.id, asked_on=AFTER)
    undated = Support(id="d", group_id=GROUP.id, agency_id=AGENCY.id)
    found = then(asked, secured, later, undated).of(Support)
    assert [(one.id, one.asked_on, one.secured_on) for one in found] == [
        ("a", BEFORE, None),
        ("b", BEFORE, None),
        ("d", None, None),
    ]


def test_a_risk_was_untold_and_open() -> None:
    risk = Risk(id=an_id(), group_id=GROUP.id, on=BEFORE, text="x", told_on=AFTER, told_whom="Her", closed_on=AFTER)
    found = then(risk).of(Risk)[0]
    assert (found.told_on, found.told_whom, found.closed_on) == (None, "", None)


def test_a_lesson_was_carried_and_not_yet_taken_up() -> None:
    carried = Carrying(id="c", agency_id=AGENCY.id, on=BEFORE, taken_up=TakenUp.YES, taken_up_on=AFTER)
    assert [(one.taken_up, one.taken_up_on) for one in then(carried).of(Carrying)] == [(TakenUp.NOT_YET, None)]


def test_a_claim_that_was_agreed_later_was_a_draft() -> None:
    result = a_result(GROUP, on=BEFORE)
    claim = a_mapping(result, AGENCY, agreed_on=AFTER)
    assert then(result, claim).of(Mapping)[0].state is MappingState.DRAFT


def test_a_victory_was_there_and_not_yet_celebrated() -> None:
    victory = a_result(GROUP, on=BEFORE, celebrated_on=AFTER, told_home_on=AFTER)
    found = then(victory).of(Result)[0]
    assert (found.celebrated_on, found.told_home_on) == (None, None)


def test_an_agency_has_the_name_that_it_had() -> None:
    new = an_agency("HNZ", name="Housing", short_name="Housing")
    former = FormerName(id=an_id(), agency_id=new.id, until=DAY, name="State Houses", code="SH")
    renamed_on = DAY + timedelta(days=1)
    assert then(new, former).one(Agency, new.id).called == "State Houses"
    assert then(new, former).of(FormerName) == ()
    assert then(new, former, day=renamed_on).one(Agency, new.id) == new
    assert then(new, former, day=renamed_on).of(FormerName) == (former,)


def test_a_group_had_the_purpose_that_it_had_worded_by_then() -> None:
    group = a_group(code="P", purpose="Third")
    words = [
        Purpose(id=an_id(), group_id=group.id, on=on, text=text)
        for on, text in ((BEFORE, "First"), (DAY, "Second"), (AFTER, "Third"))
    ]
    days = {BEFORE: "First", DAY: "Second", AFTER: "Third", BEFORE - timedelta(days=1): ""}
    assert {day: then(group, *words, day=day).one(Group, group.id).purpose for day in days} == days


def test_a_target_is_known_ahead_and_a_measured_value_is_not() -> None:
    values = [
        IndicatorValue(id=kind.value, period_end=AFTER, value=Decimal(1), kind=kind)
        for kind in (ValueKind.ACTUAL, ValueKind.TARGET, ValueKind.FORECAST)
    ]
    assert [one.kind for one in then(*values).of(IndicatorValue)] == [ValueKind.TARGET, ValueKind.FORECAST]


def test_a_point_in_time_is_held_against_the_day() -> None:
    sent = [
        Departure(id=an_id(), at=datetime(2008, month, 1, tzinfo=UTC), what="Return", to_whom="x", purpose="y")
        for month in (2, 5)
    ]
    assert then(*sent).of(Departure) == (sent[0],)


def test_on_its_own_day_it_is_the_office_itself() -> None:
    snapshot = snapshot_of(TODAY, [GROUP, a_member(GROUP, AGENCY, to_on=TODAY + timedelta(days=3))])
    assert as_at(snapshot, TODAY) is snapshot


def test_of_a_day_to_come_all_that_is_noted_is_known() -> None:
    later = a_stage(GROUP, on=TODAY + timedelta(days=3))
    found = then(later, day=TODAY + timedelta(days=9))
    assert (found.today, found.of(StageJudgement)) == (TODAY + timedelta(days=9), (later,))


def test_only_the_kinds_that_are_asked_for_are_worked_out() -> None:
    asked: list[type[Record]] = []

    def load(kind: type[Record]) -> tuple[Record, ...]:
        asked.append(kind)
        return (GROUP,) if kind is Group else ()

    as_at(Snapshot(TODAY, load), DAY).of(Meeting)
    assert {Meeting, Group} <= set(asked)
    assert {Commitment, Attendance, Person} & set(asked) == set()


@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2004, 6, 30), date(2007, 1, 31), date(2008, 6, 29)])
def test_nothing_in_the_sample_leads_to_what_is_left_out(sample: Office, day: date) -> None:
    found = as_at(sample.snapshot(), day).complete()
    for kind in KINDS:
        for part in fields_of(kind):
            if part.kept_as is FieldType.REFERENCE:
                target = KIND_BY_NAME[part.refers_to]
                led = {getattr(one, part.name) for one in found.of(kind)} - {None}
                assert all(found.find(target, identity) for identity in led)


def test_going_back_twice_is_going_back_once(sample: Office) -> None:
    far, near = date(2007, 3, 1), date(2008, 1, 31)
    once, twice = as_at(sample.snapshot(), far), as_at(as_at(sample.snapshot(), near), far)
    assert all(once.of(kind) == twice.of(kind) for kind in KINDS)


def test_one_group_alone_goes_back_as_it_does_among_the_others(sample: Office) -> None:
    whole = sample.snapshot()
    group = whole.of(Group, code="ICM")[0]
    own = [one for kind in KINDS if kind is not type(an_office()) for one in of_group(whole, kind, group.id)]
    alone, among = as_at(snapshot_of(whole.today, own), date(2007, 12, 31)), as_at(whole, date(2007, 12, 31))
    assert of_group(alone, Commitment, group.id) == of_group(among, Commitment, group.id)


def test_a_person_is_as_now_for_no_dates_are_kept_of_promotions() -> None:
    person = a_person(AGENCY)
    assert then(person).of(Person) == (person,)
