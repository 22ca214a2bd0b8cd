"""The desk: the one object that pages share. It holds the office and carries its news."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from tracker.models.mistake import Mistake
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.store.office import Office
from tracker.ui.place import Place


class Desk(QObject):
    """Pages ask it for records, hand it their changes, and hear from it what changed.

    `changed` carries the kinds of records that changed; each page decides whether that touches it.
    `place_requested` asks the window to go somewhere; `mistaken` and `said` carry a sentence for the line on top of the
    page: what went wrong, or what was done.
    """

    changed = Signal(frozenset)
    place_requested = Signal(Place)
    mistaken = Signal(str)
    said = Signal(str)

    def __init__(self, office: Office, last_start: datetime | None = None) -> None:
        super().__init__()
        self._office = office
        self._last_start = last_start
        office.listener = self.changed.emit

    @property
    def office(self) -> Office:
        """The open office."""
        return self._office

    @property
    def last_start(self) -> datetime | None:
        """When this person opened the office the time before; None at the first time."""
        return self._last_start

    @property
    def snapshot(self) -> Snapshot:
        """The records as they stand now."""
        return self._office.snapshot()

    def go(self, place: Place) -> None:
        """Asks the window to show a place."""
        self.place_requested.emit(place)

    def do(self, name: str, *saves: Record, removes: tuple[Record, ...] = ()) -> bool:
        """One step: saves and removals together, or nothing. A mistake is said in the page; returns whether it held."""

        def work() -> None:
            with self._office.step(name):
                self._office.remove(*removes)
                self._office.save(*saves)

        return self.attempt(work)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Runs something that may end in a mistake; says the mistake and returns False if it does."""
        try:
            work()
        except Mistake as mistake:
            self.mistaken.emit(mistake.sentence)
            return False
        return True
