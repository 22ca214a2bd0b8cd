"""Follow-through as counts."""

from datetime import date

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.follow_through import FollowThrough, by_agency, by_quarter, follow_through
from tracker.models.period import Period
from tracker.models.records import Commitment, DueChange, Record
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
DUE = date(2008, 5, 1)
GROUP = a_group()
EDUCATION = an_agency("EDU")
POLICE = an_agency("POL")


def promise(**fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | {"due": DUE, "first_due": DUE} | fields)  # type: ignore[arg-type]


def words(*records: Record) -> str:
    return follow_through(snapshot_of(TODAY, records), group_id=GROUP.id).words


def test_kept_late_counts_as_kept_and_overdue_as_not_kept() -> None:
    assert words(promise(kept_on=DUE), promise(kept_on=TODAY), promise()) == "2 of 3 kept"


def test_a_released_promise_and_one_not_due_yet_are_left_out() -> None:
    assert words(promise(released_on=DUE), promise(due=date(2008, 7, 1))) == "none due yet"


def test_a_new_due_date_is_counted_beside() -> None:
    moved = promise(first_due=date(2008, 4, 20), kept_on=DUE)
    told = promise(kept_on=DUE)
    change = DueChange(id=an_id(), commitment_id=told.id, on=date(2008, 4, 10), due_before=DUE, due_after=DUE)
    assert words(moved, told, change, promise()) == "2 of 3 kept, 2 renegotiated"


def test_an_agency_is_counted_alone() -> None:
    records = [promise(agency_id=EDUCATION.id, kept_on=DUE), promise(agency_id=POLICE.id)]
    snapshot = snapshot_of(TODAY, records)
    assert follow_through(snapshot, agency_id=POLICE.id) == FollowThrough(0, 1, 0)
    assert follow_through(snapshot, group_id=GROUP.id, agency_id=EDUCATION.id) == FollowThrough(1, 1, 0)


def test_an_earlier_day_sees_what_was_due_then() -> None:
    snapshot = snapshot_of(TODAY, [promise(kept_on=DUE), promise(due=date(2008, 6, 1))])
    assert follow_through(snapshot, on=date(2008, 5, 20)) == FollowThrough(1, 1, 0)


def test_a_promise_counts_in_the_quarter_in_which_it_fell_due() -> None:
    snapshot = snapshot_of(TODAY, [promise(kept_on=DUE), promise(due=date(2007, 10, 1), first_due=None, kept_on=TODAY)])
    told = by_quarter(snapshot, group_id=GROUP.id)
    assert [(quarter.label, counts.words) for quarter, counts in told] == [
        ("2007/08-Q2", "1 of 1 kept"),
        ("2007/08-Q3", "none due yet"),
        ("2007/08-Q4", "1 of 1 kept"),
    ]


def test_a_quarter_without_promises_before_the_first_is_not_told() -> None:
    assert by_quarter(snapshot_of(TODAY, [])) == ()


def test_agencies_stand_in_the_order_in_which_they_joined_and_not_by_what_they_kept() -> None:
    seats = [a_member(GROUP, EDUCATION, from_on=date(2007, 5, 1)), a_member(GROUP, POLICE, from_on=date(2007, 2, 1))]
    promises = [promise(agency_id=EDUCATION.id, kept_on=DUE), promise(agency_id=POLICE.id)]
    told = by_agency(snapshot_of(TODAY, [GROUP, EDUCATION, POLICE, *seats, *promises]), GROUP.id)
    assert [(row.agency.code, row.counts.words) for row in told] == [("POL", "0 of 1 kept"), ("EDU", "1 of 1 kept")]
    assert told[0].quarters[Period(2008, 4)].fallen_due == 1


def test_an_agency_without_a_promise_due_is_left_out() -> None:
    assert by_agency(snapshot_of(TODAY, [EDUCATION, promise(agency_id=EDUCATION.id, due=date(2008, 7, 1))])) == ()
