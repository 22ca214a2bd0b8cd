"""What if somebody leaves: all that would go with them, before it happens."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import an_id
from tests.models.people_office import (
    COMMANDER,
    GROUP,
    HOUSING,
    OFFICER,
    OTHER,
    SERGEANT,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.figures.gate import Gate
from tracker.models.leaving import GroupLoss, Leaving, handover_parts, what_if_leaves
from tracker.models.records import Ball, Commitment, Handover, PlannedMeeting, Record
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.models.records.record import Sensitivity

SEATS = (a_seat(OFFICER), a_seat(SERGEANT), a_seat(TENANCY))


def a_promise(**fields: Any) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": "A van on Mondays", "made_on": date(2008, 5, 1)}
    return Commitment(**defaults | {"agency_id": HOUSING.id, "person_id": TENANCY.id} | fields)


def leaves(*records: Record, on: date = TODAY, group_id: str | None = None) -> Leaving:
    return what_if_leaves(people_office(*SEATS, *records), TENANCY.id, on, group_id)


def loss(*records: Record, on: date = TODAY) -> GroupLoss:
    (found,) = leaves(*records, on=on).groups
    return found


def test_open_promises_go_with_the_person_and_settled_ones_do_not() -> None:
    late, soon = a_promise(due=date(2008, 6, 1)), a_promise(due=date(2008, 7, 9))
    kept = a_promise(kept_on=date(2008, 6, 1))
    assert [each.commitment for each in loss(soon, kept, late, a_promise(person_id=OFFICER.id)).promises] == [
        late,
        soon,
    ]


def test_a_role_stands_empty_unless_somebody_else_has_it_too() -> None:
    fellow = RoleName.FELLOW_TRAVELLER
    found = loss(a_role(TENANCY), a_role(TENANCY, fellow), a_role(OFFICER, fellow))
    assert [(each.role.name, each.empty) for each in found.roles] == [(fellow, False), (RoleName.CHAIR, True)]


def test_somebody_who_leaves_on_the_same_day_does_not_hold_the_role_on() -> None:
    assert loss(a_role(TENANCY), a_role(SERGEANT, to_on=TODAY)).roles[0].empty


def test_the_only_one_of_an_agency_leaves_it_without_anybody() -> None:
    found = loss(a_promise(person_id=None))
    assert (found.sole, found.rungs, len(found.agency_promises)) == (("Housing",), (Level.FRONT_LINE,), 1)


def test_a_colleague_at_another_level_keeps_the_seat_and_not_the_rung() -> None:
    snapshot = people_office(*SEATS, a_seat(COMMANDER))
    (found,) = what_if_leaves(snapshot, COMMANDER.id).groups
    assert (found.sole, found.rungs_counted) == ((), (Level.SENIOR,))


def test_the_balls_of_the_agency_and_the_meetings_to_come_are_named() -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Damp houses", opened_on=date(2008, 5, 1))
    passed = Handover(id=an_id(), ball_id=ball.id, on=date(2008, 5, 1), agency_id=HOUSING.id)
    plan = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 7, 17), place="Papakura")
    found = loss(ball, passed, plan)
    assert ([each.ball for each in found.balls], [each.on for each in found.meetings]) == ([ball], [plan.on])


def test_all_groups_are_looked_at_or_the_one_that_is_asked_for() -> None:
    second = a_seat(TENANCY, OTHER)
    assert [each.group for each in leaves(second).groups] == ["ICM", "SEMO"]
    assert [each.group for each in leaves(second, group_id=OTHER.id).groups] == ["SEMO"]


def test_it_is_summed_up_in_one_sentence() -> None:
    found = leaves(a_promise(), a_role(TENANCY))
    assert found.words == (
        "Tenancy manager leaves 1 group after 30 Jun 2008: 1 open promise, 1 role stands empty, 1 rung is lost, "
        "1 agency has nobody left at the table."
    )


def test_with_somebody_who_sits_nowhere_nothing_goes() -> None:
    assert "nothing goes with them" in leaves(on=date(2007, 1, 1)).words


def test_the_handover_page_has_a_heading_for_each_thing_that_there_is() -> None:
    snapshot = people_office(*SEATS, a_role(TENANCY), a_promise(due=date(2008, 7, 9), to="the school"))
    parts = {part.heading: part.lines for part in handover_parts(snapshot, what_if_leaves(snapshot, TENANCY.id))}
    assert parts == {
        "Seats": ("Seat for Housing since 1 Feb 2007 · nobody else sits there for Housing",),
        "Roles": ("Chair · nobody else holds it",),
        "Open promises": ("A van on Mondays · to the school · due 9 Jul 2008 · Open",),
        "Connection that would be lost (§6.1)": ("Front line: nobody else of Housing at this level",),
    }


def test_what_is_restricted_to_the_office_is_not_printed() -> None:
    secret = replace(a_promise(), sensitivity=Sensitivity.RESTRICTED)
    snapshot = people_office(*SEATS, secret)
    parts = handover_parts(snapshot, what_if_leaves(snapshot, TENANCY.id), Gate(snapshot).lets)
    assert "Open promises" not in [part.heading for part in parts]
