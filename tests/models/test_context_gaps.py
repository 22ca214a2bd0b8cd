"""What is noted of a group's context, and what is not."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, an_agency, an_id
from tests.test_words import wrong
from tracker.models.figures.context_gaps import Context, ContextPoint, ContextState, context, untold_risks
from tracker.models.guidance.context_help import CONTEXT_HELP, ContextHelp
from tracker.models.records import Barrier, Record, Risk
from tracker.models.records.group import Participation, SharingBasis
from tracker.models.records.risk import BarrierKind, BarrierState, RiskLevel
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
POLICE = an_agency("POL", short_name="Police")
SETTLED: dict[str, Any] = {
    "participation": Participation.PARTNERSHIP,
    "participation_note": "The rūnanga advises",
    "sharing_basis": SharingBasis.CONSENT,
    "sharing_note": "Families sign",
    "sign_out": "The manager at home",
    "boundaries": "Two police districts",
}


def told(*records: Record, on: date = TODAY, **fields: Any) -> Context:
    group = a_group(**{"id": "group", "started_on": date(2008, 5, 1)} | fields)
    return context(snapshot_of(on, [group, POLICE, *records]), "group")


def point(key: str, *records: Record, on: date = TODAY, **fields: Any) -> ContextPoint:
    return next(each for each in told(*records, on=on, **fields).points if each.id == key)


def a_risk(**fields: Any) -> Risk:
    named = {"group_id": "group", "on": date(2008, 5, 5), "level": RiskLevel.HIGH, "agency_id": POLICE.id}
    return Risk(**{"id": an_id(), "text": "Rents go up"} | named | fields)


def test_a_settled_context_has_no_gaps() -> None:
    found = told(**SETTLED)
    assert (found.gaps, found.words) == ((), "5 of 5 noted")


def test_an_empty_context_says_of_each_what_is_missing() -> None:
    found = told()
    assert [gap.id for gap in found.gaps] == ["participation", "sharing", "sign_out", "boundaries"]
    assert found.words == "1 of 5 noted"


@pytest.mark.parametrize(("on", "pressing"), [(date(2008, 5, 31), False), (date(2008, 6, 1), True)])
def test_participation_not_considered_presses_after_thirty_days(on: date, pressing: bool) -> None:
    assert point("participation", on=on).pressing is pressing


def test_participation_not_considered_is_told_with_the_days_since_the_start() -> None:
    assert point("participation").said == "Not considered, 60 days after the start"
    assert point("participation", on=date(2008, 4, 30)).said == "Not considered; the group starts in 1 day"
    assert point("participation", started_on=None).pressing is False


def test_a_choice_without_its_note_is_noted_in_part() -> None:
    found = point("participation", participation=Participation.CONSULTATION)
    assert (found.state, found.said) == (ContextState.IN_PART, "Consultation; who advises is not said")
    assert found.field == "participation_note"
    assert point("sharing", sharing_basis=SharingBasis.LAW).state is ContextState.IN_PART


def test_open_questions_of_boundaries_stand_beside_what_is_noted() -> None:
    named = {"group_id": "group", "text": "Two districts", "kind": BarrierKind.BOUNDARY, "since": date(2008, 5, 5)}
    waiting, settled = Barrier(id=an_id(), **named), Barrier(id=an_id(), state=BarrierState.SETTLED, **named)
    found = point("boundaries", waiting, settled, **SETTLED)
    assert (found.said, found.leads) == ("Noted; 1 question of boundaries not settled", (waiting,))


def test_a_high_risk_without_a_note_names_whom_it_would_fall_on() -> None:
    untold, noted = a_risk(), a_risk(told_on=date(2008, 5, 9), agency_id=None)
    found = point("surprises", untold, noted)
    assert found.said == "1 of 2 high risks without a note; would fall on Police"
    assert (found.state, found.leads, found.pressing) == (ContextState.IN_PART, (untold,), True)


def test_low_closed_and_later_risks_ask_for_no_note() -> None:
    risks = [a_risk(level=RiskLevel.LOW), a_risk(closed_on=date(2008, 6, 1)), a_risk(on=date(2008, 7, 1))]
    assert point("surprises", *risks).state is ContextState.NOTHING_DUE


def test_when_all_are_told_the_last_day_is_said() -> None:
    risks = [a_risk(told_on=date(2008, 5, 9)), a_risk(told_on=date(2008, 6, 2))]
    assert point("surprises", *risks).said == "Told of all 2, last on 2 Jun 2008"
    assert len(untold_risks(snapshot_of(date(2008, 6, 1), risks), "group")) == 1


def test_a_closed_group_keeps_its_gaps_and_presses_for_nothing() -> None:
    found = told(a_risk(), closed_on=date(2008, 6, 15), closed_because="Done")
    assert [gap.pressing for gap in found.gaps] == [False] * 5
    assert found.days == 45


@pytest.mark.parametrize("help", CONTEXT_HELP, ids=lambda help: help.key)
def test_the_help_is_in_plain_words_with_its_section(help: ContextHelp) -> None:
    assert [wrong(text) for text in (help.title, help.text, help.next_step)] == ["", "", ""]
    assert help.section in ("4.3", "8.1", "8.2", "8.3")
    assert help.text.endswith(".")
    assert help.next_step.endswith(".")
