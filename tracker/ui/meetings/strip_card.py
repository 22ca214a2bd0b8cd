"""The card of attendance over time: the strip with its legend and its line of words, or the same facts as a list."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from tracker.models.dates import shown
from tracker.models.figures.attendance_strip import AttendanceStrip, StripCell
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.models.value import Value, value
from tracker.ui.cells import LinesDelegate
from tracker.ui.meetings.strip_marks import LEGEND, paint_level, paint_presence
from tracker.ui.meetings.strip_view import StripView
from tracker.ui.style import SMALL, UNIT, current, font
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Muted, label, quiet_button, set_tone
from tracker.ui.words import count

_NOTHING = "Who came to which meeting stands here once two meetings have been logged with who came."
# So many agencies are named above the strip.
_NAMED = 5


@value
class StripFact(Value):
    """One cell of the strip as a row of a table."""

    agency: str
    cell: StripCell
    key: str


class StripCard(Card):
    """L turns from the picture to the list and back."""

    meeting_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("Attendance over time")
        self.strip = StripView()
        self.view = TableView(Table(_COLUMNS, lambda fact: str(fact.key)), "attendance")
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName("Attendance over time, as a list")
        self.as_list = quiet_button("As a &list")
        self._drifting = label("")
        self._said = Muted()
        self._stack = QStackedWidget()
        self._lay_out()
        # A key of its own only while the keyboard is in the card: elsewhere the letter means something else.
        key = QShortcut(QKeySequence("L"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._turn_over)
        self.as_list.toggled.connect(self._turn)
        self.strip.said.connect(self._said.setText)
        self.strip.opened.connect(self.meeting_requested)
        self.view.opened.connect(self._open)

    @property
    def said(self) -> str:
        """What is said of the chosen cell."""
        return self._said.text()

    @property
    def drifting(self) -> str:
        """Which agencies drift away."""
        return self._drifting.text()

    def show_strip(self, strip: AttendanceStrip) -> None:
        """Shows other facts, drawn and as a table."""
        self.strip.show_strip(strip)
        self.view.table.set_rows(
            StripFact(row.agency, cell, f"{row.agency_id} {cell.meeting.id}")
            for row in strip.rows
            for cell in reversed(row.cells)
            if cell is not None
        )
        self._drifting.setText(_drifting_words([row.agency for row in strip.drifting]))
        set_tone(self._drifting, "warning" if strip.drifting else "")
        self._drifting.setVisible(bool(strip.rows))
        self.as_list.setVisible(bool(strip.rows))
        self._turn()

    def take_focus(self) -> None:
        """Gives the keyboard to the picture or to the table."""
        (self.view if self.as_list.isChecked() else self.strip).setFocus()

    def _turn(self) -> None:
        place = 2 if not self.strip.words else 1 if self.as_list.isChecked() else 0
        self._stack.setCurrentIndex(place)
        self._said.setVisible(place == 0)
        self._legend.setVisible(place == 0)

    def _turn_over(self) -> None:
        self.as_list.toggle()
        self.take_focus()

    def _open(self, fact: StripFact) -> None:
        self.meeting_requested.emit(fact.cell.meeting.id)

    def _lay_out(self) -> None:
        self.as_list.setCheckable(True)
        self.as_list.setToolTip("The same facts as a list (L)")
        self._drifting.setWordWrap(True)
        # Two lines always: the strip stands still while what is said of its cells changes.
        self._said.setMinimumHeight(8 * UNIT)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._legend = StripLegend()
        self.header.addWidget(self.as_list)
        for part in (self.strip, self.view, EmptyState(_NOTHING)):
            self._stack.addWidget(part)
        self.body.addWidget(self._drifting)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._said)
        self.body.addWidget(self._legend)


class StripLegend(QWidget):
    """What the marks mean, on as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = [f"{name}" for _, name in LEGEND] + [f"{level.label.lower()}" for level in Level]
        self.setAccessibleName("Marks: " + ", ".join(words))

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, 11 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(font(SMALL))
            left = 0.0
            for presence, name in LEGEND:
                left = self._entry(painter, left, 0, name, presence)
            left = self._words(painter, 0, 5.5 * UNIT, "Level of who was there:")
            for level in Level:
                left = self._entry(painter, left + UNIT, 5.5 * UNIT, level.label.lower(), level)

    def _entry(self, painter: QPainter, left: float, top: float, name: str, mark: Presence | Level | None) -> float:
        place = QRectF(left, top + UNIT, 3 * UNIT, 3 * UNIT)
        if isinstance(mark, Level):
            paint_level(painter, QRectF(left + 4, top + 2, 6, 3.5 * UNIT), mark, current())
        else:
            paint_presence(painter, place, mark, current())
        return self._words(painter, left + 4.5 * UNIT, top, name)

    def _words(self, painter: QPainter, left: float, top: float, words: str) -> float:
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        painter.setPen(current().muted)
        painter.drawText(QRectF(left, top, width + 2, 5 * UNIT), Qt.AlignmentFlag.AlignVCenter, words)
        return left + width + 3 * UNIT


def _drifting_words(names: list[str]) -> str:
    if not names:
        return "No agency drifts away."
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{count(len(names), 'agency drifts', 'agencies drift')} away (↘): {', '.join(names[:_NAMED])}{more}"


def _said_of(fact: StripFact) -> str:
    return fact.cell.presence.label if fact.cell.presence else "Nothing noted"


def _tone(fact: StripFact) -> str:
    return (
        {Presence.ABSENT: "danger", Presence.APOLOGY: "warning"}.get(fact.cell.presence, "")
        if fact.cell.presence
        else ""
    )


_COLUMNS = (
    Column("Agency", lambda fact: fact.agency, width=180, least=120, share=2, bold=True),
    Column(
        "Meeting", lambda fact: fact.cell.meeting.on, lambda fact: shown(fact.cell.meeting.on), width=120, least=100
    ),
    Column("Came", _said_of, width=140, least=116, tone=_tone),
    Column("Level", lambda fact: fact.cell.level, width=140, least=130, drop=1),
    Column("Who", lambda fact: fact.cell.who, width=240, least=120, share=3),
)
