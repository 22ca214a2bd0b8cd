"""The one table: sorted by value, filtered without macrons, its selection kept, never a table of ids."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tracker.models.figures.trajectory import Lane
from tracker.ui.preferences import Preferences
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_view import TableView


@dataclass(frozen=True)
class Town:
    id: str
    name: str
    since: date | None = None
    people: Decimal | None = None
    lane: Lane | None = None


TOWNS = (
    Town("1", "Ōtara", date(1958, 1, 31), Decimal(1200)),
    Town("2", "Papakura", None, Decimal(900)),
    Town("3", "Māngere", date(1850, 12, 1), None, Lane.FLYING),
)
COLUMNS = (
    Column("Name", lambda town: town.name, share=1),
    Column("Since", lambda town: town.since, drop=1),
    Column("People", lambda town: town.people, align=RIGHT),
    Column("Stage", lambda town: town.lane),
)


@pytest.fixture
def table() -> Table:
    made = Table(COLUMNS)
    made.set_rows(TOWNS)
    return made


def shown(table: Table) -> list[str]:
    return [town.name for town in table.rows]


def test_qt_finds_nothing_wrong_with_the_model(table: Table, qtbot: QtBot) -> None:
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.sort(0)
    table.set_filter("o")
    table.set_rows(TOWNS[:1])


def test_a_name_with_a_macron_sorts_as_if_it_had_none(table: Table) -> None:
    table.sort(0)
    assert shown(table) == ["Māngere", "Ōtara", "Papakura"]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_dates_sort_by_day_and_missing_ones_stay_last(table: Table, order: Qt.SortOrder) -> None:
    table.sort(1, order)
    assert shown(table)[-1] == "Papakura"
    assert (shown(table)[0] == "Māngere") is (order is Qt.SortOrder.AscendingOrder)


def test_the_filter_takes_no_notice_of_macrons(table: Table) -> None:
    table.set_filter("OTARA")
    assert shown(table) == ["Ōtara"]
    assert table.total == 3


def test_numbers_have_their_thousands_apart_and_stand_right(table: Table) -> None:
    index = table.index(0, 2)
    assert index.data() == "1,200"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert table.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == RIGHT


def test_a_cell_has_no_rows_below_it(table: Table) -> None:
    assert table.rowCount(table.index(0, 0)) == 0


def test_asking_outside_the_table_gives_nothing(table: Table) -> None:
    assert table.data(QModelIndex()) is None
    assert table.headerData(99, Qt.Orientation.Horizontal) is None


def test_the_selection_is_kept_by_what_it_is_and_not_by_where_it_stood(table: Table, qtbot: QtBot) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.choose("1")
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert view.chosen_row == TOWNS[0]
    table.set_rows(reversed(TOWNS))
    assert view.chosen_row == TOWNS[0]


def test_enter_opens_the_chosen_row(table: Table, qtbot: QtBot) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.choose("3")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [TOWNS[2]]


def test_what_is_chosen_is_copied_as_rows_of_a_sheet(table: Table, qtbot: QtBot) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.choose("1")
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tSince\tPeople\tStage\nŌtara\t31 Jan 1958\t1,200\t"


@pytest.mark.parametrize(("width", "hidden"), [(240, True), (600, False)])
def test_the_least_important_column_leaves_a_narrow_view(table: Table, qtbot: QtBot, width: int, hidden: bool) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.resize(width, 200)
    view.show()
    assert view.isColumnHidden(1) is hidden


def test_the_sort_order_and_dragged_widths_come_back(table: Table, qtbot: QtBot, tmp_path: Path) -> None:
    Preferences.keep_in(tmp_path)
    view = TableView(table, "towns")
    qtbot.addWidget(view)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.horizontalHeader().resizeSection(2, 77)
    again = Table(COLUMNS)
    again.set_rows(TOWNS)
    second = TableView(again, "towns")
    qtbot.addWidget(second)
    second.resize(337, 200)
    second.show()
    assert shown(again) == ["Papakura", "Ōtara", "Māngere"]
    assert Preferences.here().table("towns", 4)[0] == {2: 77}
    Preferences.forget()
