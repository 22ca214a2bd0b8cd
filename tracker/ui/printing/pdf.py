"""Pages as a PDF: A4, with Inter inside it, and a title and an author that a reader shows."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from tracker.ui.printing.paper import UNITS_PER_INCH
from tracker.ui.printing.printable import Printable


def pdf_bytes(printable: Printable, title: str, author: str) -> bytes:
    """The whole file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # The pages have their own margins.
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation_of(printable), QMarginsF()))
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("Partnership Tracker")
    with QPainter(writer) as painter:
        for page in range(printable.pages):
            if page:
                writer.newPage()
            printable.draw(painter, page)
    buffer.close()
    return bytes(buffer.data().data())


def orientation_of(printable: Printable) -> QPageLayout.Orientation:
    """Across where the pages are wider than high."""
    across = printable.paper.width() > printable.paper.height()
    return QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
