"""To confirm, on People and agencies."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Membership, Role
from tracker.models.records.membership import RoleName
from tracker.store.office import Office
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.network.confirm_side import ConfirmSide
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.place import Place

TODAY, START = date(2008, 6, 30), date(2007, 2, 1)
ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
POLICE = an_agency("POL", short_name="Police")
MERE = a_person(POLICE, name="Mere Tāwhai")
SEAT, OTHER = a_member(ICM, POLICE, person_id=MERE.id), a_member(SEMO, POLICE, from_on=date(2007, 5, 1))
NEW = a_member(SEMO, an_agency("EDU"), from_on=date(2008, 5, 1))
CHAIR = Role(id=an_id(), group_id=ICM.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=START)


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> AgenciesPage:
    with office.step("make ready"):
        office.save(ICM, SEMO, POLICE, MERE, SEAT, OTHER, CHAIR)
    made = AgenciesPage(Desk(office))
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show_place(Place("agencies", tab="confirm"))
    made.show()
    return made


@pytest.fixture
def side(page: AgenciesPage) -> ConfirmSide:
    found = page.side("confirm")
    assert isinstance(found, ConfirmSide)
    return found


def on(office: Office, held: Membership | Role) -> date | None:
    return office.snapshot().one(type(held), held.id).confirmed_on


def test_seats_and_roles_stand_by_group_with_since_when(side: ConfirmSide, page: AgenciesPage) -> None:
    headings = [side.table.heading_at(place) for place in range(len(side.table.rows))]
    assert [words for words in headings if words] == ["ICM: 2 to confirm", "SEMO: 1 to confirm"]
    assert page.summary.startswith("3 seats and roles in 2 groups not confirmed for six months")


def test_c_confirms_the_chosen_one_today_and_goes_on_to_the_next(side: ConfirmSide, office: Office) -> None:
    side.lead_to(SEAT.id)
    QTest.keyClick(side.view, Qt.Key.Key_C)
    assert on(office, SEAT) == TODAY
    assert SEAT.id not in {one.id for one in side.table.things}
    assert [one.id for one in side.chosen] == [CHAIR.id]


def test_several_are_confirmed_in_one_step_that_can_be_undone(side: ConfirmSide, office: Office) -> None:
    side.view.selectAll()
    QTest.keyClick(side.view, Qt.Key.Key_C)
    assert [on(office, held) for held in (SEAT, OTHER, CHAIR)] == [TODAY] * 3
    assert office.undo_name == "confirm 3 seats and roles"
    office.undo()
    assert len(side.table.things) == 3


def test_g_chooses_the_whole_group(side: ConfirmSide) -> None:
    side.lead_to(CHAIR.id)
    QTest.keyClick(side.view, Qt.Key.Key_G)
    assert {one.id for one in side.chosen} == {SEAT.id, CHAIR.id}


def test_with_shift_another_day_is_asked_for(side: ConfirmSide, office: Office) -> None:
    side.lead_to(CHAIR.id)
    QTest.keyClick(side.view, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    day = side.asking.inputs["on"]
    assert isinstance(day, DayEdit)
    day.setText("3 July 2008")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert side.asking.problem.startswith("3 Jul 2008 is still to come")
    day.setText("20 May 2008")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert on(office, CHAIR) == date(2008, 5, 20)


def test_a_day_before_it_began_is_refused_and_nothing_changes(side: ConfirmSide, office: Office) -> None:
    side.view.selectAll()
    side.press("C", other_day=True)
    day = side.asking.inputs["on"]
    assert isinstance(day, DayEdit)
    day.setText("1 March 2007")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert side.asking.problem.startswith("It does not hold on 1 Mar 2007")
    assert [on(office, held) for held in (SEAT, OTHER, CHAIR)] == [None] * 3


def test_enter_opens_it_on_the_groups_page(page: AgenciesPage, side: ConfirmSide) -> None:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    side.lead_to(OTHER.id)
    QTest.keyClick(side.view, Qt.Key.Key_Return)
    assert places == [Place("group", SEMO.id, "people", OTHER.id)]


def test_qt_finds_nothing_wrong_with_the_table(side: ConfirmSide) -> None:
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.by.setCurrentIndex(1)
    side.filter.setText("police")
    assert len(side.table.things) == 2
