"""How the concentration of resources moved: largest share and effective partners at the ends of months or quarters.

Each figure is the headline of that day: what was delivered with a value in the 12 months before it (§4.1, §4.2).
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.balance import balance_day
from tracker.models.figures.concentration import concentration
from tracker.models.figures.share_words import per_cent
from tracker.models.figures.shares import NOT_ENOUGH, enough_to_tell, year_before
from tracker.models.figures.timeline_words import several
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class Step(Choice):
    """How far apart the points stand."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """1 or 3."""
        return 3 if self is Step.QUARTER else 1


@value
class BalancePoint(Value):
    """The headline of one day. `largest` (0 to 1), its agency and the partners are None where it is not enough to tell.

    `n` counts the agencies, `with_value` the members who gave something with a value, `members` them all, `entries`
    the contributions. `first_year` says that the group was not a year old, so that the 12 months are not full.
    """

    on: date
    largest: Fraction | None
    agency_id: str | None
    agency: str
    effective_partners: float | None
    n: int
    members: int
    with_value: int
    entries: int
    first_year: bool

    @property
    def words(self) -> str:
        """31 Mar 2008: Defence 70%, 1.9 effective partners of 8 (9 entries, 6 of 8 agencies with a value)."""
        agencies = "agency" if self.members == 1 else "agencies"
        counts = (
            f"{several(self.entries, 'entry', 'entries')}, {self.with_value} of {self.members} {agencies} with a value"
        )
        if self.largest is None:
            return f"{shown(self.on)}: {NOT_ENOUGH} ({counts})"
        partners = "" if self.effective_partners is None else f", {self.effective_partners:.1f} effective partners"
        return f"{shown(self.on)}: {self.agency} {per_cent(self.largest)}{partners} of {self.n} ({counts})"


@value
class BalanceOverTime(Value):
    """The points of one group, oldest first; the last one is the day itself, so that it says what the page says."""

    group_id: str
    step: Step
    points: tuple[BalancePoint, ...]

    @property
    def runs(self) -> tuple[tuple[BalancePoint, ...], ...]:
        """The points between the gaps: only these are joined by a line."""
        runs: list[list[BalancePoint]] = [[]]
        for point in self.points:
            if point.largest is not None:
                runs[-1].append(point)
            elif runs[-1]:
                runs.append([])
        return tuple(tuple(run) for run in runs if run)

    @property
    def begun(self) -> tuple[BalancePoint, ...]:
        """From the last point before anything was delivered with a value on; none where nothing ever was."""
        first = next((place for place, point in enumerate(self.points) if point.entries), None)
        return () if first is None else self.points[max(0, first - 1) :]

    @property
    def told(self) -> int:
        """At how many of the points there is enough to tell."""
        return sum(point.largest is not None for point in self.points)


def balance_over_time(
    snapshot: Snapshot, group_id: str, on: date | None = None, step: Step = Step.QUARTER
) -> BalanceOverTime:
    """From the group's start to a day, or to its last; nothing where nobody knows when it started.

    Raises KeyError if there is no such group.
    """
    group = snapshot.one(Group, group_id)
    until = balance_day(group, on or snapshot.today)
    if group.started_on is None:
        return BalanceOverTime(group_id, step, ())
    window, seats = _Window(snapshot, group_id), _Seats(snapshot, group_id)
    points = [_point(snapshot, day, group.started_on, (window, seats)) for day in _days(group.started_on, until, step)]
    return BalanceOverTime(group_id, step, tuple(points))


class _Window:
    """The values delivered in 12 months, moved on from day to day: each contribution comes in once and goes once."""

    def __init__(self, snapshot: Snapshot, group_id: str) -> None:
        given = snapshot.of(Contribution, group_id=group_id)
        self._dated = sorted(
            (
                (one.delivered_on, one.agency_id, one.value_nzd)
                for one in given
                if one.delivered_on and one.agency_id and one.value_nzd
            ),
            key=lambda each: each[:2],
        )
        self._days = [day for day, _, _ in self._dated]
        self._from = self._to = 0
        self._counts: dict[str, int] = {}
        self.values: dict[str, Decimal] = {}

    @property
    def entries(self) -> int:
        """How many contributions lie in it."""
        return self._to - self._from

    def move_to(self, day: date) -> None:
        """The 12 months up to a day, later than the one before."""
        last, first = bisect_right(self._days, day), bisect_right(self._days, year_before(day))
        for _, agency_id, amount in self._dated[self._to : last]:
            self._counts[agency_id] = self._counts.get(agency_id, 0) + 1
            self.values[agency_id] = self.values.get(agency_id, Decimal(0)) + amount
        for _, agency_id, amount in self._dated[self._from : first]:
            self._counts[agency_id] -= 1
            self.values[agency_id] -= amount
            if not self._counts[agency_id]:
                del self._counts[agency_id], self.values[agency_id]
        self._from, self._to = first, last


class _Seats:
    """Which agencies have a seat on a day, from the dates of all seats."""

    def __init__(self, snapshot: Snapshot, group_id: str) -> None:
        seats = snapshot.of(Membership, group_id=group_id)
        self._dated = {
            (seat.agency_id, seat.from_on, seat.to_on or date.max) for seat in seats if seat.agency_id and seat.from_on
        }

    def on(self, day: date) -> set[str]:
        return {agency_id for agency_id, first, last in self._dated if first <= day <= last}


def _days(start: date, until: date, step: Step) -> Iterator[date]:
    """The ends of the months or quarters from the start on, and the day itself."""
    year, month = start.year, -(-start.month // step.months) * step.months
    while (end := _month_end(year, month)) < until:
        yield end
        year, month = (year + 1, month + step.months - 12) if month + step.months > 12 else (year, month + step.months)
    if start <= until:
        yield until


def _month_end(year: int, month: int) -> date:
    return (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)) - timedelta(days=1)


def _point(snapshot: Snapshot, day: date, start: date, held: tuple[_Window, _Seats]) -> BalancePoint:
    window, seats = held
    window.move_to(day)
    members = seats.on(day)
    values = window.values
    amounts = {agency_id: values.get(agency_id, Decimal(0)) for agency_id in sorted(members | values.keys())}
    found = concentration(amounts) if enough_to_tell(values, members) else None
    agency_id, share = found.largest if found and found.largest else (None, None)
    return BalancePoint(
        on=day,
        largest=share,
        agency_id=agency_id,
        agency=snapshot.called(Agency, agency_id),
        effective_partners=found.effective_partners if found else None,
        n=len(amounts),
        members=len(members),
        with_value=sum(amounts[each] > 0 for each in members),
        entries=window.entries,
        first_year=year_before(day) < start,
    )
