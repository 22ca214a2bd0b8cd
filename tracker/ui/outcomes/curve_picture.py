"""The curve of an indicator as a picture in a file, under its name, its outcome, and what it says in words."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from tracker.models.figures.indicator_curve import IndicatorCurve
from tracker.ui.outcomes.curve_paint import CurvePaint
from tracker.ui.plots.picture import paint_heading
from tracker.ui.plots.picture_file import save_drawing
from tracker.ui.style import SMALL, UNIT, Colours, font

_SIZE = QSize(900, 520)
_MARGIN, _HEADING, _WORDS = 4 * UNIT, 12 * UNIT, 15 * UNIT


def save_curve(curve: IndicatorCurve, outcome: str, colours: Colours, path: Path) -> None:
    """Writes it as .png, .svg or .pdf. Raises Mistake for another ending, or where it cannot be written."""
    inside = QRectF(_MARGIN, _MARGIN, _SIZE.width() - 2 * _MARGIN, _SIZE.height() - 2 * _MARGIN)

    def paint(painter: QPainter) -> None:
        paint_heading(painter, (curve.indicator.name, outcome), colours, _SIZE)
        CurvePaint(curve, inside.adjusted(0, _HEADING, 0, -_WORDS), colours).paint(painter)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(colours.text))
        words = QRectF(inside.left(), inside.bottom() - _WORDS + 2 * UNIT, inside.width(), _WORDS - 2 * UNIT)
        said = "\n".join((curve.movement_sentence, curve.target_sentence, curve.turn_sentence))
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap, said)

    save_drawing(path, _SIZE, curve.indicator.name, paint)
