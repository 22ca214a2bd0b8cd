"""Promises as people read them."""

from datetime import date

from tests.builders import a_group, a_person, an_agency, an_id
from tracker.models.figures.promises import promises, still_to_keep
from tracker.models.figures.standing import Standing
from tracker.models.records import Commitment, DueChange, Record
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP, OTHER = a_group(), a_group(code="NEW", short_name="New group")
POLICE = an_agency("POL", short_name="Police")
OFFICER = a_person(POLICE, name="Mere Tāwhai")


def promise(**fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | fields)  # type: ignore[arg-type]


def office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [GROUP, OTHER, POLICE, OFFICER, *records])


def test_what_is_to_be_kept_stands_first_by_due_date_and_without_a_date_last() -> None:
    later, overdue, open_end = promise(due=date(2008, 7, 9)), promise(due=date(2008, 5, 1)), promise()
    told = promises(office(open_end, later, overdue))
    assert [one.commitment for one in told] == [overdue, later, open_end]


def test_what_is_settled_follows_the_last_first() -> None:
    early, late = promise(kept_on=date(2008, 5, 1)), promise(missed_on=date(2008, 6, 1))
    told = promises(office(early, late, promise()))
    assert [one.standing for one in told] == [Standing.OPEN, Standing.MISSED, Standing.KEPT]


def test_settled_promises_can_be_left_out() -> None:
    told = promises(office(promise(kept_on=TODAY), promise(due=TODAY)), unsettled=True)
    assert [one.standing for one in told] == [Standing.OPEN]


def test_days_count_to_the_due_date_and_below_nought_when_it_is_past() -> None:
    told = promises(office(promise(due=date(2008, 7, 2)), promise(due=date(2008, 6, 20)), promise()))
    assert [one.days for one in told] == [-10, 2, None]


def test_names_are_as_people_say_them() -> None:
    made = promise(agency_id=POLICE.id, person_id=OFFICER.id, to="the school")
    told = promises(office(made))[0]
    assert (told.group, told.agency, told.person, told.to) == (GROUP.name, "Police", "Mere Tāwhai", "the school")


def test_a_promise_to_an_agency_is_told_by_its_name_where_no_words_say_more() -> None:
    assert promises(office(promise(to_agency_id=POLICE.id)))[0].to == "Police"


def test_promises_are_those_of_the_group_the_agency_and_the_person_asked_for() -> None:
    own = promise(agency_id=POLICE.id, person_id=OFFICER.id)
    snapshot = office(own, promise(), promise(group_id=OTHER.id, agency_id=POLICE.id))
    assert len(promises(snapshot, agency_id=POLICE.id)) == 2
    assert [one.commitment for one in promises(snapshot, group_id=GROUP.id, agency_id=POLICE.id)] == [own]
    assert [one.commitment for one in promises(snapshot, person_id=OFFICER.id)] == [own]


def test_each_change_of_the_due_date_is_counted() -> None:
    made = promise()
    changes = [DueChange(id=an_id(), commitment_id=made.id, on=TODAY) for _ in range(2)]
    assert promises(office(made, *changes))[0].renegotiated == 2


def test_still_to_keep_counts_the_overdue_ones_too() -> None:
    snapshot = office(promise(due=date(2008, 5, 1)), promise(), promise(kept_on=TODAY), promise(group_id=OTHER.id))
    assert still_to_keep(snapshot, GROUP.id) == (2, 1)
    assert still_to_keep(snapshot) == (3, 1)
