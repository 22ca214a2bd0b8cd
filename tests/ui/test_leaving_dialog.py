"""What if somebody leaves, the handover page, and the ways to them from the pages of people and agencies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.moved import (
    GROUP,
    MERE,
    OTHER,
    POLICE,
    SERGEANT,
    TENANCY,
    TODAY,
    VAN,
    a_promise,
    everything,
    fill,
    meeting,
    typed,
)
from tracker.models.records import Departure, Membership
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.moving.leaving_dialog import LeavingDialog
from tracker.ui.moving.merge_dialog import MergeDialog
from tracker.ui.moving.rename_dialog import RenameDialog
from tracker.ui.moving.split_dialog import SplitDialog
from tracker.ui.moving.transfer_dialog import TransferDialog
from tracker.ui.pages.agency import AgencyPage
from tracker.ui.pages.person import PersonPage
from tracker.ui.place import Place
from tracker.ui.printing.handover_dialog import HandoverDialog

CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(office: Office) -> Desk:
    fill(office)
    return Desk(office)


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[LeavingDialog]:
    made = LeavingDialog(desk, None, MERE.id)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_all_that_would_go_is_listed_by_group_and_nothing_changes(dialog: LeavingDialog, desk: Desk) -> None:
    before = everything(desk.office)
    assert dialog.summary.text().startswith("Mere Tāwhai leaves 2 groups after 30 Jun 2008: 2 open promises")
    assert {row.group for row in dialog.view.headed.things} == {"ICM", "SEMO"}
    assert ("Open promises", "A van on Mondays · due 9 Jul 2008 · Open") in [
        (row.sort, row.what) for row in dialog.view.headed.things
    ]
    assert everything(desk.office) == before


def test_the_figures_are_counts(dialog: LeavingDialog) -> None:
    assert dialog.promises.accessibleName() == "Open promises: 2, 0 overdue"
    assert dialog.roles.accessibleName() == "Roles left empty: 2, of 2 held"
    assert dialog.sole.accessibleName() == "Agencies with nobody: 2, of 2 seats"


def test_one_group_alone(dialog: LeavingDialog) -> None:
    dialog.where.setCurrentIndex(dialog.where.findData(OTHER.id))
    assert {row.group for row in dialog.view.headed.things} == {"SEMO"}


def test_on_a_day_without_a_seat_there_is_none_to_hand_over(dialog: LeavingDialog) -> None:
    typed(dialog.last_day, "1 Jan 2007")
    dialog.refresh()
    assert dialog.roles.accessibleName() == "Roles left empty: 0, of 0 held"
    assert not dialog.transfer.isEnabled()


def test_a_day_that_cannot_be_read_is_said(dialog: LeavingDialog) -> None:
    dialog.last_day.setText("never")
    dialog.refresh()
    assert dialog.banner.sentence
    QTest.keyClick(dialog, Qt.Key.Key_P, CTRL)
    assert dialog.isVisible()


def test_ctrl_p_opens_the_handover_page_for_that_day(dialog: LeavingDialog) -> None:
    typed(dialog.last_day, "31 Jul 2008")

    def look(page: HandoverDialog) -> None:
        assert page.handout is not None
        assert "31 Jul 2008" in page.handout.text

    with meeting(HandoverDialog, look):
        QTest.keyClick(dialog, Qt.Key.Key_P, CTRL)


def test_handing_over_from_here_keeps_the_day_and_closes(dialog: LeavingDialog, desk: Desk) -> None:
    typed(dialog.last_day, "20 Jun 2008")

    def hand(transfer: TransferDialog) -> None:
        transfer.successor.set_value(SERGEANT.id)
        transfer.ok.click()

    with meeting(TransferDialog, hand):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert {seat.from_on for seat in desk.snapshot.of(Membership, person_id=SERGEANT.id)} == {date(2008, 6, 21)}
    assert not dialog.isVisible()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[HandoverDialog]:
    made = HandoverDialog(desk, None, MERE.id, TODAY)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_the_saved_page_is_noted_in_the_register(page: HandoverDialog, desk: Desk, tmp_path: Path) -> None:
    page.save_to(tmp_path / "handover.pdf")
    (noted,) = desk.snapshot.of(Departure)
    assert (tmp_path / "handover.pdf").read_bytes().startswith(b"%PDF")
    assert noted.what == "Handover of Mere Tāwhai, last day 30 Jun 2008"
    assert noted.rows == page.handout.rows if page.handout else False


def test_a_restricted_promise_stays_and_is_counted(desk: Desk, qtbot: QtBot) -> None:
    desk.do("restrict", replace(VAN, sensitivity=Sensitivity.RESTRICTED))
    page = HandoverDialog(desk, None, MERE.id, TODAY)
    assert page.handout is not None
    assert "A van" not in page.handout.text
    assert "1 restricted entry stays in the office" in page.leaves
    page.deleteLater()


def test_a_restricted_person_has_no_page(desk: Desk, qtbot: QtBot) -> None:
    desk.do("restrict", replace(MERE, sensitivity=Sensitivity.RESTRICTED))
    page = HandoverDialog(desk, None, MERE.id, TODAY)
    assert "restricted to this office" in page.banner.sentence
    assert not page.save.isEnabled()
    page.deleteLater()


def test_long_lists_go_over_several_pages_and_each_can_be_drawn(desk: Desk, qtbot: QtBot) -> None:
    long = "a word and another " * 30
    desk.do("promise much", *(a_promise(f"{number} {long}") for number in range(60)))
    page = HandoverDialog(desk, None, MERE.id, TODAY)
    assert page.handout is not None
    assert page.handout.pages > 2
    image = QImage(744, 1052, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(0.1, 0.1)
        for number in range(page.handout.pages):
            page.handout.draw(painter, number)
    page.deleteLater()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_W, LeavingDialog),
        (Qt.Key.Key_T, TransferDialog),
        (Qt.Key.Key_M, MergeDialog),
    ],
)
def test_a_person_s_page_leads_there_by_a_key(desk: Desk, qtbot: QtBot, key: Qt.Key, kind: type) -> None:
    made = PersonPage(desk)
    qtbot.addWidget(made)
    made.show_place(Place("person", record_id=TENANCY.id))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    with meeting(kind, lambda dialog: None):
        QTest.keyClick(made, key, BOTH)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_R, RenameDialog),
        (Qt.Key.Key_S, SplitDialog),
        (Qt.Key.Key_M, MergeDialog),
    ],
)
def test_an_agency_s_page_leads_there_by_a_key(desk: Desk, qtbot: QtBot, key: Qt.Key, kind: type) -> None:
    made = AgencyPage(desk)
    qtbot.addWidget(made)
    made.show_place(Place("agency", record_id=POLICE.id))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    with meeting(kind, lambda dialog: None):
        QTest.keyClick(made, key, BOTH)


def test_who_leaves_one_group_is_asked_for_that_group(desk: Desk, qtbot: QtBot) -> None:
    made = LeavingDialog(desk, None, MERE.id, GROUP.id)
    assert made.where.currentText() == "ICM"
    made.deleteLater()
