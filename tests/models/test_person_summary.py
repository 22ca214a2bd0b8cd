"""A person at a glance, over all groups."""

from datetime import date
from typing import Any

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tracker.models.figures.person_summary import PersonSummary, person_summary
from tracker.models.records import Attendance, Commitment, DueChange, Record, Role
from tracker.models.records.meeting import Presence
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import snapshot_of

POLICE, GROUP = an_agency("POL", short_name="Police"), a_group(name="Alpha")
MERE = a_person(POLICE, name="Mere Tāwhai")


def at_a_glance(*records: Record) -> PersonSummary:
    return person_summary(snapshot_of(date(2008, 6, 30), [POLICE, GROUP, MERE, *records]), MERE.id)


def a_role(**fields: Any) -> Role:
    return Role(
        **{"id": an_id(), "group_id": GROUP.id, "person_id": MERE.id, "name": RoleName.CHAIR}
        | {"from_on": date(2008, 1, 1)}
        | fields
    )


def test_seats_and_roles_of_today_stand_before_those_that_ended() -> None:
    summary = at_a_glance(a_member(GROUP, POLICE, person_id=MERE.id), a_role(to_on=date(2008, 2, 1)))
    assert [(one.what, one.present) for one in summary.holdings] == [("Seat for Police", True), ("Chair", False)]
    assert (summary.roles, summary.groups, summary.left) == (0, 1, None)


def test_a_role_without_a_seat_is_a_group_too() -> None:
    summary = at_a_glance(a_role(name=RoleName.HOME_MANAGER))
    assert (summary.groups, summary.roles) == (1, 1)


def test_who_sits_nowhere_any_more_left_somewhere_on_a_day() -> None:
    left = at_a_glance(a_member(GROUP, POLICE, person_id=MERE.id, to_on=date(2008, 3, 31))).left
    assert left is not None
    assert (left.group, left.until) == ("Alpha", date(2008, 3, 31))


def test_coming_oneself_is_counted_and_sending_somebody_is_not() -> None:
    meetings = [a_meeting(GROUP, on=date(2008, month, 1)) for month in (4, 5, 6)]
    seats = [
        Attendance(id=an_id(), meeting_id=meeting.id, agency_id=POLICE.id, person_id=MERE.id, presence=presence)
        for meeting, presence in zip(
            meetings, (Presence.PRESENT, Presence.SENT_SOMEBODY, Presence.APOLOGY), strict=True
        )
    ]
    summary = at_a_glance(*meetings, *seats)
    assert (summary.came, summary.invited, summary.last_came) == (1, 3, date(2008, 4, 1))


def test_follow_through_counts_the_person_s_own_promises() -> None:
    kept, missed = (
        Commitment(
            id=an_id(),
            group_id=GROUP.id,
            person_id=MERE.id,
            text="It",
            made_on=date(2008, 4, 1),
            due=date(2008, 6, 1),
            kept_on=kept_on,
        )
        for kept_on in (date(2008, 5, 1), None)
    )
    moved = DueChange(id=an_id(), commitment_id=missed.id, on=date(2008, 5, 1), due_after=date(2008, 6, 1))
    summary = at_a_glance(kept, missed, moved)
    assert summary.follow_through.words == "1 of 2 kept, 1 renegotiated"
    assert [promise.commitment for promise in summary.promises] == [missed]
