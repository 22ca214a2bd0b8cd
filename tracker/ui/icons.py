"""Icons: the drawn set in resources/icons in the colours of the theme, and the marks of the stages."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from tracker.models.figures.lane import Lane
from tracker.places import resources
from tracker.ui.style import current


def icon(name: str, colour: str = "", size: int = 18) -> QIcon:
    """An icon of the set by its file's name, without the ending; in the colour of text unless another is given."""
    # Loaded with the first icon that is drawn: no start waits for it.
    from PySide6.QtSvg import QSvgRenderer

    text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour or current().text).encode()))
    picture = _blank(size)
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return QIcon(picture)


def no_icon(size: int = 18) -> QIcon:
    """An empty one, which holds the room for an icon that comes later."""
    return QIcon(_blank(size))


def stage_icon(lane: Lane | None, size: int = 16, colour: str = "") -> QIcon:
    """The mark of a stage: its shape in its colour."""
    picture = _blank(size)
    with QPainter(picture) as painter:
        paint_mark(painter, QRectF(0, 0, size, size).adjusted(1, 1, -1, -1), lane, colour or current().lane(lane))
    return QIcon(picture)


def paint_mark(painter: QPainter, place: QRectF, lane: Lane | None, colour: str) -> None:
    """Paints the shape of a stage into a square: ■ ▲ ▼ ● ◆ ✕, and an empty ring where the stage was not clear."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lane is None or lane is Lane.FAILING:
        painter.setPen(
            QPen(QColor(colour), max(1.6, place.width() / 6), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawPath(mark_path(place, lane))
    painter.restore()


def mark_path(place: QRectF, lane: Lane | None) -> QPainterPath:
    """The outline of a stage's shape in a square. Failing and "not clear" are lines; the others are filled."""
    path = QPainterPath()
    if lane is None:
        path.addEllipse(place.adjusted(2, 2, -2, -2))
    elif lane is Lane.FORMING:
        path.addEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    elif lane is Lane.FUNCTIONING:
        path.addRect(place.adjusted(1, 1, -1, -1))
    elif lane is Lane.FAILING:
        cross = place.adjusted(2, 2, -2, -2)
        for start, end in ((cross.topLeft(), cross.bottomRight()), (cross.bottomLeft(), cross.topRight())):
            path.moveTo(start)
            path.lineTo(end)
    else:
        corners = _corners(place)[lane]
        path.moveTo(corners[0])
        for corner in corners[1:]:
            path.lineTo(corner)
        path.closeSubpath()
    return path


def _corners(place: QRectF) -> dict[Lane, tuple[QPointF, ...]]:
    centre = place.center()
    return {
        Lane.FLYING: (QPointF(centre.x(), place.top() + 1), place.bottomRight(), place.bottomLeft()),
        Lane.FRUSTRATION: (QPointF(centre.x(), place.bottom() - 1), place.topLeft(), place.topRight()),
        Lane.CROSSOVER: (
            QPointF(centre.x(), place.top()),
            QPointF(place.right(), centre.y()),
            QPointF(centre.x(), place.bottom()),
            QPointF(place.left(), centre.y()),
        ),
    }


def _blank(size: int) -> QPixmap:
    """Fine enough for the finest screen there is: a window may be moved to it."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
