"""A drawing as a file: PNG, SVG or PDF, whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from tracker.models.mistake import Mistake

Paint = Callable[[QPainter], None]

_DOTS_PER_INCH = 96
# A PNG is drawn at 200 %, so that it stays sharp in a printed page; a very large one as it is, or it fills the memory.
_SHARPNESS = 2
_LARGE = 8_000_000
KINDS = {"PNG picture (*.png)": ".png", "SVG drawing (*.svg)": ".svg", "PDF page (*.pdf)": ".pdf"}


def save_drawing(path: Path, size: QSize, title: str, paint: Paint) -> None:
    """Draws into a file by the path's ending; `size` in pixels of 1/96 inch.

    Raises Mistake for another ending, or where it cannot be written.
    """
    writers = {".png": _write_png, ".svg": _write_svg, ".pdf": _write_pdf}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise Mistake(f"A picture cannot be saved as “{path.name}”: end its name in .png, .svg or .pdf.")
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".picture-") as folder:
            part = Path(folder) / path.name
            write(part, size, title, paint)
            part.replace(path)
    except OSError as error:
        raise Mistake(f"{path} cannot be written ({error.strerror}): choose another place.") from error


def _write_png(path: Path, size: QSize, title: str, paint: Paint) -> None:
    sharpness = _SHARPNESS if size.width() * size.height() <= _LARGE else 1
    image = QImage(size * sharpness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    with QPainter(image) as painter:
        paint(painter)
    if not image.save(str(path)):
        raise OSError(0, "the picture was refused")


def _write_svg(path: Path, size: QSize, title: str, paint: Paint) -> None:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(title)
    with QPainter(generator) as painter:
        paint(painter)


def _write_pdf(path: Path, size: QSize, title: str, paint: Paint) -> None:
    writer = QPdfWriter(str(path))
    points = QSizeF(size) * 72 / _DOTS_PER_INCH
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    with QPainter(writer) as painter:
        paint(painter)
