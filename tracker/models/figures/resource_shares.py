"""What each agency promised and delivered, by kind of resource and in its own unit; never added over kinds (§4.1)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.concentration import Concentration, concentration
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.shares import agencies_on, year_before
from tracker.models.figures.timeline_words import joined, measured, several
from tracker.models.records.contribution import Contribution, Resource
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

NZD = "NZD"
# Contributions by kind, each with the day that counts of it: promised or delivered.
_Dated = Mapping[Resource, list[tuple[date, Contribution]]]


@value
class ResourceShare(Value):
    """One kind of resource in one unit, by agency id in the order in which they joined; members without any are 0.

    `unit` is NZD where every contribution of the kind carries a value, else the unit of the quantities; it is "" for
    those without an amount, which are counted and not shared out. `first` and `last` are the days of the entries.
    """

    kind: Resource
    unit: str
    amounts: Mapping[str, Decimal]
    entries: Mapping[str, int]
    first: date
    last: date
    concentration: Concentration | None

    @property
    def n(self) -> int:
        """How many agencies are counted, those with 0 too."""
        return len(self.amounts)

    @property
    def count(self) -> int:
        """How many contributions there are behind it."""
        return sum(self.entries.values())

    @property
    def giving(self) -> int:
        """How many agencies have any."""
        return sum(count > 0 for count in self.entries.values())

    @property
    def total(self) -> Decimal:
        """All amounts together, in the unit."""
        return sum(self.amounts.values(), Decimal(0))

    @property
    def heading(self) -> str:
        """Staff time (hours)."""
        return f"{self.kind.label} ({self.unit})" if self.unit else f"{self.kind.label}, without an amount"

    @property
    def words(self) -> str:
        """4,600 hours · 2 of 8 agencies · 5 entries · 2 Jul 2007 to 27 Jun 2008."""
        days = shown(self.first) if self.first == self.last else f"{shown(self.first)} to {shown(self.last)}"
        return joined(
            measured(self.total, self.unit) if self.unit else "",
            f"{self.giving} of {several(self.n, 'agency', 'agencies')}",
            several(self.count, "entry", "entries"),
            days,
        )

    def share(self, agency_id: str) -> Fraction | None:
        """An agency's share of it, from 0 to 1; None where there is nothing to share."""
        return self.concentration.shares.get(agency_id, Fraction(0)) if self.concentration else None


@value
class ResourceShares(Value):
    """What was promised and what was delivered from the day `since` to the day `on`, each a row a kind and unit.

    `to_come` counts what was promised in the period and not delivered by its end.
    """

    since: date
    on: date
    members: int
    promised: tuple[ResourceShare, ...]
    delivered: tuple[ResourceShare, ...]
    to_come: int


def resource_shares(
    snapshot: Snapshot, group_id: str, on: date | None = None, since: date | None = None
) -> ResourceShares:
    """Contributions of a period, both its days counted: 12 months up to `on` unless `since` says otherwise."""
    day = on or snapshot.today
    first = since or year_before(day) + timedelta(days=1)
    members = agencies_on(snapshot, group_id, day)
    order = [agency.id for agency in agencies_in_order(snapshot, group_id)]
    promised: dict[Resource, list[tuple[date, Contribution]]] = {}
    delivered: dict[Resource, list[tuple[date, Contribution]]] = {}
    to_come = 0
    for given in snapshot.of(Contribution, group_id=group_id):
        if given.kind is None or not given.agency_id:
            continue
        if given.promised_on and first <= given.promised_on <= day:
            promised.setdefault(given.kind, []).append((given.promised_on, given))
            to_come += given.delivered_on is None or given.delivered_on > day
        if given.delivered_on and first <= given.delivered_on <= day:
            delivered.setdefault(given.kind, []).append((given.delivered_on, given))
    by_quantity = frozenset(kind for kind, dated in delivered.items() if not all_valued(given for _, given in dated))
    return ResourceShares(
        since=first,
        on=day,
        members=len(members),
        # Both in the same unit, so that they can be held against each other.
        promised=_rows(promised, members, order, by_quantity),
        delivered=_rows(delivered, members, order, frozenset()),
        to_come=to_come,
    )


def all_valued(contributions: Iterable[Contribution]) -> bool:
    """Whether each of the contributions of one kind carries a value, so that they are counted in NZD."""
    return all(given.value_nzd is not None for given in contributions)


def amount_of(given: Contribution, *, by_value: bool) -> tuple[Decimal | None, str]:
    """The amount and the unit that a contribution is counted in; (None, "") where it has no amount.

    In NZD where all of its kind are (`by_value`); else in the unit of its quantity, or in NZD if that is all it has.
    """
    if not by_value and given.quantity is not None and (unit := given.unit.strip()):
        return given.quantity, NZD if unit.casefold() == NZD.casefold() else unit
    return (None, "") if given.value_nzd is None else (given.value_nzd, NZD)


class _Heap:
    """What was given of one kind in one unit, as it is counted up."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.totals: dict[str, Decimal] = {}
        self.counts: dict[str, int] = {}
        self.days: list[date] = []

    def add(self, agency_id: str, amount: Decimal | None, day: date) -> None:
        self.counts[agency_id] = self.counts.get(agency_id, 0) + 1
        if amount is not None:
            self.totals[agency_id] = self.totals.get(agency_id, Decimal(0)) + amount
        self.days.append(day)


def _rows(
    by_kind: _Dated, members: frozenset[str], order: list[str], by_quantity: frozenset[Resource]
) -> tuple[ResourceShare, ...]:
    """The kinds as they are declared, the units of each by their spelling, what has no amount last."""
    rows: list[ResourceShare] = []
    for kind in sorted(by_kind, key=lambda kind: kind.rank):
        heaps = _heaps(by_kind[kind], by_value=kind not in by_quantity)
        units = sorted(heaps, key=lambda unit: (not unit, unit))
        rows.extend(_row(kind, heaps[unit], members, order) for unit in units)
    return tuple(rows)


def _heaps(dated: list[tuple[date, Contribution]], *, by_value: bool) -> dict[str, _Heap]:
    by_value = by_value and all_valued(given for _, given in dated)
    heaps: dict[str, _Heap] = {}
    for day, given in dated:
        amount, unit = amount_of(given, by_value=by_value)
        # Hours and hours are one unit, spelt as it was first.
        folded = unit.casefold()
        heap = heaps.get(folded)
        if heap is None:
            heap = heaps[folded] = _Heap(unit)
        heap.add(given.agency_id or "", amount, day)
    return heaps


def _row(kind: Resource, heap: _Heap, members: frozenset[str], order: list[str]) -> ResourceShare:
    counted = [agency_id for agency_id in order if agency_id in members or agency_id in heap.counts]
    amounts = {agency_id: heap.totals.get(agency_id, Decimal(0)) for agency_id in counted}
    return ResourceShare(
        kind=kind,
        unit=heap.unit,
        amounts=amounts,
        entries={agency_id: heap.counts.get(agency_id, 0) for agency_id in counted},
        first=min(heap.days),
        last=max(heap.days),
        concentration=concentration(amounts),
    )
