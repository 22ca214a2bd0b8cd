"""Which return is due next, and to whom the last one went."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.models.period import Period, period_of
from tracker.models.records.group import Group
from tracker.models.records.handing_in import Departure, Receipt, Return, ReturnKind, ReturnState, SignOff
from tracker.models.snapshot import Snapshot

# Where nothing has left yet.
USUAL_ADDRESSEE = "Regional office"


@dataclass(frozen=True)
class ReturnMade:
    """One line of what left: a return with its entry in the register, or either alone; `answer` is the last one."""

    made: Return | None
    left: Departure | None
    answer: Receipt | None = None

    @property
    def id(self) -> str:
        """Names the line."""
        return (self.left.id if self.left else "") or (self.made.id if self.made else "")

    @property
    def what(self) -> str:
        """What left, in words."""
        if self.made and self.made.kind:
            return f"{self.made.kind.label.split()[0]}: {self.made.scope}"
        return self.left.what if self.left else ""


def periods_around(today: date) -> tuple[Period, ...]:
    """The year that a day lies in and the two before, each followed by its quarters, the latest first."""
    year = period_of(today).year_end
    return tuple(Period(end, quarter) for end in (year, year - 1, year - 2) for quarter in (0, 4, 3, 2, 1))


def period_to_report(today: date) -> Period:
    """The period that ended last; a year rather than its last quarter. Its last day counts as its end."""
    ended = [period for period in periods_around(today) if period.last_day <= today]
    return max(ended, key=lambda period: (period.last_day, period.quarter == 0))


def last_addressee(snapshot: Snapshot, group_id: str) -> str:
    """To whom the last return of a group went, else the last of any."""
    left = sorted((each for each in snapshot.of(Departure) if each.at), key=_moment)
    own = [each for each in left if _is_of(snapshot, each, group_id)] or left
    return own[-1].to_whom if own else USUAL_ADDRESSEE


def returns_made(snapshot: Snapshot) -> tuple[ReturnMade, ...]:
    """Everything that left, the latest first; a return that has no entry in the register stands at the end."""
    left = sorted((each for each in snapshot.of(Departure) if each.at), key=_moment, reverse=True)
    lines = [ReturnMade(made := snapshot.find(Return, each.return_id), each, _answer(snapshot, made)) for each in left]
    noted = {line.made.id for line in lines if line.made}
    rest = (each for each in snapshot.of(Return) if each.id not in noted)
    return (*lines, *(ReturnMade(each, None, _answer(snapshot, each)) for each in rest))


def states_offered(latest: Return | None) -> tuple[ReturnState, ...]:
    """How far the next revision of a return may come, after the latest one: what is certified is only followed."""
    if latest is None or latest.state is ReturnState.WITHDRAWN:
        return ReturnState.DRAFT, ReturnState.PROVISIONAL, ReturnState.CERTIFIED
    if latest.state in (ReturnState.CERTIFIED, ReturnState.AMENDED):
        return ReturnState.DRAFT, ReturnState.AMENDED, ReturnState.WITHDRAWN
    return ReturnState.DRAFT, ReturnState.PROVISIONAL, ReturnState.CERTIFIED, ReturnState.WITHDRAWN


def last_sign_offs(snapshot: Snapshot, kind: ReturnKind, scope_id: str) -> tuple[SignOff, ...]:
    """Who stood behind the last return of that kind and scope, of whatever period; empty if nobody was noted."""
    made = [each for each in snapshot.of(Return, scope_id=scope_id) if each.kind is kind and each.period_to]
    for each in sorted(made, key=lambda one: (one.period_to, one.revision), reverse=True):
        if found := snapshot.of(SignOff, return_id=each.id):
            return found
    return ()


def _answer(snapshot: Snapshot, made: Return | None) -> Receipt | None:
    """The last answer to a return."""
    found = [each for each in snapshot.of(Receipt, return_id=made.id) if each.received_at] if made else []
    return max(found, key=lambda each: (each.received_at, each.id), default=None)


def _is_of(snapshot: Snapshot, left: Departure, group_id: str) -> bool:
    made, group = snapshot.find(Return, left.return_id), snapshot.find(Group, group_id)
    return made is not None and group is not None and (made.scope_id == group.id or made.scope == group.name)


def _moment(left: Departure) -> datetime:
    assert left.at is not None
    return left.at
