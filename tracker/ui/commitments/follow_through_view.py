"""How promises are kept, as counts to talk about: by agency and quarter, and who gives promises to whom (§4.3)."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.models.figures.follow_through import by_agency, by_quarter, follow_through
from tracker.models.figures.giving import giving
from tracker.ui.cells import LinesDelegate
from tracker.ui.commitments.giving_table import GivingTable
from tracker.ui.commitments.kept_table import KeptTable
from tracker.ui.desk import Desk
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, Muted

_WIDE = 360 * UNIT
_KEPT = "Kept of fallen due, overdue counted as not kept; agencies as they joined, never ranked (§4.3)."
_KEPT_ALL = "Kept of fallen due, overdue counted as not kept; agencies by name, never ranked (§4.3)."
_GIVEN = "How many promises each gave to whom, whatever became of them."


class FollowThroughView(QWidget):
    """Two tables, one below the other or side by side where there is room. Neither can be sorted into a ranking."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.kept, self.giving = KeptTable(), GivingTable()
        self.view = _view(self.kept)
        self.giving_view = _view(self.giving)
        self._note = Muted()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lay_out()

    def show_group(self, group_id: str) -> None:
        """Counts for a group; "" counts over all."""
        snapshot, group = self._desk.snapshot, group_id or None
        self.kept.show_counts(
            follow_through(snapshot, group_id=group), by_quarter(snapshot, group_id=group), by_agency(snapshot, group)
        )
        self.giving.show_giving(giving(snapshot, group))
        self._note.setText(_KEPT if group_id else _KEPT_ALL)
        for view in (self.view, self.giving_view):
            view.fit_columns()
            if view.chosen_row is None and view.table.rows:
                view.choose(view.table.key_at(view.table.index(0, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        kept = CountsCard(
            "Follow-through",
            self.view,
            EmptyState("Once promises have fallen due, it stands here how many were kept, by agency and quarter."),
        )
        kept.body.addWidget(self._note)
        given = CountsCard(
            "Who gives promises to whom",
            self.giving_view,
            EmptyState("Once promises are made, it stands here who made them to whom."),
        )
        given.body.addWidget(Muted(_GIVEN))
        self._box.addWidget(kept, 1)
        self._box.addWidget(given, 1)


def _view(table: KeptTable | GivingTable) -> TableView:
    view = TableView(table, row_height=11 * UNIT if isinstance(table, KeptTable) else 8 * UNIT)
    view.setItemDelegate(LinesDelegate(view))
    # Sorted by how much was kept it would be a league table.
    view.setSortingEnabled(False)
    return view
