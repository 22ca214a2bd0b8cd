"""Support from each home agency by kind: asked for, promised, secured, or nothing said (§6.2, §6.3)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.running import last_day
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import dollars
from tracker.models.records.contribution import Support, SupportKind
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class SupportState(Choice):
    """How far a support had come on a day, from nothing to secured."""

    NOTHING = "nothing", "Nothing noted"
    NO_DATE = "no_date", "Noted without a date"
    ASKED = "asked", "Asked for"
    PROMISED = "promised", "Promised"
    SECURED = "secured", "Secured"


@value
class SupportStep(Value):
    """One support as it stood on a day: how far, and on which day it got there."""

    support: Support
    state: SupportState
    on: date | None

    @property
    def words(self) -> str:
        """Secured 3 Mar 2008, $20,000."""
        reached = f"{self.state.label} {shown(self.on)}".rstrip()
        return ", ".join(filter(None, (reached, dollars(self.support.amount_nzd))))


@value
class SupportCell(Value):
    """One kind of support from one home agency; the furthest step first."""

    kind: SupportKind
    steps: tuple[SupportStep, ...]

    @property
    def state(self) -> SupportState:
        """How far the furthest has come."""
        return self.steps[0].state if self.steps else SupportState.NOTHING

    @property
    def words(self) -> str:
        """Every step, or that nothing is noted."""
        return "; ".join(step.words for step in self.steps) or SupportState.NOTHING.label


@value
class SupportRow(Value):
    """One home agency, a cell for each kind in their order; `seated` is whether it sits in the group on the day."""

    agency_id: str
    agency: str
    seated: bool
    cells: tuple[SupportCell, ...]

    @property
    def id(self) -> str:
        """The agency's id."""
        return self.agency_id

    @property
    def silent(self) -> bool:
        """Whether nothing is noted of any support from home."""
        return not any(cell.steps for cell in self.cells)


@value
class SupportTotal(Value):
    """One kind over all rows: how many agencies had it `secured`, of `agencies` in the group; dollars where named."""

    kind: SupportKind
    secured: int
    agencies: int
    secured_nzd: Decimal

    @property
    def words(self) -> str:
        """3 of 7 home agencies, $40,000."""
        counted = f"{self.secured:,} of {self.agencies:,} home agencies"
        return f"{counted}, {dollars(self.secured_nzd)}" if self.secured_nzd else counted


@value
class SupportBoard(Value):
    """A group's support on a day: the agencies in the order in which they joined, never by how much they give."""

    group_id: str
    on: date
    rows: tuple[SupportRow, ...]

    @property
    def totals(self) -> tuple[SupportTotal, ...]:
        """One for each kind; kinds are never added up."""
        return tuple(self._total(place, kind) for place, kind in enumerate(SupportKind))

    @property
    def silent(self) -> tuple[str, ...]:
        """The agencies in the group of whose support nothing is noted, by name."""
        return tuple(row.agency for row in self.rows if row.seated and row.silent)

    def _total(self, place: int, kind: SupportKind) -> SupportTotal:
        # An agency that left counts no more among those at the table, on either side of "3 of 7".
        steps = [(row.seated, row.cells[place].steps) for row in self.rows]
        secured = [[step for step in each if step.state is SupportState.SECURED] for seated, each in steps if seated]
        amounts = (step.support.amount_nzd or Decimal(0) for each in secured for step in each)
        return SupportTotal(kind, sum(map(bool, secured)), len(secured), sum(amounts, Decimal(0)))


def support_board(snapshot: Snapshot, group_id: str, on: date | None = None) -> SupportBoard:
    """The support from each agency that sits in the group on a day (today if none), or of which any is noted.

    Of a closed group, those that sat there on its last day. Raises KeyError if there is no such group.
    """
    day = on or snapshot.today
    seated = agencies_on(snapshot, group_id, last_day(snapshot.one(Group, group_id), day))
    found: dict[str, list[SupportStep]] = {}
    for support in snapshot.of(Support, group_id=group_id):
        if support.agency_id and (step := step_on(support, day)):
            found.setdefault(support.agency_id, []).append(step)
    rows = (
        SupportRow(agency.id, agency.called, agency.id in seated, _cells(found.get(agency.id, ())))
        for agency in agencies_in_order(snapshot, group_id)
        if agency.id in seated or agency.id in found
    )
    return SupportBoard(group_id, day, tuple(rows))


def step_on(support: Support, day: date) -> SupportStep | None:
    """How far a support had come on a day; None if all that is noted of it came later."""
    steps = (
        (SupportState.SECURED, support.secured_on),
        (SupportState.PROMISED, support.promised_on),
        (SupportState.ASKED, support.asked_on),
    )
    for state, reached in steps:
        if reached and reached <= day:
            return SupportStep(support, state, reached)
    dated = any(reached for _, reached in steps)
    return None if dated else SupportStep(support, SupportState.NO_DATE, None)


def _cells(steps: Iterable[SupportStep]) -> tuple[SupportCell, ...]:
    furthest = sorted(steps, key=lambda step: (-step.state.rank, step.on or date.min, step.support.id))
    by_kind = {kind: tuple(step for step in furthest if step.support.kind is kind) for kind in SupportKind}
    return tuple(SupportCell(kind, of_kind) for kind, of_kind in by_kind.items())
