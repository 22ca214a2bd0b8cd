"""The questions of a group's context: what is noted of each, what is not yet, and why it is asked."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.context_gaps import Context
from tracker.models.guidance.context_help import CONTEXT_HELP
from tracker.ui.context.point_box import PointBox
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card


class PointsCard(Card):
    """`chosen` carries the key of the question that is to be noted or put right."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Context")
        self.boxes = {help.key: PointBox(help) for help in CONTEXT_HELP}
        self._lay_out()

    def show_context(self, context: Context) -> None:
        """Shows where each question stands: what presses first, then what is open."""
        self.set_title(f"Context   {context.words}")
        ordered = sorted(context.points, key=lambda point: (not point.pressing, not point.open))
        for place, point in enumerate(ordered):
            box = self.boxes[point.id]
            box.show_point(point)
            self._column.insertWidget(place, box)
        for before, after in pairwise(ordered):
            self.setTabOrder(self.boxes[before.id].button, self.boxes[after.id].button)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * UNIT, 0)
        column.setSpacing(3 * UNIT)
        for box in self.boxes.values():
            box.chosen.connect(self.chosen)
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its buttons take the keyboard, and it follows them.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("Questions of the context")
        area.setWidget(inside)
        self.body.addWidget(area, 1)
