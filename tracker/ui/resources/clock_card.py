"""The money clock in one line: six weeks as a bar, and in words how it stands (§6.2)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.figures.money_clock import ClockState, MoneyClock
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Card, Title, label, set_tone

_TONES = {ClockState.OVER: "danger", ClockState.RUNNING: "warning", ClockState.LATE: "warning"}
_TONES |= {ClockState.IN_TIME: "good"}
_WIDTH, _HEIGHT = 40 * UNIT, 5 * UNIT


class ClockCard(Card):
    """Says how many days are left or over, or when the first money was secured and by whom."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = ClockBar()
        self._words = label("")
        self._words.setWordWrap(True)
        title = Title("Money within six weeks")
        self.body.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        self.body.addLayout(self.header)
        self.header.setSpacing(4 * UNIT)
        self.header.addWidget(title)
        self.header.addWidget(self._bar)
        self.header.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_clock(self, clock: MoneyClock) -> None:
        """Shows a clock."""
        self._bar.show_clock(clock)
        # Secured in time, or late: the state says it in the place of the first word.
        words = clock.words.replace("Secured", clock.state.label, 1) if clock.secured_on else clock.words
        self._words.setText(words)
        set_tone(self._words, _TONES.get(clock.state, ""))
        self.setAccessibleName(f"Money clock: {clock.words}")


class ClockBar(QWidget):
    """The days that have gone, of those there are; a mark where money was secured, hatched where the time is up."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: MoneyClock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: MoneyClock) -> None:
        """Shows a clock."""
        self._clock = clock
        self.setToolTip(clock.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        clock, colours = self._clock, current()
        track = QRectF(self.rect()).adjusted(1, 4, -1, -4)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.field_edge), 1))
            painter.setBrush(QColor(colours.stripe))
            painter.drawRoundedRect(track, 3, 3)
            if clock is None or clock.gone is None:
                return
            gone = QRectF(track.left(), track.top(), track.width() * clock.gone, track.height())
            painter.setBrush(QColor(getattr(colours, _TONES.get(clock.state, "") or "muted")))
            painter.drawRoundedRect(gone, 3, 3)
