"""The people at the table: who, for which agency, at what level, with which roles, and what they may promise."""

from collections.abc import Sequence

from tracker.models.figures.seats_on import SeatsOn
from tracker.models.records import Membership, Role
from tracker.ui.desk import Desk
from tracker.ui.moving.ways import Ways
from tracker.ui.people.columns import SEAT_COLUMNS
from tracker.ui.people.deeds import Held
from tracker.ui.people.side import ADD, CONFIRM, CORRECT, END, OPEN, Side
from tracker.ui.people.table_seat import TableSeat, table_seats
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.words import count

ROLE, TRANSFER, WHAT_IF = "R", "T", "W"


class SeatsSide(Side):
    """Enter opens the person, or the agency of a seat that nobody is named for."""

    title = "At the table"
    columns = SEAT_COLUMNS
    offers = (
        (OPEN, "Open", "The page of the person, or of the agency"),
        (CORRECT, "Correct", "The seat: its dates, and what may be promised"),
        (CONFIRM, "Confirm", "Seat and roles still hold, as somebody said today. With Shift: on another day"),
        (ROLE, "Add role", "A role for the chosen person, from the day in view"),
        (TRANSFER, "Transfer…", "The person leaves, and somebody takes over seat, roles and promises"),
        (WHAT_IF, "What if … leaves", "What would go with the person, before it happens"),
        (END, "End…", "The last day of the seat, and of the roles with it"),
    )
    nothing = "Who sits at the table, and for which agency, stands here."
    adding = "Add the first member"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._ways = Ways(desk, self)
        self._seats: SeatsOn | None = None
        self._others = False

    def show_seats(self, group_id: str, seats: SeatsOn, *, others: bool) -> None:
        """Shows the seats of a day; with `others` also who left before it or is to come."""
        self._seats, self._others = seats, others
        self.show_on(group_id, seats.on)

    def rows(self) -> Sequence[TableSeat]:
        if self._seats is None:
            return []
        return table_seats(self.snapshot, self.group_id, self._seats, others=self._others)

    def press(self, key: str, other_day: bool = False) -> None:
        if key == ADD:
            self._add()
        elif key == ROLE:
            self.add_role()
        elif key == CONFIRM and self.chosen:
            self._confirm(other_day)
        elif self.chosen:
            self._do(key, self.chosen[0])

    def add_role(self) -> None:
        """Asks for a new role, of the chosen person, from the day in view."""
        person_id = self.chosen[0].seat.seat.person_id if self.chosen else None
        add_record(self.desk, self, Role, group_id=self.group_id, person_id=person_id, from_on=self.day)

    def _add(self) -> None:
        made = add_record(self.desk, self, Membership, group_id=self.group_id, from_on=self.day)
        if made is not None:
            self.view.choose(made.id)

    def _do(self, key: str, row: TableSeat) -> None:
        seat = row.seat.seat
        if key == OPEN:
            self.go_to(seat.person_id, seat.agency_id)
        elif key == CORRECT:
            self.deeds.told(self.group_id, lambda: correct_record(self.desk, self, seat))
        elif key == END:
            self._ask_for_end(row)
        elif key in (TRANSFER, WHAT_IF) and not seat.person_id:
            self.desk.mistaken.emit("This seat is the agency's, and nobody is named for it: F2 names somebody.")
        elif key == TRANSFER:
            self._ways.transfer(seat.person_id or "", self.group_id)
        elif key == WHAT_IF:
            self._ways.what_if_leaves(seat.person_id or "", self.group_id)

    def _confirm(self, other_day: bool) -> None:
        rows = list(self.chosen)
        who = rows[0].seat.name if len(rows) == 1 else count(len(rows), "seat")
        held: list[Held] = [one for row in rows for one in (row.seat.seat, *row.seat.roles)]
        self.confirm(who, other_day, lambda on: self.deeds.confirm(held, on, who))

    def _ask_for_end(self, row: TableSeat) -> None:
        self.ask_for_day(
            f"Which is the last day of {row.seat.name} at the table?",
            "End",
            row.seat.until or self.day,
            lambda on: self.deeds.end_seat(self.snapshot.one(Membership, row.id), on, row.seat.name),
        )
