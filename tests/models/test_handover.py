"""The handover page: what a successor has to know, and what stays in the office."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import an_office
from tests.models.people_office import GROUP, OFFICER, OTHER, POLICE, TODAY, a_role, a_seat
from tests.models.people_office import KNOWN as PEOPLE
from tests.models.test_transfer_rows import PROMISE
from tracker.models.figures.handover import HandoverSheet, handover_sheet
from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import snapshot_of

SEAT, CHAIR = a_seat(OFFICER), a_role(OFFICER)
RESTRICTED = Sensitivity.RESTRICTED


def sheet(*records: Record, group_id: str = "") -> HandoverSheet:
    every = {record.id: record for record in (*PEOPLE, an_office(), SEAT, CHAIR, PROMISE, *records)}
    return handover_sheet(snapshot_of(TODAY, every.values()), OFFICER.id, TODAY, group_id)


def lines(told: HandoverSheet) -> dict[str, tuple[str, ...]]:
    return {part.heading: part.lines for part in told.parts}


def test_seats_roles_and_promises_stand_under_their_headings() -> None:
    told = sheet()
    assert told.title == "Handover of Youth officer, last day 30 Jun 2008"
    assert lines(told)["Roles"] == ("Chair · nobody else holds it",)
    assert lines(told)["Open promises"] == ("A van on Mondays · due 9 Jul 2008 · Open",)
    assert (told.entries, told.stays) == (4, 0)


def test_one_group_or_all() -> None:
    assert sheet(a_seat(OFFICER, OTHER)).groups == ("ICM", "SEMO")
    assert sheet(a_seat(OFFICER, OTHER), group_id=OTHER.id).groups == ("SEMO",)


def test_a_restricted_promise_stays_and_is_counted() -> None:
    told = sheet(replace(PROMISE, sensitivity=RESTRICTED))
    assert "Open promises" not in lines(told)
    assert told.stays == 1


def test_a_restricted_group_stays_as_a_whole() -> None:
    told = sheet(replace(GROUP, sensitivity=RESTRICTED), a_seat(OFFICER, OTHER))
    assert (told.groups, told.stays) == (("SEMO",), 1)


def test_a_restricted_agency_is_not_named() -> None:
    told = sheet(replace(POLICE, sensitivity=RESTRICTED))
    assert "Police" not in told.facts
    assert not any("Police" in line for part in told.parts for line in part.lines)


def test_to_whom_a_promise_was_made_is_not_named_where_that_stays() -> None:
    towards = replace(PROMISE, to_agency_id=POLICE.id, agency_id=None)
    told = sheet(towards, replace(POLICE, sensitivity=RESTRICTED))
    assert lines(told)["Open promises"][0].startswith("A van on Mondays · to an agency that is not named here")


def test_a_restricted_person_has_no_page() -> None:
    with pytest.raises(Mistake, match="restricted to this office"):
        sheet(replace(OFFICER, sensitivity=RESTRICTED))


def test_nothing_to_hand_over_says_so() -> None:
    with pytest.raises(Mistake, match="nothing to hand over on 1 Jan 2007"):
        handover_sheet(snapshot_of(TODAY, [*PEOPLE, an_office(), SEAT]), OFFICER.id, date(2007, 1, 1))
    with pytest.raises(Mistake, match="All that Youth officer hands over is restricted"):
        sheet(replace(GROUP, sensitivity=RESTRICTED))
