"""The names that fit what is typed after @, in a small list under the cursor."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from tracker.ui.style import UNIT

_MOST_ROWS = 8
_ITEMS = "QListView::item { padding: 4px 8px; }"
_NARROWEST, _WIDEST = 40 * UNIT, 110 * UNIT


class NamePopup(QListView):
    """Lies over the page and never takes the keyboard: who owns it hands on the keys. A click chooses as well."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setProperty("look", "popup")
        self.setStyleSheet(_ITEMS)
        self.setAccessibleName("Names that fit")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda index: self.chosen.emit(str(index.data())))
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        """What is offered, from top to bottom."""
        return tuple(self._names.stringList())

    @property
    def name(self) -> str:
        """The name on which the list stands, "" if there is none."""
        return str(self.currentIndex().data() or "")

    def show_names(self, names: Sequence[str], line: QWidget, under: QRect) -> None:
        """Offers names under a place in a line (over it where there is no room), and stands on the first."""
        if tuple(names) != self.names or self.isHidden():
            self._names.setStringList(list(names))
            self.setCurrentIndex(self._names.index(0))
        window = line.window()
        if self.parent() is not window:
            self.setParent(window)
        self.ensurePolished()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + 12 * UNIT
        height = min(len(names), _MOST_ROWS) * self.sizeHintForRow(0) + 3 * UNIT
        self.resize(max(_NARROWEST, min(widest, _WIDEST)), height)
        self.move(self._place(line, under, window))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Goes on by so many names, round and round."""
        there = (self.currentIndex().row() + by) % max(1, self._names.rowCount())
        self.setCurrentIndex(self._names.index(there))

    def _place(self, line: QWidget, under: QRect, window: QWidget) -> QPoint:
        below = line.mapTo(window, QPoint(under.left(), line.height() + UNIT))
        if below.y() + self.height() > window.height():
            below.setY(line.mapTo(window, QPoint(0, 0)).y() - self.height() - UNIT)
        below.setX(max(UNIT, min(below.x(), window.width() - self.width() - UNIT)))
        return below
