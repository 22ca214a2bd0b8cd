"""Closing a group: its last day and its reason, with what ends and what stays open beside them before it is done."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.models.figures.winding_up import ending_path
from tracker.models.records import Record
from tracker.models.winding_up_changes import closed, closing_words
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import StepDialog, given_day
from tracker.ui.style import UNIT

_WHY_HEIGHT = 28 * UNIT


class CloseDialog(StepDialog):
    """Nothing that is open is in the way: it is said, and the person decides."""

    comfortable_height = 116 * UNIT

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str) -> None:
        """Raises KeyError if there is no such group."""
        path = ending_path(desk.snapshot, group_id)
        super().__init__(
            desk, parent, f"Close {path.group.called}", "Close it as it is" if path.stays_open else "Close"
        )
        self._group_id = group_id
        self.last_day = DayEdit("Last day", desk.snapshot, desk.snapshot.today, past=True)
        self.because = QPlainTextEdit(path.winding.why if path.winding else "")
        self.because.setTabChangesFocus(True)
        self.because.setMaximumHeight(_WHY_HEIGHT)
        self.because.textChanged.connect(self.refresh_soon)
        self.ask_day("&Last day", self.last_day)
        self.ask("&Why it closed", self.because, wide=True)
        self.body.addStretch(1)
        self.refresh()

    def words(self) -> Sequence[str]:
        return closing_words(self.desk.snapshot, self._group_id, self._saves())

    def keep(self) -> str:
        saves = self._saves()
        self.do("close a group", saves)
        return f"{ending_path(self.desk.snapshot, self._group_id).group.called} is closed."

    def _saves(self) -> tuple[Record, ...]:
        return closed(self.desk.snapshot, self._group_id, given_day(self.last_day), self.because.toPlainText())
