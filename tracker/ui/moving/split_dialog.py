"""An agency gives way to others from a day on: who takes over, where its people go, and who takes the rest."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from tracker.models.agency_split import Split, split
from tracker.models.agency_words import split_rows, split_words
from tracker.models.dates import shown
from tracker.models.records import Agency
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.moving.hand_list import HandList
from tracker.ui.moving.part_list import PartList
from tracker.ui.moving.step_dialog import StepDialog, captioned, given_day, plain
from tracker.ui.style import UNIT

_NOBODY = "Nobody sits for this agency on that day or later."


class SplitDialog(StepDialog):
    """Parts may be there already or new; people choose one by one, or several at once."""

    def __init__(self, desk: Desk, parent: QWidget | None, agency_id: str) -> None:
        self._agency = desk.snapshot.one(Agency, agency_id)
        super().__init__(desk, parent, f"Split {self._agency.called}", "&Split")
        self.from_day = DayEdit("From", desk.snapshot, desk.snapshot.today, past=True)
        self.rest = KeyedCombo("Who takes the rest")
        self.why = QLineEdit()
        self.stays = QCheckBox(f"{plain(self._agency.called)} &goes on beside them")
        self.parts = PartList(desk, self._agency)
        self.list = HandList("Where people go", "Person", _NOBODY)
        self._lay_out_inputs()
        self.refresh()
        self.parts.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def choice(self) -> Split:
        """What has been answered so far. Raises Mistake for a day that cannot be read."""
        return Split(
            agency_id=self._agency.id,
            on=given_day(self.from_day),
            parts=self.parts.agencies,
            people=self.list.pairs,
            rest_id="" if self.stays.isChecked() else self.rest.key,
            stays=self.stays.isChecked(),
            why=self.why.text(),
        )

    def words(self) -> tuple[str, ...]:
        self._show_rows()
        return split_words(self.desk.snapshot, self.choice)

    def keep(self) -> str:
        choice = self.choice
        self.do("split an agency", split(self.desk.snapshot, choice, self.desk.office.mint))
        parts = " and ".join(part.called for part in choice.parts)
        return f"From {shown(choice.on)}: {parts}."

    def _lay_out_inputs(self) -> None:
        self.ask_day("&From which day", self.from_day)
        self.why.setMaxLength(300)
        self.ask("&Why", self.why)
        self.body.addWidget(self.parts)
        row = QHBoxLayout()
        row.setSpacing(4 * UNIT)
        row.addWidget(self.stays, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(captioned("Who takes the &rest: balls, open promises", self.rest), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.parts.changed.connect(self.refresh_soon)
        self.rest.currentIndexChanged.connect(self.refresh)
        self.stays.toggled.connect(self.refresh)
        self.list.changed.connect(self.refresh)

    def _show_rows(self) -> None:
        parts = self.parts.agencies
        self.rest.offer([(part.id, part.called) for part in parts])
        self.rest.setEnabled(bool(parts) and not self.stays.isChecked())
        self.list.set_rows(split_rows(self.desk.snapshot, replace(self.choice, people=())))
