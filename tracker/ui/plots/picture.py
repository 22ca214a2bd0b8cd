"""A plot as a picture in a file: PNG, SVG or PDF, with its name, its legend and the day it shows."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView

from tracker.models.dates import shown
from tracker.models.figures.trajectory import Trajectory
from tracker.models.mistake import Mistake
from tracker.ui.plots.legend import HEIGHT, paint_legend
from tracker.ui.style import NORMAL, SMALL, UNIT, Colours, font

_MARGIN = 4 * UNIT
_HEADING = 12 * UNIT
_DOTS_PER_INCH = 96
# A PNG is drawn at 200 %, so that it stays sharp in a printed page.
_SHARPNESS = 2


def save_picture(plot: QGraphicsView, trajectory: Trajectory, colours: Colours, path: Path, size: QSize) -> None:
    """Draws a plot that is not shown anywhere into a file; the file is there whole, or not at all."""
    writers = {".png": _write_png, ".svg": _write_svg, ".pdf": _write_pdf}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise Mistake(f"A picture cannot be saved as “{path.name}”: end its name in .png, .svg or .pdf.")
    _lay_out(plot, size)
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".picture-") as folder:
            part = Path(folder) / path.name
            write(plot, trajectory, colours, part, size)
            part.replace(path)
    except OSError as error:
        raise Mistake(f"{path} cannot be written ({error.strerror}): choose another place.") from error


def _lay_out(plot: QGraphicsView, size: QSize) -> None:
    """Gives the plot its size as if it were on a screen: Qt lays out only what is shown."""
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(size.width() - 2 * _MARGIN, size.height() - 2 * _MARGIN - _HEADING - HEIGHT)
    plot.show()


def _write_png(plot: QGraphicsView, trajectory: Trajectory, colours: Colours, path: Path, size: QSize) -> None:
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    with QPainter(image) as painter:
        _paint(painter, plot, trajectory, colours, size)
    if not image.save(str(path)):
        raise OSError(0, "the picture was refused")


def _write_svg(plot: QGraphicsView, trajectory: Trajectory, colours: Colours, path: Path, size: QSize) -> None:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(f"Trajectory of {trajectory.name}")
    with QPainter(generator) as painter:
        _paint(painter, plot, trajectory, colours, size)


def _write_pdf(plot: QGraphicsView, trajectory: Trajectory, colours: Colours, path: Path, size: QSize) -> None:
    writer = QPdfWriter(str(path))
    points = QSizeF(size) * 72 / _DOTS_PER_INCH
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(f"Trajectory of {trajectory.name}")
    with QPainter(writer) as painter:
        _paint(painter, plot, trajectory, colours, size)


def _paint(painter: QPainter, plot: QGraphicsView, trajectory: Trajectory, colours: Colours, size: QSize) -> None:
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), QColor(colours.card))
    width = size.width() - 2 * _MARGIN
    painter.setFont(font(NORMAL, QFont.Weight.DemiBold))
    painter.setPen(QColor(colours.text))
    painter.drawText(QRectF(_MARGIN, _MARGIN, width, 20), Qt.AlignmentFlag.AlignVCenter, trajectory.name)
    painter.setFont(font(SMALL))
    painter.setPen(QColor(colours.muted))
    painter.drawText(QRectF(_MARGIN, _MARGIN + 20, width, 20), Qt.AlignmentFlag.AlignVCenter, _under_title(trajectory))
    place = QRectF(QPointF(_MARGIN, _MARGIN + _HEADING), QSizeF(plot.size()))
    plot.render(painter, place, plot.viewport().rect())
    paint_legend(painter, QPointF(_MARGIN, size.height() - _MARGIN - HEIGHT), colours)


def _under_title(trajectory: Trajectory) -> str:
    now = trajectory.now
    if now is None:
        return "No stage has been judged yet"
    stage = now.lane.label if now.lane else "Stage not clear"
    months = f"{trajectory.months} month" + ("" if trajectory.months == 1 else "s")
    if trajectory.closed:
        return f"{stage} for {months} when it closed on {shown(trajectory.until)}"
    return f"{stage} for {months} · as at {shown(trajectory.until)}"
