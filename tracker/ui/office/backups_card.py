"""Backups of the office: which there are, one more on request, and how one is put back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from tracker.models.dates import shown
from tracker.store.office import Office
from tracker.ui.cells import LinesDelegate
from tracker.ui.office.file_size import size_words
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, Muted, quiet_button

if TYPE_CHECKING:
    from tracker.store.backups import Backup

_REASONS = {"opening": "Daily, by itself", "asked": "Asked for", "before-update": "Before an update"}
_HELP = (
    "To go back to one of them: choose it, copy the command, close the office and run the command. "
    "The office as it is now is kept beside it."
)
_NOTHING = "No backup has been made yet. One is made by itself each day that the office is opened."


class BackupsCard(TableCard):
    """Newest first, with date, reason and size."""

    back_up_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        self.table = Table(_COLUMNS, key=lambda backup: str(backup.path))
        self.back_up = quiet_button("&Back up now", icon_name="save")
        self.copy = quiet_button("Copy the comman&d that puts it back")
        view = TableView(self.table, "backups", 8 * UNIT)
        view.setItemDelegate(LinesDelegate(view))
        super().__init__("Backups", view, EmptyState(_NOTHING), self.back_up)
        self._lay_out()
        self.back_up.clicked.connect(self.back_up_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.view.opened.connect(self.copy_requested)
        self.view.chosen.connect(self._show_chosen)

    @property
    def chosen(self) -> "Backup | None":
        """The backup that is chosen; None if there is none."""
        backup: Backup | None = self.view.chosen_row
        return backup

    def show_backups(self, office: Office) -> None:
        """Looks into the folder and shows what is there."""
        from tracker.store.backups import list_backups

        self.table.set_rows(list_backups(office.setting.data_folder, office.path))
        self.back_up.setEnabled(not office.read_only)
        self._show_chosen()

    def _lay_out(self) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        foot.setSpacing(2 * UNIT)
        foot.addWidget(Muted(_HELP))
        foot.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(foot)
        for button in (self.back_up, self.copy):
            button.setProperty("small", True)

    def _show_chosen(self) -> None:
        self.copy.setEnabled(self.chosen is not None)


def command_to_restore(office_path: Path, backup: "Backup") -> str:
    """The command that puts a backup in the place of the office, as it is typed in a terminal."""
    return f'tracker restore "{office_path}" "{backup.path}"'


def _when_words(backup: "Backup") -> str:
    here = backup.made_at.astimezone()
    return f"{shown(here.date())}, {here:%H:%M}"


_COLUMNS = (
    Column("Made", lambda backup: backup.made_at, _when_words, width=168, least=150, share=1, bold=True),
    Column("Why", lambda backup: _REASONS.get(backup.reason, backup.reason), width=190, least=120, share=2),
    Column("Size", lambda backup: backup.size, lambda backup: size_words(backup.size), RIGHT, width=90, least=76),
)
