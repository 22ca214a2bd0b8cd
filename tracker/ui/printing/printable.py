"""What can be seen, saved as PDF and printed: pages of one size, drawn in units of paper."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class Printable(Protocol):
    """A handout of one page, or a table over as many as it takes."""

    @property
    def paper(self) -> QRectF:
        """The size of each page, upright or across."""

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""

    @property
    def rows(self) -> int:
        """How many entries stand on all pages together."""

    @property
    def text(self) -> str:
        """What stands there, as plain lines."""

    def draw(self, painter: QPainter, page: int = 0) -> None:
        """Draws a page, counted from 0; the paper itself is left as it is."""
