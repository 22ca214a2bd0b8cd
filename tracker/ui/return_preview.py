"""A return before it leaves: each of its sheets as a table, and what stays in the office and why."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import LEFT, RIGHT, Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Heading, Muted, primary_button, quiet_button

if TYPE_CHECKING:
    from tracker.reports.returning import PreparedReturn
    from tracker.reports.sheet import Cell, Sheet
    from tracker.reports.sheet import Column as SheetColumn

# Sheets for the workbook's own use: its list of itself, what its charts draw, what machines read.
_INNER = ("Contents", "Chart_data", "Metadata")
# Pixels a character of a column's width on the sheet, and the widths that a column may have here.
_CHARACTER = 8
_NARROWEST, _WIDEST = 72, 360
_DAY = 112


class ReturnPreview(QDialog):
    """Closes with Save when the person wants the return saved as it is."""

    def __init__(self, prepared: "PreparedReturn", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Preview of {prepared.file_name}")
        self.resize(240 * UNIT, 150 * UNIT)
        self.sheets = QListWidget()
        self.sheets.setAccessibleName("Sheets")
        self.sheets.setFixedWidth(52 * UNIT)
        self.sheets.setSpacing(UNIT // 2)
        self.sheets.setFrameShape(QFrame.Shape.NoFrame)
        self.pages = QStackedWidget()
        self._add("What leaves and stays", Muted(_words(prepared)), _balance(prepared))
        for sheet in prepared.book.sheets:
            if sheet.name not in _INNER:
                self._add(f"{sheet.name.replace('_', ' ')}   {len(sheet.rows)}", Muted(sheet.about), _table(sheet))
        self.sheets.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.sheets.setCurrentRow(0)
        self._lay_out(prepared.heading.title)

    @property
    def views(self) -> tuple[TableView, ...]:
        """The table of each sheet."""
        return tuple(self.findChildren(TableView))

    def _add(self, name: str, note: QWidget, view: TableView) -> None:
        self.sheets.addItem(name)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(note)
        column.addWidget(view, 1)
        view.setAccessibleName(name)
        self.pages.addWidget(page)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        heading = Heading(title.removeprefix("Partnership Tracker: "))
        heading.setWordWrap(True)
        column.addWidget(heading)
        middle = QHBoxLayout()
        middle.setSpacing(3 * UNIT)
        middle.addWidget(self.sheets)
        middle.addWidget(self.pages, 1)
        column.addLayout(middle, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = quiet_button("Close")
        close.clicked.connect(self.reject)
        save = primary_button("&Save as Excel", icon_name="file-spreadsheet")
        save.clicked.connect(self.accept)
        row.addWidget(close)
        row.addWidget(save)
        column.addLayout(row)


def _words(prepared: "PreparedReturn") -> str:
    return f"{prepared.rows:,} rows would leave, in revision {prepared.heading.revision}. Nothing is saved yet."


def _balance(prepared: "PreparedReturn") -> TableView:
    lines = [("Leaves", line) for line in prepared.preview.leaves] + [
        ("Stays", line) for line in prepared.preview.stays
    ]
    columns = [
        Column("", lambda row: row[1][0], width=84, least=84),
        Column("What", lambda row: row[1][1].what, width=240, least=160, share=1),
        Column("Count", lambda row: row[1][1].count, align=RIGHT, width=72, least=72),
        Column("Why", lambda row: row[1][1].why, width=300, least=160, share=2),
    ]
    return _view(columns, lines)


def _table(sheet: "Sheet") -> TableView:
    # What ties the sheets together for machines says nothing to a person.
    named = [(place, column) for place, column in enumerate(sheet.columns) if not column.heading.endswith(" id")]
    return _view([_column(place, column) for place, column in named], list(sheet.rows))


def _column(place: int, column: "SheetColumn") -> Column:
    narrowest = _DAY if column.look.name == "DAY" else _NARROWEST
    width = min(max(round(column.width * _CHARACTER), narrowest, len(column.heading) * _CHARACTER + 24), _WIDEST)
    align = LEFT if column.look.name == "TEXT" else RIGHT
    share = 1 if column.width > 30 else 0
    return Column(
        column.heading, _value(place), _text(place, column.look.name), align, width=width, least=width, share=share
    )


def _view(columns: list[Column], rows: list[Any]) -> TableView:
    table = Table(columns, key=lambda row: str(row[0]))
    table.set_rows(enumerate(rows))
    view = TableView(table)
    view.setProperty("look", "framed")
    view.setItemDelegate(LinesDelegate(view))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return view


def _value(place: int) -> Callable[[Any], Any]:
    return lambda row: _plain(row[1][place])


def _text(place: int, look: str) -> Callable[[Any], str]:
    return lambda row: _shown(_plain(row[1][place]), look)


def _plain(cell: "Cell") -> Any:
    """A cell without what only a workbook needs: a formula is its value, a link its words."""
    from tracker.reports.sheet import Formula, Link

    if isinstance(cell, Formula):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell


def _shown(value: Any, look: str) -> str:
    if value is None:
        return ""
    if look == "SHARE" and isinstance(value, (int, Decimal)):
        return f"{value:.2%}"
    if look == "FACTOR" and isinstance(value, (int, Decimal)):
        return f"{value:.1f}"
    if hasattr(value, "strftime"):
        return shown(value)
    return value if isinstance(value, str) else f"{value:,}"
