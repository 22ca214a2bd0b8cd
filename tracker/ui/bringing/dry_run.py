"""The dry run of a file: row by row what would become of it, before anything is kept."""

from collections.abc import Iterable

from PySide6.QtGui import QIcon

from tracker.models.bring_in import BringPlan
from tracker.models.log_import import LogImport, RowOutcome
from tracker.models.value import Value, value
from tracker.ui.icons import icon
from tracker.ui.style import current
from tracker.ui.table import RIGHT, Column

_SIGNS = {
    RowOutcome.NEW: ("circle-check", "good"),
    RowOutcome.CHANGED: ("pencil", "warning"),
    RowOutcome.SAME: ("info", "muted"),
    RowOutcome.REJECTED: ("circle-alert", "danger"),
}
_LOOK = ("triangle-alert", "warning")
_TONES = {RowOutcome.CHANGED: "warning", RowOutcome.REJECTED: "danger"}
_SAME_HERE = "Here already"


@value
class DryRow(Value):
    """One row: its number in the file, what becomes of it, what it says, and what is to be said of it."""

    number: int
    outcome: RowOutcome
    word: str
    said: str
    notes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return str(self.number)

    @property
    def told(self) -> str:
        """All that is to be said of it, in one text."""
        changes = tuple(f"Changes: {change}." for change in self.changes)
        return " ".join((*self.notes, *changes))

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at it, though it can be taken."""
        return bool(self.notes) and self.outcome is not RowOutcome.REJECTED


def log_rows(plan: LogImport) -> tuple[DryRow, ...]:
    """The rows of a log."""
    return tuple(
        DryRow(row.line.number, row.outcome, row.outcome.label, row.said, row.notes, row.changes) for row in plan.rows
    )


def brought_rows(plan: BringPlan) -> tuple[DryRow, ...]:
    """The rows of a list."""
    return tuple(
        DryRow(
            row.number,
            row.outcome,
            _SAME_HERE if row.outcome is RowOutcome.SAME else row.outcome.label,
            row.said,
            row.notes,
        )
        for row in plan.rows
    )


class DrySigns:
    """The signs of the outcomes, each drawn once a theme."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def of_row(self, row: DryRow) -> QIcon:
        """What becomes of a row, as a sign; another for one that somebody should look at."""
        name, tone = _LOOK if row.doubtful else _SIGNS[row.outcome]
        key = name, str(getattr(current(), tone))
        if key not in self._drawn:
            self._drawn[key] = icon(*key, 16)
        return self._drawn[key]


def dry_columns(signs: DrySigns) -> tuple[Column, ...]:
    """What is to be said of a row stands below what it says, small; whole under the table and in the tooltip."""
    return (
        Column("Row", lambda row: row.number, align=RIGHT, width=56, least=52),
        Column(
            "What becomes of it",
            lambda row: row.outcome,
            _word,
            width=170,
            least=150,
            tone=lambda row: "warning" if row.doubtful else _TONES.get(row.outcome, ""),
            icon=signs.of_row,
        ),
        Column("What it says", lambda row: row.said, _said, width=420, least=240, share=1, tip=_said),
    )


def first_to_look_at(rows: Iterable[DryRow]) -> DryRow | None:
    """The first row that stands in the way, else the first that somebody should look at."""
    rows = tuple(rows)
    return next(
        (row for row in rows if row.outcome is RowOutcome.REJECTED), next((row for row in rows if row.doubtful), None)
    )


def _word(row: DryRow) -> str:
    return f"{row.word}, look at it" if row.doubtful else row.word


def _said(row: DryRow) -> str:
    return f"{row.said}\n{row.told}" if row.told else row.said
