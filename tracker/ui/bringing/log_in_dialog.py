"""A log that came back: looked at row by row, and brought in as one step."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tracker.models.log_import import LogImport, plan_import
from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.reports.log_marking import checked_path, save_checked
from tracker.reports.log_reading import read_log
from tracker.ui.bringing.dry_dialog import DryDialog
from tracker.ui.bringing.dry_run import log_rows
from tracker.ui.desk import Desk
from tracker.ui.widgets import quiet_button

_HEADING = "Read a log"
_NOTHING = (
    "A log that was filled in, or a meeting that was logged on another machine. Each row stands here with what would "
    "become of it, before anything is kept."
)
_IN_THE_WAY = "While a row is rejected nothing is brought in. A marked copy says beside each row what is wrong."


class LogInDialog(DryDialog):
    """While a row is rejected nothing can be kept: the marked copy goes back to who filled it in."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        self.plan: LogImport | None = None
        self.mark = quiet_button("&Marked copy", icon_name="file-spreadsheet")
        super().__init__(desk, parent, _HEADING, _NOTHING, "FM")
        self.mark.setToolTip("Saves a copy beside the log, with a column that says what is wrong (M)")
        self.mark.clicked.connect(self.save_marked)
        self.foot.insertWidget(1, self.mark)

    @property
    def saves(self) -> tuple[Record, ...]:
        return self.plan.saves if self.plan and not self.plan.rejected else ()

    @property
    def removes(self) -> tuple[Record, ...]:
        return self.plan.removes if self.plan and not self.plan.rejected else ()

    @property
    def step_name(self) -> str:
        return self.plan.step_name if self.plan else ""

    def read(self, path: Path) -> None:
        self.plan = None
        plan = plan_import(self.desk.snapshot, read_log(path), self.desk.office.mint)
        self.plan = plan
        notes = (*plan.meetings, *plan.log.notes, *([_IN_THE_WAY] if plan.rejected else []))
        self.show_rows(log_rows(plan), f"{plan.words}.", "\n".join(notes[:6]))

    def press(self, key: str) -> None:
        if key == "M" and self.mark.isVisible():
            self.save_marked()
        else:
            super().press(key)

    def save_marked(self) -> None:
        """Saves the marked copy beside the log."""
        if self.plan is None or self.path is None:
            return
        to = checked_path(self.path)
        try:
            save_checked(self.path, self.plan.rows, to)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
        else:
            self.banner.say(f"Saved beside the log: {to.name}. Send it back to who filled it in.")

    def show_rows(self, rows: object, summary: str, notes: str) -> None:
        super().show_rows(rows, summary, notes)  # type: ignore[arg-type]
        self.mark.setVisible(bool(self.plan and any(row.notes for row in self.plan.rows)))
