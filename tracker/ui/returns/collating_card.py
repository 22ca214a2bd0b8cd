"""What to put together: the folder of returns, the workbook to write, and the list of what is expected."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, label, primary_button, quiet_button

_WORKBOOKS = "Excel workbooks (*.xlsx)"


class CollatingCard(Card):
    """Asks; and while files are read, says how far that is."""

    wanted = Signal()
    cancel_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__("Put the returns together")
        self.folder, self.out, self.expected = (QLineEdit() for _ in range(3))
        self.go = primary_button("&Put together", icon_name="file-spreadsheet")
        self.open = quiet_button("Open the &workbook")
        self.cancel = quiet_button("Cancel")
        self.progress = QProgressBar()
        self._lay_out()
        self._connect()

    def show_progress(self, share: float, words: str = "") -> None:
        """How far the reading is, from 0 to 1."""
        self.progress.setValue(round(share * 100))
        self.progress.setAccessibleDescription(words)

    def set_busy(self, busy: bool) -> None:
        """Shows the progress and Cancel in place of the buttons, or these again."""
        self._bottom.setCurrentIndex(1 if busy else 0)
        for edit in (self.folder, self.out, self.expected):
            edit.setEnabled(not busy)
        self.show_progress(0)
        if busy:
            self.cancel.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        asked = (
            ("Folder of &returns", self.folder, "Every return in it, however deep", self._choose_folder),
            ("Workbook to write", self.out, "A .xlsx; receipts and decisions are kept beside it", self._choose_out),
            ("List of what is expected", self.expected, "A .csv; may be left empty", self._choose_expected),
        )
        for number, (words, edit, hint, choose) in enumerate(asked):
            row, column = divmod(number, 2)
            caption = label(words, "caption")
            caption.setBuddy(edit)
            edit.setAccessibleName(words.replace("&", ""))
            edit.setPlaceholderText(hint)
            line = QHBoxLayout()
            line.setSpacing(UNIT)
            line.addWidget(edit, 1)
            button = quiet_button("…")
            button.setAccessibleName(f"Choose: {edit.accessibleName().lower()}")
            button.setToolTip(button.accessibleName())
            button.setFixedWidth(10 * UNIT)
            button.clicked.connect(choose)
            line.addWidget(button)
            grid.addWidget(caption, 2 * row, column)
            grid.addLayout(line, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._bottom = QStackedWidget()
        self._bottom.addWidget(_row(self.go, self.open))
        self._bottom.addWidget(_row(self.cancel, self.progress))
        grid.addWidget(self._bottom, 3, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Reading the returns")
        self.open.setEnabled(False)

    def _connect(self) -> None:
        self.go.clicked.connect(self.wanted)
        self.open.clicked.connect(self.open_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        for edit in (self.folder, self.out, self.expected):
            edit.returnPressed.connect(self.wanted)

    def _choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, "The folder of returns", self.folder.text()):
            self.folder.setText(name)
            if not self.out.text().strip():
                self.out.setText(str(Path(name).with_name(f"{Path(name).name}-national.xlsx")))

    def _choose_out(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            "The national workbook",
            self.out.text(),
            _WORKBOOKS,
            # An earlier one is not lost: its decisions go on.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.out.setText(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")

    def _choose_expected(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "The list of expected returns", self.expected.text(), "CSV (*.csv)")
        if name:
            self.expected.setText(name)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    row.setProperty("look", "page")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * UNIT)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QProgressBar) else 0)
    if not any(isinstance(widget, QProgressBar) for widget in widgets):
        layout.addStretch(1)
    return row
