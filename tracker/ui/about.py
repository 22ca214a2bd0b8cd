"""What the program is, its versions, and what it stands on."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tracker import __version__
from tracker.store.versions import sqlite_version
from tracker.ui.style import UNIT
from tracker.ui.widgets import Heading, Muted, label, primary_button

_WIDTH = 140 * UNIT
_WHAT = (
    "Keeps what groups of several agencies decide, promise and achieve, shows where each stands in its life cycle, "
    "and writes the returns about them."
)
_SOURCE = (
    "The life cycle, its signs and the questions this program asks draw on “Better Connected Services for Kiwis”, a "
    "discussion document for managers and front-line staff, which belongs to the Institute of Policy Studies, "
    "School of Government, Victoria University of Wellington (July 2008, ISBN 978-1-877347-24-5). The words here are "
    "ours; § leads to its sections."
)
_TREASURY = (
    "Names, codes and amounts of the budget lines in the sample office: The Treasury (New Zealand), Budget 2019, "
    "Crown copyright, licensed under Creative Commons Attribution 4.0."
)


class About(QDialog):
    """Help → About."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Partnership Tracker")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading("Partnership Tracker"))
        what = label(_WHAT)
        what.setWordWrap(True)
        column.addWidget(what)
        self.versions = Muted(versions())
        column.addWidget(self.versions)
        for words in (_SOURCE, _TREASURY, "Font: Inter (SIL Open Font Licence). Icons: Lucide (ISC licence)."):
            column.addWidget(Muted(words))
        close = primary_button("&Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        # Labels of several lines do not tell the dialog how high they are.
        self.setFixedSize(_WIDTH, column.heightForWidth(_WIDTH))


def versions() -> str:
    """The versions that a report of a fault should name."""
    return (
        f"Version {__version__} · Python {platform.python_version()} · Qt {qVersion()} · PySide {pyside_version} · "
        f"SQLite {sqlite_version()}"
    )
