"""Meetings of a group or of all: what is planned above, what was below, and the chosen one told beside them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.held import HeldMeeting, held_meetings
from tracker.models.figures.meeting_story import meeting_of
from tracker.models.records import Group, MovedMeeting, PlannedMeeting
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.meetings.coming_table import PlannedRow, planned_rows, planned_table, show_planned
from tracker.ui.meetings.held_table import held_table
from tracker.ui.meetings.log_place import log_place
from tracker.ui.meetings.meetings_view import MeetingsView
from tracker.ui.meetings.planner import Planner
from tracker.ui.meetings.reading_card import ReadingCard
from tracker.ui.meetings.told import told_of_held, told_of_planned
from tracker.ui.parts.asking import Asking
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import EmptyState, primary_button, quiet_button

_PLANNED = (
    ("L", "Log", "Log this meeting, now that its day has come"),
    ("B", "Brief", "One page for the next meeting"),
    ("M", "Move", "Another day, time or place for this one; the others of its series stay"),
    ("O", "Call off", "This one is not held; the others of its series stay"),
    ("T", "Put back", "Takes back that this one was moved or called off"),
    ("C", "Correct", "The plan itself: all its meetings"),
    ("E", "End", "The last day on which it comes back"),
    ("X", "Take out", "The whole plan, as if it had never been made; meetings that were held stay"),
    ("I", "Calendar file", "This plan as a file for a calendar (.ics)"),
)
_HELD = (
    ("C", "Correct", "Opens the meeting to put it right"),
    ("M", "Minutes", "Decisions and promises on one page, for those who came and those who did not"),
    ("B", "Brief", "One page for the next meeting"),
    ("S", "Save as a log", "An Excel file that another office of this program, or the manager's, reads in"),
)
_ROW = 11 * UNIT


class MeetingsBoard(QWidget):
    """Enter goes from a list to the meeting beside it, Esc back; single keys do what the buttons say."""

    def __init__(self, desk: Desk, *, with_group: bool) -> None:
        super().__init__()
        self._desk = desk
        self._with_group = with_group
        self._group_id = ""
        # The meeting that was led to, and what was said at it.
        self._led_to = ("", "")
        self._in_view: MeetingsView | None = None
        name = "meetings" if with_group else "group-meetings"
        self.planned = MeetingsView(planned_table(with_group=with_group), f"{name}-planned", "PMOTCELBIX", _ROW)
        self.held = MeetingsView(held_table(with_group=with_group), f"{name}-held", "PCMBS", _ROW)
        self.filter = QLineEdit()
        self.plan = primary_button("&Plan", icon_name="calendar-plus")
        self.save_calendar = quiet_button("Calendar f&ile", icon_name="download")
        self.card = ReadingCard(_PLANNED, _HELD)
        self.asking = Asking()
        self.planner = Planner(desk, self.asking, self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> PlannedRow | HeldMeeting | None:
        """The meeting that is told beside the lists."""
        row = self._in_view.chosen_row if self._in_view else None
        return row if isinstance(row, (PlannedRow, HeldMeeting)) else None

    def show_group(self, group_id: str, record_id: str = "") -> None:
        """Shows a group's meetings, "" for all; leads to one of them, or to what was said at it, and marks that."""
        if group_id != self._group_id or record_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = group_id
        self.refill()
        if record_id:
            self._lead_to(record_id)

    def refill(self) -> None:
        """Draws what the snapshot says; what is chosen stays chosen."""
        snapshot = self._desk.snapshot
        held = held_meetings(snapshot, self._group_id or None)
        show_planned(self.planned.headed, planned_rows(snapshot, self._group_id))
        self.held.table.set_rows(held)
        for view in (self.planned, self.held):
            view.choose_first()
        if self.chosen is None:
            self._turn_to(self.planned if self.planned.headed.things and not held else self.held)
        self.save_calendar.setEnabled(any(row.part < 2 for row in self.planned.headed.things))
        self._tell()

    def take_focus(self) -> None:
        """Gives the keyboard to the list of the chosen meeting, or to the button of an empty page."""
        view = self._in_view if self.chosen else None
        (view or self.plan).setFocus()

    def press(self, key: str) -> None:
        """Does what a key stands for with the chosen meeting."""
        row = self.chosen
        if key == "P":
            self.plan_meeting()
        elif key == "B" and row is not None:
            self._brief(row.meeting.group_id or "")
        elif isinstance(row, HeldMeeting):
            self._do_with_held(key, row)
        elif row is not None and key in Planner.fitting(row):
            self._do_with_planned(key, row)

    def plan_meeting(self) -> None:
        """Asks for a new plan; a closed group has no meetings to come."""
        group = self._desk.snapshot.find(Group, self._group_id)
        if group is not None and not group.open_on(self._desk.snapshot.today):
            self._desk.mistaken.emit(f"{group.called} is closed, so nothing is planned for it: open it again first.")
            return
        row = self.planned.chosen_row
        self.planner.plan(self._group_id, row.meeting if isinstance(row, PlannedRow) else None)

    def ask_for_calendar(self, planned_id: str = "") -> None:
        """Asks for the name of a calendar file: of one plan, or of what is shown."""
        from tracker.ui.meetings.calendar_dialog import CalendarDialog

        dialog = CalendarDialog(self._desk, self, self._group_id, planned_id)
        dialog.exec()
        dialog.deleteLater()

    def _do_with_held(self, key: str, row: HeldMeeting) -> None:
        if key == "C":
            self._desk.go(Place("log-meeting", row.meeting.group_id or "", record_id=row.meeting.id))
        elif key == "M":
            from tracker.ui.printing.minutes_dialog import MinutesDialog

            self._open(MinutesDialog, row.meeting.id)
        elif key == "S":
            from tracker.ui.bringing.log_out_dialog import save_meeting_as_log

            save_meeting_as_log(self._desk, self, row.meeting.id)

    def _do_with_planned(self, key: str, row: PlannedRow) -> None:
        planned = row.meeting.planned
        if key == "L":
            self._desk.go(log_place(row.meeting))
        elif key == "I" and planned is not None:
            self.ask_for_calendar(planned.id)
        elif verb := {
            "M": self.planner.ask_to_move,
            "O": self.planner.ask_to_call_off,
            "T": self.planner.put_back,
            "C": self.planner.correct,
            "E": self.planner.ask_to_end,
            "X": self.planner.take_out,
        }.get(key):
            verb(row)

    def _brief(self, group_id: str) -> None:
        from tracker.ui.printing.brief_dialog import BriefDialog

        self._open(BriefDialog, group_id)

    def _open(self, kind: Any, identity: str) -> None:
        def show() -> None:
            dialog = kind(self._desk, self, identity)
            dialog.exec()
            dialog.deleteLater()

        self._desk.attempt(show)

    def _lead_to(self, identity: str) -> None:
        snapshot = self._desk.snapshot
        if meeting := meeting_of(snapshot, identity):
            self._led_to = (meeting.id, identity)
            self.held.choose(meeting.id)
            self._turn_to(self.held)
            return
        change = snapshot.find(MovedMeeting, identity)
        plan_id = change.planned_id if change else identity
        rows = [row for row in self.planned.headed.things if row.meeting.planned and row.meeting.planned.id == plan_id]
        exact = [row for row in rows if row.meeting.moved == change]
        if snapshot.find(PlannedMeeting, plan_id) and rows:
            self._lead_to_row((exact or rows)[0].meeting.key)

    def _lead_to_row(self, key: str) -> None:
        self.planned.choose(key)
        self._turn_to(self.planned)

    def _turn_to(self, view: MeetingsView) -> None:
        """From now on the chosen meeting of this list is told."""
        self._in_view = view
        self._tell()

    def _tell(self) -> None:
        row, snapshot = self.chosen, self._desk.snapshot
        if isinstance(row, HeldMeeting):
            told = told_of_held(snapshot, row, with_group=self._with_group)
            self.card.show_told(told, self.card.held, self._marked_at(row.meeting.id))
        elif row is not None:
            told = told_of_planned(snapshot, row, with_group=self._with_group)
            self.card.show_told(told, self.card.planned)
            self.card.planned.allow(Planner.fitting(row))
        else:
            self.card.show_told(None, None)
        # Without any meeting there is nothing to choose, and half a page with nothing on it.
        self.card.setVisible(bool(self.planned.headed.total or self.held.table.total))

    def _chosen_in_planned(self) -> None:
        if self.planned.hasFocus():
            self._turn_to(self.planned)

    def _chosen_in_held(self) -> None:
        if self.held.hasFocus():
            self._turn_to(self.held)

    def _marked_at(self, meeting_id: str) -> str:
        """What was led to stays marked until another meeting is read."""
        if self._led_to[0] != meeting_id:
            self._led_to = ("", "")
        return self._led_to[1]

    def _lay_out(self) -> None:
        for view in (self.planned, self.held):
            view.setItemDelegate(LinesDelegate(view))
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the meetings")
        self.filter.setClearButtonEnabled(True)
        self.plan.setToolTip("Plan a meeting, once or again and again (P)")
        self.save_calendar.setToolTip("What is planned as a file for a calendar (.ics)")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        lists = QVBoxLayout()
        lists.setSpacing(3 * UNIT)
        lists.addWidget(self._planned_card(), 4 if self._with_group else 3)
        lists.addWidget(self._held_card(), 5)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        row.addLayout(lists, 7)
        row.addWidget(self.card, 5)
        column.addLayout(row, 1)
        column.addWidget(self.asking)

    def _planned_card(self) -> TableCard:
        first = quiet_button("Plan the first meeting", icon_name="calendar-plus")
        first.clicked.connect(self.plan_meeting)
        who = "each group" if self._with_group else "the group"
        empty = EmptyState(f"When and where {who} meets next stands here.", first)
        return TableCard("Planned", self.planned, empty, self.save_calendar, self.plan)

    def _held_card(self) -> TableCard:
        first = quiet_button("Log the first meeting", icon_name="calendar-plus")
        first.clicked.connect(self._log_first)
        empty = EmptyState("Meetings that were held stand here, with who came and what came of them.", first)
        card = TableCard("Held", self.held, empty)
        card.header.addWidget(self.filter)
        return card

    def _connect(self) -> None:
        self.plan.clicked.connect(self.plan_meeting)
        self.save_calendar.clicked.connect(self._ask_for_all)
        self.filter.textChanged.connect(self._filter)
        for view in (self.planned, self.held):
            view.key_typed.connect(self._key_typed)
            view.opened.connect(self._read)
        self.planned.focused.connect(self._chosen_in_planned)
        self.held.focused.connect(self._chosen_in_held)
        self.planned.chosen.connect(self._chosen_in_planned)
        self.held.chosen.connect(self._chosen_in_held)
        self.card.planned.chosen.connect(self.press)
        self.card.held.chosen.connect(self.press)
        self.card.reading.left.connect(self.take_focus)
        self.card.reading.place_requested.connect(self._desk.go)
        self.asking.closed.connect(self.take_focus)
        self.planner.planned.connect(self._lead_to_row)

    def _key_typed(self, key: str, shift: bool) -> None:
        self.press(key)

    def _filter(self, text: str) -> None:
        for view in (self.planned, self.held):
            view.table.set_filter(text)
            view.choose_first()
        self._tell()

    def _ask_for_all(self) -> None:
        self.ask_for_calendar()

    def _read(self) -> None:
        self.card.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _log_first(self) -> None:
        self._desk.go(Place("log-meeting", self._group_id))
