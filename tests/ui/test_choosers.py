"""The list that gives a key and the day that is typed as it is said, wherever they are asked for."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tracker.models.snapshot import snapshot_of
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.parts.asking import Asking

OFFICE = snapshot_of(date(2008, 6, 30), [a_group()])


@pytest.fixture
def day(qtbot: QtBot) -> DayEdit:
    made = DayEdit("The day", OFFICE, date(2008, 6, 30), past=True)
    qtbot.addWidget(made)
    made.show()
    return made


def type_and_leave(day: DayEdit, text: str) -> None:
    day.selectAll()
    QTest.keyClicks(day, text)
    day.editingFinished.emit()


def test_the_list_that_drops_down_is_called_as_its_field_is(qtbot: QtBot) -> None:
    combo = KeyedCombo("Chaired by")
    qtbot.addWidget(combo)
    assert combo.view().accessibleName() == "Chaired by"


@pytest.mark.parametrize(
    ("typed", "shown"), [("27/6", "27 Jun 2008"), ("tomorrow", "1 Jul 2008"), ("next friday", "11 Jul 2008")]
)
def test_a_day_is_written_out_when_its_field_is_left(day: DayEdit, typed: str, shown: str) -> None:
    type_and_leave(day, typed)
    assert (day.text(), day.problem) == (shown, "")


def test_what_is_no_day_stays_as_it_was_typed(day: DayEdit) -> None:
    type_and_leave(day, "soon")
    assert (day.text(), day.property("wrong")) == ("soon", "true")
    assert day.problem.startswith("“soon” is no date")


def test_what_is_no_day_is_said_in_the_line_that_asks_when_its_field_is_left(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    asking = Asking()
    asking.setParent(over)
    day = DayEdit("The day", OFFICE)
    kept: list[date] = []
    asking.ask("Which day?", "Keep", [("on", "Day", day)], lambda given: kept.append(given["on"]))
    type_and_leave(day, "soon")
    assert asking.problem.startswith("“soon” is no date")
    day.selectAll()
    QTest.keyClicks(day, "tomorrow")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert kept == [date(2008, 7, 1)]
