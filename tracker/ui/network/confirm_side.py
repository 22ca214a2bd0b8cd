"""To confirm: seats and roles that nobody has confirmed for half a year, over all groups; one key confirms them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLineEdit

from tracker.models.confirming import Unconfirmed, confirmed, unconfirmed
from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records import Membership, Role
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.network.confirm_columns import by_group, confirm_columns, heading_words, named
from tracker.ui.network.group_combo import GroupCombo
from tracker.ui.network.side import NetworkSide
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.widgets import EmptyState
from tracker.ui.words import UNDO_HINT, count

CONFIRM, WHOLE, OPEN = "C", "G", "Enter"
_OFFERS = (
    (CONFIRM, "Confirm", "Still holds, as of today. With Shift: as of another day"),
    (WHOLE, "Choose the whole group", "Chooses everything in this list of the chosen one's group"),
    (OPEN, "Open", "Goes to it on the group's page, to put it right or to end it"),
)
_HINT = "Shift: another day. Shift and arrows choose several."
_NOBODY = "Seats and roles stand here once nobody has confirmed them for six months."
_NOTHING = "Every seat and every role has been confirmed, or began, within the last six months."


class ConfirmSide(NetworkSide):
    """C confirms all that are chosen in one step; what is confirmed leaves the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter = QLineEdit()
        self.which = GroupCombo()
        self.by = KeyedCombo("Show by", 34)
        self.by.offer([("group", "By group"), ("list", "Oldest first")])
        self.table = HeadedTable(confirm_columns(), lambda one: str(one.id), heading_words)
        self.view = KeyedView(self.table, "to-confirm", CONFIRM + WHOLE)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self._empty = EmptyState(_NOTHING)
        self.foot = FootRow(_OFFERS, _HINT)
        self.asking = Asking()
        self._lay_out()
        self._connect()
        self._part()

    @property
    def chosen(self) -> list[Unconfirmed]:
        """What is chosen, from the top."""
        return self.view.chosen_rows

    @property
    def summary(self) -> tuple[str, str]:
        listed = unconfirmed(self._desk.snapshot, group_id=self.which.group_id)
        as_at = f"as at {shown(self._desk.snapshot.today)}"
        if not listed:
            return f"Nothing waits to be confirmed · {as_at}", ""
        groups = count(len({one.group_id for one in listed}), "group")
        what = count(len(listed), "seat or role", "seats and roles")
        return f"{what} in {groups} not confirmed for six months: people move without a word (§1.1) · {as_at}", ""

    def refill(self) -> None:
        self.which.offer_groups(self._desk.snapshot)
        self.table.set_rows(unconfirmed(self._desk.snapshot, group_id=self.which.group_id))
        self._empty.say(_NOTHING if self._desk.snapshot.of(Membership) else _NOBODY)
        self.foot.setVisible(bool(self.table.total))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        self.view.setFocus()

    def lead_to(self, identity: str) -> bool:
        if not self.table.index_of(identity).isValid():
            return False
        self.view.choose(identity)
        return True

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with what is chosen."""
        chosen = self.chosen
        if not chosen:
            return
        if key == WHOLE:
            self._choose_group(chosen[0].group_id)
        elif key == OPEN:
            self._go_to_group(chosen[0].group_id, "people", chosen[0].id)
        elif other_day:
            self._ask_for_day(chosen)
        else:
            self._desk.attempt(lambda: self._confirm(chosen, self._desk.snapshot.today))

    def _lay_out(self) -> None:
        card = FilteredCard("To confirm", self.view, self._empty, self.filter, [self.which, self.by])
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._column.addWidget(card)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self._narrow)
        self.by.currentIndexChanged.connect(self._part)
        self.view.opened.connect(lambda: self.press(OPEN))
        self.view.key_typed.connect(self.press)
        self.foot.chosen.connect(self.press)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.asking.closed.connect(self.view.setFocus)

    def _part(self) -> None:
        self.table.set_part(by_group if self.by.key == "group" else None)
        self.view.choose_first()

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _narrow(self) -> None:
        self.refill()
        self.summary_changed.emit()

    def _show_chosen(self) -> None:
        self.foot.allow({CONFIRM, WHOLE, OPEN} if self.chosen else set())

    def _choose_group(self, group_id: str) -> None:
        model, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for place, row in enumerate(self.table.rows):
            if isinstance(row, Unconfirmed) and row.group_id == group_id:
                model.select(self.table.index(place, 0), flags.Select | flags.Rows)

    def _ask_for_day(self, chosen: Sequence[Unconfirmed]) -> None:
        snapshot = self._desk.snapshot
        day = DayEdit("The day", snapshot, snapshot.today, past=True)
        self.asking.ask(
            f"Confirmed on which day? {named(chosen)}",
            "Confirm",
            [("on", "Day", day)],
            lambda given: self._confirm(chosen, given["on"]),
        )

    def _confirm(self, chosen: Sequence[Unconfirmed], on: date) -> None:
        """Raises Mistake, with nothing changed, if one of them did not hold on that day."""
        snapshot = self._desk.snapshot
        if on > snapshot.today:
            raise Mistake(f"{shown(on)} is still to come: give the day on which somebody said so.")
        saves = [held for one in chosen if (held := _confirmed(snapshot, one, on))]
        after = self._next_after(chosen)
        what = "a role" if isinstance(chosen[0].held, Role) else "a seat"
        with self._desk.office.step(f"confirm {what if len(chosen) == 1 else named(chosen)}"):
            self._desk.office.save(*saves)
        day = "today" if on == snapshot.today else f"on {shown(on)}"
        self._desk.said.emit(f"Confirmed {day}: {named(chosen)}. {UNDO_HINT}")
        if after:
            self.view.choose(after)
        self.view.choose_first()

    def _next_after(self, chosen: Sequence[Unconfirmed]) -> str | None:
        """What stands below those chosen, or else above; None if there is nothing."""
        things, ids = self.table.things, {one.id for one in chosen}
        places = [place for place, one in enumerate(things) if one.id in ids]
        if not places:
            return None
        order = [*things[max(places) + 1 :], *reversed(things[: max(places)])]
        return next((one.id for one in order if one.id not in ids), None)


def _confirmed(snapshot: Snapshot, one: Unconfirmed, on: date) -> Membership | Role | None:
    """As it stands now, confirmed: a day may have been asked for while something else was done."""
    if isinstance(one.held, Role):
        role = snapshot.find(Role, one.id)
        return confirmed(role, on) if role else None
    seat = snapshot.find(Membership, one.id)
    return confirmed(seat, on) if seat else None
