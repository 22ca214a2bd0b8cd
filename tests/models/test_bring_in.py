"""Lists that an office has: what each row becomes, what is here already, and what cannot be read."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.builders import an_id
from tests.models.log_office import GROUP, POL, SERGEANT, TODAY, an_open_office
from tracker.models.bring_fields import Part, Source, Thing, guessed
from tracker.models.bring_in import BringPlan, FileTable, plan_bringing
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Commitment, Group, Membership, Person
from tracker.models.records.agency import Sector
from tracker.models.snapshot import Snapshot, snapshot_of

HEADINGS = {
    Thing.GROUPS: ("Name", "Code", "Start date", "Aim"),
    Thing.AGENCIES: ("Organisation", "Acronym", "Type", "Parent"),
    Thing.PEOPLE: ("Full name", "Job title", "Organisation", "Email", "Group", "Joined"),
    Thing.PROMISES: ("Action", "Group", "Owner", "Who", "Date agreed", "By when"),
}


def a_table(thing: Thing, *rows: tuple[Any, ...]) -> FileTable:
    return FileTable(HEADINGS[thing], tuple(enumerate(rows, start=2)))


def planned(thing: Thing, *rows: tuple[Any, ...], here: Snapshot | None = None) -> BringPlan:
    table = a_table(thing, *rows)
    return plan_bringing(here or an_open_office(), thing, table, guessed(thing, table.headings), an_id)


def outcomes(plan: BringPlan) -> list[str]:
    return [row.outcome.value for row in plan.rows]


def notes(plan: BringPlan) -> str:
    return " | ".join(note for row in plan.rows for note in row.notes)


@pytest.mark.parametrize("thing", Thing)
def test_columns_are_guessed_by_what_people_call_them(thing: Thing) -> None:
    sources = guessed(thing, HEADINGS[thing])
    assert len(sources) == len(HEADINGS[thing])
    assert thing.needed <= set(sources)


def test_two_columns_of_one_name_are_left_to_the_person() -> None:
    assert Part.NAME not in guessed(Thing.GROUPS, ("Name", "Name"))


def test_groups_have_their_first_day_and_a_code_of_their_own() -> None:
    plan = planned(Thing.GROUPS, ("Warm Homes Papakura", "", datetime(2008, 2, 1), "Dry houses"))  # noqa: DTZ001
    (group,) = plan.saves
    assert isinstance(group, Group)
    assert (group.code, group.started_on, group.purpose) == ("WHP", date(2008, 2, 1), "Dry houses")
    assert "it would be WHP" in notes(plan)


def test_what_is_here_already_is_left_as_it_is() -> None:
    plan = planned(Thing.AGENCIES, ("ministry of education", "", "Iwi"), ("New Zealand Police", "POL", "x"))
    assert outcomes(plan) == ["same", "same"]
    assert plan.saves == ()


def test_a_name_that_stands_twice_comes_in_once_and_may_be_named_by_later_rows() -> None:
    marae = ("Ngāti Tamaoho", "", "Iwi or Māori organisation", "")
    part = ("Youth arm", "", "Community or whānau", "Ngati Tamaoho")
    plan = planned(Thing.AGENCIES, marae, marae, part)
    assert outcomes(plan) == ["new", "same", "new"]
    first, second = [record for record in plan.saves if isinstance(record, Agency)]
    assert (first.sector, second.part_of_id) == (Sector.IWI, first.id)


def test_a_likely_twin_is_named() -> None:
    plan = planned(Thing.AGENCIES, ("Ministry of Educaton", "MOE", "Central government"))
    assert outcomes(plan) == ["new"]
    assert "may be Ministry of Education" in notes(plan)


def test_people_come_with_their_seats() -> None:
    row = ("Hemi Example", "Constable", "POL", "hemi@example.org", "ICM; SEMO", "1/2/2008")
    plan = planned(Thing.PEOPLE, row, (SERGEANT.name, "Sergeant", "Police", "", "", ""), ("Mere Example", "", "POL"))
    assert outcomes(plan) == ["new", "rejected", "same"]
    (person,) = [record for record in plan.saves if isinstance(record, Person)]
    seats = [record for record in plan.saves if isinstance(record, Membership)]
    assert (person.agency_id, person.email, len(seats)) == (POL.id, "hemi@example.org", 2)
    assert {seat.from_on for seat in seats} == {date(2008, 2, 1)}
    assert "looks like" not in notes(plan)


def test_promises_come_in_open_with_their_first_day() -> None:
    plan = planned(Thing.PROMISES, ("Bring the list", "ICM", "POL", "Mere Example", "1/5/2008", "30 Jun 2008"))
    (promise,) = plan.saves
    assert isinstance(promise, Commitment)
    assert (promise.group_id, promise.agency_id, promise.person_id) == (GROUP.id, POL.id, SERGEANT.id)
    assert promise.first_due == promise.due == date(2008, 6, 30)


@pytest.mark.parametrize(
    ("thing", "row", "why"),
    [
        (Thing.GROUPS, ("X group", "", "1/2/08", ""), "year of two digits"),
        (Thing.GROUPS, ("X group", "", "", ""), "Started is missing"),
        (Thing.GROUPS, ("X group", "icm", "1/2/2008", ""), "is the code of Case Management, Papakura"),
        (Thing.AGENCIES, ("Somebody", "", "government", ""), "is not one of the words of this column"),
        (Thing.AGENCIES, ("", "", "Community or whānau", ""), "Name is missing"),
        (Thing.PEOPLE, ("Jo", "", "Nowhere", "", "", ""), "is no agency of this office"),
        (Thing.PEOPLE, ("Jo", "", "POL", "", "ICM", ""), "In the group from is missing"),
        (Thing.PROMISES, ("Do it", "XXX", "", "", "1/5/2008", ""), "is no group of this office"),
        (Thing.PROMISES, ("Do it", "ICM", "", "", "1/5/2008", "1/4/2008"), "is due before it was made"),
        (Thing.PROMISES, ("Do it", "ICM", "", "", "1/8/2008", ""), "has not come yet"),
    ],
)
def test_what_cannot_be_read_is_rejected_and_nothing_comes_in(thing: Thing, row: tuple[Any, ...], why: str) -> None:
    plan = planned(thing, row)
    assert outcomes(plan) == ["rejected"]
    assert why in notes(plan)
    with pytest.raises(Mistake, match="Nothing was brought in"):
        plan.refuse_rejected()


def test_the_same_list_twice_brings_in_nothing_more() -> None:
    rows = [("Bring the list", "ICM", "POL", "Jo Reid", "1/5/2008", ""), ("Ring first", "ICM", "", "", "1/5/2008", "")]
    first = planned(Thing.PROMISES, *rows)
    here = snapshot_of(TODAY, [*an_everything(), *first.saves])
    assert outcomes(planned(Thing.PROMISES, *rows, here=here)) == ["same", "same"]


def an_everything() -> tuple[Any, ...]:
    from tests.models.log_office import EVERYTHING

    return EVERYTHING


def test_words_can_hold_for_all_rows_and_a_needed_part_must_come_from_somewhere() -> None:
    table = FileTable(("Organisation",), ((2, ("Youthline",)),))
    with pytest.raises(Mistake, match="Say which column is “Sector”"):
        plan_bringing(an_open_office(), Thing.AGENCIES, table, guessed(Thing.AGENCIES, table.headings), an_id)
    sources = guessed(Thing.AGENCIES, table.headings) | {Part.SECTOR: Source(words="Community or whānau")}
    plan = plan_bringing(an_open_office(), Thing.AGENCIES, table, sources, an_id)
    assert plan.words == "1 row: 1 new, none here already, none rejected"
    assert plan.step_name == "bring in 1 agency"
