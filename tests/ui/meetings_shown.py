"""A group's meetings, planned and held, shown and typed into as a person would."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, an_agency, an_id
from tracker.models.records import Attendance, Commitment, Decision, PlannedMeeting
from tracker.models.records.meeting import Feeling, Presence
from tracker.models.records.planned_meeting import Repeat
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.meetings import MeetingsTab
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.place import Place

GROUP = a_group(short_name="ICM")
POLICE = an_agency("POL", short_name="Police")
WEEKLY = PlannedMeeting(
    id=an_id(),
    group_id=GROUP.id,
    on=date(2008, 6, 25),
    repeats=Repeat.WEEKLY,
    until=date(2008, 7, 16),
    starts_at="2 pm",
    place="Papakura",
)
HELD = a_meeting(GROUP, on=date(2008, 6, 10), felt=Feeling.WARM)
EARLIER = a_meeting(GROUP, on=date(2008, 5, 13))
CAME = Attendance(id=an_id(), meeting_id=HELD.id, agency_id=POLICE.id, presence=Presence.PRESENT)
DECISION = Decision(id=an_id(), group_id=GROUP.id, meeting_id=HELD.id, on=HELD.on, text="Joint visits go on")
PROMISE = Commitment(
    id=an_id(),
    group_id=GROUP.id,
    meeting_id=HELD.id,
    agency_id=POLICE.id,
    text="Bring the list",
    made_on=HELD.on,
    due=date(2008, 6, 20),
)
ALL = (GROUP, POLICE, WEEKLY, HELD, EARLIER, CAME, DECISION, PROMISE)


class Places(list[Place]):
    """The places that were asked for."""


def a_desk(office: Office) -> Desk:
    """A desk on an office with these meetings."""
    with office.step("make ready"):
        office.save(*ALL)
    return Desk(office)


def heard_by(desk: Desk) -> Places:
    """The places that will have been asked for."""
    asked = Places()
    desk.place_requested.connect(asked.append)
    return asked


def shown_tab(desk: Desk, qtbot: QtBot) -> MeetingsTab:
    made = MeetingsTab(desk)
    qtbot.addWidget(made)
    made.resize(760, 480)
    made.show_place(Place("group", GROUP.id, "meetings"))
    made.show()
    return made


def planned(board: MeetingsBoard, on: date) -> None:
    """Chooses a planned meeting by the keyboard."""
    board.planned.setFocus()
    rows = [row for row in board.planned.headed.things if row.meeting.on == on]
    board.planned.choose(rows[0].meeting.key)


def press(board: MeetingsBoard, key: Qt.Key, view: Any = None) -> None:
    QTest.keyClick(view or board.planned, key)


def answer(board: MeetingsBoard, **texts: str) -> None:
    """Types into the line that asks, and presses Enter."""
    for name, text in texts.items():
        edit = board.asking.inputs[name]
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        QTest.keyClicks(edit, text)
    QTest.keyClick(board.asking.inputs[next(iter(board.asking.inputs))], Qt.Key.Key_Return)


def days(board: MeetingsBoard) -> list[tuple[date, int]]:
    return [(row.meeting.on, row.part) for row in board.planned.headed.things]


def opened_by(board: MeetingsBoard, view: QTableView, key: Qt.Key) -> list[str]:
    """The name of the dialog that a key opens; it is closed again."""
    seen = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            seen.append(type(dialog).__name__)
            dialog.reject()

    QTimer.singleShot(0, close)
    QTest.keyClick(view, key)
    return seen
