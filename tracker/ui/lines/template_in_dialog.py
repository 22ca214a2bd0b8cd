"""A template of lines and measures that came back: looked at row by row, and read in as one step."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tracker.models.line_template import RowFate, TemplatePlan, plan_template
from tracker.models.log_import import RowOutcome
from tracker.models.records import Record
from tracker.reports.lines_reading import read_lines
from tracker.ui.bringing.dry_dialog import DryDialog
from tracker.ui.bringing.dry_run import DryRow
from tracker.ui.desk import Desk

_HEADING = "Read lines and measures"
_NOTHING = (
    "A template of lines and measures that was filled in. Each row stands here with what would become of it, before "
    "anything is kept."
)
_IN_THE_WAY = "While a row is rejected nothing is read in: put the cell right in the workbook, and read it again."
_OUTCOMES = {fate: RowOutcome(fate.value) for fate in RowFate}


class TemplateInDialog(DryDialog):
    """While a row is rejected nothing can be kept."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        self.plan: TemplatePlan | None = None
        super().__init__(desk, parent, _HEADING, _NOTHING)

    @property
    def saves(self) -> tuple[Record, ...]:
        return self.plan.records if self.plan and not self.plan.rejected else ()

    @property
    def step_name(self) -> str:
        return "read lines and measures"

    def read(self, path: Path) -> None:
        self.plan = None
        table, rows = read_lines(path)
        plan = self.plan = plan_template(self.desk.snapshot, rows, self.desk.office.mint)
        notes = (*table.notes, *([_IN_THE_WAY] if plan.rejected else []))
        shown = [
            DryRow(
                row.number,
                _OUTCOMES[row.fate],
                row.fate.label,
                row.name if row.fate is RowFate.REJECTED else row.said,
                (row.said,) if row.fate is RowFate.REJECTED else (),
            )
            for row in plan.rows
        ]
        self.show_rows(shown, f"{plan.words}.", "\n".join(notes))
