"""The matrix, drawn: names and sums stay where the cells scroll."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import AccountabilityMatrix, ResultRow
from tracker.models.value import Value, value
from tracker.ui.accountability.cell import claimed_by_words, left_words, value_words
from tracker.ui.accountability.chip import paint_chip
from tracker.ui.accountability.matrix_sizes import AGENCY, CODE, FOOT, HEADER, NAME, MatrixSizes
from tracker.ui.style import SMALL, UNIT, Colours, current, font

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ELIDE = Qt.TextElideMode.ElideRight
_BOLD = QFont.Weight.DemiBold
_NO_LINE = "Without a line"
_LINE = 17


@value
class Drawn(Value):
    """What is drawn, and where the keyboard is: `chosen` are places (row, column), `at` the one it stands on."""

    matrix: AccountabilityMatrix
    rows: Sequence[ResultRow]
    columns: Sequence[LineColumn]
    sizes: MatrixSizes
    chosen: Collection[tuple[int, int]]
    at: tuple[int, int]
    focused: bool


def paint_matrix(painter: QPainter, drawn: Drawn) -> None:
    """Draws all that is in view."""
    sizes, colours = drawn.sizes, current()
    whole = QRect(0, 0, sizes.width, sizes.height)
    painter.fillRect(whole, QColor(colours.card))
    painter.setClipRect(QRect(0, HEADER, sizes.width, sizes.bottom - HEADER))
    for row in sizes.rows_in_view:
        if row % 2:
            ground = QRect(0, sizes.top(row), sizes.right + sizes.sums, sizes.row)
            painter.fillRect(ground, QColor(colours.stripe))
        _paint_name(painter, drawn, row, colours)
        _paint_sums(painter, drawn, row, colours)
    painter.setClipRect(QRect(sizes.names, HEADER, sizes.right - sizes.names, sizes.bottom - HEADER))
    for row in sizes.rows_in_view:
        for column in sizes.columns_in_view:
            _paint_cell(painter, drawn, row, column, colours)
    painter.setClipRect(QRect(sizes.names, 0, sizes.right - sizes.names, sizes.height))
    _paint_agencies(painter, drawn, colours)
    for column in sizes.columns_in_view:
        _paint_heading(painter, drawn, column, colours)
        _paint_total(painter, drawn, column, colours)
    painter.setClipRect(whole)
    _paint_frame(painter, drawn, colours)


def _paint_name(painter: QPainter, drawn: Drawn, place: int, colours: Colours) -> None:
    row, sizes = drawn.rows[place], drawn.sizes
    top = sizes.top(place) + (sizes.row - 2 * _LINE) // 2
    room = QRect(2 * UNIT, top, sizes.names - 4 * UNIT, _LINE)
    here = place == drawn.at[0] and drawn.focused
    painter.setFont(font(weight=_BOLD if here else QFont.Weight.Normal))
    painter.setPen(QColor(colours.text))
    _draw(painter, room, " ".join(row.result.name.split()), _LEFT)
    painter.setFont(font(SMALL))
    painter.setPen(QColor(colours.warning if row.restricted else colours.muted))
    _draw(painter, room.translated(0, _LINE - 1), value_words(row), _LEFT)


def _paint_sums(painter: QPainter, drawn: Drawn, place: int, colours: Colours) -> None:
    row, sizes = drawn.rows[place], drawn.sizes
    painter.setFont(font(weight=_BOLD if row.over else QFont.Weight.Normal))
    painter.setPen(QColor(colours.danger if row.over else colours.muted))
    left = sizes.left_over(place)
    if row.over:
        upper = QRect(left.left(), left.top() + (sizes.row - 2 * _LINE) // 2, left.width() - 2 * UNIT, _LINE)
        _draw(painter, upper, left_words(row), _RIGHT)
        painter.setFont(font(SMALL))
        _draw(painter, upper.translated(0, _LINE - 1), "over", _RIGHT)
    else:
        _draw(painter, left.adjusted(0, 0, -2 * UNIT, 0), left_words(row), _RIGHT)
    painter.setFont(font())
    painter.setPen(QColor(colours.danger if row.unmapped else colours.text))
    _draw(painter, sizes.claimed(place).adjusted(2 * UNIT, 0, -UNIT, 0), claimed_by_words(row), _LEFT)


def _paint_cell(painter: QPainter, drawn: Drawn, row: int, column: int, colours: Colours) -> None:
    place = drawn.sizes.cell(row, column)
    if (row, column) in drawn.chosen and drawn.focused:
        painter.fillRect(place, QColor(colours.accent_soft))
    if (row, column) == drawn.at:
        painter.setPen(QPen(QColor(colours.link if drawn.focused else colours.edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(1, 1, -1, -1))
    claim = drawn.rows[row].cells.get(drawn.columns[column].key)
    if claim is not None:
        paint_chip(painter, _chip_place(place), claim, colours)


def _paint_agencies(painter: QPainter, drawn: Drawn, colours: Colours) -> None:
    """Each agency over its lines, where these are in view."""
    sizes, first = drawn.sizes, 0
    while first < len(drawn.columns):
        last = first
        while last + 1 < len(drawn.columns) and _over(drawn.columns[last + 1]) == _over(drawn.columns[first]):
            last += 1
        left, right = max(sizes.names, sizes.left(first)), min(sizes.right, sizes.left(last + 1))
        if right > left:
            if first:
                painter.setPen(QColor(colours.edge))
                painter.drawLine(sizes.left(first), UNIT, sizes.left(first), sizes.bottom + FOOT)
            painter.setFont(font(SMALL, _BOLD))
            here = first <= drawn.at[1] <= last and drawn.focused
            painter.setPen(QColor(colours.link if here else colours.text))
            column = drawn.columns[first]
            room = QRect(left + 2, 0, right - left - 4, AGENCY)
            name = column.agency if column.line else _NO_LINE
            fits = painter.fontMetrics().horizontalAdvance(name) <= room.width()
            _draw(painter, room, name if fits else column.agency_code if column.line else "No line", _CENTRE)
        first = last + 1


def _paint_heading(painter: QPainter, drawn: Drawn, place: int, colours: Colours) -> None:
    """The line's name in two short lines, and its code."""
    sizes, column = drawn.sizes, drawn.columns[place]
    here = place == drawn.at[1] and drawn.focused
    room = QRect(sizes.left(place) + 2, AGENCY, sizes.column - 3, NAME // 2)
    painter.setPen(QColor(colours.text if here else colours.muted))
    painter.setFont(font(SMALL))
    name = f"All of {column.name}" if column.whole else column.name if column.line else column.agency
    lines = _two_lines(name, QFontMetrics(font(SMALL)), room.width())
    top = NAME // 4 if len(lines) == 1 else 0
    for number, line in enumerate(lines):
        _draw(painter, room.translated(0, top + number * NAME // 2), line, _CENTRE)
    painter.setFont(font(SMALL, _BOLD if here else QFont.Weight.Normal))
    _draw(painter, QRect(room.left(), AGENCY + NAME, room.width(), CODE - 2), column.code, _CENTRE)


def _paint_total(painter: QPainter, drawn: Drawn, place: int, colours: Colours) -> None:
    """Distinct results; a line that nothing feeds says so."""
    sizes, column = drawn.sizes, drawn.columns[place]
    total = drawn.matrix.totals.get(column.key, 0)
    unfed = column.line is not None and not column.fed
    painter.setFont(font(SMALL, _BOLD))
    painter.setPen(QColor(colours.warning if unfed else colours.text if total else colours.muted))
    room = QRect(sizes.left(place), sizes.bottom, sizes.column, FOOT)
    _draw(painter, room, "nothing" if unfed else f"{total:,}" if total else "–", _CENTRE)


def _paint_frame(painter: QPainter, drawn: Drawn, colours: Colours) -> None:
    """The lines around the cells, and what stands over and beside them."""
    sizes = drawn.sizes
    painter.setPen(QColor(colours.edge))
    end = sizes.right + sizes.sums
    for height in (HEADER - 1, sizes.bottom):
        painter.drawLine(0, height, end, height)
    # Where cells go on beyond what is in view, an edge says so.
    for left, goes_on in ((sizes.names, sizes.across > 0), (sizes.right, sizes.across < sizes.most_across)):
        if goes_on:
            painter.drawLine(left, 0, left, sizes.bottom + FOOT)
    painter.setFont(font(SMALL, _BOLD))
    painter.setPen(QColor(colours.muted))
    head = HEADER - CODE
    _draw(painter, QRect(2 * UNIT, head, sizes.names - 4 * UNIT, CODE - 2), "Result", _LEFT)
    over, claimed = sizes.left_over(0), sizes.claimed(0)
    _draw(painter, QRect(over.left(), head, over.width() - 2 * UNIT, CODE - 2), "Left over", _RIGHT)
    _draw(painter, QRect(claimed.left() + 2 * UNIT, head, claimed.width(), CODE - 2), "Claimed by", _LEFT)
    words = "Results on the line"
    _draw(painter, QRect(2 * UNIT, sizes.bottom, sizes.names - 4 * UNIT, FOOT), words, _LEFT)


def _chip_place(cell: QRect) -> QRectF:
    """In the middle of its cell, as high as its words need."""
    place = QRectF(cell).adjusted(5, 0, -5, 0)
    place.setHeight(min(cell.height() - 12.0, 7.0 * UNIT))
    place.moveCenter(QRectF(cell).center())
    return place


def _two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """As many words in the first line as fit, and the rest below; each is cut by itself where it must be."""
    parts = words.split()
    first = parts[:1]
    for part in parts[1:]:
        if metrics.horizontalAdvance(" ".join((*first, part))) > width:
            break
        first.append(part)
    return [" ".join(line) for line in (first, parts[len(first) :]) if line]


def _over(column: LineColumn) -> str:
    """What stands over columns together: the agency, or that there is no line."""
    return column.agency_id if column.line else _NO_LINE


def _draw(painter: QPainter, room: QRect, words: str, align: Qt.AlignmentFlag) -> None:
    painter.drawText(room, align, painter.fontMetrics().elidedText(words, _ELIDE, max(0, room.width())))
