"""Groups, agencies, people and open promises from a file: what is in it, which column is which, and the dry run."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.models.bring_fields import Part, Sources, Thing, guessed
from tracker.models.bring_in import BringPlan, FileTable, plan_bringing
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Record
from tracker.models.records.agency import Sector
from tracker.models.records.person import Level
from tracker.reports.bringing_in import read_table
from tracker.ui.bringing.column_choices import ColumnChoices
from tracker.ui.bringing.dry_dialog import DryDialog
from tracker.ui.bringing.dry_run import brought_rows
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.style import UNIT
from tracker.ui.widgets import label

_HEADING = "Bring in a list"
_NOTHING = (
    "A CSV or an Excel workbook with a row for each group, agency, person or open promise. Each row stands here with "
    "what would become of it, before anything is kept."
)
_IN_THE_WAY = "While a row is rejected nothing is brought in: put it right in the file, or choose another column."


class BringInDialog(DryDialog):
    """What is here already by its name is left as it is."""

    kinds = "Lists (*.csv *.tsv *.txt *.xlsx);;All files (*)"

    def __init__(self, desk: Desk, parent: QWidget | None, thing: Thing = Thing.AGENCIES) -> None:
        self.plan: BringPlan | None = None
        self._file: FileTable | None = None
        self.thing = KeyedCombo("What is in it")
        self.thing.setMinimumWidth(40 * UNIT)
        self.columns = ColumnChoices()
        super().__init__(desk, parent, _HEADING, _NOTHING)
        self.thing.offer([(each.value, each.label) for each in Thing], thing.value)
        self._place()
        self.thing.activated.connect(self._guess)
        self.columns.changed.connect(self._plan)

    @property
    def saves(self) -> tuple[Record, ...]:
        return self.plan.saves if self.plan and not self.plan.rejected else ()

    @property
    def step_name(self) -> str:
        return self.plan.step_name if self.plan else ""

    def read(self, path: Path) -> None:
        self.plan = self._file = None
        self.columns.hide()
        self._file = read_table(path)
        self._guess()

    def _guess(self) -> None:
        """Matches the columns by their headings, and shows what that gives."""
        if self._file is None:
            return
        thing = Thing(self.thing.key)
        sources = guessed(thing, self._file.headings)
        self.columns.show_parts(thing, self._file.headings, sources, self._same_for_all())
        self.columns.show()
        self._plan_by(thing, sources)

    def _plan(self) -> None:
        self._plan_by(Thing(self.thing.key), self.columns.sources)

    def _plan_by(self, thing: Thing, sources: Sources) -> None:
        if self._file is None:
            return
        self.plan = None
        self.banner.clear()
        try:
            self.plan = plan_bringing(self.desk.snapshot, thing, self._file, sources, self.desk.office.mint)
        except Mistake as mistake:
            self.show_rows((), "", "")
            self.banner.warn(mistake.sentence)
            return
        notes = (*self.plan.notes, *([_IN_THE_WAY] if self.plan.rejected else []))
        self.show_rows(brought_rows(self.plan), f"{self.plan.words}.", "\n".join(notes))

    def _same_for_all(self) -> dict[Part, tuple[str, ...]]:
        """What can be said of all rows at once."""
        snapshot = self.desk.snapshot
        return {
            Part.SECTOR: tuple(sector.label for sector in Sector),
            Part.LEVEL: tuple(level.label for level in Level),
            Part.AGENCY: tuple(agency.name for agency in snapshot.of(Agency)),
            Part.GROUP: tuple(group.name for group in snapshot.of(Group) if group.open_on(snapshot.today)),
        }

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        caption = label("What is &in it", "caption")
        caption.setBuddy(self.thing)
        row.addWidget(caption)
        row.addWidget(self.thing)
        row.addStretch(1)
        layout = self.layout()
        layout.insertLayout(2, row)  # type: ignore[union-attr]
        self.middle.insertWidget(0, self.columns)
        self.columns.hide()
