"""A group's Commitments: its promises, its balls, and how promises are kept."""

from tracker.ui.commitments.pane import CommitmentsPane
from tracker.ui.desk import Desk


class CommitmentsTab(CommitmentsPane):
    """The same as the page of all commitments, of one group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, over_all=False)
