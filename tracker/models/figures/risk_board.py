"""The risks and barriers of a group on a day: how high, on whom they fall, and who has been told or asked (§4.3)."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined, several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.risk import Barrier, BarrierState, Risk, RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class BoardRow(Value):
    """A risk or a barrier as at a day.

    `kind` is "High" or "Privacy"; `whom` those on whom the risk falls, or who was asked; `told` what they know of it.
    `surprise` is whether a high risk is open and nobody on whom it falls has been told.
    """

    thing: Risk | Barrier
    since: date | None
    kind: str
    whom: str
    told: str
    open: bool
    surprise: bool

    @property
    def id(self) -> str:
        """The id of the risk or the barrier."""
        return self.thing.id

    @property
    def is_risk(self) -> bool:
        """Whether it is a risk, and no barrier."""
        return isinstance(self.thing, Risk)

    @property
    def text(self) -> str:
        """What could go wrong, or what stands in the way."""
        return self.thing.text

    @property
    def response(self) -> str:
        """What is done about a risk; "" for a barrier."""
        return self.thing.response if isinstance(self.thing, Risk) else ""

    @property
    def rank(self) -> int:
        """How high: 3 is a high risk, 0 a barrier."""
        level = self.thing.level if isinstance(self.thing, Risk) else None
        return level.rank + 1 if level else 0


@value
class RiskBoard(Value):
    """What is open first: surprises in waiting, then risks from the highest down, then barriers; the oldest first."""

    on: date
    rows: tuple[BoardRow, ...]

    @property
    def words(self) -> str:
        """3 risks open, 1 of them high and nobody told · 2 barriers open."""
        risks = [row for row in self.rows if row.open and row.is_risk]
        barriers = [row for row in self.rows if row.open and not row.is_risk]
        waiting = sum(row.surprise for row in risks)
        untold = f", {waiting:,} of them high and nobody told" if waiting else ""
        return joined(
            f"{several(len(risks), 'risk', 'risks')} open{untold}" if risks else "No risk is open",
            f"{several(len(barriers), 'barrier', 'barriers')} not settled" if barriers else "",
        )


def risk_board(snapshot: Snapshot, group_id: str, on: date | None = None) -> RiskBoard:
    """The group's risks and barriers known on a day (today if none), what is closed among them."""
    day = on or snapshot.today
    risks = [_risk(snapshot, risk, day) for risk in snapshot.of(Risk, group_id=group_id) if risk.on and risk.on <= day]
    barriers = [_barrier(one) for one in snapshot.of(Barrier, group_id=group_id) if one.since and one.since <= day]
    return RiskBoard(day, tuple(sorted((*risks, *barriers), key=_order)))


def _order(row: BoardRow) -> tuple[object, ...]:
    return not row.open, not row.surprise, -row.rank, row.since or date.min, folded(row.text), row.id


def _risk(snapshot: Snapshot, risk: Risk, day: date) -> BoardRow:
    open_then = risk.closed_on is None or risk.closed_on > day
    told = risk.told_on is not None and risk.told_on <= day
    return BoardRow(
        thing=risk,
        since=risk.on,
        kind=risk.level.label if risk.level else "",
        whom=snapshot.called(Agency, risk.agency_id),
        told=joined(shown(risk.told_on), risk.told_whom) if told else "",
        open=open_then,
        surprise=open_then and not told and risk.level is RiskLevel.HIGH,
    )


def _barrier(barrier: Barrier) -> BoardRow:
    return BoardRow(
        thing=barrier,
        since=barrier.since,
        kind=barrier.kind.label if barrier.kind else "",
        whom=barrier.asked_of,
        told=barrier.state.label if barrier.state else "",
        open=barrier.state is not BarrierState.SETTLED,
        surprise=False,
    )
