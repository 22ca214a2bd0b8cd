"""What the lists of the People page have in common: a table with keys, its row of buttons, and a line that asks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.people.deeds import Deeds
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.widgets import EmptyState, Muted, quiet_button

Offer = tuple[str, str, str]
ADD, CONFIRM, END, CORRECT, OPEN = "A", "C", "E", "F2", "Enter"


class Side(QWidget):
    """One list of a group as at a day. `offers` are the keys with their words and what they do."""

    # What the list is called, the columns of its table, what its keys do, and what it says while it is empty.
    title = ""
    columns: tuple[Column, ...] = ()
    offers: tuple[Offer, ...] = ()
    nothing = ""
    # The word on the button that adds to the list; "" if nothing can be added here.
    adding = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.deeds = Deeds(desk)
        self.group_id = ""
        self.day = date.min
        self.table = HeadedTable(self.columns, lambda row: str(row.id), lambda name, rows: name)
        letters = "".join(key for key in (*(key for key, _, _ in self.offers), ADD) if len(key) == 1)
        self.view = KeyedView(self.table, f"people {self.title.lower()}", letters, 10 * UNIT)
        self.foot = FootRow(self.offers)
        self.asking = Asking()
        self.note = Muted()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def snapshot(self) -> Snapshot:
        """The records as they stand now."""
        return self.desk.snapshot

    @property
    def chosen(self) -> list[Any]:
        """The rows that are chosen, from the top."""
        return self.view.chosen_rows

    def rows(self) -> Sequence[Any]:
        """The rows of the day."""
        raise NotImplementedError

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for; with Shift it asks for the day."""
        raise NotImplementedError

    def remark(self) -> str:
        """What is said above the list; "" for nothing."""
        return ""

    def show_on(self, group_id: str, day: date) -> None:
        """Shows a group as at a day."""
        if group_id != self.group_id:
            self.asking.leave()
        self.group_id, self.day = group_id, day
        self.refill()

    def refill(self) -> None:
        """Draws what the records say; what is chosen stays chosen."""
        self.table.set_rows(self.rows())
        self._stack.setCurrentIndex(0 if self.table.total else 1)
        self.foot.setVisible(bool(self.table.total))
        self.note.setText(self.remark())
        self.note.setVisible(bool(self.note.text()))
        self.show_chosen()

    def show_chosen(self) -> None:
        """Offers what can be done with the rows that are chosen."""
        self.foot.allow({key for key, _, _ in self.offers} if self.chosen else set())

    def ask_for_day(self, title: str, word: str, day: date, keep: Callable[[date], object]) -> None:
        """Asks for a day in a line of the page, then does it."""
        field = DayEdit("Day", self.snapshot, day)
        self.asking.ask(title, word, [("on", "Day", field)], lambda given: keep(given["on"]))

    def confirm(self, who: str, other_day: bool, keep: Callable[[date], object]) -> None:
        """Notes that something still holds: on the day in view, today where that is to come, or on a day asked for."""
        on = min(self.day, self.snapshot.today)
        if other_day:
            self.ask_for_day(f"On which day was it said that it still holds? {who}", "Confirm", on, keep)
        else:
            self.desk.attempt(lambda: keep(on))

    def go_to(self, person_id: str | None, agency_id: str | None) -> None:
        """Opens the page of the person; of the agency where there is nobody."""
        page, identity = ("person", person_id) if person_id else ("agency", agency_id)
        self.desk.go(Place(page, record_id=identity or ""))

    def filter(self, text: str) -> None:
        """Keeps the rows with these words."""
        self.table.set_filter(text)

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName(self.title)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        first = quiet_button(self.adding, icon_name="plus") if self.adding else None
        if first:
            first.clicked.connect(lambda: self.press(ADD))
        self.empty = EmptyState(self.nothing, first)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.note.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
        column.addWidget(self.asking)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(OPEN))
        self.view.selectionModel().selectionChanged.connect(self.show_chosen)
        self.asking.closed.connect(self.view.setFocus)
