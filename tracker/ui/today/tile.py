"""A figure that leads to what it is about: one painted button, for the page on which every start waits."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.ui import style
from tracker.ui.place import Place
from tracker.ui.style import LARGE, SMALL, UNIT
from tracker.ui.today.painting import BOLD, PLAIN, paint_line, wrapped

_LINE, _FIGURE, _PADDING = 4 * UNIT, 8 * UNIT, 3 * UNIT


class Tile(QAbstractButton):
    """A caption, a figure and what it rests on, as a card; Enter, Space or a click goes to `place`."""

    def __init__(self, caption: str, place: Place) -> None:
        super().__init__()
        self.place = place
        self._caption, self._figure, self._note, self._tone = caption, "", "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """All that is seen of it."""
        return f"{self._caption}: {self._figure}, {self._note}"

    def show_figure(self, caption: str, figure: str, note: str, tone: str = "") -> None:
        """Shows a figure; `tone` is "", "danger", "warning" or "good"."""
        self._caption, self._figure, self._note, self._tone = caption, figure, note, tone
        self.setAccessibleName(self.words)
        self.setToolTip(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36 * UNIT, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        return _LINE * (1 + len(self._note_lines(width))) + _FIGURE + 2 * _PADDING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.current()
        lit = self.hasFocus() or self.underMouse()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent if lit else colours.edge), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            line = QRect(_PADDING, _PADDING, self.width() - 2 * _PADDING, _LINE)
            paint_line(painter, line, self._caption, SMALL, BOLD, colours.muted)
            line = QRect(_PADDING, line.bottom() + 1, line.width(), _FIGURE)
            tones = {"danger": colours.danger, "warning": colours.warning, "good": colours.good}
            paint_line(painter, line, self._figure, LARGE, BOLD, tones.get(self._tone, colours.text))
            line = QRect(_PADDING, line.bottom() + 1, line.width(), _LINE)
            for text in self._note_lines(self.width()):
                paint_line(painter, line, text, SMALL, PLAIN, colours.muted)
                line.translate(0, _LINE)

    def _note_lines(self, width: int) -> list[str]:
        return wrapped(self._note, max(width - 2 * _PADDING, 20 * UNIT), 2)
