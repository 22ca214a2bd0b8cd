"""A dialog that says in words what will happen, and then does it in one step that undo takes back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.moving.preview import Preview
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, label, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT

_WIDTH = 244 * UNIT
# What is asked has more room than what is said of it.
_ASKED, _SAID = 19, 10
# Between the last key and the words on what it means.
_PAUSE_MS = 150


class StepDialog(QDialog):
    """A subclass gives the sentences (`words`) and does the step (`keep`); either may raise Mistake.

    `ask` puts an input with its caption into the next free place of two columns.
    """

    # What is comfortable, in pixels.
    comfortable_height = 170 * UNIT

    def __init__(self, desk: Desk, parent: QWidget | None, heading: str, word: str) -> None:
        super().__init__(parent)
        self.desk = desk
        self.banner = Banner()
        self.preview = Preview()
        self.body = QVBoxLayout()
        self.ok = primary_button(word)
        self.buttons = QHBoxLayout()
        self._grid = QGridLayout()
        self._places = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        self.setWindowTitle(heading)
        self._lay_out(heading)

    def words(self) -> Sequence[str]:
        """What will happen, a sentence a line. Raises Mistake if it cannot."""
        raise NotImplementedError

    def keep(self) -> str:
        """Does it, as one step, and says so. Raises Mistake if it cannot."""
        raise NotImplementedError

    def ask(self, caption: str, widget: QWidget, *, wide: bool = False) -> None:
        """Puts an input into the next place; a wide one has a line of its own."""
        if wide and self._places % 2:
            self._places += 1
        row, column = divmod(self._places, 2)
        span = 2 if wide else 1
        words = label(caption, "caption")
        words.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(caption.replace("&", ""))
        self._grid.addWidget(words, 2 * row, column, 1, span)
        self._grid.addWidget(widget, 2 * row + 1, column, 1, span)
        self._places += span

    def ask_day(self, caption: str, day: DayEdit) -> None:
        """The same for a day: the words follow when it is left, and soon after it was stepped by a key."""
        self.ask(caption, day)
        day.textChanged.connect(self._soon.start)

    def refresh(self) -> None:
        """Says anew what will happen, or what is in the way."""
        self._soon.stop()
        try:
            self.preview.show_words(self.words())
        except Mistake as mistake:
            self.preview.show_problem(mistake.sentence)

    def refresh_soon(self) -> None:
        """The same, once no key was pressed for a moment."""
        self._soon.start()

    def accept(self) -> None:
        self.refresh()
        try:
            said = self.keep()
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        super().accept()
        self.desk.said.emit(f"{said} {UNDO_HINT}")

    def do(self, step: str, saves: Sequence[Record], removes: Sequence[Record] = ()) -> None:
        """One step: first what is saved, then what is taken out. Raises Mistake, with nothing changed."""
        with self.desk.office.step(step):
            self.desk.office.save(*saves)
            self.desk.office.remove(*removes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.resize(fitting(self, _WIDTH, self.comfortable_height))

    def _lay_out(self, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(heading))
        column.addWidget(self.banner)
        sides = QHBoxLayout()
        sides.setSpacing(2 * UNIT)
        sides.addWidget(_scrolled(self._inside()), _ASKED)
        sides.addWidget(self.preview, _SAID)
        column.addLayout(sides, 1)
        self.buttons.setSpacing(2 * UNIT)
        self.buttons.addStretch(1)
        cancel = quiet_button("Cancel")
        cancel.clicked.connect(self.reject)
        self.ok.setDefault(True)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.ok.setToolTip("Do it, as one step (Ctrl+Enter)")
        self.ok.clicked.connect(self.accept)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.ok)
        column.addLayout(self.buttons)

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(UNIT, UNIT, 3 * UNIT, UNIT)
        column.setSpacing(3 * UNIT)
        self._grid.setHorizontalSpacing(4 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addLayout(self.body, 1)
        return inside


def fitting(dialog: QWidget, width: int, height: int) -> QSize:
    """What is comfortable, and never larger than the window that the dialog stands over."""
    over = dialog.parentWidget()
    while over is not None and over.parentWidget() is not None:
        over = over.parentWidget()
    most = over.size() - QSize(8 * UNIT, 8 * UNIT) if over else QSize(width, height)
    return QSize(width, height).boundedTo(most)


def captioned(caption: str, widget: QWidget) -> QWidget:
    """An input with its caption above it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(UNIT)
    words = label(caption, "caption")
    words.setBuddy(widget)
    column.addWidget(words)
    column.addWidget(widget)
    return whole


def opened(dialog: QDialog) -> bool:
    """Shows a dialog until it is closed, and lets it go; whether something was done."""
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done


def plain(words: str) -> str:
    """Words from the office on a button: an & in them marks no key."""
    return words.replace("&", "&&")


def given_day(edit: DayEdit) -> date:
    """The day that was typed. Raises Mistake if there is none, or if it cannot be read."""
    if (day := edit.day) is None:
        raise Mistake(f"{edit.accessibleName()} is missing: give a day such as 12 Jun 2008.")
    return day


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setProperty("look", "page")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The inputs take the keyboard, and bring themselves into view.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
