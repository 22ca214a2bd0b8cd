"""A group's context: what the world around it asks to be settled, its risks, and what stands in its way."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from tracker.models.figures.context_gaps import Context, ContextPoint, context
from tracker.models.records import Group
from tracker.ui.context.points_card import PointsCard
from tracker.ui.context.risks_view import RisksView
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import ask_for
from tracker.ui.style import UNIT
from tracker.ui.words import UNDO_HINT

# What is asked for when a question is noted.
_FIELDS = {
    "participation": ("participation", "participation_note"),
    "sharing": ("sharing_basis", "sharing_note"),
    "sign_out": ("sign_out",),
    "boundaries": ("boundaries",),
}
# From this width on the risks stand beside the questions with room to spare.
_WIDE = 240 * UNIT


class ContextSide(Page):
    """The questions on the left, risks and barriers on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._context: Context | None = None
        self.points = PointsCard()
        self.risks = RisksView(desk)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        self._box.addWidget(self.points, 2)
        self._box.addWidget(self.risks, 3)
        self.points.chosen.connect(self.note)

    @property
    def heading(self) -> str:
        return "Context"

    @property
    def words(self) -> str:
        """What is noted of the context, and what is open, in a line."""
        return f"{context(self.desk.snapshot, self._group_id).words} · {self.risks.words}" if self._context else ""

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            self.risks.lead_to(place.record_id)

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        self._context = context(self.desk.snapshot, self._group_id)
        self.points.show_context(self._context)
        self.risks.show_group(self._group_id)

    def note(self, key: str) -> None:
        """Asks for what belongs to a question, or leads to the risk that it is about."""
        point = self._point(key)
        if key not in _FIELDS:
            if point.leads:
                self.risks.lead_to(point.leads[0].id)
            return
        group = self.desk.snapshot.one(Group, self._group_id)
        title = point.help.title
        step = f"note the {title[:1].lower()}{title[1:]}" if key != "participation" else f"note {title}"
        if ask_for(self.desk, self, group, step, _FIELDS[key]) is not None:
            self.desk.said.emit(f"Noted: {title}. {UNDO_HINT}")

    def take_focus(self) -> None:
        """Gives the keyboard to the table, so that its keys work at once."""
        if self.risks.view.isVisible():
            self.risks.view.setFocus()
        else:
            self.risks.add.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._box.setStretch(0, 2 if wide else 3)
        self._box.setStretch(1, 3 if wide else 4)

    def _point(self, key: str) -> ContextPoint:
        assert self._context is not None
        return next(point for point in self._context.points if point.id == key)
