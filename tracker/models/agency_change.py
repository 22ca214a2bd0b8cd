"""What becomes of an agency: a new name from a day on, or others that take over from it; its history stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.agency_change import FormerName, Succession
from tracker.models.seat_days import ONE_DAY
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

Mint = Callable[[], str]


@value
class AgencyTurn(Value):
    """One turn in an agency's history: the day, what happened in a sentence, and what leads to more of it."""

    on: date
    words: str
    why: str
    change: FormerName | Succession


@value
class NewName(Value):
    """What an agency is called from a day on. An empty code leaves the code as it is."""

    name: str
    short_name: str = ""
    code: str = ""
    te_reo_name: str = ""


def agency_on(snapshot: Snapshot, agency_id: str | None, on: date) -> Agency | None:
    """The agency under the names that it had on that day; None if there is no such agency."""
    agency = snapshot.find(Agency, agency_id)
    former = [name for name in snapshot.of(FormerName, agency_id=agency_id) if name.until and name.until >= on]
    if agency is None or not former:
        return agency
    then = min(former, key=lambda name: (name.until or date.max, name.id))
    return replace(agency, name=then.name, short_name=then.short_name, code=then.code, te_reo_name=then.te_reo_name)


def agency_name_on(snapshot: Snapshot, agency_id: str | None, on: date) -> str:
    """What people called the agency on that day; "" if there is no such agency."""
    agency = agency_on(snapshot, agency_id, on)
    return agency.called if agency else ""


def agency_history(snapshot: Snapshot, agency_id: str) -> tuple[AgencyTurn, ...]:
    """Each change of its name, and whom it took over from or gave way to; the latest first."""
    turns = [_renaming(snapshot, former) for former in snapshot.of(FormerName, agency_id=agency_id) if former.until]
    turns += [
        _succession(snapshot, succession, agency_id)
        for succession in snapshot.of(Succession)
        if agency_id in (succession.agency_id, succession.successor_id) and succession.on
    ]
    return tuple(sorted(turns, key=lambda turn: (turn.on, turn.change.id), reverse=True))


def renamed(
    snapshot: Snapshot, agency_id: str, on: date, new: NewName, why: str, mint: Mint
) -> tuple[FormerName, Agency]:
    """The agency under a new name from that day on, and the name that it had until the day before.

    Raises Mistake without a name, if nothing changes, for a day to come, for one that an earlier change overtakes, and
    for a code that another agency has. Raises KeyError if there is no such agency.
    """
    agency = snapshot.one(Agency, agency_id)
    now = _with_name(agency, new)
    _refuse_name(snapshot, agency, now)
    refuse_to_come(on, snapshot.today, "a new name")
    latest = max((name.until for name in snapshot.of(FormerName, agency_id=agency_id) if name.until), default=None)
    if latest and on <= latest + ONE_DAY:
        raise Mistake(
            f"{agency.called} took its name on {shown(latest + ONE_DAY)}: give a later day, or put that change right."
        )
    former = FormerName(
        id=mint(),
        agency_id=agency.id,
        until=on - ONE_DAY,
        name=agency.name,
        short_name=agency.short_name,
        code=agency.code,
        te_reo_name=agency.te_reo_name,
        why=why.strip(),
    )
    return former, now


def refuse_to_come(on: date, today: date, what: str) -> None:
    """Raises Mistake for a day that lies ahead: elsewhere the agency would change before its time."""
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: note {what} on the day itself, up to {shown(today)}.")


def refuse_taken_code(snapshot: Snapshot, agency: Agency) -> None:
    """Raises Mistake if another agency has the code: returns tell agencies apart by it."""
    taken = [other for other in snapshot.of(Agency, code=agency.code) if other.id != agency.id]
    if taken:
        raise Mistake(f"{taken[0].called} has the code {agency.code}: give {agency.called} another one.")


def _with_name(agency: Agency, new: NewName) -> Agency:
    return replace(
        agency,
        name=new.name.strip(),
        short_name=new.short_name.strip(),
        code=new.code.strip() or agency.code,
        te_reo_name=new.te_reo_name.strip(),
    )


def _refuse_name(snapshot: Snapshot, agency: Agency, now: Agency) -> None:
    if not now.name:
        raise Mistake(f"Give the new name of {agency.called}.")
    if now == agency:
        raise Mistake(f"{agency.called} has this name already: give the new one.")
    refuse_taken_code(snapshot, now)


def _renaming(snapshot: Snapshot, former: FormerName) -> AgencyTurn:
    assert former.until is not None
    on = former.until + ONE_DAY
    now = agency_on(snapshot, former.agency_id, on)
    return AgencyTurn(on, f"{former.name} became {now.name if now else ''}", former.why, former)


def _succession(snapshot: Snapshot, succession: Succession, agency_id: str) -> AgencyTurn:
    assert succession.on is not None
    if succession.agency_id == agency_id:
        words = f"{agency_name_on(snapshot, succession.successor_id, succession.on)} took over from it"
    else:
        before = agency_name_on(snapshot, succession.agency_id, succession.on - ONE_DAY)
        words = f"It took over from {before}"
    return AgencyTurn(succession.on, words, succession.why, succession)
