"""The cards above the lists: the trio and the ladder, and in a wide window also what is needed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui.people.ladder_card import LadderCard
from tracker.ui.people.trio_card import TrioCard
from tracker.ui.people.variety_card import VarietyCard
from tracker.ui.style import UNIT

# From this width on what is needed has room beside the others.
_WIDE = 330 * UNIT
_LEAST = 80 * UNIT


class TopRow(QWidget):
    """Its height is set by the page: as much as the lists below can spare."""

    def __init__(self) -> None:
        super().__init__()
        self.trio, self.ladder, self.variety = TrioCard(), LadderCard(), VarietyCard()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3 * UNIT)
        # The names of people need more room than rails, which can be scrolled.
        for card, share in ((self.trio, 11), (self.ladder, 10), (self.variety, 10)):
            card.setMinimumWidth(_LEAST)
            self._row.addWidget(card, share)
        self.variety.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self.variety.setVisible(wide)
        self._row.setStretch(1, 12 if wide else 10)
