"""Follow-through as counts."""

from datetime import date

from tests.builders import a_group, an_agency, an_id
from tracker.models.figures.follow_through import FollowThrough, follow_through
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
