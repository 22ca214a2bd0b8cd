"""A table is copied, saved as Excel and printed as it is seen, by keys; what is restricted stays and is counted."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import a_person
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Departure, Person
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.pages.commitments import CommitmentsPage
from tracker.ui.place import Place
from tracker.ui.printing import printer as printing
from tracker.ui.printing.table_dialog import TableDialog
from tracker.ui.table import Column, Table
from tracker.ui.table_menu import table_menu
from tracker.ui.table_view import TableView

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@contextmanager
def answering(answer: Callable[[TableDialog], None]) -> Iterator[None]:
    """The next list that is about to leave is given to `answer`, and closed."""
    seen: list[TableDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TableDialog)
        seen.append(dialog)
        try:
            answer(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, act)
    yield
    assert seen, "no dialog opened"


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> Iterator[AgenciesPage]:
    made = AgenciesPage(Desk(sample))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_place(Place("agencies", tab="people"))
    made.people.setFocus()
    yield made
    close_menu()


@pytest.fixture
def saved_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the next file is saved: a name without its ending."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / "people"), ""))
    return tmp_path / "people.xlsx"


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.close()


def open_menu(view: TableView, key: Qt.Key = Qt.Key.Key_Menu, held: Any = Qt.KeyboardModifier.NoModifier) -> QMenu:
    QTest.keyClick(view, key, held)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def rows_in(path: Path) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(5, values_only=True))


def left(office: Office) -> Departure:
    return max(office.snapshot().of(Departure), key=lambda departure: str(departure.at))


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_opens_by_key(page: AgenciesPage, key: Qt.Key, held: Any) -> None:
    menu = open_menu(page.people, key, held)
    words = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert words == ["Copy", "Copy all", "Save as Excel…", "Print…"]


def test_a_system_that_tells_of_the_menu_key_twice_gets_one_menu(page: AgenciesPage) -> None:
    menu = open_menu(page.people)
    place = page.people.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, page.people.mapToGlobal(place))
    QApplication.sendEvent(page.people, event)
    assert QApplication.activePopupWidget() is menu


def test_copy_all_takes_every_row_that_is_shown(page: AgenciesPage) -> None:
    page.people.choose(page.people.table.rows[0].id)
    menu = open_menu(page.people)
    QTest.keyClick(menu, Qt.Key.Key_A)
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(page.people.table.rows) + 1


def test_copy_takes_the_chosen_rows(page: AgenciesPage) -> None:
    page.people.choose(page.people.table.rows[0].id)
    QTest.keyClick(open_menu(page.people), Qt.Key.Key_C)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_ctrl_e_and_enter_save_what_is_shown_and_note_it(page: AgenciesPage, sample: Office, saved_at: Path) -> None:
    page.filter.setText("police")
    shown = [person.name for person in page.people.table.rows]
    with answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return)):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)
    assert [row[0] for row in rows_in(saved_at)] == shown
    noted = left(sample)
    assert (noted.what, noted.rows) == ("People and agencies: People, filtered by “police”", len(shown))
    assert noted.file_sha256 == hashlib.sha256(saved_at.read_bytes()).hexdigest()


def test_the_order_on_the_screen_is_the_order_in_the_file(page: AgenciesPage, saved_at: Path) -> None:
    page.people.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    with answering(lambda dialog: dialog.excel.click()):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)
    assert [row[0] for row in rows_in(saved_at)] == [person.name for person in page.people.table.rows]


def test_undo_stops_at_what_left(page: AgenciesPage, sample: Office, saved_at: Path) -> None:
    with answering(lambda dialog: dialog.excel.click()):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)
    with pytest.raises(Mistake):
        sample.undo()


def test_restricted_rows_stay_and_are_counted(page: AgenciesPage, sample: Office, saved_at: Path) -> None:
    agency = sample.find(Agency, "POL")
    with sample.step("add"):
        sample.save(replace(a_person(agency), name="Nobody to tell of", sensitivity=Sensitivity.RESTRICTED))
    page.refill()
    said: list[str] = []

    def answer(dialog: TableDialog) -> None:
        said.append(dialog.leaves)
        dialog.excel.click()

    with answering(answer):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)
    assert "1 restricted entry stays in the office." in said[0]
    assert "Nobody to tell of" in {person.name for person in page.people.table.rows}
    assert "Nobody to tell of" not in {row[0] for row in rows_in(saved_at)}


def test_where_everything_is_restricted_nothing_can_leave(page: AgenciesPage, sample: Office) -> None:
    people = sample.snapshot().of(Person)
    with sample.step("restrict"):
        sample.save(*(replace(person, sensitivity=Sensitivity.RESTRICTED) for person in people))
    page.refill()

    def answer(dialog: TableDialog) -> None:
        assert "Every row is restricted" in dialog.banner.sentence
        assert not any(button.isEnabled() for button in (dialog.excel, dialog.save, dialog.print))

    with answering(answer):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)


def test_columns_without_room_on_the_screen_leave_and_are_named(page: AgenciesPage, saved_at: Path) -> None:
    page.people.setColumnHidden(3, True)

    def answer(dialog: TableDialog) -> None:
        assert "No room on the screen, and here: Level." in dialog.leaves
        dialog.excel.click()

    with answering(answer):
        QTest.keyClick(page.people, Qt.Key.Key_E, CONTROL)
    headings = next(openpyxl.load_workbook(saved_at).active.iter_rows(4, 4, values_only=True))
    assert headings == ("Person", "Post", "Agency", "Level", "Groups")


def test_ctrl_p_and_enter_print_and_note_it(
    page: AgenciesPage, sample: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(parent: object, title: str, pages: int) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return printer

    monkeypatch.setattr(printing, "asked_printer", chosen)
    with answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return)):
        QTest.keyClick(page.people, Qt.Key.Key_P, CONTROL)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert left(sample).what == "People and agencies: People, printed"


def test_a_list_can_be_saved_as_pdf(page: AgenciesPage, saved_at: Path) -> None:
    with answering(lambda dialog: dialog.save.click()):
        QTest.keyClick(page.people, Qt.Key.Key_P, CONTROL)
    assert saved_at.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_rows_under_headings_name_their_part(sample: Office, qtbot: QtBot, saved_at: Path) -> None:
    made = CommitmentsPage(Desk(sample))
    qtbot.addWidget(made)
    made.show()
    made.show_place(Place("commitments"))
    view = next(view for view in made.findChildren(TableView) if view.isVisible())
    with answering(lambda dialog: dialog.excel.click()):
        QTest.keyClick(view, Qt.Key.Key_E, CONTROL)
    first = rows_in(saved_at)[0]
    assert first[0] == "Overdue"
    assert date(2008, 1, 1) < first[5].date() < date(2008, 6, 30)


def test_an_office_open_to_read_alone_lets_nothing_leave(
    sample_path: Path, setting: Setting, qtbot: QtBot, saved_at: Path
) -> None:
    office = Office.read(sample_path, setting)
    made = AgenciesPage(Desk(office))
    qtbot.addWidget(made)
    made.show_place(Place("agencies", tab="people"))

    def answer(dialog: TableDialog) -> None:
        dialog.excel.click()
        assert "open to read alone" in dialog.banner.sentence

    with answering(answer):
        QTest.keyClick(made.people, Qt.Key.Key_E, CONTROL)
    assert not saved_at.exists()
    office.close()


def test_without_an_office_around_it_a_list_can_only_be_copied(qtbot: QtBot) -> None:
    table = Table([Column("Name", lambda row: row)], key=str)
    table.set_rows(["Papakura"])
    view = TableView(table)
    qtbot.addWidget(view)
    QTest.keyClick(view, Qt.Key.Key_E, CONTROL)
    menu = table_menu(view)
    assert [action.isEnabled() for action in menu.actions() if not action.isSeparator()] == [False, True, False, False]
    menu.deleteLater()


def test_a_table_can_say_what_stands_behind_its_rows(sample: Office, qtbot: QtBot) -> None:
    page = Page(Desk(sample))
    qtbot.addWidget(page)
    kept = replace(sample.find(Agency, "POL"), sensitivity=Sensitivity.RESTRICTED)
    table = Table([Column("Name", lambda row: row)], key=str, records=lambda row: [kept] if row == "Police" else [])
    table.set_rows(["Police", "Schools"])
    view = TableView(table)
    view.setParent(page)
    with answering(lambda dialog: said.append(dialog.leaves)):
        said: list[str] = []
        QTest.keyClick(view, Qt.Key.Key_P, CONTROL)
    assert said[0].startswith("Leaves: 1 row, 1 column. 1 restricted entry stays")
