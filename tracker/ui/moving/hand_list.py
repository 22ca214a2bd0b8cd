"""A list of what may pass to somebody: a tick for each line, and who has it then."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.models.transfer_rows import HandRow
from tracker.models.value import Value, value
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, Elided, label

_ROW = 11 * UNIT
_HEADER = 9 * UNIT
_FEWEST, _MOST_ROWS = 2, 3
_TICK = 4 * UNIT
_TICK_ROOM = 8 * UNIT


@value
class HandLine(Value):
    """A row with who is to have it; `taker` is None where it is left."""

    row: HandRow
    taker: str | None

    @property
    def id(self) -> str:
        """The id of what is handed on."""
        return self.row.id


class TickView(TableView):
    """Space, or a click on a tick, asks for the chosen rows to be ticked or not; Enter asks who takes them."""

    ticked = Signal()
    taker_wanted = Signal()

    def choose_all(self, keys: Sequence[str]) -> None:
        """Chooses the rows with these keys, as far as they are there; the first row where there is none."""
        found = [index for key in keys if (index := self.table.index_of(key)).isValid()]
        if not found:
            self.selectionModel().clear()
            if self.table.rows:
                self.choose(self.table.key_at(self.table.index(0, 0)))
            return
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(found[0], flag.ClearAndSelect | flag.Rows)
        for index in found[1:]:
            self.selectionModel().select(index, flag.Select | flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.taker_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        on_tick = event.button() == Qt.MouseButton.LeftButton and event.position().x() < _TICK_ROOM
        if on_tick and self.indexAt(event.position().toPoint()).isValid():
            self.ticked.emit()


class HandList(Card):
    """Rows to tick, and under them who takes those that are chosen. `changed` after each answer.

    An answer that somebody gave stays when other rows come, as long as it is still possible.
    """

    changed = Signal()

    def __init__(self, title: str, what: str, nothing: str) -> None:
        """`what` heads the first column; `nothing` is said where the list is empty."""
        super().__init__(title)
        self._words = title
        self._answers: dict[str, str | None] = {}
        columns = (
            Column(what, _what, _what_lines, width=300, least=150, share=3, icon=_tick),
            Column("Then", _then, _then_lines, width=220, least=130, share=2, tone=_tone),
        )
        self.view = TickView(Table(columns), row_height=_ROW)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(title)
        self.view.setAccessibleDescription("Space ticks a line or takes the tick away; Ctrl+A chooses all lines.")
        self.taker = KeyedCombo("Who takes the chosen lines")
        self._nothing = label(nothing, "quiet")
        self._foot = QWidget()
        self._lay_out()
        self.view.ticked.connect(self._turn)
        self.view.taker_wanted.connect(self._lead_to_taker)
        self.view.selectionModel().selectionChanged.connect(self._offer)
        self.taker.activated.connect(self._take)

    @property
    def lines(self) -> tuple[HandLine, ...]:
        """All lines, with who has each."""
        return self.view.table.rows

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The lines that are ticked, each as an id and a taker's id."""
        return tuple((line.id, line.taker) for line in self.lines if line.taker is not None)

    def set_rows(self, rows: Sequence[HandRow]) -> None:
        """Takes other rows."""
        self._show([HandLine(row, self._answer(row)) for row in rows])

    def forget(self) -> None:
        """Forgets what was answered: somebody else is asked about."""
        self._answers.clear()

    def hand(self, taker: str | None, keys: Sequence[str]) -> None:
        """Gives lines to a taker, or leaves them with None."""
        self._answers |= dict.fromkeys(keys, taker)
        self._show_again()

    def _answer(self, row: HandRow) -> str | None:
        answer = self._answers.get(row.id, row.proposed)
        return answer if answer is None or any(key == answer for key, _ in row.takers) else row.proposed

    def _show(self, lines: Sequence[HandLine]) -> None:
        chosen = [line.id for line in self._chosen]
        self.view.table.set_rows(lines)
        self.view.choose_all(chosen)
        ticked = sum(line.taker is not None for line in lines)
        self.set_title(f"{self._words}   {ticked:,} of {len(lines):,}" if lines else self._words)
        self.view.setVisible(bool(lines))
        self._foot.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self.view.setMinimumHeight(_HEADER + _ROW * min(max(len(lines), _FEWEST), _MOST_ROWS))
        self._offer()

    @property
    def _chosen(self) -> list[HandLine]:
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.lines[place] for place in places]

    def _turn(self) -> None:
        """Ticks the chosen lines; where all are ticked, takes their ticks away."""
        chosen = self._chosen
        if all(line.taker is not None for line in chosen):
            self.hand(None, [line.id for line in chosen])
            return
        for line in chosen:
            if line.taker is None and line.row.takers:
                self._answers[line.id] = line.row.proposed if line.row.proposed is not None else line.row.takers[0][0]
        self._show_again()

    def _show_again(self) -> None:
        """Shows the lines by what was answered."""
        self._show([HandLine(line.row, self._answer(line.row)) for line in self.lines])
        self.changed.emit()

    def _offer(self) -> None:
        """Offers who could take all of the chosen lines."""
        chosen = self._chosen
        first = chosen[0].row.takers if chosen else ()
        shared = [(key, words) for key, words in first if all(_may(line, key) for line in chosen)]
        left = {line.row.left for line in chosen}
        options = [(f"to {key}", words) for key, words in shared]
        options.append(("left", left.pop() if len(left) == 1 else "Nobody: each as its line says"))
        now = {line.taker for line in chosen}
        taker = now.pop() if len(now) == 1 else None
        self.taker.offer(options, "left" if taker is None else f"to {taker}")
        self.taker.setEnabled(bool(chosen))

    def _take(self) -> None:
        key = self.taker.key
        self.hand(None if key == "left" else key.removeprefix("to "), [line.id for line in self._chosen])

    def _lead_to_taker(self) -> None:
        self.taker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.taker.showPopup()

    def _lay_out(self) -> None:
        self._nothing.setWordWrap(True)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view, 1)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        caption = label("The c&hosen go to", "caption")
        caption.setBuddy(self.taker)
        row.addWidget(caption)
        row.addWidget(self.taker, 1)
        row.addWidget(Elided("Space ticks · Ctrl+A chooses all", "muted"))
        self.body.addWidget(self._foot)


def _may(line: HandLine, taker: str) -> bool:
    return any(key == taker for key, _ in line.row.takers)


def _what(line: HandLine) -> str:
    return line.row.what


def _what_lines(line: HandLine) -> str:
    return f"{line.row.what}\n{line.row.note}" if line.row.note else line.row.what


def _then(line: HandLine) -> str:
    return line.row.to(line.taker)


def _then_lines(line: HandLine) -> str:
    """The name, and under it for whom."""
    return "\n".join(_then(line).split(" · ", 1))


def _tone(line: HandLine) -> str:
    return "muted" if line.taker is None else ""


def _tick(line: HandLine) -> QIcon:
    """A box as all boxes are, with a tick or without."""
    colours = current()
    picture = QPixmap(_TICK * 2, _TICK * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = line.taker is not None
        painter.setPen(QPen(QColor(colours.accent if on else colours.field_edge), 1))
        painter.setBrush(QColor(colours.accent if on else colours.field))
        painter.drawRoundedRect(QRectF(1, 1, _TICK - 2, _TICK - 2), 4, 4)
        if on:
            painter.drawPixmap(2, 2, icon("check", colours.accent_text, 12).pixmap(12, 12))
    return QIcon(picture)
