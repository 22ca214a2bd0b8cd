"""A row of the table of people: a seat, whether it is taken on the day, and whether it waits for a word."""

from datetime import date

from tracker.models.confirming import unconfirmed
from tracker.models.figures.other_seats import other_seats
from tracker.models.figures.seats_on import SeatOn, SeatsOn
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class TableSeat(Value):
    """`present` tells that the seat is taken on the day in view, `stale` that nobody confirmed it for six months."""

    seat: SeatOn
    present: bool
    stale: bool

    @property
    def id(self) -> str:
        """The seat's id."""
        return self.seat.id


def table_seats(snapshot: Snapshot, group_id: str, seats: SeatsOn, *, others: bool) -> list[TableSeat]:
    """The rows of a day; with `others` also who left before it and who is to come after it."""
    stale = {one.id for one in unconfirmed(snapshot, seats.on, group_id=group_id)}
    rows = [TableSeat(seat, present=True, stale=seat.id in stale) for seat in seats.seats]
    if others:
        found = other_seats(snapshot, group_id, seats.on)
        rows += [TableSeat(seat, present=False, stale=False) for seat in (*found.to_come, *found.gone)]
    return rows


def has_others(snapshot: Snapshot, group_id: str, day: date) -> bool:
    """Whether anybody left before the day, or comes after it."""
    found = other_seats(snapshot, group_id, day)
    return bool(found.gone or found.to_come)
