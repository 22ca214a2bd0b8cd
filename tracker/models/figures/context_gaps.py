"""The context of a group: what is noted of participation, sharing, signing, boundaries and risks, and what is not (§8).

What stands with the group itself has no dates of its own: a day moves only the days since the start, and the risks and
barriers.
"""

from datetime import date

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.figures.timeline_words import several
from tracker.models.guidance.context_help import BOUNDARIES, PARTICIPATION, SHARING, SIGN_OUT, SURPRISES, ContextHelp
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group, Participation
from tracker.models.records.record import Record
from tracker.models.records.risk import Barrier, BarrierKind, BarrierState, Risk, RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# So many days after the start participation should have been considered (§8.3).
PARTICIPATION_DAYS = 30


class ContextState(Choice):
    """Whether a question is settled as far as what is noted goes."""

    NOTED = "noted", "Noted"
    IN_PART = "in_part", "Noted in part"
    MISSING = "missing", "Not noted"
    NOTHING_DUE = "nothing_due", "Nothing to note"


@value
class ContextPoint(Value):
    """One question of the context. `said` says what is noted, or what is not; `note` is the office's own text.

    `field` names the group's field to fill in, "" where the `leads` are what to mend: risks without a note, open
    questions of boundaries. `pressing` is whether it has waited longer than it should.
    """

    help: ContextHelp
    state: ContextState
    said: str
    note: str = ""
    field: str = ""
    leads: tuple[Record, ...] = ()
    pressing: bool = False

    @property
    def id(self) -> str:
        """The question's key."""
        return self.help.key

    @property
    def open(self) -> bool:
        """Whether something is still to be noted."""
        return self.state in (ContextState.MISSING, ContextState.IN_PART)


@value
class Context(Value):
    """The points of a group's context, in the order of the card; `days` since it started, up to its closing."""

    group_id: str
    days: int | None
    points: tuple[ContextPoint, ...]

    @property
    def gaps(self) -> tuple[ContextPoint, ...]:
        """Those with something still to note, the pressing ones first."""
        return tuple(sorted((point for point in self.points if point.open), key=lambda point: not point.pressing))

    @property
    def words(self) -> str:
        """3 of 5 noted."""
        return f"{sum(not point.open for point in self.points)} of {len(self.points)} noted"


def context(
    snapshot: Snapshot, group_id: str, on: date | None = None, *, participation_days: int = PARTICIPATION_DAYS
) -> Context:
    """What is noted of a group's context on a day (today if none). Raises KeyError if there is no such group."""
    day = on or snapshot.today
    group = snapshot.one(Group, group_id)
    days = _days(group, day)
    points = (
        _participation(group, days, participation_days, running=group.open_on(day)),
        _sharing(group),
        _text(SIGN_OUT, "sign_out", group.sign_out, "Nobody is named who signs"),
        _boundaries(snapshot, group, day),
        _surprises(snapshot, group, day),
    )
    return Context(group_id, days, points)


def untold_risks(snapshot: Snapshot, group_id: str, on: date | None = None) -> tuple[Risk, ...]:
    """The high risks open on a day (today if none) of which nobody had been told, the oldest first (§4.3)."""
    day = on or snapshot.today
    return tuple(risk for risk in _high_risks(snapshot, group_id, day) if not _by(risk.told_on, day))


def _days(group: Group, day: date) -> int | None:
    if group.started_on is None:
        return None
    return (min(day, group.closed_on or day) - group.started_on).days


def _participation(group: Group, days: int | None, allowed: int, *, running: bool) -> ContextPoint:
    taken, field = group.participation, "participation"
    if taken is None:
        pressing = running and days is not None and days > allowed
        return ContextPoint(
            PARTICIPATION, ContextState.MISSING, f"Not considered{_waited(days)}", pressing=pressing, field=field
        )
    if group.participation_note:
        return ContextPoint(PARTICIPATION, ContextState.NOTED, taken.label, group.participation_note, field)
    missing = "nothing is said of how" if taken is Participation.NOT_TAKEN_UP else "who advises is not said"
    said = f"{taken.label}; {missing}"
    return ContextPoint(PARTICIPATION, ContextState.IN_PART, said, field="participation_note")


def _waited(days: int | None) -> str:
    """, 412 days after the start."""
    if days is None:
        return ", and no day is given on which the group started"
    return f", {days_words(days)} after the start" if days >= 0 else f"; the group starts in {days_words(-days)}"


def _sharing(group: Group) -> ContextPoint:
    if group.sharing_basis is None:
        return ContextPoint(SHARING, ContextState.MISSING, "No basis is chosen", group.sharing_note, "sharing_basis")
    if group.sharing_note:
        return ContextPoint(SHARING, ContextState.NOTED, group.sharing_basis.label, group.sharing_note, "sharing_basis")
    said = f"{group.sharing_basis.label}; how it works here is not said"
    return ContextPoint(SHARING, ContextState.IN_PART, said, field="sharing_note")


def _text(help: ContextHelp, field: str, note: str, missing: str, leads: tuple[Record, ...] = ()) -> ContextPoint:
    state = ContextState.NOTED if note else ContextState.MISSING
    return ContextPoint(help, state, state.label if note else missing, note, field, leads)


def _boundaries(snapshot: Snapshot, group: Group, day: date) -> ContextPoint:
    barriers = tuple(
        barrier
        for barrier in snapshot.of(Barrier, group_id=group.id)
        if barrier.kind is BarrierKind.BOUNDARY
        and barrier.state is not BarrierState.SETTLED
        and _by(barrier.since, day)
    )
    point = _text(BOUNDARIES, "boundaries", group.boundaries, "Nothing is noted, nor that they match", barriers)
    if not barriers:
        return point
    waiting = f"{several(len(barriers), 'question', 'questions')} of boundaries not settled"
    return ContextPoint(**(vars(point) | {"said": f"{point.said}; {waiting}"}))


def _surprises(snapshot: Snapshot, group: Group, day: date) -> ContextPoint:
    high, untold = _high_risks(snapshot, group.id, day), untold_risks(snapshot, group.id, day)
    if not high:
        return ContextPoint(SURPRISES, ContextState.NOTHING_DUE, "No high risk is open")
    if not untold:
        told = max(risk.told_on for risk in high if risk.told_on)
        said = f"Told of all {len(high):,}" if len(high) > 1 else "Told of the one that is open"
        return ContextPoint(SURPRISES, ContextState.NOTED, f"{said}, last on {shown(told)}", leads=high)
    falls_on = dict.fromkeys(snapshot.called(Agency, risk.agency_id) or "nobody named" for risk in untold)
    risks = f"{len(untold):,} of {several(len(high), 'high risk', 'high risks')}"
    said = f"{risks} without a note; would fall on {', '.join(falls_on)}"
    state = ContextState.MISSING if len(untold) == len(high) else ContextState.IN_PART
    return ContextPoint(SURPRISES, state, said, leads=untold, pressing=group.open_on(day))


def _high_risks(snapshot: Snapshot, group_id: str, day: date) -> tuple[Risk, ...]:
    seen = (
        (risk.on, risk.id, risk)
        for risk in snapshot.of(Risk, group_id=group_id)
        if risk.level is RiskLevel.HIGH and risk.on and risk.on <= day and not _by(risk.closed_on, day)
    )
    return tuple(risk for _, _, risk in sorted(seen, key=lambda each: each[:2]))


def _by(on: date | None, day: date) -> bool:
    return on is not None and on <= day
