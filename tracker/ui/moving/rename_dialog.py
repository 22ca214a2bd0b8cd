"""An agency is called otherwise from a day on; what was noted before keeps the old name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.models.agency_change import NewName, renamed
from tracker.models.agency_words import renaming_words
from tracker.models.dates import shown
from tracker.models.fields import LONGEST_LINE
from tracker.models.records import Agency
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import StepDialog, given_day
from tracker.ui.style import UNIT


class RenameDialog(StepDialog):
    """The four names as they are now, to be written over."""

    comfortable_height = 100 * UNIT

    def __init__(self, desk: Desk, parent: QWidget | None, agency_id: str) -> None:
        self._agency = desk.snapshot.one(Agency, agency_id)
        super().__init__(desk, parent, f"Rename {self._agency.called}", "&Rename")
        self.name, self.short_name = QLineEdit(self._agency.name), QLineEdit(self._agency.short_name)
        self.code, self.te_reo_name = QLineEdit(self._agency.code), QLineEdit(self._agency.te_reo_name)
        self.why = QLineEdit()
        self.from_day = DayEdit("From", desk.snapshot, desk.snapshot.today, past=True)
        self._lay_out_inputs()
        self.refresh()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    @property
    def new_name(self) -> NewName:
        """The names as typed."""
        return NewName(self.name.text(), self.short_name.text(), self.code.text(), self.te_reo_name.text())

    def words(self) -> tuple[str, ...]:
        return renaming_words(self.desk.snapshot, self._agency.id, given_day(self.from_day), self.new_name)

    def keep(self) -> str:
        on = given_day(self.from_day)
        mint = self.desk.office.mint
        changes = renamed(self.desk.snapshot, self._agency.id, on, self.new_name, self.why.text(), mint)
        self.do("rename an agency", changes)
        return f"{self._agency.name} is {self.name.text().strip()} from {shown(on)}."

    def _lay_out_inputs(self) -> None:
        self.ask("&New name", self.name, wide=True)
        self.ask("&Short name", self.short_name)
        self.ask("Short &code", self.code)
        self.ask("Name in &te reo Māori", self.te_reo_name)
        self.ask_day("&From which day", self.from_day)
        self.ask("&Why it changed", self.why, wide=True)
        self.body.addStretch(1)
        for edit in (self.name, self.short_name, self.code, self.te_reo_name, self.why):
            edit.setMaxLength(LONGEST_LINE)
            edit.textChanged.connect(self.refresh_soon)
