"""The story of one promise."""

from datetime import date

from tests.builders import a_group, a_meeting, an_agency, an_id
from tracker.models.figures.promise_story import first_due, promise_story
from tracker.models.records import Commitment, DueChange, Record
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP, POLICE = a_group(), an_agency("POL", short_name="Police")
MEETING = a_meeting(GROUP, on=date(2008, 4, 1), place="the marae")


def promise(**fields: object) -> Commitment:
    defaults = {"id": "p", "group_id": GROUP.id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | {"agency_id": POLICE.id} | fields)  # type: ignore[arg-type]


def told(made: Commitment, *others: Record) -> list[str]:
    snapshot = snapshot_of(TODAY, [GROUP, POLICE, MEETING, made, *others])
    return [f"{line.on}: {line.words}" for line in promise_story(snapshot, made)]


def test_it_begins_where_it_was_promised_with_the_date_it_had_then() -> None:
    change = DueChange(
        id=an_id(), commitment_id="p", on=date(2008, 5, 1), due_before=date(2008, 5, 5), due_after=date(2008, 7, 9)
    )
    made = promise(meeting_id=MEETING.id, due=date(2008, 7, 9))
    assert told(made, change) == [
        "2008-04-01: Promised at the meeting in the marae, due 5 May 2008",
        "2008-05-01: Renegotiated: now due 9 Jul 2008, not 5 May 2008",
    ]


def test_it_says_how_late_a_promise_was_kept_and_what_became_of_it() -> None:
    made = promise(due=date(2008, 6, 1), kept_on=date(2008, 6, 2), outcome_note="By bus")
    assert told(made)[-1] == "2008-06-02: Kept, 1 day late. By bus"


def test_backing_is_told_on_its_day() -> None:
    made = promise(due=TODAY, backed_on=date(2008, 5, 2), kept_on=date(2008, 5, 9))
    assert told(made)[1:] == ["2008-05-02: Backed by Police", "2008-05-09: Kept"]


def test_an_overdue_promise_says_that_it_is_still_to_be_kept() -> None:
    assert told(promise(due=date(2008, 6, 1)))[-1] == "2008-06-01: Fell due, and is still to be kept"


def test_released_and_missed_say_so() -> None:
    assert told(promise(released_on=TODAY))[-1] == "2008-06-30: Released by the group"
    assert told(promise(missed_on=TODAY))[-1] == "2008-06-30: Given up as missed"


def test_the_first_due_date_is_found_in_the_changes_where_it_was_not_noted() -> None:
    changes = [
        DueChange(id="b", commitment_id="p", on=date(2008, 5, 20), due_before=date(2008, 6, 1)),
        DueChange(id="a", commitment_id="p", on=date(2008, 5, 1), due_before=date(2008, 5, 5)),
    ]
    snapshot = snapshot_of(TODAY, [GROUP, *changes])
    assert first_due(snapshot, promise(due=TODAY)) == date(2008, 5, 5)
    assert first_due(snapshot, promise(due=TODAY, first_due=date(2008, 4, 9))) == date(2008, 4, 9)
