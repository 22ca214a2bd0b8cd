"""The matrix of results by lines: the arrow keys go from cell to cell, and single keys work on what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import AccountabilityMatrix, ResultRow
from tracker.models.figures.timeline_words import joined
from tracker.ui.accountability.cell import MatrixCell, claimed_by_words, value_words
from tracker.ui.accountability.matrix_paint import Drawn, paint_matrix
from tracker.ui.accountability.matrix_sizes import FOOT, HEADER, ROW, MatrixSizes
from tracker.ui.style import UNIT

_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_WITH = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MatrixView(QAbstractScrollArea):
    """Shift with an arrow chooses several cells, Ctrl+A a whole row; `moved` tells that others are chosen.

    `key_typed` carries a letter or figure and whether Shift was held, `opened` that Enter was pressed.
    """

    moved = Signal()
    opened = Signal()
    key_typed = Signal(str, bool)

    def __init__(self, letters: str) -> None:
        super().__init__()
        self._letters = letters
        self._matrix: AccountabilityMatrix | None = None
        self._rows: Sequence[ResultRow] = ()
        self._columns: Sequence[LineColumn] = ()
        self._at = self._from = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Results by accountability lines: arrow keys go from cell to cell")
        self.horizontalScrollBar().setSingleStep(16 * UNIT)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setMinimumHeight(HEADER + 2 * ROW + FOOT)

    @property
    def cell(self) -> MatrixCell | None:
        """The cell that the keyboard is on."""
        return self._cell(*self._at) if self._rows and self._columns else None

    @property
    def cells(self) -> list[MatrixCell]:
        """All cells that are chosen, row by row."""
        return [self._cell(*place) for place in sorted(self._chosen)]

    @property
    def columns(self) -> Sequence[LineColumn]:
        """The columns as they are shown."""
        return self._columns

    @property
    def rows(self) -> Sequence[ResultRow]:
        """The rows as they are shown."""
        return self._rows

    def show_matrix(
        self, matrix: AccountabilityMatrix, rows: Sequence[ResultRow], columns: Sequence[LineColumn]
    ) -> None:
        """Shows some rows and columns of a matrix; what was chosen stays chosen where it is still there."""
        places = [self._keys(place) for place in (self._at, self._from)]
        self._matrix, self._rows, self._columns = matrix, rows, columns
        self._at, self._from = (self._place(*keys) for keys in places) if places[0][0] else (self._first,) * 2
        self._fit()
        self._tell()

    def choose(self, row_id: str, column_key: str) -> bool:
        """Goes to a cell, or to the row alone with ""; returns whether the row is shown."""
        rows = [row.id for row in self._rows]
        keys = [column.key for column in self._columns]
        if row_id not in rows:
            return False
        self.go_to(rows.index(row_id), keys.index(column_key) if column_key in keys else self._at[1])
        return True

    def go_to(self, row: int, column: int, *, more: bool = False) -> None:
        """Goes to a cell, as near as there is one; with `more` all from where it began are chosen."""
        self._at = (_within(row, len(self._rows)), _within(column, len(self._columns)))
        if not more:
            self._from = self._at
        self._bring_into_view()
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(160 * UNIT, HEADER + FOOT + ROW * max(2, len(self._rows)) + 4 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._at
        more = bool(event.modifiers() & _SHIFT)
        letter = chr(event.key()).upper() if 0x20 <= event.key() < 0x7F else ""
        if step := _STEPS.get(Qt.Key(event.key())):
            self.go_to(row + step[0], column + step[1], more=more)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            end = event.key() == Qt.Key.Key_End
            if event.modifiers() & _CONTROL:
                self.go_to(len(self._rows) - 1 if end else 0, column, more=more)
            else:
                self.go_to(row, len(self._columns) - 1 if end else 0, more=more)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = max(1, self._sizes.body // self._sizes.row - 1)
            self.go_to(row + (page if event.key() == Qt.Key.Key_PageDown else -page), column, more=more)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif letter == "A" and event.modifiers() == _CONTROL:
            self._choose_row()
        elif letter and letter in self._letters and not event.modifiers() & _WITH:
            self.key_typed.emit(letter, more)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row, column = self._sizes.row_at(point), self._sizes.column_at(point)
        if row is not None:
            there = self._at[1] if column is None else column
            self.go_to(row, there, more=bool(event.modifiers() & _SHIFT))
        elif column is not None:
            self.go_to(self._at[0], column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._sizes.row_at(point) is not None and self._sizes.column_at(point) is not None:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()))
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._matrix is None:
            return
        drawn = Drawn(
            self._matrix, self._rows, self._columns, self._sizes, self._chosen, self._at, focused=self.hasFocus()
        )
        with QPainter(self.viewport()) as painter:
            paint_matrix(painter, drawn)

    @property
    def _sizes(self) -> MatrixSizes:
        room = self.viewport().size()
        return MatrixSizes(
            width=room.width(),
            height=room.height(),
            rows=len(self._rows),
            columns=len(self._columns),
            across=self.horizontalScrollBar().value(),
            down=self.verticalScrollBar().value(),
        )

    @property
    def _chosen(self) -> set[tuple[int, int]]:
        if not self._rows or not self._columns:
            return set()
        rows = range(min(self._at[0], self._from[0]), max(self._at[0], self._from[0]) + 1)
        columns = range(min(self._at[1], self._from[1]), max(self._at[1], self._from[1]) + 1)
        return {(row, column) for row in rows for column in columns}

    @property
    def _first(self) -> tuple[int, int]:
        """The first claim of the first result: there is something to read, and the keys work at once."""
        claimed = (place for place, each in enumerate(self._columns) if self._rows and each.key in self._rows[0].cells)
        return 0, next(claimed, 0)

    def _cell(self, row: int, column: int) -> MatrixCell:
        return MatrixCell(self._rows[row], self._columns[column])

    def _choose_row(self) -> None:
        """The whole row, the keyboard at its end."""
        self._from = (self._at[0], 0)
        self.go_to(self._at[0], len(self._columns) - 1, more=True)

    def _keys(self, place: tuple[int, int]) -> tuple[str, str]:
        if not self._rows or not self._columns:
            return "", ""
        cell = self._cell(*place)
        return cell.row.id, cell.column.key if cell.column else ""

    def _place(self, row_id: str, column_key: str) -> tuple[int, int]:
        rows, keys = [row.id for row in self._rows], [column.key for column in self._columns]
        row = rows.index(row_id) if row_id in rows else _within(self._at[0], len(rows))
        return row, keys.index(column_key) if column_key in keys else _within(self._at[1], len(keys))

    def _fit(self) -> None:
        sizes = self._sizes
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(sizes.room)
        across.setRange(0, sizes.most_across)
        down.setPageStep(sizes.body)
        down.setRange(0, sizes.most_down)
        self._bring_into_view()
        self.viewport().update()

    def _bring_into_view(self) -> None:
        sizes, (row, column) = self._sizes, self._at
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, top = column * sizes.column, row * sizes.row
        across.setValue(max(min(across.value(), left), left + sizes.column - sizes.room))
        down.setValue(max(min(down.value(), top), top + sizes.row - sizes.body))

    def _tell(self) -> None:
        self.viewport().update()
        # Qt tells those who listen to the screen of a new description.
        self.setAccessibleDescription(self.cell.words if self.cell else "")
        self.moved.emit()

    def _tip(self, point: QPoint) -> str:
        row, column = self._sizes.row_at(point), self._sizes.column_at(point)
        if row is not None and column is not None:
            return self._cell(row, column).words
        if row is not None:
            told = self._rows[row]
            return joined(told.result.name, value_words(told), claimed_by_words(told), told.share_words)
        if column is not None:
            there = self._columns[column]
            scope = f"\n{there.line.scope}" if there.line and there.line.scope else ""
            return f"{there.words}{scope}"
        return ""


def _within(place: int, number: int) -> int:
    return max(0, min(place, number - 1))
