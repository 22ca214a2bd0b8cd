"""A plot as a picture in a file: PNG, SVG or PDF, with its name, its legend and the day it shows."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QGraphicsView

from tracker.models.dates import shown
from tracker.models.figures.trajectory import Trajectory
from tracker.ui.plots.legend import HEIGHT, paint_legend
from tracker.ui.plots.picture_file import Paint, save_drawing
from tracker.ui.style import NORMAL, SMALL, UNIT, Colours, font

_MARGIN = 4 * UNIT
_HEADING = 12 * UNIT


def save_picture(plot: QGraphicsView, trajectory: Trajectory, colours: Colours, path: Path, size: QSize) -> None:
    """Draws a plot that is not shown anywhere into a file; the file is there whole, or not at all."""
    words = (trajectory.name, _under_title(trajectory))

    def legend(painter: QPainter) -> None:
        paint_legend(painter, QPointF(_MARGIN, size.height() - _MARGIN - HEIGHT), colours)

    save_plot(plot, words, legend, colours, path, size)


def save_plot(
    plot: QGraphicsView, words: tuple[str, str], legend: Paint, colours: Colours, path: Path, size: QSize
) -> None:
    """Any plot under its name and a line on what it shows; `legend` paints what stands in the last line."""
    # Qt lays out only what is shown.
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(size.width() - 2 * _MARGIN, size.height() - 2 * _MARGIN - _HEADING - HEIGHT)

    def paint(painter: QPainter) -> None:
        paint_heading(painter, words, colours, size)
        place = QRectF(QPointF(_MARGIN, _MARGIN + _HEADING), QSizeF(plot.size()))
        plot.render(painter, place, plot.viewport().rect())
        legend(painter)

    plot.show()
    save_drawing(path, size, f"Trajectory of {words[0]}", paint)


def paint_heading(painter: QPainter, words: tuple[str, str], colours: Colours, size: QSize) -> None:
    """The ground of a picture, its name, and a line on what it shows."""
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), QColor(colours.card))
    width = size.width() - 2 * _MARGIN
    painter.setFont(font(NORMAL, QFont.Weight.DemiBold))
    painter.setPen(QColor(colours.text))
    painter.drawText(QRectF(_MARGIN, _MARGIN, width, 20), Qt.AlignmentFlag.AlignVCenter, words[0])
    painter.setFont(font(SMALL))
    painter.setPen(QColor(colours.muted))
    painter.drawText(QRectF(_MARGIN, _MARGIN + 20, width, 20), Qt.AlignmentFlag.AlignVCenter, words[1])


def _under_title(trajectory: Trajectory) -> str:
    now = trajectory.now
    if now is None:
        return "No stage has been judged yet"
    stage = now.lane.label if now.lane else "Stage not clear"
    months = f"{trajectory.months} month" + ("" if trajectory.months == 1 else "s")
    if trajectory.closed:
        return f"{stage} for {months} when it closed on {shown(trajectory.until)}"
    return f"{stage} for {months} · as at {shown(trajectory.until)}"
