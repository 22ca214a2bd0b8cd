"""What the sides of People and agencies have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.desk import Desk
from tracker.ui.place import Place


class NetworkSide(QWidget):
    """One side of the page: filled when it is seen. `summary_changed` is sent when it is narrowed to something else."""

    summary_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def summary(self) -> tuple[str, str]:
        """What stands under the page's name while this side is in view, with its tone."""
        raise NotImplementedError

    def refill(self) -> None:
        """Draws what the snapshot says; what is chosen stays chosen."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Takes the keyboard, so that its keys work at once."""
        raise NotImplementedError

    def lead_to(self, identity: str) -> bool:
        """Chooses what has this id; returns whether there is such a thing here."""
        return False

    def _go_to_group(self, group_id: str | None, tab: str = "overview", record_id: str = "") -> None:
        self._desk.go(Place("group", group_id or "", tab, record_id))

    def _go_to_person(self, person_id: str | None) -> None:
        self._desk.go(Place("person", record_id=person_id or ""))

    def _go_to_agency(self, agency_id: str | None) -> None:
        self._desk.go(Place("agency", record_id=agency_id or ""))
