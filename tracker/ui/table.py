"""A table: its rows, and its columns as small descriptions (the view of it is in `table_view`)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.records.record import Record
from tracker.models.value import Value, value
from tracker.ui.style import NORMAL, current, font

Index = QModelIndex | QPersistentModelIndex

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

# The whole row, for delegates that paint more than text.
ROW = Qt.ItemDataRole.UserRole


@value
class Column(Value):
    """One column. `value` is what is sorted by, `text` what is shown (the value in our way of writing if none).

    `width` is the usual width in pixels, `least` the narrowest; what is left over is shared out by `share`. Columns
    with the highest `drop` leave first where a window is narrow; 0 never leaves.
    """

    heading: str
    value: Callable[[Any], Any]
    text: Callable[[Any], str] | None = None
    align: Qt.AlignmentFlag = LEFT
    width: int = 120
    least: int = 64
    share: int = 0
    drop: int = 0
    bold: bool = False
    tone: Callable[[Any], str] | None = None
    tip: Callable[[Any], str] | None = None
    icon: Callable[[Any], QIcon] | None = None

    @property
    def right(self) -> bool:
        """Whether it stands right, as figures do."""
        return bool(self.align & Qt.AlignmentFlag.AlignRight)

    def shown(self, row: Any) -> str:
        """The cell's text."""
        return self.text(row) if self.text else _written(self.value(row))


@value
class Look(Value):
    """What a delegate paints of a cell: its words, and how they stand there."""

    words: str = ""
    bold: bool = False
    tone: str = ""
    align: Qt.AlignmentFlag = LEFT


class Table(QAbstractTableModel):
    """Rows of any kind, each with a key that outlives a change; sorted and filtered in Python by value.

    `records` gives the records behind a row, where the row does not hold them itself: what may leave rests on them.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], str] = lambda row: str(row.id),
        records: Callable[[Any], Iterable[Record]] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.records = records
        self._key = key
        self._all: list[Any] = []
        self._rows: list[Any] = []
        self._filter = ""
        self._filter_words = ""
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows as they are shown: filtered and sorted."""
        return tuple(self._rows)

    @property
    def things(self) -> list[Any]:
        """The rows that stand for something, as they are shown: all of them, but for headings."""
        return list(self._rows)

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    @property
    def filter_words(self) -> str:
        """What the rows are filtered by, as it was typed; "" if all are shown."""
        return self._filter_words

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Takes other rows, in the order that holds until somebody sorts."""
        self.beginResetModel()
        self._all = list(rows)
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Keeps the rows in which every word of the text stands somewhere; macrons and capitals do not matter."""
        self.beginResetModel()
        self._filter, self._filter_words = folded(text), " ".join(text.split())
        self._arrange()
        self.endResetModel()

    def row_at(self, index: Index) -> Any:
        """The row of an index; None if there is none."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def look(self, index: Index) -> Look:
        """What the cell looks like."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        return Look(column.shown(row), column.bold, column.tone(row) if column.tone else "", column.align)

    def key_at(self, index: Index) -> str:
        """The key of the row of an index; "" if there is none."""
        row = self.row_at(index)
        return "" if row is None else self._key(row)

    def index_of(self, key: str) -> QModelIndex:
        """The first cell of the row with that key; an invalid index if it is not shown."""
        for place, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(place, 0)
        return QModelIndex()

    def heading_at(self, place: int) -> str | None:
        """The words of a line that stands over other rows and cannot be chosen; None for a row."""
        index = self.index(place, 0)
        if self.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            return None
        return str(index.data() or "")

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        """Headings and rows with tabs between cells, as a sheet takes them when pasted."""
        chosen = self._rows if rows is None else [self._rows[place] for place in rows]
        lines = [[column.heading for column in self.columns]]
        lines += [[" ".join(column.shown(row).split()) for column in self.columns] for row in chosen]
        return "\n".join("\t".join(line) for line in lines)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.heading
        return column.align if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if index.isValid() else None
        if row is None or not 0 <= index.column() < len(self.columns):
            return None
        answer = _ANSWERS.get(role)
        return answer(self.columns[index.column()], row) if answer else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.key_at(index)) for index in self.persistentIndexList()]
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self._arrange()
        places = {self._key(row): place for place, row in enumerate(self._rows)}
        for old, key in kept:
            self.changePersistentIndex(old, self.index(places[key], old.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        words = self._filter.split()
        self._rows = [row for row in self._all if not words or self._fits(row, words)]
        if self._sorted_by is None:
            return
        place, order = self._sorted_by
        value = self.columns[place].value
        # Cells without a value stay at the end, whichever way the others go.
        given = [row for row in self._rows if value(row) not in (None, "")]
        missing = [row for row in self._rows if value(row) in (None, "")]
        given.sort(key=lambda row: _sortable(value(row)), reverse=order is Qt.SortOrder.DescendingOrder)
        self._rows = given + missing

    def _fits(self, row: Any, words: list[str]) -> bool:
        text = folded(" ".join(column.shown(row) for column in self.columns))
        return all(word in text for word in words)


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if hasattr(value, "label"):
        return str(value.label)
    if hasattr(value, "strftime"):
        return shown(value)
    return value if isinstance(value, str) else f"{value:,}"


def _sortable(value: Any) -> Any:
    if hasattr(value, "rank"):
        return value.rank
    return folded(value) if isinstance(value, str) else value


def _tip(column: Column, row: Any) -> str:
    return column.tip(row) if column.tip else column.shown(row)


def _colour(column: Column, row: Any) -> QColor | None:
    tone = column.tone(row) if column.tone else ""
    return QColor(getattr(current(), tone)) if tone else None


def _font(column: Column, row: Any) -> QFont | None:
    return font(NORMAL, QFont.Weight.DemiBold) if column.bold else None


_ANSWERS: dict[int, Callable[[Column, Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: Column.shown,
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{column.heading}: {column.shown(row)}",
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, row: column.align,
    Qt.ItemDataRole.ForegroundRole: _colour,
    Qt.ItemDataRole.FontRole: _font,
    Qt.ItemDataRole.DecorationRole: lambda column, row: column.icon(row) if column.icon else None,
    ROW: lambda column, row: row,
}
