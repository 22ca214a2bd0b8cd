"""Contributions promised and delivered, by agency, kind and time; kinds are never added up (§4.1, §4.2, story 7)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.models.dates import shown
from tracker.models.figures.buckets import Bucket, Span, buckets_until
from tracker.models.figures.day_words import days_words
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.running import last_day
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.tally import NO_TALLY, Tally, added, tally
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution, Resource
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# So many columns each, unless the page asks for others.
_COLUMNS = {Span.MONTH: 12, Span.QUARTER: 8, Span.YEAR: 5}
# The place of what came before the first column.
_BEFORE = -1

_Part = dict[int, list[Contribution]]


class PutIn(NamedTuple):
    """What was promised and what was delivered in one span of time."""

    # A tuple, for a large group's board has some thousands of them.
    promised: Tally = NO_TALLY
    delivered: Tally = NO_TALLY

    def __bool__(self) -> bool:
        return bool(self.promised or self.delivered)

    @property
    def words(self) -> str:
        """Promised 40 hours; delivered 30 hours."""
        if not self.promised:
            return f"Delivered {self.delivered.words}" if self.delivered else ""
        delivered = f"; delivered {self.delivered.words}" if self.delivered else ""
        return f"Promised {self.promised.words}{delivered}"


NOTHING_PUT_IN = PutIn()


@value
class Outstanding(Value):
    """One thing that was promised and has not come: `days` since it was promised."""

    contribution: Contribution
    agency: str
    days: int

    @property
    def id(self) -> str:
        """The contribution's id."""
        return self.contribution.id

    @property
    def amount(self) -> str:
        """40 hours · $2,000; "" where no amount is given."""
        counted = tally([self.contribution])
        return "" if counted.bare else counted.words

    @property
    def words(self) -> str:
        """Police: A youth worker, 40 hours; promised 3 Mar 2008, 119 days ago."""
        what = ", ".join(filter(None, (self.contribution.text, self.amount))) or "no amount"
        since = f"promised {shown(self.contribution.promised_on)}, {days_words(self.days)} ago"
        return f"{self.agency}: {what}; {since}"


@value
class ContributionRow(Value):
    """One agency's contributions of one kind: a cell for each column, what came `before` them, and all in all."""

    agency_id: str
    agency: str
    kind: Resource
    before: PutIn
    cells: tuple[PutIn, ...]
    total: PutIn
    outstanding: Tally

    @property
    def id(self) -> str:
        """One for each agency and kind."""
        return f"{self.agency_id} {self.kind}"


@value
class KindTotal(Value):
    """One kind over all agencies; `agencies` of them delivered any of it, in units of its own."""

    kind: Resource
    total: PutIn
    outstanding: Tally
    agencies: int


@value
class ContributionBoard(Value):
    """A group's contributions up to a day: agencies as they joined, the oldest column first, kinds in their order.

    `nothing` names the agencies that sit in the group and of which nothing is noted. `outstanding` is promised and not
    delivered, the oldest first.
    """

    group_id: str
    on: date
    columns: tuple[Bucket, ...]
    rows: tuple[ContributionRow, ...]
    kinds: tuple[KindTotal, ...]
    outstanding: tuple[Outstanding, ...]
    nothing: tuple[str, ...]


def contribution_board(
    snapshot: Snapshot, group_id: str, on: date | None = None, *, span: Span = Span.QUARTER, columns: int | None = None
) -> ContributionBoard:
    """What each agency promised and delivered up to a day (today if none), by month, quarter or year.

    Raises KeyError if there is no such group.
    """
    day = on or snapshot.today
    group = snapshot.one(Group, group_id)
    buckets = buckets_until(span, day, columns or _COLUMNS[span])
    parts: dict[tuple[str, Resource], list[Contribution]] = {}
    for each in snapshot.of(Contribution, group_id=group_id):
        if each.agency_id and each.kind and (_by(each.promised_on, day) or _by(each.delivered_on, day)):
            parts.setdefault((each.agency_id, each.kind), []).append(each)
    agencies = agencies_in_order(snapshot, group_id)
    rows = tuple(
        _row(agency, kind, parts[agency.id, kind], buckets, day)
        for agency in agencies
        for kind in Resource
        if (agency.id, kind) in parts
    )
    seated, told = agencies_on(snapshot, group_id, last_day(group, day)), {row.agency_id for row in rows}
    return ContributionBoard(
        group_id=group_id,
        on=day,
        columns=buckets,
        rows=rows,
        kinds=_kind_totals(rows),
        outstanding=outstanding(snapshot, group_id, day),
        nothing=tuple(agency.called for agency in agencies if agency.id in seated and agency.id not in told),
    )


def outstanding(snapshot: Snapshot, group_id: str, on: date | None = None) -> tuple[Outstanding, ...]:
    """What was promised by a day (today if none) and had not come by then, the oldest promise first."""
    day = on or snapshot.today
    waiting = (
        (each.promised_on, each.id, each)
        for each in snapshot.of(Contribution, group_id=group_id)
        if each.promised_on and _waits(each, day)
    )
    return tuple(
        Outstanding(each, snapshot.called(Agency, each.agency_id), (day - promised_on).days)
        for promised_on, _, each in sorted(waiting, key=lambda one: one[:2])
    )


def _row(
    agency: Agency, kind: Resource, contributions: Sequence[Contribution], buckets: Sequence[Bucket], day: date
) -> ContributionRow:
    firsts = [bucket.first_day for bucket in buckets]
    promised = _by_place(((each.promised_on, each) for each in contributions), firsts, day)
    delivered = _by_place(((each.delivered_on, each) for each in contributions), firsts, day)
    before, *cells = (_put_in(place, promised, delivered) for place in range(_BEFORE, len(buckets)))
    return ContributionRow(
        agency_id=agency.id,
        agency=agency.called,
        kind=kind,
        before=before,
        cells=tuple(cells),
        total=_together((before, *cells)),
        outstanding=tally(each for each in contributions if _waits(each, day)),
    )


def _by_place(dated: Iterable[tuple[date | None, Contribution]], firsts: Sequence[date], day: date) -> _Part:
    """By the column in which the day lies; the columns begin with the days `firsts` and leave no gap."""
    found: _Part = {}
    for on, contribution in dated:
        if on and on <= day:
            found.setdefault(bisect_right(firsts, on) - 1, []).append(contribution)
    return found


def _put_in(place: int, promised: _Part, delivered: _Part) -> PutIn:
    if place not in promised and place not in delivered:
        return NOTHING_PUT_IN
    return PutIn(tally(promised.get(place, ())), tally(delivered.get(place, ())))


def _kind_totals(rows: Sequence[ContributionRow]) -> tuple[KindTotal, ...]:
    by_kind = {kind: [row for row in rows if row.kind is kind] for kind in Resource}
    return tuple(
        KindTotal(
            kind=kind,
            total=_together(row.total for row in own),
            outstanding=added(row.outstanding for row in own),
            agencies=sum(bool(row.total.delivered) for row in own),
        )
        for kind, own in by_kind.items()
        if own
    )


def _together(several: Iterable[PutIn]) -> PutIn:
    parts = [each for each in several if each is not NOTHING_PUT_IN]
    return PutIn(added(each.promised for each in parts), added(each.delivered for each in parts))


def _waits(contribution: Contribution, day: date) -> bool:
    return _by(contribution.promised_on, day) and not _by(contribution.delivered_on, day)


def _by(on: date | None, day: date) -> bool:
    return on is not None and on <= day
