"""Who puts in how much: agencies' shares of what was delivered (§4.1, §4.2)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution
from tracker.models.records.membership import Membership
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

NOT_ENOUGH = "not enough to tell"


@value
class LargestShare(Value):
    """The largest share of delivered contributions that carry a value, over 12 months. `value` and `total` in NZD."""

    agency_id: str
    agency: str
    value: Decimal
    total: Decimal

    @property
    def share(self) -> Decimal:
        """From 0 to 1."""
        return self.value / self.total

    @property
    def per_cent(self) -> str:
        """41%."""
        return f"{(self.share * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"

    @property
    def words(self) -> str:
        """Education 41% of $120,000."""
        return f"{self.agency} {self.per_cent} of ${self.total:,.0f}"


def largest_share(snapshot: Snapshot, group_id: str, on: date | None = None) -> LargestShare | None:
    """Whose share is largest in the 12 months up to a day; None if fewer than half the agencies carry a value."""
    day = on or snapshot.today
    values = delivered_values(snapshot, group_id, day)
    total = sum(values.values(), Decimal(0))
    if not enough_to_tell(values, agencies_on(snapshot, group_id, day)):
        return None
    largest = max(sorted(values), key=lambda agency_id: values[agency_id])
    return LargestShare(largest, snapshot.called(Agency, largest), values[largest], total)


def agencies_on(snapshot: Snapshot, group_id: str, day: date) -> frozenset[str]:
    """The ids of the agencies that have a seat in the group on that day."""
    seats = snapshot.of(Membership, group_id=group_id)
    return frozenset(seat.agency_id for seat in seats if seat.agency_id and seat.active_on(day))


def year_before(day: date) -> date:
    """The same day of the year before; 28 February for a leap day."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def enough_to_tell(values: Mapping[str, Decimal], members: Collection[str]) -> bool:
    """Whether anything was given that carries a value, and by no fewer than half the members (agency ids)."""
    giving = sum(values[agency_id] > 0 for agency_id in members if agency_id in values)
    return any(values.values()) and 2 * giving >= len(members)


def delivered_values(snapshot: Snapshot, group_id: str, day: date) -> dict[str, Decimal]:
    """NZD by agency id: what was delivered in the 12 months up to a day and carries a value."""
    values: dict[str, Decimal] = defaultdict(Decimal)
    after = year_before(day)
    for given in snapshot.of(Contribution, group_id=group_id):
        if given.agency_id and given.value_nzd and given.delivered_on and after < given.delivered_on <= day:
            values[given.agency_id] += given.value_nzd
    return values
