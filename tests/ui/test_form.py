"""Forms made from the declarations: nothing typed is lost, and what is wrong is said in place."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.fields import fields_of
from tracker.models.records import (
    Agency,
    Event,
    Group,
    Membership,
    Person,
    Record,
    Result,
    Review,
    Role,
    StageJudgement,
)
from tracker.models.records.agency import Sector
from tracker.models.records.group import Trigger
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form import RecordForm
from tracker.ui.inputs import LineInput
from tracker.ui.record_dialog import record_dialog
from tracker.ui.reference_input import ReferenceInput

TODAY = date(2008, 6, 30)
POLICE = an_agency("POL", short_name="Police")
SCHOOLS = an_agency("SCH", name="Ōtara schools")
OFFICER = a_person(POLICE, name="Mere Tāwhai", post="Youth officer")
PRINCIPAL = a_person(SCHOOLS, name="Ana Principal", post="Principal")
GROUP = a_group()
FORMS = (Group, Agency, Person, Membership, Role, StageJudgement, Result, Event, Review)


@pytest.fixture
def snapshot() -> Snapshot:
    return snapshot_of(TODAY, [POLICE, SCHOOLS, OFFICER, PRINCIPAL, GROUP, a_member(GROUP, POLICE)])


def a_form(record: Record, snapshot: Snapshot, qtbot: QtBot) -> RecordForm:
    form = RecordForm(type(record), snapshot, record)
    qtbot.addWidget(form)
    return form


def line(form: RecordForm, name: str) -> LineInput:
    found = form.inputs[name]
    assert isinstance(found, LineInput)
    return found


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_gives_back_the_record_it_was_given(kind: type[Record], snapshot: Snapshot, qtbot: QtBot) -> None:
    record = kind(id=an_id())
    assert a_form(record, snapshot, qtbot).record == record


@pytest.mark.parametrize("record", [OFFICER, a_member(GROUP, POLICE, person_id=OFFICER.id)])
def test_what_a_record_leads_to_stays_when_it_is_corrected(record: Record, snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(record, snapshot, qtbot)
    agency = form.inputs["agency_id"]
    assert isinstance(agency, ReferenceInput)
    assert "Police" in agency.combo.currentText()
    assert form.record == record


def test_what_would_not_be_offered_anew_stays_to_be_chosen(snapshot: Snapshot, qtbot: QtBot) -> None:
    seat = a_member(GROUP, POLICE, person_id=PRINCIPAL.id)
    form = a_form(seat, snapshot, qtbot)
    assert form.record == seat


@pytest.mark.parametrize("kind", FORMS)
def test_every_input_has_a_name_for_those_who_do_not_see_it(
    kind: type[Record], snapshot: Snapshot, qtbot: QtBot
) -> None:
    form = a_form(kind(id=an_id()), snapshot, qtbot)
    for name, given in form.inputs.items():
        target: QWidget = given.focusProxy() or given
        assert target.accessibleName(), name


@pytest.mark.parametrize("kind", FORMS)
def test_no_form_asks_where_a_record_comes_from(kind: type[Record], snapshot: Snapshot, qtbot: QtBot) -> None:
    asked = a_form(kind(id=an_id()), snapshot, qtbot).inputs
    assert not {"provenance", "section", "group_id"} & set(asked)
    assert "sensitivity" in asked


@pytest.mark.parametrize("kind", FORMS)
def test_every_required_field_is_asked_first(kind: type[Record], snapshot: Snapshot, qtbot: QtBot) -> None:
    form = RecordForm(kind, snapshot, kind(id=an_id()))
    qtbot.addWidget(form)
    form.show()
    needed = {field.name for field in fields_of(kind) if field.required and getattr(kind(), field.name) in (None, "")}
    assert all(form.inputs[name].isVisible() for name in needed - {"group_id"})


@pytest.mark.parametrize("typed", ["12 Jun 2008", "12/6/2008", "12 June 2008"])
def test_a_date_is_read_in_any_usual_way_and_shown_in_ours(typed: str, snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(GROUP, snapshot, qtbot)
    started = line(form, "started_on")
    started.edit.setText(typed)
    started.edit.editingFinished.emit()
    assert started.edit.text() == "12 Jun 2008"
    record = form.record
    assert isinstance(record, Group)
    assert record.started_on == date(2008, 6, 12)


def test_a_date_that_is_none_stays_as_typed_with_a_sentence_under_it(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(GROUP, snapshot, qtbot)
    started = line(form, "started_on")
    started.edit.setText("31 Feb 2008")
    started.edit.editingFinished.emit()
    sentence = "There is no 31 Feb 2008: look at the calendar and put it right."
    assert started.edit.text() == "31 Feb 2008"
    assert form.problems() == [sentence]
    assert sentence in [found.text() for found in form.findChildren(QLabel)]


def test_numbers_may_be_typed_with_commas(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Result(id=an_id()), snapshot, qtbot)
    line(form, "value").edit.setText("$1,200.50")
    record = form.record
    assert isinstance(record, Result)
    assert record.value == Decimal("1200.50")


def test_a_word_that_is_no_number_says_so(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Result(id=an_id()), snapshot, qtbot)
    line(form, "value").edit.setText("twelve")
    assert form.problems() == ["“twelve” is no number: write it in figures, such as 12."]


def test_several_choices_are_ticked(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(a_group(triggers=(Trigger.CRISIS, Trigger.OPPORTUNITY)), snapshot, qtbot)
    assert form.inputs["triggers"].value == (Trigger.CRISIS, Trigger.OPPORTUNITY)


def test_a_reference_is_found_by_a_name_typed_without_macrons(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Person(id=an_id()), snapshot, qtbot)
    agency = form.inputs["agency_id"]
    assert isinstance(agency, ReferenceInput)
    agency.combo.setEditText("otara schools")
    assert agency.value == SCHOOLS.id


def test_a_name_that_is_not_in_the_list_says_so(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Person(id=an_id(), name="Ana"), snapshot, qtbot)
    agency = form.inputs["agency_id"]
    assert isinstance(agency, ReferenceInput)
    agency.combo.setEditText("Nowhere")
    assert form.problems() == ["“Nowhere” is not in the list: choose one that is, or leave the field empty."]


def test_half_a_name_stays_while_it_is_typed(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Membership(id=an_id(), group_id=GROUP.id), snapshot, qtbot)
    agency = form.inputs["agency_id"]
    assert isinstance(agency, ReferenceInput)
    agency.combo.setEditText("Pol")
    assert agency.combo.currentText() == "Pol"


def test_a_membership_offers_the_people_of_the_chosen_agency(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Membership(id=an_id(), group_id=GROUP.id), snapshot, qtbot)
    form.inputs["agency_id"].set_value(SCHOOLS.id)
    assert offered(form, "person_id") == ["", "Ana Principal (Principal, Ōtara schools)"]


def test_a_role_offers_the_people_of_the_agencies_at_the_table(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(Role(id=an_id(), group_id=GROUP.id), snapshot, qtbot)
    assert offered(form, "person_id") == ["", "Mere Tāwhai (Youth officer, Police)"]


def test_the_dialog_stays_open_with_sentences_until_it_is_sound(office: Office, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dialog = record_dialog(Desk(office), page, Agency(id=office.mint()), "add an agency")
    dialog.show()
    dialog.ok.click()
    assert dialog.isVisible()
    assert "Name is missing: fill it in for this agency." in dialog.banner.sentence
    dialog.form.inputs["name"].set_value("Police")
    dialog.form.inputs["code"].set_value("POL")
    dialog.form.inputs["sector"].set_value(Sector.CENTRAL_GOVERNMENT)
    dialog.ok.click()
    assert not dialog.isVisible()
    assert office.undo_name == "add an agency"


def test_a_form_is_never_higher_than_the_window_it_stands_over(office: Office, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1024, 500)
    dialog = record_dialog(Desk(office), page, Result(id=office.mint()), "add a result")
    dialog.show()
    assert dialog.height() < page.height()


def test_a_form_opens_with_the_keyboard_in_its_first_field(office: Office, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dialog = record_dialog(Desk(office), page, Agency(id=office.mint()), "add an agency")
    dialog.show()
    assert dialog.focusWidget() is dialog.form.inputs["name"].focusProxy()


def test_a_day_in_a_form_is_typed_as_it_is_said(snapshot: Snapshot, qtbot: QtBot) -> None:
    form = a_form(a_member(GROUP, POLICE), snapshot, qtbot)
    for name, typed, day in (("from_on", "27/6", date(2008, 6, 27)), ("to_on", "27/6", date(2009, 6, 27))):
        line(form, name).edit.setText(typed)
        assert getattr(form.record, name) == day


def test_a_rule_over_several_fields_is_said_on_top(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    judgement = StageJudgement(
        id=office.mint(), group_id=group.id, on=TODAY, stage=Stage.FLYING, crossover=True, why="x", judged_by="y"
    )
    page = QWidget()
    qtbot.addWidget(page)
    dialog = record_dialog(Desk(office), page, judgement, "add a judgement")
    dialog.show()
    dialog.ok.click()
    assert dialog.banner.sentence.startswith("The crossover lies between Frustration and Functioning")


def offered(form: RecordForm, name: str) -> list[str]:
    given = form.inputs[name]
    assert isinstance(given, ReferenceInput)
    return [given.combo.itemText(place) for place in range(given.combo.count())]
