"""A group's readings and the form for them, shown and typed into as a person would."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.models.balance_office import Table
from tracker.models.records import Reading, Record
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.place import Place
from tracker.ui.resources.readings_side import ReadingsSide

TODAY = date(2008, 6, 30)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> ReadingsSide:
    side = ReadingsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(800, 560)
    side.show_place(Place("group", group_id, "balance", record_id))
    side.show()
    side.take_focus()
    return side


def a_rater_side(table: Table, office: Office, qtbot: QtBot) -> ReadingsSide:
    """The form is open for a rater of the first of the agencies."""
    keep(office, *table.records)
    made = shown_side(office, table.group.id, qtbot)
    made.add_readings()
    return made


def press(side: ReadingsSide, *keys: Qt.Key | str) -> None:
    """Keys go to the number that has the keyboard; text is typed into it."""
    for key in keys:
        edit = side.form.points.rows[side.form.points._at].edit
        if isinstance(key, str):
            QTest.keyClicks(edit, key)
        else:
            QTest.keyClick(edit, key)


def points(side: ReadingsSide) -> list[int]:
    return [int(row.edit.text()) for row in side.form.points.rows]


def readings(office: Office) -> list[Reading]:
    return sorted(office.snapshot().of(Reading), key=lambda reading: reading.question.rank if reading.question else 0)
