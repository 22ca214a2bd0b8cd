"""The columns of the tables on an agency's and a person's page: promises, groups, people."""

from tracker.models.dates import shown
from tracker.models.figures.agency_summary import Colleague
from tracker.models.figures.holdings import Holding
from tracker.models.figures.promises import Promise
from tracker.models.figures.seats_by_group import GroupSeats
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import joined
from tracker.ui.table import Column
from tracker.ui.words import count


def _promise(promise: Promise) -> str:
    to = f"to {promise.to}" if promise.to else ""
    return f"{promise.commitment.text}\n{joined(promise.group, promise.person or promise.agency, to)}"


def _due(promise: Promise) -> str:
    if promise.days is None:
        return "no date"
    day = shown(promise.commitment.due)
    if promise.days == 0:
        return f"{day}\ntoday"
    ahead = f"in {count(promise.days, 'day')}" if promise.days > 0 else f"{count(-promise.days, 'day')} overdue"
    return f"{day}\n{ahead}"


def _late(promise: Promise) -> str:
    return "danger" if promise.standing is Standing.OVERDUE else ""


def _group(seats: GroupSeats) -> str:
    return _two_lines(seats.group, seats.people or "the agency's own seat")


def _held(holding: Holding) -> str:
    return f"{holding.what}\n{holding.group}"


def _since(held: GroupSeats | Holding) -> str:
    return _two_lines(shown(held.since), f"to {shown(held.until)}" if held.until else "")


def _gone(row: GroupSeats | Holding | Colleague) -> str:
    there = not row.left if isinstance(row, Colleague) else row.present
    return "" if there else "muted"


def _colleague(colleague: Colleague) -> str:
    person = colleague.person
    return _two_lines(person.name, "" if person.post == person.name else person.post)


def _groups(colleague: Colleague) -> str:
    if colleague.left:
        return _two_lines(colleague.groups, f"left {shown(colleague.left)}")
    return colleague.groups or "in no group"


def _two_lines(first: str, second: str) -> str:
    return f"{first}\n{second}" if second else first


PROMISE_COLUMNS = (
    Column("Promise", lambda promise: promise.commitment.text, _promise, width=220, least=120, share=4),
    Column("Due", lambda promise: promise.commitment.due, _due, width=112, least=108, tone=_late),
)
AGENCY_SEAT_COLUMNS = (
    Column("Group", lambda seats: seats.group, _group, width=180, least=130, share=3, bold=True, tone=_gone),
    Column("Roles now", lambda seats: seats.roles, width=150, least=140, share=2, drop=1, tone=_gone),
    Column("Since", lambda seats: seats.since, _since, width=112, least=108, tone=_gone),
)
HOLDING_COLUMNS = (
    Column("Seat or role", lambda one: one.what, _held, width=180, least=130, share=3, bold=True, tone=_gone),
    Column("Since", lambda one: one.since, _since, width=112, least=108, tone=_gone),
)
COLLEAGUE_COLUMNS = (
    Column("Person", lambda one: one.person.name, _colleague, width=170, least=130, share=3, bold=True, tone=_gone),
    Column("Level", lambda one: one.person.level, width=140, least=136, drop=1, tone=_gone),
    Column("Groups", lambda one: one.groups, _groups, width=150, least=110, share=3, tone=_gone),
)
