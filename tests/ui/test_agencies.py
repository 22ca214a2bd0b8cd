"""People and agencies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.answering import answering
from tracker.models.records import Agency, Person
from tracker.models.records.agency import Sector
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.network.parties_side import PartiesSide
from tracker.ui.pages.agencies import SIDES, AgenciesPage
from tracker.ui.place import Place


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> AgenciesPage:
    made = AgenciesPage(Desk(sample))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.desk.place_requested.connect(made.show_place)
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


@pytest.mark.parametrize("tab", ["agencies", "people"])
def test_a_name_is_found_without_its_macron(page: AgenciesPage, tab: str) -> None:
    page.show_place(Place("agencies", tab=tab))
    page.filter.setText("mangere")
    table = getattr(page, tab).table
    assert 0 < len(table.rows) < table.total


def test_a_place_leads_to_its_person(page: AgenciesPage, sample: Office) -> None:
    person = sample.snapshot().of(Person)[-1]
    page.show_place(Place("agencies", record_id=person.id))
    assert page.people.chosen_row == person
    assert page.people.isVisible()


@pytest.mark.parametrize("place", range(len(SIDES)), ids=[name for name, *_ in SIDES])
def test_each_side_has_a_place_a_button_and_a_line_of_its_own(page: AgenciesPage, place: int) -> None:
    page.buttons[place].click()
    side = page.side(SIDES[place][0])
    assert side.isVisible()
    assert page.summary == " ".join(side.summary[0].split())
    assert side.focusProxy() or side.isAncestorOf(page.window().focusWidget())


def test_the_sides_answer_to_letters_of_their_own() -> None:
    letters = [words[words.index("&") + 1].upper() for _, words, _, _ in SIDES]
    assert len(set(letters)) == len(letters)
    assert not set(letters) & set("FEVGH"), "the menus have these"


def test_without_a_tab_the_side_in_view_stays(page: AgenciesPage) -> None:
    page.show_place(Place("agencies", tab="load"))
    page.show_place(Place("agencies"))
    assert page.side("load").isVisible()


def test_an_agency_is_corrected_in_its_form(page: AgenciesPage, sample: Office) -> None:
    police = sample.find(Agency, "Police")
    page.agencies.choose(police.id)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["short_name"].set_value("NZ Police")
        dialog.ok.click()

    with answering(fill):
        QTest.keyClick(page.agencies, Qt.Key.Key_F2)
    assert sample.snapshot().one(Agency, police.id).short_name == "NZ Police"
    assert sample.undo_name == "correct an agency"


def test_an_agency_just_added_is_the_chosen_one(page: AgenciesPage, sample: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("Harbour Board")
        dialog.form.inputs["code"].set_value("HB")
        dialog.form.inputs["sector"].set_value(Sector.LOCAL_GOVERNMENT)
        dialog.ok.click()

    side = page.side("agencies")
    assert isinstance(side, PartiesSide)
    with answering(fill):
        side.add.click()
    assert page.agencies.chosen_row == sample.find(Agency, "Harbour Board")
