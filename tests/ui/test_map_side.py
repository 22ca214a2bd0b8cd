"""The map of agencies by groups, by the keys that a person presses."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.network.map_side import MapSide
from tracker.ui.network.map_view import MapView
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.place import Place

ICM, SEMO = a_group(short_name="ICM"), a_group(code="SEMO", short_name="SEMO")
POLICE, SCHOOLS = an_agency("POL", short_name="Police"), an_agency("SCH", short_name="Schools")
SEATS = [a_member(ICM, POLICE), a_member(SEMO, POLICE), a_member(SEMO, SCHOOLS)]


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> AgenciesPage:
    with office.step("make ready"):
        office.save(ICM, SEMO, POLICE, SCHOOLS, *SEATS)
    made = AgenciesPage(Desk(office))
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show_place(Place("agencies", tab="map"))
    made.show()
    return made


@pytest.fixture
def side(page: AgenciesPage) -> MapSide:
    found = page.side("map")
    assert isinstance(found, MapSide)
    return found


def press(view: MapView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_arrow_keys_go_from_group_to_agency_and_the_facts_are_said(side: MapSide) -> None:
    assert side.map.chosen == ICM.id
    press(side.map, Qt.Key.Key_Down)
    assert side.said == "SEMO, a group: 2 agencies, 1 of them in other groups too."
    press(side.map, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert side.said.startswith("Police, an agency in 2 groups: ICM (a seat, nobody named")
    assert side.map.accessibleDescription() == side.said


def test_every_point_can_be_reached_by_keys(side: MapSide) -> None:
    reached = {side.map.chosen}
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(side.map, key)
        reached.add(side.map.chosen)
    assert reached == {ICM.id, SEMO.id, POLICE.id, SCHOOLS.id}


def test_enter_opens_a_group_or_an_agency(page: AgenciesPage, side: MapSide) -> None:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    press(side.map, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert places == [Place("group", ICM.id, "overview"), Place("agency", record_id=POLICE.id)]


def test_the_mouse_over_a_point_says_what_it_is(side: MapSide) -> None:
    layout = side.map.layout_now
    assert layout is not None
    QTest.mouseMove(side.map.viewport(), QPoint(5, 5))
    QTest.mouseMove(side.map.viewport(), layout.spots[SCHOOLS.id].centre.toPoint())
    assert side.said.startswith("Schools, an agency in 1 group")
    QTest.mouseClick(side.map.viewport(), Qt.MouseButton.LeftButton, pos=layout.spots[SEMO.id].centre.toPoint())
    assert side.map.chosen == SEMO.id


def test_l_turns_to_the_same_facts_as_a_list_and_back(side: MapSide) -> None:
    QTest.keyClick(side.map, Qt.Key.Key_L)
    assert side.view.isVisible()
    assert [line.split("\t")[:2] for line in side.view.table.as_text().splitlines()[1:]] == [
        ["Police", "ICM"],
        ["Police", "SEMO"],
        ["Schools", "SEMO"],
    ]
    QTest.keyClick(side.view, Qt.Key.Key_L)
    assert side.map.isVisible()


def test_the_map_can_be_narrowed_to_a_group_or_to_agencies_in_several(side: MapSide) -> None:
    side.which.setCurrentIndex(side.which.findData(ICM.id))
    assert {tie.agency for tie in side.view.table.rows} == {"Police"}
    assert side.map.chosen == ICM.id
    side.which.setCurrentIndex(0)
    side.agencies.setCurrentIndex(1)
    assert {tie.agency for tie in side.view.table.rows} == {"Police"}


def test_no_name_stands_upon_another(side: MapSide) -> None:
    layout = side.map.layout_now
    assert layout is not None
    rooms = [spot.name for spot in layout.spots.values()]
    assert not any(one.intersects(other) for place, one in enumerate(rooms) for other in rooms[place + 1 :])


def test_an_empty_office_is_told_what_will_stand_here(office: Office, qtbot: QtBot) -> None:
    side = MapSide(Desk(office))
    qtbot.addWidget(side)
    side.refill()
    assert side.said == ""
    assert side.map.chosen == ""
