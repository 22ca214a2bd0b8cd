"""A table whose rows may stand under headings, each part sorted by itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt

from tracker.models.folding import folded
from tracker.models.value import Value, value
from tracker.ui.table import Column, Index, Look, Table


@value
class RowHeading(Value):
    """A line over the rows of one part."""

    words: str


# A part's rank and name for a row, and the words of a heading for its name and rows.
Part = Callable[[Any], tuple[Any, str]]
HeadingWords = Callable[[str, Sequence[Any]], str]


class HeadedTable(Table):
    """Filters, sorts, and puts rows under headings; what was folded for the filter is kept until the rows change."""

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], str], words: HeadingWords) -> None:
        super().__init__(columns, lambda row: row.words if isinstance(row, RowHeading) else key(row))
        self._part: Part | None = None
        self._heading_words = words
        self._folded: dict[int, str] = {}

    @property
    def things(self) -> list[Any]:
        return [row for row in self._rows if not isinstance(row, RowHeading)]

    def key_of(self, row: Any) -> str:
        """The key of a row."""
        return self._key(row)

    def set_rows(self, rows: Iterable[Any]) -> None:
        self._folded.clear()
        super().set_rows(rows)

    def set_part(self, part: Part | None) -> None:
        """Puts the rows under headings by what `part` says of each, or takes the headings away."""
        self.beginResetModel()
        self._part = part
        self._arrange()
        self.endResetModel()

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        places = range(len(self._rows)) if rows is None else rows
        return super().as_text(place for place in places if not isinstance(self._rows[place], RowHeading))

    def look(self, index: Index) -> Look:
        row = self.row_at(index)
        return Look(row.words, bold=True) if isinstance(row, RowHeading) else super().look(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if index.isValid() else None
        if not isinstance(row, RowHeading):
            return super().data(index, role)
        said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.words if said and not index.column() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if isinstance(self.row_at(index), RowHeading) else super().flags(index)

    def _arrange(self) -> None:
        super()._arrange()
        if self._part is None:
            return
        parts: dict[tuple[Any, str], list[Any]] = {}
        for row in self._rows:
            parts.setdefault(self._part(row), []).append(row)
        self._rows = []
        for (_, name), rows in sorted(parts.items(), key=lambda part: part[0]):
            self._rows += [RowHeading(self._heading_words(name, rows)), *rows]

    def _fits(self, row: Any, words: list[str]) -> bool:
        # Folding thousands of rows anew at each letter typed would be felt.
        text = self._folded.get(id(row))
        if text is None:
            text = folded(" ".join(column.shown(row) for column in self.columns))
            self._folded[id(row)] = text
        return all(word in text for word in words)
