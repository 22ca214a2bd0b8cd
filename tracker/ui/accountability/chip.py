"""How a claim is drawn: a sign for the part, steps for its strength, its share; broken edges until the group agrees."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tracker.models.figures.apportioning import percent
from tracker.models.records.accountability import Mapping, MappingState, MappingType
from tracker.ui.style import SMALL, Colours, font

_SIGN, _STEP, _GAP = 9.0, 2.5, 5.0
_HALF = (MappingType.DELIVERED, MappingType.CO_DELIVERED, MappingType.FUNDED)
_CENTRE = Qt.AlignmentFlag.AlignCenter
_DISPUTED = "disputed"


def paint_chip(painter: QPainter, place: QRectF, claim: Mapping, colours: Colours) -> None:
    """Draws a claim into its cell."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if claim.live:
        _paint_live(painter, place, claim, colours)
    else:
        _paint_other(painter, place, claim, colours)
    painter.restore()


def paint_sign(painter: QPainter, centre: QPointF, part: MappingType | None, colour: QColor) -> None:
    """A full circle for who led, half a one for who did or paid for the work, an empty one for any other part."""
    circle = QRectF(centre.x() - _SIGN / 2, centre.y() - _SIGN / 2, _SIGN, _SIGN)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if part is MappingType.LEAD else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if part in _HALF:
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)


def paint_strength(painter: QPainter, place: QRectF, strength: int, colour: QColor) -> None:
    """Four steps, as many of them full as the strength says."""
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(4):
        height = place.height() * (step + 1) / 4
        tint = QColor(colour)
        tint.setAlphaF(1.0 if step < strength else 0.3)
        painter.setBrush(tint)
        painter.drawRect(QRectF(place.left() + step * (_STEP + 1), place.bottom() - height, _STEP, height))


def paint_cross(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """The sign of a claim that was withdrawn."""
    painter.setPen(QPen(colour, 1.6))
    for way in (-4, 4):
        painter.drawLine(centre + QPointF(-4, -way), centre + QPointF(4, way))


def ground_of(part: MappingType | None, colours: Colours) -> tuple[QColor, QColor]:
    """The ground and the colour of what stands on it."""
    if part is MappingType.LEAD:
        return QColor(colours.accent), QColor(colours.accent_text)
    if part in _HALF:
        return _mixed(colours.accent, colours.card, 0.42), QColor(colours.text)
    return QColor(colours.accent_soft), QColor(colours.text)


def _paint_live(painter: QPainter, place: QRectF, claim: Mapping, colours: Colours) -> None:
    ground, ink = ground_of(claim.type, colours)
    agreed = claim.state is MappingState.GROUP_AGREED
    painter.setBrush(ground)
    style = Qt.PenStyle.SolidLine if agreed else Qt.PenStyle.DashLine
    painter.setPen(Qt.PenStyle.NoPen if agreed else QPen(QColor(colours.text), 1.2, style))
    painter.drawRoundedRect(place, 5, 5)
    share = percent(claim.share_bp) if claim.share_bp is not None else ""
    size = font(SMALL, QFont.Weight.DemiBold if agreed else QFont.Weight.Normal)
    words = QFontMetrics(size).horizontalAdvance(share)
    steps = 4 * (_STEP + 1) + _GAP if claim.strength is not None else 0
    room = place.width() - 6
    whole = _SIGN + (words + _GAP if share else 0) + steps
    if whole > room and steps:
        whole, steps = whole - steps, 0
    left = place.left() + max(3, (place.width() - whole) / 2)
    paint_sign(painter, QPointF(left + _SIGN / 2, place.center().y()), claim.type, ink)
    left += _SIGN + _GAP
    if share:
        painter.setFont(size)
        painter.setPen(ink)
        painter.drawText(QRectF(left, place.top(), words + 2, place.height()), _CENTRE, share)
        left += words + _GAP
    if steps and claim.strength is not None:
        at = QRectF(left, place.center().y() - 5, 4 * (_STEP + 1), 10)
        paint_strength(painter, at, claim.strength, ink)


def _paint_other(painter: QPainter, place: QRectF, claim: Mapping, colours: Colours) -> None:
    """A claim that does not count: disputed with a red edge and the word, withdrawn with a cross."""
    is_disputed = claim.state is MappingState.DISPUTED
    ink = QColor(colours.danger if is_disputed else colours.muted)
    painter.setBrush(QColor(colours.danger_soft) if is_disputed else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(place, 5, 5)
    if not is_disputed:
        paint_cross(painter, place.center(), ink)
        return
    painter.setFont(font(SMALL))
    fits = painter.fontMetrics().horizontalAdvance(_DISPUTED) <= place.width() - 2
    painter.drawText(place, _CENTRE, _DISPUTED if fits else "?")


def _mixed(colour: str, ground: str, share: float) -> QColor:
    above, below = QColor(colour), QColor(ground)
    parts = (
        round(getattr(above, part)() * share + getattr(below, part)() * (1 - share))
        for part in ("red", "green", "blue")
    )
    return QColor(*parts)
