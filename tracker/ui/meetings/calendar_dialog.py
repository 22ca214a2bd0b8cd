"""Saving planned meetings for a calendar: what will be in the file, to whom it goes, and where it is put."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records import Group, PlannedMeeting
from tracker.models.records.planned_meeting import Repeat
from tracker.reports.calendar_file import PreparedCalendar, WrittenCalendar, prepare_calendar, write_calendar
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, label, primary_button, quiet_button

_WIDTH = 130 * UNIT
_ALL = "all"


class CalendarDialog(QDialog):
    """One plan, a group's, or all; what is saved is noted with what left the office."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str = "", planned_id: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._group_id = group_id
        self._planned_id = planned_id
        self._prepared: PreparedCalendar | None = None
        self.banner = Banner()
        self.which = KeyedCombo("Which meetings", 60)
        self.said = label("", "quiet")
        self.to_whom, self.purpose = QLineEdit("Own calendar"), QLineEdit("Dates of meetings")
        self.save_button = primary_button("&Save…", icon_name="download")
        self.setWindowTitle("Save a calendar file")
        self._offer()
        self._lay_out()
        self.which.currentIndexChanged.connect(self._prepare)
        self._prepare()

    def save(self) -> None:
        """Asks where, writes the file, and notes what left."""
        if not self.to_whom.text().strip() or not self.purpose.text().strip():
            self.banner.warn("Say to whom the dates go and what for: both are noted with what left.")
            return
        if self._prepared is not None and (path := self._ask_where(self._prepared.file_name)):
            try:
                written = write_calendar(self._prepared, path)
                self._note(written)
            except Mistake as mistake:
                self.banner.warn(mistake.sentence)
                return
            self._desk.said.emit(f"Saved: {written.path.name}. Open it to put the meetings into a calendar.")
            self.accept()

    def _offer(self) -> None:
        snapshot = self._desk.snapshot
        planned = snapshot.find(PlannedMeeting, self._planned_id)
        group = snapshot.find(Group, planned.group_id if planned else self._group_id)
        options = []
        if planned is not None and group is not None:
            repeats = (planned.repeats or Repeat.ONCE).label.lower()
            options.append((planned.id, f"This plan alone: {group.called}, {repeats}"))
        if group is not None:
            options.append((group.id, f"All that is planned of {group.called}"))
        self.which.offer([*options, (_ALL, "All that is planned of all groups")])

    def _prepare(self) -> None:
        self.banner.clear()
        key = self.which.key
        planned = self._desk.snapshot.find(PlannedMeeting, key)
        group_id = "" if planned or key == _ALL else key
        clock = self._desk.office.setting.clock
        try:
            self._prepared = prepare_calendar(
                self._desk.snapshot, group_id, planned.id if planned else "", made_at=clock()
            )
            self.said.setText(self._prepared.said)
        except Mistake as mistake:
            self._prepared = None
            self.said.setText(mistake.sentence)
        self.save_button.setEnabled(self._prepared is not None)

    def _ask_where(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Save the calendar file", str(Path(folder) / name), "Calendar files (*.ics)"
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")

    def _note(self, written: WrittenCalendar) -> None:
        """One entry in the register, in a step where undo stops: what has left cannot be taken back."""
        office = self._desk.office
        entry = written.departure(office.mint(), self.to_whom.text().strip(), self.purpose.text().strip())
        with office.step("save a calendar file", barrier=True):
            office.save(entry)

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(15 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading("Save a calendar file"))
        column.addWidget(self.banner)
        column.addWidget(self.which)
        column.addWidget(self.said)
        column.addLayout(self._errand())
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = quiet_button("Cancel")
        cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.save_button.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)

    def _errand(self) -> QGridLayout:
        """To whom it goes and what for."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT)
        for place, (words, edit) in enumerate((("&To whom", self.to_whom), ("&Purpose", self.purpose))):
            caption = label(words, "caption")
            caption.setBuddy(edit)
            edit.setAccessibleName(words.replace("&", ""))
            edit.setMaxLength(300)
            grid.addWidget(caption, 0, place)
            grid.addWidget(edit, 1, place)
        return grid
