"""Where everything stands in the matrix: columns, rows, the names at its left and the sums at its right and foot."""

from PySide6.QtCore import QPoint, QRect

from tracker.models.value import Value, value
from tracker.ui.style import UNIT

ROW, FOOT = 9 * UNIT, 6 * UNIT
_HIGHEST_ROW = 12 * UNIT
AGENCY, NAME, CODE = 5 * UNIT, 8 * UNIT, 5 * UNIT
HEADER = AGENCY + NAME + CODE
_LEAST_COLUMN, _USUAL_COLUMN, _WIDEST_COLUMN = 16 * UNIT, 20 * UNIT, 34 * UNIT
_LEAST_NAMES, _USUAL_NAMES, _WIDEST_NAMES = 56 * UNIT, 72 * UNIT, 110 * UNIT
_LEFT_OVER, _CLAIMED = 17 * UNIT, 23 * UNIT


@value
class MatrixSizes(Value):
    """In pixels, for a view of that size and so many rows and columns, scrolled so far."""

    width: int
    height: int
    rows: int
    columns: int
    across: int = 0
    down: int = 0

    @property
    def names(self) -> int:
        """The width of the results' names: what usual columns leave, and enough to know a result by."""
        whole = self.width - self.sums
        spare = whole - self.columns * _USUAL_COLUMN
        narrow = min(_USUAL_NAMES, whole - self.columns * _LEAST_COLUMN)
        return max(min(_WIDEST_NAMES, max(spare, narrow)), min(_LEAST_NAMES, self.width // 3))

    @property
    def sums(self) -> int:
        """The width of what stands at the right: what is left over, and who claims."""
        return _LEFT_OVER + _CLAIMED

    @property
    def row(self) -> int:
        """The height of a row: higher where there is room."""
        return max(ROW, min(_HIGHEST_ROW, self.body // max(1, self.rows)))

    @property
    def column(self) -> int:
        """The width of a column; where not all fit, whole ones fill the room."""
        in_view = min(max(1, self.columns), max(1, self.room // _LEAST_COLUMN))
        return min(_WIDEST_COLUMN, self.room // in_view)

    @property
    def room(self) -> int:
        """What the columns have, between names and sums."""
        return max(1, self.width - self.names - self.sums)

    @property
    def right(self) -> int:
        """Where the sums begin: beside the last column where that is in view."""
        return self.names + min(self.room, self.columns * self.column)

    @property
    def body(self) -> int:
        """What the rows have, between the headings and the foot."""
        return max(1, self.height - HEADER - FOOT)

    @property
    def bottom(self) -> int:
        """Where the foot begins: below the last row where that is in view."""
        return HEADER + min(self.body, self.rows * self.row)

    @property
    def most_across(self) -> int:
        """How far it scrolls to the right."""
        return max(0, self.columns * self.column - self.room)

    @property
    def most_down(self) -> int:
        """How far it scrolls down."""
        return max(0, self.rows * self.row - self.body)

    @property
    def rows_in_view(self) -> range:
        """The rows that show, wholly or in part."""
        first = self.down // self.row
        return range(first, min(self.rows, first + self.body // self.row + 2))

    @property
    def columns_in_view(self) -> range:
        """The columns that show, wholly or in part."""
        first = self.across // self.column
        return range(first, min(self.columns, first + self.room // self.column + 2))

    def left(self, column: int) -> int:
        """Where a column begins."""
        return self.names + column * self.column - self.across

    def top(self, row: int) -> int:
        """Where a row begins."""
        return HEADER + row * self.row - self.down

    def cell(self, row: int, column: int) -> QRect:
        """A cell's place."""
        return QRect(self.left(column), self.top(row), self.column, self.row)

    def left_over(self, row: int) -> QRect:
        """Where a row says what is left over."""
        return QRect(self.right, self.top(row), _LEFT_OVER, self.row)

    def claimed(self, row: int) -> QRect:
        """Where a row says who claims it."""
        return QRect(self.right + _LEFT_OVER, self.top(row), _CLAIMED, self.row)

    def row_at(self, point: QPoint) -> int | None:
        """The row under a point."""
        row = (point.y() - HEADER + self.down) // self.row
        return row if HEADER <= point.y() < self.bottom and 0 <= row < self.rows else None

    def column_at(self, point: QPoint) -> int | None:
        """The column under a point, in the headings and the foot as well."""
        column = (point.x() - self.names + self.across) // self.column
        return column if self.names <= point.x() < self.right and 0 <= column < self.columns else None
