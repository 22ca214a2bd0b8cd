"""Handing over a seat, by the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_person
from tests.ui.answering import answering
from tests.ui.moved import (
    CHAIR,
    GROUP,
    HALL,
    HOUSING,
    MERE,
    OTHER,
    SEATS,
    SERGEANT,
    TENANCY,
    TODAY,
    VAN,
    a_promise,
    everything,
    fill,
    typed,
)
from tracker.models.records import Commitment, Group, Membership, Person, Role
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.moving.transfer_dialog import TransferDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(office: Office) -> Desk:
    fill(office)
    return Desk(office)


def opened(desk: Desk, group: Group | None = GROUP, person: Person = MERE) -> TransferDialog:
    dialog = TransferDialog(desk, None, group.id if group else "", person.id)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[TransferDialog]:
    made = opened(desk)
    yield made
    made.close()
    made.deleteLater()


def taker(dialog: TransferDialog, name: str) -> None:
    edit = dialog.successor.combo.lineEdit()
    assert edit is not None
    typed(edit, name)
    # The list that completes holds the keyboard for a moment; a person's next key closes it.
    dialog.refresh()


def hand_over(dialog: TransferDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def test_a_seat_with_its_role_and_promise_passes_in_one_step(dialog: TransferDialog, desk: Desk) -> None:
    taker(dialog, "Sione Vea · Police")
    hand_over(dialog)
    snapshot = desk.snapshot
    assert snapshot.one(Membership, SEATS[0].id).to_on == TODAY
    assert {seat.group_id for seat in snapshot.of(Membership, person_id=SERGEANT.id)} == {GROUP.id}
    assert snapshot.one(Commitment, VAN.id).person_id == SERGEANT.id
    assert snapshot.one(Commitment, HALL.id).person_id == MERE.id
    assert desk.office.undo_name == "hand over a seat"


def test_undo_gives_everything_back(dialog: TransferDialog, desk: Desk) -> None:
    before = everything(desk.office)
    taker(dialog, "Sione Vea · Police")
    hand_over(dialog)
    assert everything(desk.office) != before
    desk.office.undo()
    assert everything(desk.office) == before


def test_what_will_happen_is_said_before_it_does(dialog: TransferDialog) -> None:
    taker(dialog, "Sione Vea · Police")
    assert dialog.preview.text.splitlines()[:3] == [
        "Mere Tāwhai leaves ICM: 30 Jun 2008 is the last day.",
        "Sione Vea has the seat for Police in ICM from 1 Jul 2008.",
        "Sione Vea takes on from then: Chair of ICM.",
    ]


def test_space_takes_the_tick_from_a_line_and_sets_it_again(dialog: TransferDialog) -> None:
    taker(dialog, "Sione Vea · Police")
    dialog.list.view.choose(CHAIR.id)
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Space)
    assert dialog.transfer.roles == ()
    assert "Nobody holds any more: Chair of ICM." in dialog.preview.text
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Space)
    assert dialog.transfer.roles == ((CHAIR.id, SERGEANT.id),)


def test_all_lines_are_unticked_at_once(dialog: TransferDialog) -> None:
    taker(dialog, "Sione Vea · Police")
    QTest.keyClick(dialog.list.view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Space)
    assert dialog.list.pairs == ()
    assert len(dialog.list.view.selectionModel().selectedRows()) == 2


def test_one_role_goes_to_somebody_else_at_the_table(dialog: TransferDialog, desk: Desk) -> None:
    taker(dialog, "Sione Vea · Police")
    dialog.list.view.choose(CHAIR.id)
    dialog.list.taker.setFocus()
    QTest.keyClicks(dialog.list.taker, "Ana")
    QTest.keyClick(dialog.list.taker, Qt.Key.Key_Return)
    dialog.list.hand(TENANCY.id, [CHAIR.id])
    hand_over(dialog)
    assert {role.person_id for role in desk.snapshot.of(Role, group_id=GROUP.id)} == {MERE.id, TENANCY.id}


def test_all_groups_at_once(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, None)
    assert dialog.where.currentText() == "Both groups"
    taker(dialog, "Sione Vea · Police")
    hand_over(dialog)
    assert {seat.group_id for seat in desk.snapshot.of(Membership, person_id=SERGEANT.id)} == {GROUP.id, OTHER.id}
    assert desk.snapshot.one(Commitment, HALL.id).person_id == SERGEANT.id
    dialog.deleteLater()


def test_another_agency_is_said_so_and_only_then_takes_the_seat(dialog: TransferDialog, desk: Desk) -> None:
    # Whoever sits there already keeps their own seat; Ana takes the seat in the other group.
    dialog.where.setCurrentIndex(dialog.where.findData(OTHER.id))
    taker(dialog, "Ana Rewi · Housing New Zealand")
    assert dialog.preview.problem
    assert "say that the seat passes to Housing New Zealand" in dialog.preview.text
    dialog.across.click()
    assert not dialog.preview.problem
    hand_over(dialog)
    seats = desk.snapshot.of(Membership, person_id=TENANCY.id)
    assert {(seat.group_id, seat.agency_id) for seat in seats} == {(GROUP.id, HOUSING.id), (OTHER.id, HOUSING.id)}


def test_leaving_before_joining_is_refused_and_changes_nothing(dialog: TransferDialog, desk: Desk) -> None:
    before = everything(desk.office)
    typed(dialog.last_day, "1 Jan 2006")
    hand_over(dialog)
    assert dialog.isVisible()
    assert "joins ICM on 1 Feb 2007, and would leave on 1 Jan 2006" in dialog.banner.sentence
    assert everything(desk.office) == before


def test_to_nobody_ends_seat_and_role_and_leaves_the_promise_to_the_agency(dialog: TransferDialog, desk: Desk) -> None:
    hand_over(dialog)
    snapshot = desk.snapshot
    assert snapshot.one(Role, CHAIR.id).to_on == TODAY
    assert (snapshot.one(Commitment, VAN.id).person_id, snapshot.of(Membership, person_id=SERGEANT.id)) == (None, ())


def test_a_name_that_nobody_has_is_said(dialog: TransferDialog) -> None:
    taker(dialog, "Nobody at all")
    hand_over(dialog)
    assert dialog.isVisible()
    assert "“Nobody at all” is not in the list" in dialog.banner.sentence


@pytest.mark.parametrize("day", ["the day after never", ""])
def test_a_day_that_cannot_be_read_is_said(dialog: TransferDialog, day: str) -> None:
    dialog.last_day.setText(day)
    hand_over(dialog)
    assert dialog.isVisible()
    assert dialog.preview.problem


def test_somebody_new_is_added_from_inside(dialog: TransferDialog, desk: Desk) -> None:
    def fill_in(form: FormDialog) -> None:
        form.form.inputs["name"].set_value("Hemi Pōtae")
        form.ok.click()

    with answering(fill_in):
        dialog.add_person()
    hemi = desk.office.find(Person, "Hemi")
    assert dialog.transfer.successor_id == hemi.id
    assert dict(dialog.transfer.roles) == {CHAIR.id: hemi.id}


def test_another_who_leaves_brings_their_own_groups_and_lines(dialog: TransferDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(TENANCY.id))
    assert dialog.list.lines == ()
    assert dialog.preview.text.startswith("Ana Rewi leaves ICM")


def test_an_answer_stays_when_the_day_moves(dialog: TransferDialog) -> None:
    taker(dialog, "Sione Vea · Police")
    dialog.list.hand(None, [VAN.id])
    QTest.keyClick(dialog.last_day, Qt.Key.Key_Up)
    dialog.refresh()
    assert dialog.transfer.promises == ()


def test_forty_promises_are_listed_and_pass_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.do("promise much", *(a_promise(f"Promise {number}") for number in range(40)))
    dialog = opened(desk)
    taker(dialog, "Sione Vea · Police")
    assert "Passed on: 41 open promises to Sione Vea." in dialog.preview.text
    hand_over(dialog)
    assert len(desk.snapshot.of(Commitment, person_id=SERGEANT.id)) == 41
    dialog.deleteLater()


def test_who_sits_nowhere_has_nothing_to_hand_over(desk: Desk, qtbot: QtBot) -> None:
    desk.do("add", stranger := a_person(HOUSING, name="Stranger"))
    dialog = opened(desk, None, stranger)
    assert dialog.preview.text == "Stranger has no seat in any group: choose another group, or somebody else."
    dialog.close()
    dialog.deleteLater()


def test_qt_finds_nothing_wrong_with_the_list(dialog: TransferDialog) -> None:
    QAbstractItemModelTester(dialog.list.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    taker(dialog, "Sione Vea · Police")
    dialog.list.hand(None, [VAN.id])
