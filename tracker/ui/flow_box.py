"""A box that fills lines from left to right and goes on below, as words do."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.style import UNIT


class FlowBox(QWidget):
    """Each part keeps the size that it asks for; hidden parts take no room.

    It places its children itself: a layout written in Python shares its items' lives with Qt, and either may end first.
    """

    def __init__(self, gap: int = UNIT) -> None:
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_parts(self, parts: Sequence[QWidget]) -> None:
        """Takes other parts, in their order; those before are let go."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
            # Shown at once: a part may take the keyboard before Qt would come to showing it.
            part.show()
        self.arrange()

    def arrange(self) -> None:
        """Puts the parts into their places, after one of them asked for another size."""
        for part, place in self._places(self.width()):
            part.setGeometry(place)

    def height_for(self, width: int) -> int:
        """The height that the parts take in that width, in pixels."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def heightForWidth(self, width: int) -> int:
        return self.height_for(width)

    def sizeHint(self) -> QSize:
        widest = max((part.sizeHint().width() for part in self._parts if not part.isHidden()), default=0)
        return QSize(widest, self.height_for(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x, y, line = 0, 0, 0
        for part in self._parts:
            if part.isHidden():
                continue
            size = part.sizeHint().boundedTo(QSize(max(width, 1), part.sizeHint().height()))
            if x + size.width() > width and line:
                x, y, line = 0, y + line + self._gap, 0
            yield part, QRect(QPoint(x, y), size)
            x += size.width() + self._gap
            line = max(line, size.height())
