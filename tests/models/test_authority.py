"""What somebody may promise for the agency, and a promise beyond it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.authority import authority_words, beyond_authority
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records.membership import Authority
from tracker.models.snapshot import Snapshot, snapshot_of

MET = date(2008, 6, 12)
GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
MANAGER = a_person(POLICE, name="Service manager")
OFFICER = a_person(POLICE, name="Youth officer")


def seats(*given: dict[str, Any]) -> Snapshot:
    members = [a_member(GROUP, POLICE, **one) for one in given]
    return snapshot_of(MET, [GROUP, POLICE, MANAGER, OFFICER, *members])


def words(snapshot: Snapshot, person_id: str = "") -> str:
    return authority_words(snapshot, GROUP.id, POLICE.id, person_id, MET)


def beyond(snapshot: Snapshot, text: str, person_id: str = "", kind: ItemKind = ItemKind.COMMITMENT) -> str:
    item = DraftItem(kind=kind, text=text, agency_id=POLICE.id, person_id=person_id)
    return beyond_authority(item, snapshot, GROUP.id, MET)


@pytest.mark.parametrize(
    ("seat", "said"),
    [
        ({"authority": Authority.OWN_TIME}, "May promise: own time and information"),
        ({"authority": Authority.MONEY, "authority_nzd": Decimal(5000)}, "May promise: money up to $5,000"),
        ({"authority": Authority.FULL}, "May promise: anything the agency can do"),
        ({"authority": Authority.ASKS_FIRST}, "Asks at home first"),
        ({"may_commit": "Repairs only"}, "May promise: Repairs only"),
        ({"authority": Authority.OWN_TIME, "may_commit": "Visits"}, "May promise: own time and information (Visits)"),
        ({}, "Authority not noted"),
    ],
)
def test_authority_is_said_in_words(seat: dict[str, Any], said: str) -> None:
    assert words(seats({"person_id": MANAGER.id} | seat), MANAGER.id) == said


def test_it_is_the_persons_own_seat_that_counts() -> None:
    snapshot = seats(
        {"person_id": MANAGER.id, "authority": Authority.FULL},
        {"person_id": OFFICER.id, "authority": Authority.OWN_TIME},
    )
    assert words(snapshot, OFFICER.id) == "May promise: own time and information"


def test_for_an_agency_without_a_person_the_widest_of_its_seats_counts() -> None:
    snapshot = seats(
        {"authority": Authority.OWN_TIME},
        {"authority": Authority.MONEY, "authority_nzd": Decimal(500)},
        {"authority": Authority.MONEY, "authority_nzd": Decimal(3000)},
    )
    assert words(snapshot) == "May promise: money up to $3,000"


def test_a_seat_that_has_ended_says_nothing() -> None:
    assert words(seats({"authority": Authority.FULL, "to_on": date(2008, 6, 11)})) == "Authority not noted"


def test_nobody_named_has_no_words() -> None:
    assert authority_words(seats(), GROUP.id, "", "", MET) == ""


def test_money_over_the_limit_says_so_and_under_it_does_not() -> None:
    snapshot = seats({"authority": Authority.MONEY, "authority_nzd": Decimal(5000)})
    assert beyond(snapshot, "pay $5,000 towards the hall") == ""
    assert "$5,001" in beyond(snapshot, "pay $5,001 towards the hall")


def test_any_money_is_beyond_own_time() -> None:
    snapshot = seats({"authority": Authority.OWN_TIME})
    assert beyond(snapshot, "pay $50 for the bus")
    assert beyond(snapshot, "drive the bus") == ""


def test_who_asks_first_needs_backing_for_everything() -> None:
    assert "asks at home first" in beyond(seats({"authority": Authority.ASKS_FIRST}), "drive the bus")


@pytest.mark.parametrize("seat", [{}, {"may_commit": "Repairs only"}, {"authority": Authority.FULL}])
def test_full_or_unknown_authority_says_nothing_beyond(seat: dict[str, Any]) -> None:
    assert beyond(seats(seat), "pay $1m for a new school") == ""


def test_only_a_promise_can_go_beyond() -> None:
    snapshot = seats({"authority": Authority.ASKS_FIRST})
    assert beyond(snapshot, "pay $5,000", kind=ItemKind.DECISION) == ""
