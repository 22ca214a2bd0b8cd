"""A picture that is read with the keyboard: arrow keys go from thing to thing, and each is said in words."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class KeyedPicture(QWidget):
    """`said` carries what is chosen, or under the mouse, in words, and "" when both have gone; `opened` its number.

    A subclass says how many things there are, what each is in words, and which of them a point lies on.
    """

    said = Signal(str)
    opened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chosen = 0
        self._pointed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(f"{name}: arrow keys go from one to the next")

    @property
    def number(self) -> int:
        """How many things there are to go to."""
        return 0

    @property
    def chosen(self) -> int:
        """The one that the keyboard is on, from 0."""
        return self._chosen

    @property
    def marked(self) -> int | None:
        """The one to be marked in the picture: under the mouse, or chosen while the keyboard is here."""
        if self._pointed is not None:
            return self._pointed
        return self._chosen if self.hasFocus() and self.number else None

    @property
    def words(self) -> str:
        """What is chosen, in words; "" where there is nothing."""
        return self.words_of(self._chosen) if self.number else ""

    def words_of(self, place: int) -> str:
        """What one of them is, in words."""
        raise NotImplementedError

    def at(self, point: QPointF) -> int | None:
        """Which of them lies there."""
        raise NotImplementedError

    def choose(self, place: int) -> None:
        """Goes to one of them, as near as there is one."""
        if self.number:
            self._chosen = max(0, min(place, self.number - 1))
            self.tell()

    def tell(self) -> None:
        """Draws anew, and says what is marked."""
        self._chosen = max(0, min(self._chosen, self.number - 1))
        if self._pointed is not None and self._pointed >= self.number:
            self._pointed = None
        self.setAccessibleDescription(self.words)
        self.said.emit("" if self.marked is None else self.words_of(self.marked))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := _STEPS.get(key):
            self.choose(self._chosen + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else self.number - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.number:
            self.opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_to(self.at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self.at(event.position())) is not None:
            self.choose(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (place := self.at(event.position())) is not None:
            self.opened.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_to(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()

    def _point_to(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            QToolTip.hideText()
            self.tell()
