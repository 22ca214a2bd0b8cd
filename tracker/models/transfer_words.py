"""What a transfer will do, in sentences, before it is done: worked out from the very changes that it makes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from tracker.models.dates import shown
from tracker.models.figures.seats_on import roles_on
from tracker.models.figures.timeline_words import several
from tracker.models.leaving import what_if_leaves
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.transfer import Transfer, transferred


def transfer_words(snapshot: Snapshot, transfer: Transfer) -> tuple[str, ...]:
    """The preview, a sentence a line. Raises Mistake and KeyError as the transfer itself does."""
    numbers = count(1)
    changes = transferred(snapshot, transfer, lambda: f"new {next(numbers)}")
    return (
        _leaves(snapshot, transfer, changes),
        *_seats(snapshot, transfer, changes),
        *_roles(snapshot, transfer, changes),
        *_promises(snapshot, transfer, changes),
        *_moves(snapshot, changes),
    )


def listed(words: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _leaves(snapshot: Snapshot, transfer: Transfer, changes: Sequence[Record]) -> str:
    name = snapshot.called(Person, transfer.person_id)
    held = [one for one in changes if isinstance(one, (Membership, Role)) and one.person_id == transfer.person_id]
    groups = listed(list(dict.fromkeys(snapshot.called(Group, one.group_id) for one in held)))
    verb = "left" if transfer.on < snapshot.today else "leaves"
    return f"{name} {verb} {groups}: {shown(transfer.on)} is the last day."


def _seats(snapshot: Snapshot, transfer: Transfer, changes: Sequence[Record]) -> Iterator[str]:
    seats = [one for one in changes if isinstance(one, Membership)]
    new = {seat.group_id: seat for seat in seats if _is_new(snapshot, seat)}
    ended = {seat.group_id: seat for seat in seats if not _is_new(snapshot, seat)}
    taken: dict[str | None, list[str]] = {}
    for group_id, seat in ended.items():
        if group_id in new:
            taken.setdefault(new[group_id].agency_id, []).append(snapshot.called(Group, group_id))
        else:
            yield _not_taken(snapshot, transfer, seat)
    for agency_id, groups in taken.items():
        who, agency = snapshot.called(Person, transfer.successor_id), snapshot.called(Agency, agency_id)
        noun = "seat" if len(groups) == 1 else "seats"
        yield f"{who} has the {noun} for {agency} in {listed(groups)} from {shown(transfer.first_day)}."


def _not_taken(snapshot: Snapshot, transfer: Transfer, seat: Membership) -> str:
    group = snapshot.called(Group, seat.group_id)
    if not snapshot.one(Group, seat.group_id).open_on(transfer.first_day):
        return f"{group} is closed by then: nobody takes over the seat there."
    if transfer.successor_id:
        return f"{snapshot.called(Person, transfer.successor_id)} sits in {group} already, and gets no second seat."
    alone = any(loss.sole for loss in what_if_leaves(snapshot, transfer.person_id, transfer.on, seat.group_id).groups)
    left = f": {snapshot.called(Agency, seat.agency_id)} has nobody left at the table there" if alone else ""
    return f"Nobody takes over the seat in {group}{left}."


def _roles(snapshot: Snapshot, transfer: Transfer, changes: Sequence[Record]) -> Iterator[str]:
    takers = dict(transfer.roles)
    taken: dict[str, list[str]] = {}
    empty: list[str] = []
    shared: list[str] = []
    for role in changes:
        if not isinstance(role, Role) or _is_new(snapshot, role):
            continue
        words = f"{role.title} of {snapshot.called(Group, role.group_id)}"
        if role.id in takers:
            taken.setdefault(snapshot.called(Person, takers[role.id]), []).append(words)
        elif _held_by_others(snapshot, transfer, role):
            shared.append(words)
        else:
            empty.append(words)
    for who, roles in taken.items():
        yield f"{who} takes on from then: {', '.join(roles)}."
    if shared:
        yield f"Others go on as {listed(shared)}."
    if empty:
        yield f"Nobody holds any more: {', '.join(empty)}."


def _held_by_others(snapshot: Snapshot, transfer: Transfer, role: Role) -> bool:
    after = roles_on(snapshot, role.group_id or "", transfer.first_day)
    return any(one.name is role.name and one.person_id != transfer.person_id for one in after)


def _promises(snapshot: Snapshot, transfer: Transfer, changes: Sequence[Record]) -> Iterator[str]:
    passed = [one for one in changes if isinstance(one, Commitment)]
    leaving = what_if_leaves(snapshot, transfer.person_id, transfer.on)
    open_there = sum(len(loss.promises) for loss in leaving.groups if transfer.covers(loss.group_id))
    takers = Counter(_taker(snapshot, one) for one in passed)
    told = [f"{several(number, 'open promise', 'open promises')} to {who}" for who, number in takers.items()]
    if told:
        yield f"{'Passed on at once' if transfer.on > snapshot.today else 'Passed on'}: {', '.join(told)}."
    if unbacked := sum(_loses_backing(snapshot, one) for one in passed):
        yield f"{several(unbacked, 'promise', 'promises')} of these the other agency has to back anew (§3.4)."
    if stay := open_there - len(passed):
        keeps = several(stay, "open promise stays", "open promises stay")
        yield f"{keeps} with {snapshot.called(Person, transfer.person_id)}."


def _taker(snapshot: Snapshot, promise: Commitment) -> str:
    if promise.person_id:
        return snapshot.called(Person, promise.person_id)
    return f"{snapshot.called(Agency, promise.agency_id)} with nobody named"


def _loses_backing(snapshot: Snapshot, promise: Commitment) -> bool:
    return promise.backed_on is None and snapshot.one(Commitment, promise.id).backed_on is not None


def _moves(snapshot: Snapshot, changes: Sequence[Record]) -> Iterator[str]:
    for one in changes:
        if isinstance(one, Person):
            yield f"{one.name} works for {snapshot.called(Agency, one.agency_id)}."


def _is_new(snapshot: Snapshot, record: Record) -> bool:
    return snapshot.find(type(record), record.id) is None
