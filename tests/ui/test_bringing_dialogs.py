"""Bringing in a list or a log in the window, and saving a log."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_meeting, an_id
from tests.models.log_office import EVERYTHING, GROUP, PROMISE, USUAL
from tracker.models.bring_fields import Part, Thing
from tracker.models.log_columns import FORM_COLUMNS
from tracker.models.records import Agency, Commitment, Decision, Departure, OfficeDetails
from tracker.store.office import Office
from tracker.ui.bringing.bring_in_dialog import BringInDialog
from tracker.ui.bringing.log_in_dialog import LogInDialog
from tracker.ui.bringing.log_out_dialog import LogOutDialog
from tracker.ui.desk import Desk
from tracker.ui.pages.office import OfficePage

PLACES = {column.value: place for place, column in enumerate(FORM_COLUMNS, start=1)}


@pytest.fixture
def desk(office: Office) -> Desk:
    with office.step("make ready"):
        office.save(*(record for record in EVERYTHING if not isinstance(record, OfficeDetails)))
    return Desk(office)


@pytest.fixture
def a_filled_log(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Callable[..., Path]:
    """`a_filled_log(row, …)`: a log saved by the window and filled in."""

    def make(*rows: dict[str, object]) -> Path:
        out = LogOutDialog(desk, None)
        qtbot.addWidget(out)
        out.to_whom.setText("Aroha")
        out.save_to(tmp_path / "log.xlsx")
        book = openpyxl.load_workbook(tmp_path / "log.xlsx")
        for number, row in enumerate(rows, start=5):
            for name, value in (USUAL | row).items():
                book["Log"].cell(number, PLACES[name]).value = value
        book.save(tmp_path / "log.xlsx")
        return tmp_path / "log.xlsx"

    return make


def test_a_log_is_looked_at_first_and_brought_in_by_the_keyboard(
    desk: Desk, qtbot: QtBot, a_filled_log: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_filled_log({}, PROMISE)
    dialog = LogInDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(path), ""))
    assert not dialog.keep.isEnabled()
    dialog.first.click()
    assert [row.outcome.value for row in dialog.rows] == ["new", "new"]
    assert dialog.summary.text() == "2 rows: 2 new, none rejected."
    assert desk.snapshot.of(Commitment) == ()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert len(desk.snapshot.of(Commitment)) == 1
    assert desk.office.undo_name == "read a log, entered by Aroha Example"
    desk.office.undo()
    assert desk.snapshot.of(Commitment) == ()


def test_a_rejected_row_is_chosen_told_in_full_and_marked(
    desk: Desk, qtbot: QtBot, a_filled_log: Callable[..., Path]
) -> None:
    path = a_filled_log({}, {"meeting_date": "1/2/26"})
    dialog = LogInDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add(path)
    assert not dialog.keep.isEnabled()
    assert dialog.whole.text().startswith("Row 6: Meeting date “1/2/26” has a year of two digits.")
    QTest.keyClick(dialog.view, Qt.Key.Key_M)
    assert path.with_name("log_checked.xlsx").exists()
    assert "log_checked.xlsx" in dialog.banner.sentence


def test_a_file_that_is_no_log_is_said_in_place(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("no workbook", encoding="utf-8")
    dialog = LogInDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.add(tmp_path / "x.xlsx")
    assert dialog.banner.sentence.startswith("x.xlsx: This is no Excel workbook")
    assert not dialog.keep.isEnabled()


def test_columns_are_guessed_and_can_be_chosen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Body,Acronym\nYouthline Example,YLX\n", encoding="utf-8")
    dialog = BringInDialog(desk, None, Thing.AGENCIES)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add(tmp_path / "list.csv")
    assert "Say which column is “Name” and “Sector”" in dialog.banner.sentence
    for part, key in ((Part.NAME, "column 0"), (Part.SECTOR, "all Community or whānau")):
        dialog.columns.combos[part].choose(key)
        dialog.columns.changed.emit()
    assert [row.said for row in dialog.rows] == ["Youthline Example (YLX)"]
    dialog.accept()
    assert [agency.name for agency in desk.snapshot.of(Agency) if agency.code == "YLX"] == ["Youthline Example"]
    assert desk.office.undo_name == "bring in 1 agency"


def test_a_form_needs_somebody_to_go_to_and_is_entered(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = LogOutDialog(desk, None)
    qtbot.addWidget(dialog)
    assert dialog.words[0].startswith("The names of 1 person, and the codes of 3 agencies and 2 groups")
    dialog.save_to(tmp_path / "log.xlsx")
    assert "Say to whom it goes" in dialog.banner.sentence
    assert not (tmp_path / "log.xlsx").exists()
    dialog.to_whom.setText("Aroha")
    dialog.save_to(tmp_path / "log.xlsx")
    assert [left.to_whom for left in desk.snapshot.of(Departure)] == ["Aroha"]


def test_a_meeting_is_saved_as_a_log(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    meeting = a_meeting(GROUP)
    said = Decision(id=an_id(), group_id=GROUP.id, meeting_id=meeting.id, on=meeting.on, text="One plan")
    with desk.office.step("log a meeting"):
        desk.office.save(meeting, said)
    dialog = LogOutDialog(desk, None, meeting.id)
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path / "meeting.xlsx")
    assert [left.rows for left in desk.snapshot.of(Departure)] == [1]
    assert (tmp_path / "meeting.xlsx").exists()


def test_the_office_page_leads_to_all_three(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = OfficePage(desk)
    qtbot.addWidget(page)
    opened: list[str] = []
    monkeypatch.setattr("tracker.ui.office.bringing_card.open_bringing", lambda which, *given: opened.append(which))
    for button in (page.bringing.list, page.bringing.log_in, page.bringing.log_out):
        button.click()
    assert opened == ["list", "log in", "log out"]
