"""What can be done with a planned meeting: each is one step of the office, asked for in a line of the page."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting
from tracker.models.mistake import Mistake
from tracker.models.plan_changes import called_off, ended, moved, plan_now, whole_plan
from tracker.models.records import Group, PlannedMeeting, Record
from tracker.models.records.planned_meeting import Repeat
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.meetings.coming_table import PlannedRow
from tracker.ui.parts.asking import Asking
from tracker.ui.words import UNDO_HINT


class Planner(QObject):
    """Does what the keys and buttons stand for. `planned` tells of a meeting that was planned just now, by its key."""

    planned = Signal(str)

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = asking
        self._over = parent

    @staticmethod
    def fitting(row: PlannedRow | None) -> set[str]:
        """The keys of what can be done with a row."""
        if row is None:
            return set()
        meeting = row.meeting
        if meeting.called_off:
            return {"T", "C"} | ({"E"} if _comes_back(meeting.planned) else set())
        keys = {"M", "O", "C", "B"} | ({"L"} if row.waits else set())
        if meeting.planned is None:
            return keys
        return (
            keys | {"I", "X"} | ({"T"} if meeting.moved else set()) | ({"E"} if _comes_back(meeting.planned) else set())
        )

    def plan(self, group_id: str, near: ComingMeeting | None) -> None:
        """Asks for a new plan, of today; of a group whose next day alone is known, on that day."""
        from tracker.ui.meetings.plan_form import plan_meeting

        alone = near is not None and near.planned is None and group_id in ("", near.group_id)
        on = near.on if alone and near else self._desk.snapshot.today
        owner = group_id or (near.group_id if near else "") or None
        made = plan_meeting(self._desk, self._over, group_id=owner, on=on, place=self._usual_place(owner))
        if made is not None:
            self.planned.emit(f"{made.id} {made.on}")

    def correct(self, row: PlannedRow) -> None:
        """Asks for the plan's details; of a day without a plan, for the day."""
        from tracker.ui.meetings.plan_form import correct_next_day, correct_plan

        if row.meeting.planned is not None:
            correct_plan(self._desk, self._over, row.meeting.planned)
        else:
            correct_next_day(self._desk, self._over, self._desk.snapshot.one(Group, row.meeting.group_id))

    def ask_to_move(self, row: PlannedRow) -> None:
        """Asks for the new day, time and place of one meeting."""
        meeting = row.meeting
        day = DayEdit("The new day", self._desk.snapshot, meeting.on)
        starts_at, at, because = QLineEdit(), QLineEdit(), QLineEdit()
        starts_at.setText(meeting.starts)
        at.setText(meeting.place)
        because.setText(meeting.moved.why if meeting.moved else "")
        inputs: list[tuple[str, str, QWidget]] = [("on", "New day", day)]
        if meeting.planned is not None:
            inputs += [("starts_at", "Time", starts_at), ("place", "Place", at), ("why", "Why", because)]

        def keep(given: dict[str, Any]) -> None:
            starts, place, why = (str(given.get(name, "")) for name in ("starts_at", "place", "why"))
            mint = self._desk.office.mint
            record = moved(self._desk.snapshot, meeting, given["on"], starts, place, why, mint)
            self._do("move a meeting", record, f"Moved to {shown(given['on'])}.")

        self._asking.ask(f"Move the meeting of {shown(meeting.on)}", "Move", inputs, keep)

    def ask_to_call_off(self, row: PlannedRow) -> None:
        """Asks why one meeting is called off; the others of its series stay."""
        why = QLineEdit()

        def keep(given: dict[str, Any]) -> None:
            snapshot, mint = self._desk.snapshot, self._desk.office.mint
            record = called_off(snapshot, row.meeting, given["why"], mint)
            self._do("call off a meeting", record, f"The meeting of {shown(row.meeting.on)} is called off.")

        title = f"Call off the meeting of {shown(row.meeting.on)}"
        self._asking.ask(title, "Call off", [("why", "Why (can stay empty)", why)], keep)

    def put_back(self, row: PlannedRow) -> None:
        """Takes back that one meeting was moved or called off."""
        moved_to = row.meeting.moved
        if moved_to is not None and self._desk.do("put a meeting back", removes=(moved_to,)):
            self._desk.said.emit(f"Put back to {shown(row.meeting.planned_for)}. {UNDO_HINT}")

    def ask_to_end(self, row: PlannedRow) -> None:
        """Asks for the last day of a series; what is past stays as it was."""
        planned = row.meeting.planned
        if planned is None:
            return
        snapshot = self._desk.snapshot
        last = planned.until or max(snapshot.today, planned.on or snapshot.today)
        day = DayEdit("The last day", snapshot, last)

        def keep(given: dict[str, Any]) -> None:
            record = ended(plan_now(self._desk.snapshot, planned), given["until"])
            self._do("end a series of meetings", record, f"It comes back until {shown(given['until'])}.")

        self._asking.ask("Until which day does it come back?", "End", [("until", "Last day", day)], keep)

    def take_out(self, row: PlannedRow) -> None:
        """Takes a plan out altogether, with what was moved of it; meetings that were held stay."""
        planned = row.meeting.planned
        if planned is not None and self._desk.do(
            "take out a planned meeting", removes=whole_plan(self._desk.snapshot, planned)
        ):
            self._desk.said.emit(f"The plan is taken out. {UNDO_HINT}")

    def _do(self, name: str, record: Record, done: str) -> None:
        """Keeps the record as one step and says what was done; a mistake is said where it was asked for."""
        if problems := record.problems():
            raise Mistake(problems[0])
        with self._desk.office.step(name):
            self._desk.office.save(record)
        self._desk.said.emit(f"{done} {UNDO_HINT}")

    def _usual_place(self, group_id: str | None) -> str:
        from tracker.models.meeting_members import places_of

        return next(iter(places_of(self._desk.snapshot, group_id)), "") if group_id else ""


def _comes_back(planned: PlannedMeeting | None) -> bool:
    return planned is not None and planned.repeats not in (None, Repeat.ONCE)
