"""The rows of a table before they leave: as an Excel workbook, as PDF, or on paper."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tracker.reports.file_name import safe_part
from tracker.reports.plain_table import PlainTable
from tracker.ui.desk import Desk
from tracker.ui.printing.page_dialog import PageDialog
from tracker.ui.printing.table_pages import TablePages
from tracker.ui.widgets import primary_button, quiet_button

PURPOSE = "A list to work with"
_ALL_STAYS = "Every row is restricted to this office, so nothing can leave: change who may see it first."
_NO_ROWS = "No row is shown, so nothing can leave: change the filter, or what the page shows."


class TableDialog(PageDialog):
    """The pages as they will be, with how much leaves and what stays. `pressed` is "excel" or "print", for Enter."""

    def __init__(self, desk: Desk, parent: QWidget | None, table: PlainTable, pressed: str) -> None:
        heading = "Save as Excel" if pressed == "excel" else "Print"
        super().__init__(desk, parent, heading, "list", PURPOSE, "print" if pressed == "print" else "")
        self._table = table
        make = primary_button if pressed == "excel" else quiet_button
        self.excel = make("Save as &Excel…", icon_name="file-spreadsheet")
        self.excel.setProperty("leaves", True)
        self.excel.setToolTip("Save as Excel (Ctrl+E)")
        self.excel.clicked.connect(self.ask_to_save_excel)
        QShortcut(QKeySequence("Ctrl+E"), self, self.excel.click)
        self.buttons.addWidget(self.excel)
        if not table.rows:
            self.refuse(_ALL_STAYS if table.stays else _NO_ROWS)
            return
        file_name = f"{safe_part(table.title) or 'List'}_{table.as_at.isoformat()}.pdf"
        self.show_page(TablePages(table), table.name, file_name, table.stays)
        self.say_what_leaves(table.about)
        self.press_by_enter(self.excel if pressed == "excel" else self.print)

    def ask_to_save_excel(self) -> None:
        """Asks where to, then writes the workbook there and enters it."""
        # Loaded when somebody saves: it takes a while.
        from tracker.reports.table_workbook import table_bytes

        if (path := self.asked_path("Excel (*.xlsx)", ".xlsx")) is not None:
            self.save_content(table_bytes(self._table, self._desk.office.setting.clock()), path)
