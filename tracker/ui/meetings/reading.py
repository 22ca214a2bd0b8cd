"""What is told of a meeting, to be read: it scrolls by the arrow keys, and each line that leads on has its button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.meetings.told import Part, Told, ToldLine
from tracker.ui.place import Place
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Button, label, link_button

# From this width on who was there stands beside what came of it.
_WIDE = 140 * UNIT


class Reading(QScrollArea):
    """Esc goes back to the list."""

    place_requested = Signal(Place)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("The chosen meeting")
        self._words: list[str] = []
        self._marked: QWidget | None = None
        self._columns: QBoxLayout | None = None

    @property
    def words(self) -> list[str]:
        """The lines as they are shown, headings among them."""
        return self._words

    @property
    def marked(self) -> bool:
        """Whether one line is marked."""
        return self._marked is not None

    def show_told(self, told: Told | None, marked: str = "") -> None:
        """Shows the parts of a meeting; the line about the record `marked` is marked and brought into view."""
        self._words, self._marked = [], None
        inside = QWidget()
        inside.setProperty("look", "page")
        self._columns = QBoxLayout(self._direction, inside)
        self._columns.setContentsMargins(0, 0, 2 * UNIT, 0)
        self._columns.setSpacing(3 * UNIT)
        for parts in (told.parts, told.beside) if told else ():
            if parts:
                self._columns.addLayout(self._column(parts, marked), 1)
        self.setWidget(inside)
        self._lay()
        self.setAccessibleDescription("\n".join(self._words))
        # The place of the line is known once it is laid out.
        QTimer.singleShot(0, self, self._bring_into_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _direction(self) -> QBoxLayout.Direction:
        wide = self.width() >= _WIDE
        return QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom

    def _lay(self) -> None:
        if self._columns is not None:
            self._columns.setDirection(self._direction)

    def _bring_into_view(self) -> None:
        if self._marked is not None:
            self.ensureWidgetVisible(self._marked)

    def _column(self, parts: Sequence[Part], marked: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(UNIT)
        for place, (heading, lines) in enumerate(parts):
            column.addSpacing(2 * UNIT if place else 0)
            column.addWidget(label(heading, "caption"))
            self._words.append(heading)
            for line in lines:
                column.addWidget(self._line(line, bool(marked) and line.record_id == marked))
        column.addStretch(1)
        return column

    def _line(self, line: ToldLine, marked: bool) -> QWidget:
        whole = MarkedLine() if marked else QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(2 * UNIT if marked else 0, 0, 0, 0)
        row.setSpacing(UNIT)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, look in ((line.text, ""), (line.note, "muted")):
            if text:
                said = label(text, look, line.tone if look else "")
                said.setWordWrap(True)
                words.addWidget(said)
        row.addLayout(words, 1)
        if line.place is not None:
            row.addWidget(self._lead(line, line.place), 0, Qt.AlignmentFlag.AlignTop)
        self._words.append(" · ".join(part for part in (line.text, line.note) if part))
        if marked:
            self._marked = whole
        return whole

    def _lead(self, line: ToldLine, place: Place) -> Button:
        button = link_button("", "arrow-right")
        button.setAccessibleName(f"Go to: {line.text}")
        button.setToolTip("Go there")
        button.clicked.connect(lambda: self.place_requested.emit(place))
        return button


class MarkedLine(QWidget):
    """The line that somebody was led to: it has the ground of a chosen row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(current().accent_soft))
            painter.fillRect(0, 0, 3, self.height(), QColor(current().link))
