"""The minutes of a meeting, before they leave: as a page, or copied into an e-mail."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tracker.models.figures.minutes import Minutes, minutes
from tracker.models.figures.minutes_text import as_text
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Meeting
from tracker.ui.desk import Desk
from tracker.ui.printing.hand_out import hand_out, page_file_name
from tracker.ui.printing.minutes_html import as_html
from tracker.ui.printing.minutes_page import minutes_handout
from tracker.ui.printing.page_dialog import PageDialog
from tracker.ui.widgets import quiet_button

PURPOSE = "Minutes of a meeting"


class MinutesDialog(PageDialog):
    """The page as it will be, with Save as PDF, Print, and Copy for an e-mail, which cuts nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None, meeting_id: str) -> None:
        super().__init__(desk, parent, "Minutes", "minutes", PURPOSE)
        self._minutes: Minutes | None = None
        self.copy = quiet_button("&Copy for an e-mail")
        self.copy.setProperty("leaves", True)
        self.copy.setToolTip("Copy the whole minutes as text for an e-mail (Ctrl+Shift+C)")
        self.copy.clicked.connect(self.copy_for_mail)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self, self.copy.click)
        self.buttons.insertWidget(2, self.copy)
        self.setTabOrder(self.copy, self.print)
        try:
            told = minutes(desk.snapshot, meeting_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        self._minutes = told
        group = desk.snapshot.one(Group, desk.snapshot.one(Meeting, meeting_id).group_id)
        self.show_page(minutes_handout(told), told.title, page_file_name("Minutes", group.code, told.on), told.stays)

    def copy_for_mail(self) -> None:
        """Puts the minutes on the clipboard, as plain text and as HTML, and enters that they left."""
        told = self._minutes
        if told is None:
            return

        def let_go() -> None:
            copied = QMimeData()
            copied.setText(as_text(told))
            copied.setHtml(as_html(told))
            QGuiApplication.clipboard().setMimeData(copied)

        errand = self.errand("copy", told.entries)
        work = lambda: hand_out(self._desk.office, errand, let_go)  # noqa: E731
        self.attempt(work, "Copied: paste it into the e-mail.")
