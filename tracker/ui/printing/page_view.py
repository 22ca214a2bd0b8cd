"""The pages as they will be, on the screen: as wide as there is room, or as large as somebody wants to read it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from tracker.ui.printing.paper import EDGE, PAGE
from tracker.ui.printing.printable import Printable
from tracker.ui.style import UNIT, current

# From a whole page on a small screen to four times what paper shows; pixels a unit of paper at 100 %.
_LEAST, _MOST = 0.3, 4.0
_STEP = 1.25
_PIXELS = 96 / 720


class PageView(QScrollArea):
    """Fits the page's width until somebody zooms. Ctrl and the wheel zoom; the keys and the wheel alone scroll."""

    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._zoom = 0.0
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName("The page as it will be")
        self.verticalScrollBar().setSingleStep(8 * UNIT)

    @property
    def zoom(self) -> float:
        """The size in force, 1 being that of paper on a usual screen."""
        return self._zoom or self._fitting

    def show_page(self, printable: Printable) -> None:
        """Shows a page, or several below one another; their words are what a screen reader reads."""
        self._sheet.show_page(printable)
        self.setAccessibleDescription(printable.text)
        self._arrange()

    def zoom_in(self) -> None:
        """A step larger."""
        self._zoom_to(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self._zoom_to(self.zoom / _STEP)

    def fit(self) -> None:
        """As wide as there is room."""
        self._zoom = 0.0
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _fitting(self) -> float:
        # A scroll bar's room is kept free, so that it cannot come and go for ever.
        room = self.width() - 10 * UNIT
        return max(_LEAST, min(_MOST, room / (self._sheet.paper.width() * _PIXELS)))

    def _zoom_to(self, zoom: float) -> None:
        before = self.zoom
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        self._zoom = max(_LEAST, min(_MOST, zoom))
        self._arrange()
        self.verticalScrollBar().setValue(round(middle * self._zoom / before - self.viewport().height() / 2))

    def _arrange(self) -> None:
        self._sheet.set_scale(self.zoom * _PIXELS)
        self.zoomed.emit(self.zoom)


class _Sheet(QWidget):
    """The paper itself: black on white, whatever the theme, with an edge around each page."""

    def __init__(self) -> None:
        super().__init__()
        self._printable: Printable | None = None
        self._scale = _PIXELS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def paper(self) -> QRectF:
        """The size of a page."""
        return self._printable.paper if self._printable else PAGE

    def show_page(self, printable: Printable) -> None:
        self._printable = printable
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        pages = self._printable.pages if self._printable else 1
        return QSize(round(self.paper.width() * self._scale) + 2 * UNIT, self._step * pages)

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = range(event.rect().top() // self._step, event.rect().bottom() // self._step + 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for page in seen:
                painter.save()
                painter.translate(QPoint(UNIT, UNIT + page * self._step))
                painter.scale(self._scale, self._scale)
                self._paint(painter, page)
                painter.restore()

    @property
    def _step(self) -> int:
        """From the upper edge of a page to that of the next."""
        return round(self.paper.height() * self._scale) + 2 * UNIT

    def _paint(self, painter: QPainter, page: int) -> None:
        if page >= (self._printable.pages if self._printable else 1):
            return
        painter.setPen(QPen(QColor(current().edge if current().dark else EDGE), 0))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRect(self.paper)
        if self._printable is not None:
            self._printable.draw(painter, page)
