"""One of the five elements: what it rests on, each with a sign and a word for whether it is there."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from tracker.models.figures.five_elements import Element, ElementPoint
from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Card, Muted, label, link_button

_SIGN = 4 * UNIT
_THERE, _GAP = ("good", "circle-check"), ("warning", "circle-alert")


class ElementBox(Card):
    """`asked` carries the tab on which a gap is seen to."""

    asked = Signal(str)

    def __init__(self, element: Element) -> None:
        super().__init__(element.help.title)
        self._signs: list[tuple[QLabel, tuple[str, str]]] = []
        self._question = Muted(element.help.question)
        self.links: list[QWidget] = []
        self.words = [element.help.title, element.words, *(_line(point) for point in element.points)]
        self._lay_out(element)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_signs()

    def _lay_out(self, element: Element) -> None:
        self.header.addWidget(label(element.words, "muted"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for row, point in enumerate(element.points):
            sign, words = QLabel(), label(point.text)
            sign.setAccessibleName("There" if point.there else "A gap")
            sign.setToolTip("There" if point.there else "A gap")
            words.setWordWrap(True)
            self._signs.append((sign, _THERE if point.there else _GAP))
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, row, 1)
            if not point.there:
                grid.addWidget(self._link(point), row, 2, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(2 * UNIT)
        column.addWidget(self._question)
        column.addWidget(inside)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self._draw_signs()

    def _link(self, point: ElementPoint) -> QWidget:
        link = link_button("See to it")
        link.setAccessibleName(f"See to it: {point.text}")
        link.clicked.connect(partial(self.asked.emit, point.tab))
        self.links.append(link)
        return link

    def _draw_signs(self) -> None:
        for sign, (tone, name) in self._signs:
            sign.setPixmap(icon(name, getattr(current(), tone)).pixmap(_SIGN, _SIGN))


def _line(point: ElementPoint) -> str:
    return f"{'There' if point.there else 'A gap'}: {point.text}"
