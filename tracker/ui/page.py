"""What every page is: a widget that shows a place and decides for itself which news touch it."""

from PySide6.QtWidgets import QWidget

from tracker.models.records.record import Record
from tracker.ui.desk import Desk
from tracker.ui.place import Place


class Page(QWidget):
    """A page of the window. A page overrides `touched_by`, `show_place` and `refill`.

    Pages are made when first visited; `refill` draws what the snapshot says and keeps what the person has typed.
    """

    # The kinds of records that this page shows; empty means all.
    kinds: frozenset[type[Record]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = False
        desk.changed.connect(self._hear)

    @property
    def heading(self) -> str:
        """What the page is called in the window's title and in the history of places."""
        return ""

    def touched_by(self, kinds: frozenset[type[Record]]) -> bool:
        """Whether a change of these kinds of records changes the page."""
        return not self.kinds or bool(self.kinds & kinds)

    def show_place(self, place: Place) -> None:
        """Goes to a place of this page and fills the page."""
        self.refill()

    def refill(self) -> None:
        """Draws what the records say now."""

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self._stale = False
            self.refill()

    def _hear(self, kinds: frozenset[type[Record]]) -> None:
        if not self.touched_by(kinds):
            return
        # A hidden page waits until it is seen: only the page in view pays for a change.
        if self.isVisible():
            self.refill()
        else:
            self._stale = True
