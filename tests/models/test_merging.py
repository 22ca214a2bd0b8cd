"""Two that were typed twice become one: nothing leads to the one that goes, and nothing is noted twice."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_meeting, a_person, a_result, an_agency, an_id
from tests.models.people_office import (
    GROUP,
    HOUSING,
    OFFICER,
    OTHER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    a_role,
    a_seat,
    after,
    misfits,
    people_office,
)
from tracker.models.fields import fields_of
from tracker.models.merging import Merging, merging
from tracker.models.mistake import Mistake
from tracker.models.records import (
    KINDS,
    Agency,
    Assessment,
    Attendance,
    Commitment,
    FormerName,
    Membership,
    Person,
    Rating,
    Reading,
    Record,
    Result,
    Return,
    Role,
    Succession,
)
from tracker.models.records.handing_in import ReturnKind
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.models.records.reading import Question
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import Snapshot

AGAIN = an_agency("NZP", name="NZ Police", te_reo_name="Ngā Pirihimana o Aotearoa")
TWIN = a_person(AGAIN, name="Youth aid officer", email="youth@example.nz", note="Back from leave")
MARCH, MAY = date(2008, 3, 1), date(2008, 5, 1)
MEETING = a_meeting(GROUP)


def merged(kept: Any, gone: Any, *records: Record) -> tuple[Merging, Snapshot]:
    """What the merging says, and the office after it, in which nothing leads to the one that went."""
    before = people_office(AGAIN, TWIN, MEETING, *records)
    found = merging(before, kept, gone)
    now = after(before, found.saves, found.removes)
    assert [record for kind in KINDS for record in now.of(kind) if gone.id in leads(record)] == []
    return found, now


def leads(record: Record) -> set[str]:
    """All that a record leads to."""
    found: set[str] = {record.id}
    for part in fields_of(type(record)):
        held = getattr(record, part.name)
        if part.refers_to and held:
            found |= {held} if isinstance(held, str) else {each if isinstance(each, str) else each[0] for each in held}
    return found


def came(agency: Agency, **fields: Any) -> Attendance:
    return Attendance(**{"id": an_id(), "meeting_id": MEETING.id, "agency_id": agency.id} | fields)


def a_reading(agency: Agency, *points: tuple[str, int | None], **fields: Any) -> Reading:
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": MAY, "agency_id": agency.id, "question": Question.DECIDES}
    return Reading(**defaults | {"points": points} | fields)


def test_the_kept_one_takes_over_what_it_lacks_and_keeps_what_it_has() -> None:
    found, now = merged(OFFICER, TWIN)
    kept = now.one(Person, OFFICER.id)
    assert (kept.name, kept.email, kept.note) == ("Youth officer", "youth@example.nz", "Back from leave")
    assert "Work e-mail “youth@example.nz”" in found.taken
    assert "Name “Youth aid officer” (stays “Youth officer”)" in found.lost


def test_the_stricter_secrecy_holds() -> None:
    secret = replace(TWIN, id=an_id(), sensitivity=Sensitivity.RESTRICTED)
    assert merged(OFFICER, secret, secret)[1].one(Person, OFFICER.id).sensitivity is Sensitivity.RESTRICTED


def test_two_seats_of_the_same_days_become_one_over_all_of_them() -> None:
    seats = (a_seat(OFFICER, to_on=MAY), a_seat(OFFICER, from_on=MARCH, agency_id=AGAIN.id))
    _, now = merged(POLICE, AGAIN, *seats)
    (seat,) = now.of(Membership)
    assert (seat.id, seat.from_on, seat.to_on) == (seats[0].id, START, None)


def test_seats_one_after_the_other_stay_two() -> None:
    seats = (a_seat(OFFICER, to_on=MARCH), a_seat(TWIN, agency_id=POLICE.id, from_on=MAY))
    assert len(merged(OFFICER, TWIN, *seats)[1].of(Membership)) == 2


def test_one_role_held_under_both_names_is_held_once() -> None:
    records = (a_seat(OFFICER), a_role(OFFICER, to_on=MAY), a_role(TWIN, from_on=MARCH))
    _, now = merged(OFFICER, TWIN, *records)
    assert [(role.person_id, role.from_on, role.to_on) for role in now.of(Role)] == [(OFFICER.id, START, None)]


def test_attendance_of_both_at_one_meeting_becomes_one_and_the_best_of_both() -> None:
    both = (
        came(POLICE, person_id=OFFICER.id, presence=Presence.APOLOGY),
        came(POLICE, person_id=TWIN.id, presence=Presence.SENT_SOMEBODY, instead="Ana", level=Level.FRONT_LINE),
    )
    (one,) = merged(OFFICER, TWIN, *both)[1].of(Attendance)
    assert (one.presence, one.instead, one.level) == (Presence.SENT_SOMEBODY, "Ana", Level.FRONT_LINE)


def test_points_for_both_are_added_and_still_make_a_hundred() -> None:
    reading = a_reading(HOUSING, (POLICE.id, 30), (AGAIN.id, 20), (HOUSING.id, 50))
    _, now = merged(POLICE, AGAIN, reading)
    assert now.one(Reading, reading.id).points == ((POLICE.id, 50), (HOUSING.id, 50))


def test_points_that_nobody_gave_stay_open() -> None:
    reading = a_reading(HOUSING, (AGAIN.id, None), (HOUSING.id, 100))
    _, now = merged(POLICE, AGAIN, reading)
    assert dict(now.one(Reading, reading.id).points) == {POLICE.id: None, HOUSING.id: 100}


def test_two_raters_of_what_is_now_one_agency_stay_two() -> None:
    round_ = Assessment(id=an_id(), group_id=GROUP.id, on=MAY, asked_ids=(POLICE.id, AGAIN.id))
    ratings = [
        Rating(id=an_id(), assessment_id=round_.id, agency_id=agency.id, rater="A") for agency in (POLICE, AGAIN)
    ]
    readings = [a_reading(agency, (HOUSING.id, 100)) for agency in (POLICE, AGAIN)]
    _, now = merged(POLICE, AGAIN, round_, *ratings, *readings)
    assert [rating.rater for rating in now.of(Rating)] == ["A", "B"]
    assert [reading.rater for reading in now.of(Reading)] == ["", "A"]
    assert now.one(Assessment, round_.id).asked_ids == (POLICE.id,)


def test_nothing_leads_to_itself() -> None:
    part = an_agency("POLC", name="Police college", part_of_id=AGAIN.id)
    owner = replace(POLICE, part_of_id=part.id)
    succession = Succession(id=an_id(), agency_id=AGAIN.id, successor_id=POLICE.id, on=MAY)
    _, now = merged(POLICE, AGAIN, owner, part, succession)
    assert (now.one(Agency, POLICE.id).part_of_id, now.one(Agency, part.id).part_of_id) == (None, POLICE.id)
    assert now.of(Succession) == ()


def test_a_promise_from_the_one_to_the_other_is_to_nobody_in_particular() -> None:
    promise = Commitment(
        id="p", group_id=GROUP.id, text="A van", made_on=MAY, agency_id=POLICE.id, to_agency_id=AGAIN.id
    )
    assert merged(POLICE, AGAIN, promise)[1].one(Commitment, "p").to_agency_id is None


def test_credit_is_shared_once_and_former_names_and_returns_go_along() -> None:
    result = a_result(GROUP, credit_ids=(POLICE.id, AGAIN.id))
    names = [FormerName(id=an_id(), agency_id=each.id, until=MARCH, name="Force", code="F") for each in (POLICE, AGAIN)]
    made = Return(id=an_id(), kind=ReturnKind.AGENCY, scope="NZ Police", scope_id=AGAIN.id, period="2008 Q2",
                  period_from=MARCH, period_to=MAY)  # fmt: skip
    _, now = merged(POLICE, AGAIN, result, *names, made)
    assert now.one(Result, result.id).credit_ids == (POLICE.id,)
    assert (now.one(Return, made.id).scope_id, len(now.of(FormerName))) == (POLICE.id, 1)


def test_the_preview_counts_before_anything_happens() -> None:
    records = (a_seat(OFFICER), a_seat(OFFICER, agency_id=AGAIN.id), came(AGAIN), came(AGAIN, person_id=OFFICER.id))
    found, _ = merged(POLICE, AGAIN, *records)
    assert found.words[:3] == (
        "“NZ Police” goes, and everything about it is noted for “New Zealand Police”.",
        "Led over: 1 person, 1 membership, 2 attendances.",
        "Noted twice, and put together: 1 membership.",
    )


def test_what_was_noted_twice_before_is_left_alone() -> None:
    twice = (a_seat(SERGEANT), a_seat(SERGEANT))
    assert len(merged(POLICE, AGAIN, *twice)[1].of(Membership)) == 2


def test_two_who_sit_for_two_agencies_at_once_are_not_one() -> None:
    with pytest.raises(Mistake, match="Police in ICM and Tenancy manager for Housing in SEMO at the same time"):
        merged(OFFICER, TENANCY, a_seat(OFFICER), a_seat(TENANCY, OTHER))


def test_one_is_not_two_and_an_agency_is_nobody() -> None:
    with pytest.raises(Mistake, match="is one already"):
        merged(POLICE, POLICE)
    with pytest.raises(Mistake, match="An agency and a person"):
        merged(POLICE, OFFICER)


AGENCIES = st.sampled_from((POLICE, AGAIN, HOUSING))
DAYS = st.integers(0, 90).map(lambda number: START + timedelta(days=number))
SEATS = st.builds(
    lambda person, agency, group, begin, length: a_seat(
        person,
        group,
        agency_id=agency.id,
        from_on=begin,
        to_on=None if length is None else begin + timedelta(days=length),
    ),
    st.sampled_from((OFFICER, SERGEANT, TWIN)),
    AGENCIES,
    st.sampled_from((GROUP, OTHER)),
    DAYS,
    st.none() | st.integers(0, 60),
)
ATTENDANCES = st.builds(lambda agency, presence: came(agency, presence=presence), AGENCIES, st.sampled_from(Presence))
READINGS = st.builds(
    lambda agency, first, second: a_reading(
        agency, (POLICE.id, first), (AGAIN.id, second), (HOUSING.id, 100 - first - second)
    ),
    AGENCIES,
    st.integers(0, 50),
    st.integers(0, 50),
)
RESULTS = st.lists(AGENCIES, unique_by=id).map(lambda held: a_result(GROUP, credit_ids=tuple(one.id for one in held)))


@given(st.lists(SEATS | ATTENDANCES | READINGS | RESULTS, max_size=12))
def test_whatever_led_to_it_nothing_leads_to_the_agency_that_went(records: list[Record]) -> None:
    before = misfits(people_office(AGAIN, TWIN, MEETING, *records))
    _, now = merged(POLICE, AGAIN, *records)
    assert len(misfits(now)) <= len(before)


@given(st.lists(SEATS, max_size=8))
def test_whenever_they_sat_two_people_become_one_who_sat_on_the_same_days(seats: list[Membership]) -> None:
    before = people_office(AGAIN, TWIN, MEETING, *seats)
    try:
        _, now = merged(OFFICER, TWIN, *seats)
    except Mistake:
        return
    for number in range(0, 160, 7):
        day = START + timedelta(days=number)
        then = {
            (s.group_id, s.agency_id) for s in before.of(Membership) if s.active_on(day) and s.person_id != SERGEANT.id
        }
        assert {(s.group_id, s.agency_id) for s in now.of(Membership, person_id=OFFICER.id) if s.active_on(day)} == then
