"""One agency becomes others from a day on: people choose, and what was before stays as it was."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import an_agency, an_id
from tests.models.people_office import (
    GROUP,
    HOUSING,
    OFFICER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    a_role,
    a_seat,
    after,
    misfits,
    people_office,
)
from tracker.models.agency_split import Split, split, who_chooses
from tracker.models.mistake import Mistake
from tracker.models.records import (
    Agency,
    Ball,
    Commitment,
    Handover,
    Membership,
    Person,
    Record,
    Requisite,
    Succession,
)
from tracker.models.snapshot import Snapshot

ON, BEFORE = date(2008, 4, 1), date(2008, 3, 31)
YOUTH, TRAFFIC = an_agency("YTH", name="Youth Aid"), an_agency("TRF", name="Traffic")
CHOICE = Split(
    POLICE.id,
    ON,
    (YOUTH, TRAFFIC),
    people=((OFFICER.id, YOUTH.id), (SERGEANT.id, TRAFFIC.id)),
    rest_id=TRAFFIC.id,
    why="New law",
)
SEATS = (a_seat(OFFICER), a_seat(SERGEANT))


def changed(*records: Record, **choice: Any) -> Snapshot:
    before = people_office(*SEATS, *records)
    found = after(before, split(before, replace(CHOICE, **choice), an_id))
    assert misfits(found) == []
    return found


def seats(snapshot: Snapshot, agency: Agency) -> list[tuple[str | None, date | None, date | None]]:
    return [(seat.person_id, seat.from_on, seat.to_on) for seat in snapshot.of(Membership, agency_id=agency.id)]


def test_each_sits_for_the_agency_they_chose_from_the_day_on() -> None:
    found = changed()
    assert seats(found, POLICE) == [(OFFICER.id, START, BEFORE), (SERGEANT.id, START, BEFORE)]
    assert seats(found, YOUTH) == [(OFFICER.id, ON, None)]
    assert [found.one(Person, one.id).agency_id for one in (OFFICER, SERGEANT)] == [YOUTH.id, TRAFFIC.id]


def test_the_new_agencies_say_from_whom_they_took_over() -> None:
    found = changed()
    assert found.one(Agency, YOUTH.id) == YOUTH
    assert [(one.agency_id, one.successor_id, one.on, one.why) for one in found.of(Succession)] == [
        (POLICE.id, YOUTH.id, ON, "New law"),
        (POLICE.id, TRAFFIC.id, ON, "New law"),
    ]


def test_roles_go_on_through_the_change() -> None:
    role = a_role(OFFICER)
    assert changed(role).of(type(role)) == (role,)


def test_a_seat_that_begins_later_simply_passes() -> None:
    later = a_seat(OFFICER, from_on=date(2008, 5, 1))
    found = people_office(later)
    done = after(found, split(found, CHOICE, an_id))
    assert seats(done, YOUTH) == [(OFFICER.id, date(2008, 5, 1), None)]


def test_the_seat_of_the_agency_as_such_becomes_one_of_each_part() -> None:
    found = changed(a_seat(OFFICER, person_id=None))
    assert (None, ON, None) in seats(found, YOUTH)
    assert (None, ON, None) in seats(found, TRAFFIC)


def test_open_promises_go_with_the_person_and_the_others_with_the_rest() -> None:
    own = Commitment(
        id="own", group_id=GROUP.id, text="A van", made_on=START, agency_id=POLICE.id, person_id=OFFICER.id
    )
    nobodys, kept = replace(own, id="nobodys", person_id=None), replace(own, id="kept", kept_on=BEFORE)
    found = changed(own, nobodys, kept)
    assert [found.one(Commitment, one).agency_id for one in ("own", "nobodys", "kept")] == [
        YOUTH.id,
        TRAFFIC.id,
        POLICE.id,
    ]


@pytest.mark.parametrize("taken_on", [START, ON, date(2008, 5, 1)])
def test_a_ball_that_it_holds_passes_to_who_takes_the_rest(taken_on: date) -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Back to school", opened_on=START)
    passed = Handover(id=an_id(), ball_id=ball.id, on=taken_on, agency_id=POLICE.id)
    latest = max(changed(ball, passed).of(Handover), key=lambda one: one.on or START)
    assert (latest.agency_id, latest.on) == (TRAFFIC.id, max(taken_on, ON))


def test_what_it_brought_is_brought_by_the_rest_from_then_on() -> None:
    needed = Requisite(id=an_id(), group_id=GROUP.id, text="Cars", since=START, brought_by_ids=(POLICE.id,))
    found = [(one.brought_by_ids, one.since, one.until) for one in changed(needed).of(Requisite)]
    assert found == [((POLICE.id,), START, BEFORE), ((TRAFFIC.id,), ON, None)]


def test_an_agency_that_goes_on_keeps_who_chose_nothing() -> None:
    found = changed(stays=True, people=((OFFICER.id, YOUTH.id),), parts=(YOUTH,), rest_id="")
    assert seats(found, POLICE) == [(OFFICER.id, START, BEFORE), (SERGEANT.id, START, None)]


def test_an_agency_that_is_there_already_can_take_over() -> None:
    housing = next(agency for agency in people_office().of(Agency) if agency.code == "HNZ")
    found = changed(parts=(housing,), people=tuple((one.id, housing.id) for one in (OFFICER, SERGEANT)),
                    rest_id=housing.id)  # fmt: skip
    assert [seat[0] for seat in seats(found, housing)] == [OFFICER.id, SERGEANT.id]


def test_a_part_that_sits_there_already_gets_no_second_seat() -> None:
    own, as_such = a_seat(TENANCY, person_id=None), a_seat(OFFICER, person_id=None)
    people = tuple((one.id, HOUSING.id) for one in (OFFICER, SERGEANT))
    found = changed(own, as_such, parts=(HOUSING,), people=people, rest_id=HOUSING.id)
    assert [seat for seat in seats(found, HOUSING) if seat[0] is None] == [(None, START, None)]
    assert (None, START, BEFORE) in seats(found, POLICE)


def test_what_it_promised_to_who_takes_over_is_promised_to_nobody_in_particular() -> None:
    fields: dict[str, Any] = {
        "agency_id": POLICE.id,
        "person_id": OFFICER.id,
        "to_agency_id": HOUSING.id,
        "made_on": START,
    }
    promise = Commitment(id=an_id(), group_id=GROUP.id, text="A van", **fields)
    people = tuple((one.id, HOUSING.id) for one in (OFFICER, SERGEANT))
    found = changed(promise, parts=(HOUSING,), people=people, rest_id=HOUSING.id).one(Commitment, promise.id)
    assert (found.agency_id, found.to_agency_id) == (HOUSING.id, None)


def test_those_who_sit_for_it_on_the_day_or_later_choose() -> None:
    snapshot = people_office(a_seat(OFFICER, to_on=BEFORE), a_seat(SERGEANT))
    assert who_chooses(snapshot, POLICE.id, ON) == (SERGEANT,)


REFUSED = (
    ("Name at least one", {"parts": ()}),
    ("cannot take over from itself", {"parts": (POLICE,)}),
    ("go: Sergeant", {"people": ((OFFICER.id, YOUTH.id),)}),
    ("takes the rest", {"rest_id": ""}),
    ("Choose one of the agencies", {"rest_id": POLICE.id}),
    ("Housing has the code HNZ", {"parts": (replace(YOUTH, code="HNZ"), TRAFFIC)}),
    ("the same code", {"parts": (replace(YOUTH, code="TRF"), TRAFFIC)}),
    ("is still to come", {"on": date(2008, 7, 1)}),
)


@pytest.mark.parametrize(("sentence", "choice"), REFUSED)
def test_what_makes_no_sense_is_refused(sentence: str, choice: dict[str, Any]) -> None:
    with pytest.raises(Mistake, match=sentence):
        changed(**choice)
