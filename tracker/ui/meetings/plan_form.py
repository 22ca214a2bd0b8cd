"""Planning a meeting and correcting a plan, by the form of its fields."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tracker.models.records import Group, PlannedMeeting
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import ask_for


def plan_meeting(desk: Desk, parent: QWidget, **values: Any) -> PlannedMeeting | None:
    """Asks for a new plan, with some values given; keeps it, or returns None if the person gave up."""
    return ask_for(desk, parent, PlannedMeeting(id=desk.office.mint(), **values), "plan a meeting")


def correct_plan(desk: Desk, parent: QWidget, planned: PlannedMeeting) -> PlannedMeeting | None:
    """Asks for a corrected plan and keeps it; what was moved of it stays moved where it still falls on the day."""
    return ask_for(desk, parent, planned, "correct a planned meeting")


def correct_next_day(desk: Desk, parent: QWidget, group: Group) -> Group | None:
    """Asks for the group's next meeting, where only the day is written down."""
    return ask_for(desk, parent, group, "correct the next meeting", ("next_meeting_on",))
