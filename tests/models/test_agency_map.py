"""The map of agencies by groups."""

from datetime import date
from itertools import pairwise

from benchmarks.large_group import TODAY as THEN
from benchmarks.large_group import wide_office
from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tracker.models.figures.agency_map import AgencyMap, Column, agency_map
from tracker.models.records import Attendance, Record
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
CLOSED = a_group(code="OLD", closed_on=date(2008, 1, 1), closed_because="Done")
POLICE, EDUCATION, HOUSING = (an_agency(code, short_name=code) for code in ("Police", "Education", "Housing"))
MERE = a_person(POLICE)
MEETINGS = [a_meeting(ICM, on=date(2008, month, 1)) for month in (3, 4, 5)]


def drawn(*records: Record, on: date | None = None) -> AgencyMap:
    kept = [ICM, SEMO, CLOSED, POLICE, EDUCATION, HOUSING, MERE, *MEETINGS]
    return agency_map(snapshot_of(TODAY, [*kept, *records]), on)


def came(agency_id: str, number: int) -> list[Attendance]:
    return [Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency_id) for meeting in MEETINGS[:number]]


def test_a_tie_tells_who_sits_there_and_how_many_meetings_they_came_to() -> None:
    (tie,) = drawn(a_member(ICM, POLICE, person_id=MERE.id), *came(POLICE.id, 3)).ties
    assert tie.words == "Police in ICM: 1 person · came to 3 of 3 meetings in 12 months"
    assert tie.weight == 1


def test_a_seat_without_attendance_and_attendance_without_a_seat_are_ties_too() -> None:
    found = drawn(a_member(SEMO, HOUSING), *came(EDUCATION.id, 2))
    assert [tie.words for tie in found.ties] == [
        "Education in ICM: no seat · came to 2 of 2 meetings in 12 months",
        "Housing in SEMO: a seat, nobody named · no attendance taken",
    ]
    assert [tie.weight for tie in found.ties] == [1, 0]


def test_weights_are_shares_of_the_largest_count() -> None:
    found = drawn(*came(EDUCATION.id, 1), *came(POLICE.id, 2))
    assert [(tie.agency, tie.weight) for tie in found.ties] == [("Education", 0.5), ("Police", 1)]


def test_groups_stand_in_the_middle_and_agencies_at_both_sides() -> None:
    found = drawn(*(a_member(ICM, agency) for agency in (POLICE, EDUCATION, HOUSING)))
    assert [point.name for point in found.groups] == ["ICM", "SEMO"]
    assert [point.column for point in found.agencies] == [Column.LEFT, Column.LEFT, Column.RIGHT]
    assert found.words == "3 agencies in 2 groups; 0 in two or more"


def test_a_closed_group_and_an_agency_without_ties_are_not_on_the_map() -> None:
    found = drawn(a_member(CLOSED, HOUSING), a_member(ICM, POLICE))
    assert {point.name for point in found.points} == {"ICM", "SEMO", "Police"}


def test_on_an_earlier_day_the_map_is_that_of_the_day() -> None:
    found = drawn(a_member(CLOSED, HOUSING), *came(POLICE.id, 3), on=date(2007, 12, 31))
    assert [(tie.agency, tie.group) for tie in found.ties] == [("Housing", CLOSED.called)]


def test_an_office_without_groups_or_with_empty_ones_has_a_map() -> None:
    assert agency_map(snapshot_of(TODAY, [])).points == ()
    assert (drawn().lines, drawn().ties) == (2, ())


def test_two_hundred_agencies_keep_apart_in_the_unit_square_and_stay_where_they_are() -> None:
    found = agency_map(snapshot_of(THEN, wide_office()))
    assert len(found.groups) == 40
    places = {(point.x, round(point.y * found.lines, 6)) for point in found.points}
    assert len(places) == len(found.points)
    assert all(0 < point.y < 1 for point in found.points)
    for column in Column:
        heights = sorted(point.y for point in found.points if point.column is column)
        gaps = [below - above for above, below in pairwise(heights)]
        assert min(gaps) * found.lines > 0.999
    assert agency_map(snapshot_of(THEN, reversed(wide_office()))).points == found.points


def test_a_point_is_told_in_words() -> None:
    found = drawn(a_member(ICM, POLICE, person_id=MERE.id), a_member(SEMO, POLICE), *came(POLICE.id, 2))
    sits = "ICM (1 person, came to 2 of 2), SEMO (a seat, nobody named, no attendance taken)"
    assert found.words_of(POLICE.id) == f"Police, an agency in 2 groups: {sits}"
    assert found.words_of(ICM.id) == (
        "ICM, a group: 1 agency, 1 of them in other groups too · attendance taken at 2 meetings in 12 months"
    )


def test_around_one_group_stand_its_agencies_and_the_groups_these_are_in() -> None:
    seats = [a_member(ICM, POLICE), a_member(SEMO, POLICE), a_member(SEMO, HOUSING)]
    found = drawn(*seats).narrowed(around=ICM.id)
    assert {point.name for point in found.points} == {"ICM", "SEMO", "Police"}
    assert [tie.group for tie in found.ties] == ["ICM", "SEMO"]


def test_only_agencies_in_two_groups_can_be_drawn() -> None:
    seats = [a_member(ICM, POLICE), a_member(SEMO, POLICE), a_member(SEMO, HOUSING)]
    assert [point.name for point in drawn(*seats).narrowed(least=2).agencies] == ["Police"]
    assert drawn(*seats).narrowed().points == drawn(*seats).points
