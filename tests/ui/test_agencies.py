"""People and agencies."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.answering import answering
from tracker.models.records import Agency, Person
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.place import Place


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> AgenciesPage:
    made = AgenciesPage(Desk(sample))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show_place(Place("agencies"))
    made.show()
    return made


def test_everybody_stands_there_with_agency_and_groups(page: AgenciesPage, sample: Office) -> None:
    assert len(page.people.table.rows) == len(sample.snapshot().of(Person))
    commander = next(line for line in page.people.table.as_text().splitlines() if line.startswith("Area commander"))
    assert commander.split("\t")[2:] == ["Police", "Regional or senior", "Integrated Case Mgmt"]


def test_qt_finds_nothing_wrong_with_the_tables(page: AgenciesPage) -> None:
    for view in (page.agencies, page.people):
        QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.filter.setText("otara")


def test_one_filter_holds_for_both_tables(page: AgenciesPage) -> None:
    page.filter.setText("mangere")
    assert page.agencies.table.rows
    assert page.people.table.rows
    assert len(page.people.table.rows) < page.people.table.total


def test_a_place_leads_to_its_person(page: AgenciesPage, sample: Office) -> None:
    person = sample.snapshot().of(Person)[-1]
    page.show_place(Place("agencies", record_id=person.id))
    assert page.people.chosen_row == person


def test_an_agency_is_corrected_in_its_form(page: AgenciesPage, sample: Office) -> None:
    police = sample.find(Agency, "Police")
    page.agencies.choose(police.id)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["short_name"].set_value("NZ Police")
        dialog.ok.click()

    with answering(fill):
        page.correct_agency()
    assert sample.snapshot().one(Agency, police.id).short_name == "NZ Police"
    assert sample.undo_name == "correct an agency"
