"""Seats and roles of the group that nobody has confirmed for half a year: one key says that they still hold."""

from collections.abc import Sequence
from datetime import date

from tracker.models.confirming import Unconfirmed, unconfirmed
from tracker.models.records import Membership, Role
from tracker.ui.people.columns import CONFIRM_COLUMNS
from tracker.ui.people.side import CONFIRM, CORRECT, OPEN, Side
from tracker.ui.record_dialog import correct_record
from tracker.ui.words import count


class ConfirmSide(Side):
    """The oldest stands first; what is confirmed leaves the list, and the next is chosen."""

    title = "To confirm"
    columns = CONFIRM_COLUMNS
    offers = (
        (CONFIRM, "Confirm", "It still holds, as somebody said today. With Shift: on another day. Ctrl+A chooses all"),
        (CORRECT, "Correct", "It does not hold any more: its dates"),
        (OPEN, "Open", "The page of the person, or of the agency"),
    )
    nothing = "Every seat and role was confirmed in the last six months, or is newer than that."

    def rows(self) -> Sequence[Unconfirmed]:
        return unconfirmed(self.snapshot, self.day, group_id=self.group_id)

    def remark(self) -> str:
        return "Nobody has said for six months that these still hold. When people move, groups stall (§1.1)."

    def press(self, key: str, other_day: bool = False) -> None:
        if not self.chosen:
            return
        first = self.chosen[0].held
        if key == CONFIRM:
            self._confirm(other_day)
        elif key == CORRECT:
            self.deeds.told(self.group_id, lambda: correct_record(self.desk, self, first))
        elif key == OPEN:
            self.go_to(first.person_id, first.agency_id if isinstance(first, Membership) else None)

    def _confirm(self, other_day: bool) -> None:
        rows = list(self.chosen)
        who = _named(rows[0]) if len(rows) == 1 else count(len(rows), "entry", "entries")
        held: list[Membership | Role] = [row.held for row in rows]

        def keep(on: date) -> None:
            after = self._next_after(rows)
            self.deeds.confirm(held, on, who)
            if after:
                self.view.choose(after)
            self.view.choose_first()

        self.confirm(who, other_day, keep)

    def _next_after(self, rows: Sequence[Unconfirmed]) -> str:
        """The row below those that leave the list, else the one above."""
        things = self.table.things
        places = [things.index(row) for row in rows]
        left = [*things[max(places) + 1 :], *reversed(things[: max(places)])]
        return next((row.id for row in left if row not in rows), "")


def _named(row: Unconfirmed) -> str:
    return f"{row.who}, {row.what[:1].lower()}{row.what[1:]}" if row.who else row.what
