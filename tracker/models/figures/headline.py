"""The headline on resources: what was delivered with a value in 12 months, and whose share is largest (§4.1, §4.2)."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.concentration import Concentration, concentration
from tracker.models.figures.shares import (
    NOT_ENOUGH,
    LargestShare,
    agencies_on,
    delivered_values,
    largest_share,
    year_before,
)
from tracker.models.figures.timeline_words import dollars
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Headline(Value):
    """Values in NZD by agency id, from the day `since` to the day `on`: members without any stand as 0.

    `largest` and `concentration` are None where fewer than half the `members` have such a value.
    """

    since: date
    on: date
    amounts: Mapping[str, Decimal]
    members: int
    with_value: int
    largest: LargestShare | None
    concentration: Concentration | None

    @property
    def n(self) -> int:
        """How many agencies are counted: the members, and who gave and has left since."""
        return len(self.amounts)

    @property
    def total(self) -> Decimal:
        """All values together, in NZD."""
        return sum(self.amounts.values(), Decimal(0))

    @property
    def coverage(self) -> str:
        """6 of 8 agencies with a value."""
        return f"{self.with_value} of {self.members} {'agency' if self.members == 1 else 'agencies'} with a value"

    @property
    def words(self) -> str:
        """Defence 70% of $1,800,000 delivered …, or not enough to tell and why."""
        told = f"{self.coverage}, {shown(self.since)} to {shown(self.on)}"
        return f"{self.largest.words} delivered, {told}" if self.largest else f"{NOT_ENOUGH}: {told}"

    @property
    def total_words(self) -> str:
        """$1,800,000."""
        return dollars(self.total)

    def share(self, agency_id: str | None) -> Fraction | None:
        """An agency's share, 0 where it gave nothing; None where there is not enough to tell."""
        return self.concentration.shares.get(agency_id or "", Fraction(0)) if self.concentration else None


def headline(snapshot: Snapshot, group_id: str, on: date | None = None) -> Headline:
    """The 12 months up to a day; whose share is largest is said as on every other page (`largest_share`)."""
    day = on or snapshot.today
    members = agencies_on(snapshot, group_id, day)
    values = delivered_values(snapshot, group_id, day)
    largest = largest_share(snapshot, group_id, day)
    amounts = {agency_id: values.get(agency_id, Decimal(0)) for agency_id in sorted(members | values.keys())}
    return Headline(
        since=year_before(day) + timedelta(days=1),
        on=day,
        amounts=amounts,
        members=len(members),
        with_value=sum(amounts[agency_id] > 0 for agency_id in members),
        largest=largest,
        concentration=concentration(amounts) if largest else None,
    )
