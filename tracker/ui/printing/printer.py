"""Printing pages on paper."""

from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from tracker.models.mistake import Mistake
from tracker.ui.printing.pdf import orientation_of
from tracker.ui.printing.printable import Printable

_REFUSED = "The printer did not answer: look whether it is on, or save the page as PDF and print that."


def asked_printer(parent: QWidget, title: str, pages: int = 1) -> QPrinter | None:
    """The printer that the person chooses for A4; None if they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dress(printer, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    # Of one page there is nothing to choose from.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    dialog.setMinMax(1, pages)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def dress(printer: QPrinter, title: str) -> None:
    """A4 to its edges: the page has its own margins."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    printer.setCreator("Partnership Tracker")


def print_pages(printable: Printable, printer: QPrinter) -> None:
    """Draws the pages asked for on the printer's paper, made smaller where that is. Raises Mistake if it refuses."""
    printer.setPageOrientation(orientation_of(printable))
    painter = QPainter()
    if not painter.begin(printer):
        raise Mistake(_REFUSED)
    try:
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.translate(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft())
        scale = min(paper.width() / printable.paper.width(), paper.height() / printable.paper.height())
        painter.scale(scale, scale)
        first, *others = _asked(printable, printer)
        printable.draw(painter, first)
        for page in others:
            if not printer.newPage():
                raise Mistake(_REFUSED)
            printable.draw(painter, page)
    finally:
        painter.end()


def _asked(printable: Printable, printer: QPrinter) -> range:
    """The pages, counted from 0; a printer without a range says 0 for its ends, and wants them all."""
    last = min(printer.toPage() or printable.pages, printable.pages)
    return range(max(0, min(printer.fromPage(), last) - 1), last)
