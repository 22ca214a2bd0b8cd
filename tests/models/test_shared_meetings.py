"""Meetings that agencies share: P = AAᵀ."""

from datetime import date

from tests.builders import a_group, a_meeting, an_agency, an_id
from tracker.models.figures.shared_meetings import shared_meetings
from tracker.models.records import Agency, Attendance, Meeting, Record
from tracker.models.records.meeting import Presence
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
POLICE, EDUCATION, HOUSING = (an_agency(code, short_name=code) for code in ("POL", "EDU", "HNZ"))
FIRST, SECOND = a_meeting(ICM, on=date(2008, 3, 1)), a_meeting(ICM, on=date(2008, 4, 1))
OTHER = a_meeting(SEMO, on=date(2008, 5, 1))


def came(meeting: Meeting, *agencies: Agency, presence: Presence = Presence.PRESENT) -> list[Attendance]:
    return [
        Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency.id, presence=presence) for agency in agencies
    ]


def office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [ICM, SEMO, POLICE, EDUCATION, HOUSING, FIRST, SECOND, OTHER, *records])


def test_two_agencies_share_the_meetings_at_which_both_were() -> None:
    found = shared_meetings(office(*came(FIRST, POLICE, EDUCATION), *came(SECOND, POLICE), *came(OTHER, POLICE)))
    assert found.agencies == ((EDUCATION.id, "EDU"), (POLICE.id, "POL"))
    assert found.together == ((1, 1), (1, 3))
    assert found.shared(POLICE.id, EDUCATION.id) == 1
    assert found.shared(POLICE.id, HOUSING.id) == 0


def test_agencies_by_groups_count_meetings_beside_those_held() -> None:
    found = shared_meetings(office(*came(FIRST, POLICE), *came(SECOND, EDUCATION), *came(OTHER, POLICE)))
    assert [name for _, name in found.groups] == ["ICM", "SEMO"]
    assert found.held == (2, 1)
    assert found.by_group == ((1, 0), (1, 1))


def test_who_sent_somebody_was_there_and_an_apology_was_not() -> None:
    sent = came(FIRST, POLICE, presence=Presence.SENT_SOMEBODY)
    away = came(FIRST, EDUCATION, presence=Presence.APOLOGY)
    assert shared_meetings(office(*sent, *away)).agencies == ((POLICE.id, "POL"),)


def test_three_people_of_an_agency_at_a_meeting_are_one_meeting() -> None:
    assert shared_meetings(office(*came(FIRST, POLICE, POLICE, POLICE))).together == ((1,),)


def test_what_is_older_than_a_year_is_left_out_unless_asked_for() -> None:
    old = a_meeting(ICM, on=date(2007, 6, 30))
    snapshot = office(old, *came(old, POLICE))
    assert shared_meetings(snapshot).agencies == ()
    assert shared_meetings(snapshot, after=date(2007, 1, 1)).together == ((1,),)


def test_without_groups_or_attendance_there_is_nothing() -> None:
    assert shared_meetings(office()).held == (0, 0)
    assert shared_meetings(snapshot_of(TODAY, [])).together == ()
