"""Two that were typed twice become one, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_person, an_agency
from tests.ui.moved import HOUSING, MERE, OTHER, POLICE, SERGEANT, TENANCY, everything, fill
from tracker.models.records import Agency, Membership, Person
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.moving.merge_dialog import MergeDialog
from tracker.ui.place import Place

AGAIN = a_person(POLICE, name="Mere Tawhai", email="mere@example.nz")
BELOW = an_agency("DOGS", name="Police dog section", part_of_id=POLICE.id)
DONE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def desk(office: Office) -> Desk:
    fill(office)
    made = Desk(office)
    made.do("type twice", AGAIN, BELOW)
    return made


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> MergeDialog:
    made = MergeDialog(desk, None, Person, MERE.id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_likely_one_is_offered_first_and_chosen(dialog: MergeDialog) -> None:
    assert dialog.view.table.rows[0].record == AGAIN
    assert dialog.view.chosen_row.record == AGAIN
    assert dialog.preview.text.splitlines()[0] == (
        "“Mere Tawhai” goes, and everything about it is noted for “Mere Tāwhai”."
    )


def test_one_step_makes_one_and_undo_makes_two_again(dialog: MergeDialog, desk: Desk) -> None:
    before = everything(desk.office)
    QTest.keyClick(dialog, *DONE)
    assert desk.snapshot.find(Person, AGAIN.id) is None
    assert desk.snapshot.one(Person, MERE.id).email == "mere@example.nz"
    assert desk.office.undo_name == "make one of two people"
    desk.office.undo()
    assert everything(desk.office) == before


def test_the_other_one_is_kept_where_that_is_chosen(dialog: MergeDialog, desk: Desk, qtbot: QtBot) -> None:
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.keep_other.isChecked)
    assert "Led over: 2 memberships, 2 roles, 2 commitments." in dialog.preview.text
    QTest.keyClick(dialog, *DONE)
    assert len(desk.snapshot.of(Membership, person_id=AGAIN.id)) == 2
    assert places == [Place("person", record_id=AGAIN.id)]


def test_words_narrow_the_list_and_arrows_walk_it(dialog: MergeDialog) -> None:
    QTest.keyClicks(dialog.search, "police")
    assert {row.record for row in dialog.view.table.rows} == {AGAIN, SERGEANT}
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.view.chosen_row.record == SERGEANT


def test_nothing_that_fits_means_nobody_is_chosen(dialog: MergeDialog) -> None:
    QTest.keyClicks(dialog.search, "zzz")
    QTest.keyClick(dialog, *DONE)
    assert dialog.isVisible()
    assert dialog.banner.sentence == "Choose the other person that was typed for the same one."


def test_nobody_is_offered_to_become_one_with_themselves(dialog: MergeDialog) -> None:
    assert MERE.id not in [row.id for row in dialog.view.table.rows]


def test_two_who_sit_for_two_agencies_at_once_are_refused(dialog: MergeDialog) -> None:
    dialog.view.choose(TENANCY.id)
    assert dialog.preview.problem
    assert "nobody sits for two agencies at once" in dialog.preview.text


def test_an_agency_takes_over_what_belongs_to_the_other(desk: Desk, qtbot: QtBot) -> None:
    dialog = MergeDialog(desk, None, Agency, HOUSING.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.view.choose(POLICE.id)
    dialog.ok.click()
    snapshot = desk.snapshot
    assert snapshot.one(Agency, BELOW.id).part_of_id == HOUSING.id
    assert {seat.agency_id for seat in snapshot.of(Membership, group_id=OTHER.id)} == {HOUSING.id}


def test_qt_finds_nothing_wrong_with_the_list(dialog: MergeDialog) -> None:
    QAbstractItemModelTester(dialog.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.search.setText("mere")
