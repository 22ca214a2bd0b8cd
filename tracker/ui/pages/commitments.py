"""All commitments: who promised what to whom by when, over all groups."""

from tracker.ui.commitments.pane import CommitmentsPane
from tracker.ui.desk import Desk
from tracker.ui.place import Place


class CommitmentsPage(CommitmentsPane):
    """The keyboard stands in the table: one key settles a promise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, over_all=True)

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self.take_focus()
