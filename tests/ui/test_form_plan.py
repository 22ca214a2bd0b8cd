"""What a form asks first, and what its references offer."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.fields import fields_of
from tracker.models.records import (
    KINDS,
    Ball,
    Commitment,
    Group,
    Handover,
    Membership,
    PlannedMeeting,
    Record,
    SchoolTerm,
)
from tracker.models.snapshot import snapshot_of
from tracker.ui.form import RecordForm
from tracker.ui.form_plan import plan_of

GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")


def offered(form: RecordForm, name: str) -> set[str]:
    combo = form.inputs[name].combo  # type: ignore[attr-defined]
    return {combo.itemText(place) for place in range(combo.count())} - {""}


def a_form(qtbot: QtBot, record: Record, *records: Record) -> RecordForm:
    known = [GROUP, POLICE, EDUCATION, a_member(GROUP, POLICE), *records]
    form = RecordForm(type(record), snapshot_of(date(2008, 6, 30), known), record)
    qtbot.addWidget(form)
    return form


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_form_asks_for_fields_that_the_kind_has(kind: type[Record]) -> None:
    plan, names = plan_of(kind), {field.name for field in fields_of(kind)}
    assert {*plan.essential, *plan.limits} <= names


@pytest.mark.parametrize("kind", [PlannedMeeting, Commitment, Ball, SchoolTerm, Membership])
def test_a_short_form_asks_for_all_that_is_required(kind: type[Record]) -> None:
    required = {field.name for field in fields_of(kind) if field.required}
    given = {"group_id", "sensitivity", "provenance"}
    assert required - given <= set(plan_of(kind).essential)


def test_a_membership_asks_how_far_authority_goes() -> None:
    assert {"authority", "authority_nzd"} <= set(plan_of(Membership).essential)


def test_a_meeting_is_planned_for_a_running_group(qtbot: QtBot) -> None:
    closed = a_group(code="OLD", name="Closed", closed_on=date(2008, 1, 1), closed_because="Done")
    assert offered(a_form(qtbot, PlannedMeeting(id=an_id()), closed), "group_id") == {GROUP.called}


def test_a_promise_is_made_by_an_agency_of_the_group(qtbot: QtBot) -> None:
    form = a_form(qtbot, Commitment(id=an_id(), group_id=GROUP.id))
    assert offered(form, "agency_id") == {"New Zealand Police (Police)"}


def test_a_ball_passes_to_an_agency_of_its_group(qtbot: QtBot) -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Truancy", opened_on=date(2008, 5, 1))
    form = a_form(qtbot, Handover(id=an_id(), ball_id=ball.id), ball)
    assert offered(form, "agency_id") == {"New Zealand Police (Police)"}


def test_the_group_of_a_record_is_asked_for_only_where_it_is_planned() -> None:
    asks = {kind for kind in KINDS if "group_id" in plan_of(kind).essential}
    assert asks == {PlannedMeeting}
    assert Group in KINDS
