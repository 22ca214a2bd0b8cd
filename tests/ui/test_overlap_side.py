"""Overlap, on People and agencies."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.network.overlap_side import OverlapSide
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.place import Place
from tracker.ui.printing.table_told import plain_table

ICM = a_group(short_name="ICM", purpose="One plan for each whānau")
SEMO = a_group(code="SEMO", short_name="SEMO", purpose="Schools that learn")
RSE = a_group(code="RSE", short_name="RSE")
POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", short_name="Housing")
MERE = a_person(POLICE, name="Mere Tāwhai")
SEATS = [a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO)] + [a_member(RSE, HOUSING)]


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> AgenciesPage:
    with office.step("make ready"):
        office.save(ICM, SEMO, RSE, POLICE, HOUSING, MERE, *SEATS)
    made = AgenciesPage(Desk(office))
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show_place(Place("agencies", tab="overlap"))
    made.show()
    return made


@pytest.fixture
def side(page: AgenciesPage) -> OverlapSide:
    found = page.side("overlap")
    assert isinstance(found, OverlapSide)
    return found


def test_pairs_that_share_somebody_stand_there_with_counts(side: OverlapSide) -> None:
    assert side.view.table.as_text().splitlines()[1:] == ["ICM\tSEMO\t1 of 1\t1 of 1\tMere Tāwhai, Police nobody else"]


def test_all_pairs_can_be_seen(side: OverlapSide) -> None:
    side.shared.setCurrentIndex(1)
    assert len(side.view.headed.things) == 3
    side.which.setCurrentIndex(side.which.findData(RSE.id))
    assert {row.pair.one for row in side.view.headed.things} == {RSE}


def test_a_pair_tells_both_purposes_whom_it_shares_and_who_alone_joins_it(side: OverlapSide) -> None:
    words = side.pair.words
    assert words[:4] == ["ICM", "One plan for each whānau", "SEMO", "Schools that learn"]
    assert "People 1 of 1: Mere Tāwhai" in words
    assert any(line.startswith("Only bridge Mere Tāwhai: the only person in both ICM and SEMO") for line in words)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, Place("group", ICM.id, "overview")),
        (Qt.Key.Key_Return, Place("group", ICM.id, "overview")),
        (Qt.Key.Key_2, Place("group", SEMO.id, "overview")),
        (Qt.Key.Key_B, Place("person", record_id=MERE.id)),
    ],
)
def test_one_key_opens_a_group_or_the_bridge(page: AgenciesPage, side: OverlapSide, key: Qt.Key, place: Place) -> None:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    QTest.keyClick(side.view, key)
    assert places == [place]


def test_a_bridge_that_is_restricted_keeps_its_row_in_the_office(side: OverlapSide, office: Office) -> None:
    desk = Desk(office)
    assert plain_table(side.view, desk).rows == 1
    with office.step("make it restricted"):
        office.save(dataclasses.replace(MERE, sensitivity=Sensitivity.RESTRICTED))
    side.refill()
    assert plain_table(side.view, desk).rows == 0


def test_an_office_with_one_group_is_told_what_will_stand_here(office: Office, qtbot: QtBot) -> None:
    side = OverlapSide(Desk(office))
    qtbot.addWidget(side)
    side.refill()
    assert side.chosen is None
    assert side.summary[0].startswith("No two groups are joined by one agency or one person alone")
