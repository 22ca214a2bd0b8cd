"""The forms of a victory: a new one asks for little, a correction for everything."""

from PySide6.QtWidgets import QWidget

from tracker.models.records import Result
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import ask_for

_NEW = ("name", "who_gained", "credit_ids", "on")


def add_victory(desk: Desk, parent: QWidget, group_id: str) -> Result | None:
    """Asks what it was, who gained, who shares the credit, and when: today unless another day is given."""
    snapshot = desk.snapshot
    victory = Result(id=desk.office.mint(), group_id=group_id, on=snapshot.today, primary_reporter=snapshot.office.code)
    return ask_for(desk, parent, victory, "add a victory", _NEW)


def correct_victory(desk: Desk, parent: QWidget, victory: Result) -> Result | None:
    """Asks for everything that is known of it."""
    return ask_for(desk, parent, victory, "correct a victory")
