"""The connection ladder as a list: a row an agency, with who holds each level, who lost it, and where nobody was."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from tracker.models.figures.ladder import Ladder, Ladders
from tracker.ui.desk import Desk
from tracker.ui.people.columns import LADDER_COLUMNS
from tracker.ui.people.side import OPEN, Side

_DRAWING = "L"


class LaddersSide(Side):
    """The same facts as the drawing, in words."""

    drawing_requested = Signal()
    title = "Ladders"
    columns = LADDER_COLUMNS
    offers = ((OPEN, "Open", "The page of the agency"), (_DRAWING, "Drawing", "Back to the ladder as it is drawn"))
    nothing = "At which levels each agency is connected stands here once somebody has a seat (§6.1)."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._ladders: Ladders | None = None

    def take(self, ladders: Ladders) -> None:
        """Takes the ladders of a day, to be shown with the next filling."""
        self._ladders = ladders

    def rows(self) -> Sequence[Ladder]:
        return self._ladders.ladders if self._ladders else ()

    def remark(self) -> str:
        left_out = self._ladders.left_out if self._ladders else ()
        return f"Left out, having no levels: {', '.join(left_out)}" if left_out else ""

    def press(self, key: str, other_day: bool = False) -> None:
        if key == _DRAWING:
            self.drawing_requested.emit()
        elif key == OPEN and self.chosen:
            self.go_to(None, self.chosen[0].agency_id)
