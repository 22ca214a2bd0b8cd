"""Small multiples as a picture in a file: PNG, SVG or PDF."""

from collections.abc import Sequence
from math import ceil, sqrt
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from tracker.models.figures.trajectories import GroupLine
from tracker.ui.plots.picture import paint_heading
from tracker.ui.plots.picture_file import save_drawing
from tracker.ui.style import UNIT, Theme, palette
from tracker.ui.trajectories.tile import GAP, HEIGHT, WIDTH, paint_tile

_MARGIN, _HEADING = 4 * UNIT, 12 * UNIT
_COLUMNS = 4
_TILE = WIDTH + 12 * UNIT


def save_multiples(lines: Sequence[GroupLine], words: tuple[str, str], path: Path, theme: Theme) -> None:
    """All tiles, four beside each other or more where there are very many, so that the picture is not a ribbon.

    Raises Mistake for an ending other than .png, .svg and .pdf, or where it cannot be written.
    """
    colours = palette(theme)
    columns = max(min(_COLUMNS, max(len(lines), 2)), ceil(sqrt(len(lines) / 3)))
    rows = ceil(len(lines) / columns)
    width = 2 * _MARGIN + columns * (_TILE + GAP) - GAP
    size = QSize(width, 2 * _MARGIN + _HEADING + rows * (HEIGHT + GAP))
    months = max((line.months_at(line.trajectory.until) for line in lines), default=1.0)

    def paint(painter: QPainter) -> None:
        paint_heading(painter, words, colours, size)
        for number, line in enumerate(lines):
            row, column = divmod(number, columns)
            left, top = _MARGIN + column * (_TILE + GAP), _MARGIN + _HEADING + row * (HEIGHT + GAP)
            place = QRectF(left, top, _TILE, HEIGHT)
            paint_tile(painter, place, line, months, colours, chosen=False, focused=False)

    save_drawing(path, size, words[0], paint)
