"""All groups' trajectories over each other as a picture in a file: PNG, SVG or PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter

from tracker.models.figures.trajectories import Trajectories
from tracker.ui.disposal import take_down
from tracker.ui.plots.office_legend import HEIGHT, MARGIN, paint_office_legend
from tracker.ui.plots.office_plot import OfficePlot
from tracker.ui.plots.picture import save_plot
from tracker.ui.style import Theme, palette


def save_office_plot(
    told: Trajectories,
    words: tuple[str, str],
    path: Path,
    theme: Theme,
    *,
    since_start: bool = False,
    apart: Sequence[float] | None = None,
    size: tuple[int, int] = (1280, 640),
) -> None:
    """Writes all these groups' lines as .png, .svg or .pdf, by the path's ending; `size` in pixels.

    A QApplication must be there (offscreen will do). Raises Mistake for another ending, or where it cannot be written.
    """
    colours = palette(theme)
    plot = OfficePlot(told, apart, since_start=since_start, colours=colours)
    whole = QSize(*size)

    def legend(painter: QPainter) -> None:
        paint_office_legend(painter, QPointF(MARGIN, whole.height() - MARGIN - HEIGHT), colours)

    try:
        save_plot(plot, words, legend, colours, path, whole)
    finally:
        take_down(plot)
