"""Load: what each person carries over all running groups."""

from datetime import date

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tracker.models.figures.load import LoadOrder, PersonLoad, over_half, people_load
from tracker.models.records import Attendance, Commitment, Group, Person, Record, Role
from tracker.models.records.meeting import Presence
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
CLOSED = a_group(code="OLD", closed_on=date(2008, 1, 1), closed_because="Done")
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
MERE, TAMA = a_person(POLICE, name="Mere Tāwhai"), a_person(POLICE, name="Tama Example")


def office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [ICM, SEMO, CLOSED, POLICE, EDUCATION, MERE, TAMA, *records])


def promise(person: Person | None = MERE, group: Group = ICM, **fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": group.id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | {"person_id": person.id if person else None} | fields)  # type: ignore[arg-type]


def load(*records: Record, on: date | None = None) -> PersonLoad:
    return people_load(office(*records), on)[0]


def test_seats_are_counted_over_all_running_groups() -> None:
    seats = (a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO, CLOSED))
    told = load(*seats)
    assert (told.seats, told.groups) == (2, ("ICM", "SEMO"))


def test_a_seat_that_ended_or_has_not_begun_is_not_counted() -> None:
    ended = a_member(ICM, POLICE, person_id=MERE.id, to_on=date(2008, 6, 29))
    coming = a_member(SEMO, POLICE, person_id=MERE.id, from_on=date(2008, 7, 1))
    assert people_load(office(ended, coming)) == ()
    assert load(ended, coming, on=date(2008, 6, 29)).groups == ("ICM",)


def test_a_seat_is_sole_where_nobody_else_sits_there_for_the_agency() -> None:
    seats = (a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO))
    assert load(*seats, a_member(SEMO, POLICE, person_id=TAMA.id)).sole == ("Police in ICM",)


def test_the_agencys_own_seat_and_a_seat_typed_twice_do_not_take_the_sole_seat_away() -> None:
    seats = (a_member(ICM, POLICE, person_id=MERE.id), a_member(ICM, POLICE, person_id=MERE.id), a_member(ICM, POLICE))
    told = load(*seats)
    assert (told.seats, told.sole) == (1, ("Police in ICM",))


def test_a_person_in_two_agencies_at_once_has_two_seats_in_one_group() -> None:
    told = load(*(a_member(ICM, agency, person_id=MERE.id) for agency in (POLICE, EDUCATION)))
    assert (told.seats, told.groups, told.sole) == (2, ("ICM",), ("Education in ICM", "Police in ICM"))


def test_promises_of_running_groups_count_with_those_overdue() -> None:
    late, kept = promise(due=date(2008, 6, 1)), promise(kept_on=TODAY)
    told = load(late, kept, promise(group=SEMO), promise(group=CLOSED))
    assert told.promises_words == "2 open, 1 overdue"
    assert (told.seats, told.groups) == (0, ())


def test_on_an_earlier_day_a_promise_kept_since_was_open_and_one_made_since_was_not_there() -> None:
    told = load(promise(kept_on=TODAY), promise(made_on=date(2008, 6, 1)), on=date(2008, 5, 1))
    assert told.promises == 1


def test_roles_stand_with_their_groups() -> None:
    role = Role(id=an_id(), group_id=SEMO.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2008, 1, 1))
    assert load(role).roles == ("Chair, SEMO",)


def test_who_has_left_the_table_holds_no_role_there_any_more() -> None:
    role = Role(id=an_id(), group_id=ICM.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2008, 1, 1))
    left = a_member(ICM, POLICE, person_id=MERE.id, to_on=date(2008, 5, 1))
    assert people_load(office(role, left)) == ()


def test_meetings_of_the_last_90_days_are_counted_by_who_came_in_person() -> None:
    meetings = [a_meeting(ICM, on=day) for day in (date(2008, 4, 1), date(2008, 4, 2), date(2008, 6, 30))]
    named = {"agency_id": POLICE.id, "person_id": MERE.id}
    seats = [Attendance(id=an_id(), meeting_id=meeting.id, **named) for meeting in meetings[:2]]
    sent = Attendance(id=an_id(), meeting_id=meetings[2].id, presence=Presence.SENT_SOMEBODY, **named)
    told = load(a_member(ICM, POLICE, person_id=MERE.id), *meetings, *seats, sent)
    assert told.came_words == "1 of 2"
    assert told.words == "1 seat in 1 group, 1 alone for the agency · came to 1 of 2 meetings in 90 days"


def test_people_stand_by_name_unless_another_order_is_asked_for() -> None:
    snapshot = office(promise(MERE), promise(TAMA), promise(TAMA), promise(None))
    assert [told.person for told in people_load(snapshot)] == [MERE, TAMA]
    assert [told.person for told in people_load(snapshot, by=LoadOrder.PROMISES)] == [TAMA, MERE]
    assert all(people_load(snapshot, by=order) for order in LoadOrder)


def test_of_one_group_only_its_people_are_told_with_all_they_carry() -> None:
    snapshot = office(promise(MERE), promise(MERE, SEMO), promise(TAMA, SEMO))
    assert [(told.person, told.promises) for told in people_load(snapshot, group_id=ICM.id)] == [(MERE, 2)]


def test_over_half_of_the_open_promises_on_one_person_is_told_with_the_counts() -> None:
    found = over_half(office(promise(MERE), promise(MERE), promise(None), promise(TAMA, kept_on=TODAY)))
    assert found is not None
    assert found.words == "Mere Tāwhai: 2 of 3 open promises"


def test_half_is_not_over_half_and_unnamed_promises_count_in_the_whole() -> None:
    assert over_half(office(promise(MERE), promise(None))) is None
    assert over_half(office(promise(None), promise(None))) is None


def test_over_half_may_be_asked_of_one_group() -> None:
    snapshot = office(promise(MERE), promise(TAMA, SEMO))
    assert over_half(snapshot) is None
    assert (found := over_half(snapshot, group_id=ICM.id)) is not None
    assert found.person == MERE


def test_without_groups_nobody_carries_anything() -> None:
    snapshot = snapshot_of(TODAY, [POLICE, MERE])
    assert people_load(snapshot) == ()
    assert over_half(snapshot) is None
