"""What nobody has confirmed for half a year, of one agency or one person: a key says that it still holds."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from tracker.models.confirming import Unconfirmed, confirmed
from tracker.models.records import Membership, Role
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.table import Column
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Button, EmptyState, quiet_button
from tracker.ui.words import UNDO_HINT, count, in_quotes

CONFIRM = "C"


class ConfirmCard(TableCard):
    """C confirms all that are chosen as of today, in one step. The card is there only while something waits."""

    def __init__(self, desk: Desk, name: str, *, with_people: bool) -> None:
        self._desk = desk
        what = partial(_what, with_people=with_people)
        columns = (
            Column("Seat or role", what, width=180, least=110, share=3, bold=True),
            Column("Confirmed", lambda one: one.since, _since, width=150, least=112, share=1),
        )
        self.table = HeadedTable(columns, lambda one: str(one.id), lambda words, rows: words)
        self.keyed = KeyedView(self.table, name, CONFIRM)
        self.keyed.setItemDelegate(LinesDelegate(self.keyed))
        self.button = _button()
        super().__init__("To confirm", self.keyed, EmptyState("Nothing waits to be confirmed."), self.button)
        self.button.clicked.connect(self.confirm)
        self.keyed.key_typed.connect(self.confirm)

    def show_waiting(self, waiting: Sequence[Unconfirmed]) -> None:
        """Shows what waits; without anything the card goes."""
        self.table.set_rows(waiting)
        self.keyed.choose_first()
        self.setVisible(bool(waiting))

    def confirm(self) -> None:
        """Says of all that are chosen that they still hold."""
        chosen: list[Unconfirmed] = self.keyed.chosen_rows
        if chosen:
            self._desk.attempt(lambda: self._confirm(chosen))

    def _confirm(self, chosen: Sequence[Unconfirmed]) -> None:
        today = self._desk.snapshot.today
        saves = [_confirmed(one.held, today) for one in chosen]
        one = "a role" if isinstance(chosen[0].held, Role) else "a seat"
        with self._desk.office.step(f"confirm {one if len(chosen) == 1 else _several(chosen)}"):
            self._desk.office.save(*saves)
        first = f"{chosen[0].what}, {chosen[0].group}"
        what = in_quotes(first) if len(chosen) == 1 else _several(chosen)
        self._desk.said.emit(f"Confirmed today: {what}. {UNDO_HINT}")


def _button() -> Button:
    made = quiet_button(f"Confirm   {CONFIRM}")
    made.setProperty("small", True)
    made.setAccessibleName("Confirm")
    made.setToolTip("What is chosen still holds, as of today. Shift and arrows choose several")
    return made


def _confirmed(held: Membership | Role, on: date) -> Membership | Role:
    # Twice the same words: what goes in as a role comes out as one.
    if isinstance(held, Role):
        return confirmed(held, on)
    return confirmed(held, on)


def _several(chosen: Sequence[Unconfirmed]) -> str:
    return count(len(chosen), "seat or role", "seats and roles")


def _what(one: Unconfirmed, *, with_people: bool) -> str:
    who = f"{one.who} · " if with_people and one.who else ""
    return f"{one.what}\n{who}{one.group}"


def _since(one: Unconfirmed) -> str:
    if one.held.confirmed_on:
        day, _, ago = one.words.removeprefix("Last confirmed ").partition(", ")
        return f"{day}\n{ago}"
    words, _, since = one.words.partition(", ")
    return f"{words}\n{since}"
