"""Signals of the context: each seen, not seen, and not enough to tell."""

from typing import Any

from tests.builders import an_agency, an_id
from tests.models.signals.looking import GROUP, ago, look
from tracker.models.records import Risk
from tracker.models.records.group import Participation, SharingBasis
from tracker.models.records.risk import RiskLevel
from tracker.models.signals.rule import NOT_SEEN, Verdict

POLICE = an_agency("POL", short_name="Police")


def a_risk(days: int, **fields: Any) -> Risk:
    named: dict[str, Any] = {"group_id": GROUP.id, "on": ago(days), "level": RiskLevel.HIGH, "agency_id": POLICE.id}
    return Risk(**{"id": an_id(), "text": "Rents go up"} | named | fields)


def test_sharing_without_a_basis_is_told_from_the_start() -> None:
    found = look("sharing_basis", started_on=ago(1))
    assert (found.verdict, found.figures) == (Verdict.SEEN, "No basis is recorded, 1 day after the start")


def test_a_note_is_no_basis() -> None:
    found = look("sharing_basis", started_on=ago(10), sharing_note="By letter")
    assert found.figures.endswith("; a note is there, and no basis is chosen")


def test_a_basis_that_is_recorded_is_not_told() -> None:
    assert look("sharing_basis", sharing_basis=SharingBasis.NONE_NEEDED) == NOT_SEEN


def test_a_group_without_a_start_cannot_be_told() -> None:
    assert look("sharing_basis", started_on=None).verdict is Verdict.NOT_ENOUGH
    assert look("participation", started_on=None).verdict is Verdict.NOT_ENOUGH


def test_participation_not_recorded_after_30_days_is_told() -> None:
    found = look("participation", started_on=ago(31))
    assert found.figures == "Not recorded, 31 days after the start on 30 May 2008"
    assert look("participation", started_on=ago(30)) == NOT_SEEN


def test_participation_offered_and_not_taken_up_was_considered() -> None:
    assert look("participation", participation=Participation.NOT_TAKEN_UP) == NOT_SEEN


def test_a_high_risk_of_which_nobody_was_told_is_a_surprise_in_waiting() -> None:
    newer, older = a_risk(5, agency_id=None), a_risk(12)
    found = look("surprise", POLICE, newer, older, a_risk(40, told_on=ago(2)))
    said = "2 high risks without a note, on Police, nobody named; the oldest seen on 18 Jun 2008, 12 days ago"
    assert (found.figures, found.records, found.weight) == (said, (older, newer), 12)


def test_risks_that_are_told_closed_or_lower_are_no_surprise() -> None:
    sound = a_risk(9, told_on=ago(1)), a_risk(9, closed_on=ago(1)), a_risk(9, level=RiskLevel.MEDIUM)
    assert look("surprise", POLICE, *sound) == NOT_SEEN


def test_a_note_that_is_promised_for_tomorrow_is_not_given_yet() -> None:
    assert look("surprise", POLICE, a_risk(9, told_on=ago(-1))).verdict is Verdict.SEEN


def test_without_a_risk_recorded_it_cannot_be_told() -> None:
    assert look("surprise").verdict is Verdict.NOT_ENOUGH
