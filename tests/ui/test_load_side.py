"""Load, on People and agencies."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Commitment, Role
from tracker.models.records.membership import RoleName
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.network.load_side import LoadSide
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.place import Place

ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
POLICE = an_agency("POL", short_name="Police")
MERE, HONE = a_person(POLICE, name="Mere Tāwhai"), a_person(POLICE, name="Hone Pōtiki")
SEATS = [a_member(ICM, POLICE, person_id=MERE.id), a_member(SEMO, POLICE, person_id=MERE.id)]
SEATS += [a_member(SEMO, POLICE, person_id=HONE.id)]
CHAIR = Role(id=an_id(), group_id=ICM.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2007, 2, 1))


def promised(number: int) -> list[Commitment]:
    return [
        Commitment(
            id=an_id(), group_id=ICM.id, text=f"Promise {place}", agency_id=POLICE.id, person_id=MERE.id,
            made_on=date(2008, 5, 1), due=date(2008, 6, 1), first_due=date(2008, 6, 1),
        )
        for place in range(number)
    ]  # fmt: skip


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> AgenciesPage:
    with office.step("make ready"):
        office.save(ICM, SEMO, POLICE, MERE, HONE, *SEATS, CHAIR, *promised(2))
    made = AgenciesPage(Desk(office))
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show_place(Place("agencies", tab="load"))
    made.show()
    return made


@pytest.fixture
def side(page: AgenciesPage) -> LoadSide:
    found = page.side("load")
    assert isinstance(found, LoadSide)
    return found


def test_each_person_stands_there_by_name_with_all_that_they_carry(side: LoadSide) -> None:
    rows = [line.split("\t") for line in side.view.table.as_text().splitlines()[1:]]
    assert rows[0] == ["Hone Pōtiki Police", "SEMO", "1", "–", "–", "–", "–", "–"]
    assert rows[1] == ["Mere Tāwhai Police", "ICM, SEMO", "2", "1", "1", "2", "2", "–"]


def test_over_half_of_the_promises_on_one_person_is_said(page: AgenciesPage) -> None:
    assert page.summary.startswith("Mere Tāwhai: 2 of 2 open promises: over half rests on one person (§7.2)")


def test_one_group_tells_of_its_own_people_and_promises(page: AgenciesPage, side: LoadSide) -> None:
    side.which.setCurrentIndex(side.which.findData(SEMO.id))
    assert [load.person for load in side.view.table.rows] == [HONE, MERE]
    assert page.summary.startswith("Nobody holds over half of the open promises of SEMO")


def test_counts_can_be_sorted_by(side: LoadSide) -> None:
    side.view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [load.person for load in side.view.table.rows] == [MERE, HONE]


def test_the_chosen_person_is_told_in_full(side: LoadSide) -> None:
    side.lead_to(MERE.id)
    words = side.story.words
    assert {"Alone for Police in ICM", "Role Chair, ICM", "Due 1 Jun 2008 Promise 0"} <= set(words)


def test_enter_opens_the_person(page: AgenciesPage, side: LoadSide) -> None:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    side.lead_to(MERE.id)
    QTest.keyClick(side.view, Qt.Key.Key_Return)
    assert places == [Place("person", record_id=MERE.id)]


def test_qt_finds_nothing_wrong_with_the_table(side: LoadSide) -> None:
    QAbstractItemModelTester(side.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.filter.setText("tawhai")
    assert len(side.view.table.rows) == 1
