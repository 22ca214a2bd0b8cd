"""One event, told from each side: the timelines of a group, an agency and a person agree."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest

from tests.builders import a_group, a_meeting, a_member, a_person, a_result, an_agency, an_id
from tracker.models.fields import FieldType, fields_of
from tracker.models.figures.timeline import Entry, agency_timeline, person_timeline, timeline
from tracker.models.records import (
    Agency,
    Attendance,
    Ball,
    Commitment,
    Group,
    Handover,
    MovedMeeting,
    Person,
    PlannedMeeting,
    Record,
    Role,
)
from tracker.models.records.meeting import Presence
from tracker.models.records.membership import RoleName
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.places import resources
from tracker.store.sample import read_sample

TODAY = date(2008, 6, 30)
GROUP, OTHER = a_group(), a_group(code="SEMO", name="Schools")
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
MERE = a_person(POLICE, name="Mere Tāwhai")


@cache
def the_sample() -> Snapshot:
    return snapshot_of(TODAY, read_sample(resources() / "sample", an_id))


def by_group(snapshot: Snapshot) -> Iterable[Entry]:
    return (entry for group in snapshot.of(Group) for entry in timeline(snapshot, group.id))


def told(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [GROUP, OTHER, POLICE, EDUCATION, MERE, *records])


def words(entries: Iterable[Entry]) -> list[str]:
    return [entry.kind_word for entry in entries]


def same(entries: Iterable[Entry]) -> list[str]:
    """What a person reads of each entry, with where it leads, in one order."""
    return sorted(
        f"{entry.on} {entry.kind_word} {entry.title} {entry.detail} {entry.record.id} {entry.group_id}"
        for entry in entries
    )


def test_what_the_groups_tell_of_an_agency_is_its_timeline_word_for_word() -> None:
    sample = the_sample()
    told_by_groups = list(by_group(sample))
    for agency in sample.of(Agency):
        about = [entry for entry in told_by_groups if agency.id in entry.agency_ids]
        assert same(about) == same(agency_timeline(sample, agency.id)), agency.name


def test_what_the_groups_tell_of_a_person_is_their_timeline_word_for_word() -> None:
    sample = the_sample()
    told_by_groups = list(by_group(sample))
    for person in sample.of(Person):
        about = [entry for entry in told_by_groups if person.id in entry.person_ids]
        assert same(about) == same(person_timeline(sample, person.id)), person.name


@pytest.mark.parametrize(("kind", "ids"), [(Agency, "agency_ids"), (Person, "person_ids")])
def test_whoever_is_named_in_what_an_entry_leads_to_has_it_on_their_timeline(kind: type[Record], ids: str) -> None:
    for entry in by_group(the_sample()):
        for field in fields_of(type(entry.record)):
            if field.refers_to == kind.__name__ and field.kept_as is FieldType.REFERENCE:
                named = getattr(entry.record, field.name)
                assert named is None or named in getattr(entry, ids), (entry, field.name)


def test_what_a_person_did_stands_on_an_agency_s_timeline_too() -> None:
    sample = the_sample()
    told_by_agencies = {
        same([entry])[0] for agency in sample.of(Agency) for entry in agency_timeline(sample, agency.id)
    }
    people = (entry for person in sample.of(Person) for entry in person_timeline(sample, person.id))
    assert {same([entry])[0] for entry in people} <= told_by_agencies


def test_a_meeting_is_about_who_came_and_who_apologised() -> None:
    meeting = a_meeting(GROUP)
    came = Attendance(id=an_id(), meeting_id=meeting.id, agency_id=EDUCATION.id)
    sorry = Attendance(
        id=an_id(), meeting_id=meeting.id, agency_id=POLICE.id, person_id=MERE.id, presence=Presence.APOLOGY
    )
    (entry,) = person_timeline(told(meeting, came, sorry), MERE.id)
    assert entry.detail == "1 of 2 came · apologies from Police"
    assert entry.agency_ids == {POLICE.id, EDUCATION.id}


def test_a_promise_is_about_who_gave_it_and_to_whom() -> None:
    promise = Commitment(
        id=an_id(),
        group_id=GROUP.id,
        text="Bring the figures",
        made_on=date(2008, 4, 1),
        backed_on=date(2008, 4, 9),
        person_id=MERE.id,
        to_agency_id=EDUCATION.id,
    )
    snapshot = told(promise)
    assert words(agency_timeline(snapshot, EDUCATION.id)) == ["Commitment backed", "Commitment"]
    assert agency_timeline(snapshot, POLICE.id) == person_timeline(snapshot, MERE.id)


def test_a_ball_passed_on_is_about_the_holder_before_and_the_one_after() -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Truancy", opened_on=date(2008, 2, 1))
    first = Handover(id=an_id(), ball_id=ball.id, on=date(2008, 2, 1), agency_id=POLICE.id)
    then = Handover(id=an_id(), ball_id=ball.id, on=date(2008, 3, 1), agency_id=EDUCATION.id)
    snapshot = told(ball, first, then)
    assert words(agency_timeline(snapshot, POLICE.id)) == ["Ball passed", "Issue opened", "Ball passed"]
    assert agency_timeline(snapshot, EDUCATION.id)[0].detail == "from Police to Education"


def test_a_victory_celebrated_and_told_at_home_is_about_who_shares_the_credit() -> None:
    victory = a_result(GROUP, credit_ids=(POLICE.id,), celebrated_on=date(2008, 6, 1), told_home_on=date(2008, 6, 3))
    entries = agency_timeline(told(victory), POLICE.id)
    assert words(entries) == ["Told at home", "Victory celebrated", "Little victory"]
    assert entries[0].detail == "thanks to Police"
    assert agency_timeline(told(victory), EDUCATION.id) == ()


def test_a_role_is_about_the_agency_for_which_its_holder_sits_in_that_group() -> None:
    seat = a_member(GROUP, EDUCATION, person_id=MERE.id)
    role = Role(id=an_id(), group_id=GROUP.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2007, 3, 1))
    snapshot = told(seat, role)
    assert words(agency_timeline(snapshot, EDUCATION.id)) == ["Role taken on", "Joined"]
    assert agency_timeline(snapshot, POLICE.id) == ()


def test_only_the_next_meeting_of_a_plan_stands_ahead_and_for_those_who_sit_there() -> None:
    plan = PlannedMeeting(
        id=an_id(), group_id=GROUP.id, on=date(2008, 7, 3), starts_at="14:00", repeats=Repeat.WEEKLY, place="Library"
    )
    snapshot = told(plan, a_member(GROUP, POLICE), a_member(GROUP, EDUCATION, to_on=date(2008, 7, 1)))
    ahead = agency_timeline(snapshot, POLICE.id)[0]
    assert (ahead.on, ahead.title, ahead.detail) == (date(2008, 7, 3), "Library", "14:00 · every week")
    assert "Planned meeting" not in words(agency_timeline(snapshot, EDUCATION.id))
    assert words(timeline(snapshot, GROUP.id)).count("Planned meeting") == 1


def test_a_meeting_that_was_called_off_says_so_on_its_day() -> None:
    plan = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 6, 3), repeats=Repeat.WEEKLY)
    off = MovedMeeting(id=an_id(), planned_id=plan.id, on=date(2008, 6, 10), why="Election week")
    entry = next(one for one in timeline(told(plan, off), GROUP.id) if one.kind_word == "Meeting called off")
    assert (entry.on, entry.title, entry.detail) == (date(2008, 6, 10), "Election week", "")


def test_an_agency_that_is_not_known_is_not_passed_over_in_silence() -> None:
    with pytest.raises(KeyError):
        agency_timeline(told(), "nobody")
