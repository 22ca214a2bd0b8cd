"""What can be handed on when somebody leaves, role by role and promise by promise, and to whom."""

from tracker.models.dates import shown
from tracker.models.figures.promises import Promise
from tracker.models.figures.timeline_words import joined
from tracker.models.folding import folded
from tracker.models.leaving import GroupLoss, RoleLoss, what_if_leaves
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.transfer import Transfer
from tracker.models.value import Value, value

# Nobody in particular: the agency keeps the promise.
AGENCY = ""


@value
class HandRow(Value):
    """One thing that somebody else may have from a day on.

    `note` stands under what it is. `takers` are pairs of an id and words, the first of them the most likely;
    `proposed` is one of their ids, or None where it is better left. `left` says what happens if nobody takes it.
    """

    held: Role | Commitment | Person
    what: str
    note: str
    takers: tuple[tuple[str, str], ...]
    proposed: str | None
    left: str

    @property
    def id(self) -> str:
        """The id of the role, the promise or the person."""
        return self.held.id

    def to(self, taker: str | None) -> str:
        """Who has it after: a taker's words, or what happens without one."""
        return self.left if taker is None else dict(self.takers).get(taker, self.left)


def transfer_rows(snapshot: Snapshot, transfer: Transfer) -> tuple[HandRow, ...]:
    """The roles and then the open promises of who leaves, in the groups of the transfer.

    All are proposed to the successor; a promise that the successor cannot speak for, or without any successor, to its
    agency. Of groups in which the person has no seat, nothing is proposed. Raises KeyError if there is no such person.
    """
    leaving = what_if_leaves(snapshot, transfer.person_id, transfer.on)
    losses = [loss for loss in leaving.groups if transfer.covers(loss.group_id)]
    seated = {loss.group_id: _seated(snapshot, transfer, loss) for loss in losses}
    roles = [_role_row(snapshot, transfer, loss, each, seated) for loss in losses for each in loss.roles]
    promises = [_promise_row(snapshot, transfer, loss, each, seated) for loss in losses for each in loss.promises]
    return (*roles, *promises)


def who_can_leave(snapshot: Snapshot, group_id: str = "") -> tuple[Person, ...]:
    """The people who have a seat or a role today or later, in one group or in any, by name."""
    held: tuple[Membership | Role, ...] = (*snapshot.of(Membership), *snapshot.of(Role))
    ids = {
        one.person_id
        for one in held
        if group_id in ("", one.group_id) and (one.to_on is None or one.to_on >= snapshot.today)
    }
    found = [person for person in snapshot.of(Person) if person.id in ids]
    return tuple(sorted(found, key=lambda person: folded(person.name)))


def groups_of(snapshot: Snapshot, person_id: str) -> tuple[Group, ...]:
    """The groups in which a person has a seat or a role today or later, by name."""
    seats, roles = snapshot.of(Membership, person_id=person_id), snapshot.of(Role, person_id=person_id)
    held: tuple[Membership | Role, ...] = (*seats, *roles)
    ids = {one.group_id for one in held if one.to_on is None or one.to_on >= snapshot.today}
    return tuple(sorted((group for group in snapshot.of(Group) if group.id in ids), key=lambda g: folded(g.called)))


def successors(snapshot: Snapshot, transfer: Transfer) -> tuple[tuple[Person, str], ...]:
    """Who could take over, with the words that tell them apart: people of the same agency first, then by name."""
    leaver = snapshot.one(Person, transfer.person_id)
    homes = {
        seat.agency_id
        for seat in snapshot.of(Membership, person_id=leaver.id)
        if transfer.covers(seat.group_id) and seat.active_on(transfer.on)
    } or {leaver.agency_id}
    others = [person for person in snapshot.of(Person) if person.id != leaver.id]
    others.sort(key=lambda person: (person.agency_id not in homes, folded(person.name), person.id))
    return tuple((person, joined(person.name, snapshot.called(Agency, person.agency_id))) for person in others)


def agency_that_would_change(snapshot: Snapshot, transfer: Transfer) -> str:
    """The agency to which a seat would pass, where the successor is of another; "" where all seats stay as they are."""
    successor = snapshot.find(Person, transfer.successor_id)
    if successor is None:
        return ""
    seats = [
        seat
        for seat in snapshot.of(Membership, person_id=transfer.person_id)
        if transfer.covers(seat.group_id) and (seat.to_on is None or seat.to_on >= transfer.on)
    ]
    if all(seat.agency_id == successor.agency_id for seat in seats):
        return ""
    return snapshot.called(Agency, successor.agency_id)


@value
class _Seat(Value):
    """A person at the table on the day after, and for whom."""

    person: Person
    agency_id: str | None


def _seated(snapshot: Snapshot, transfer: Transfer, loss: GroupLoss) -> list[_Seat]:
    """Who has a seat on the day after: the successor first, then those of the same agency, then by name."""
    own = {seat.agency_id for seat in loss.seats}
    found = {
        person.id: _Seat(person, seat.agency_id)
        for seat in snapshot.of(Membership, group_id=loss.group_id)
        if seat.active_on(transfer.first_day) and (person := snapshot.find(Person, seat.person_id))
    }
    found.pop(transfer.person_id, None)
    successor = snapshot.find(Person, transfer.successor_id)
    if successor and _would_sit(snapshot, transfer, loss, successor):
        found.setdefault(successor.id, _Seat(successor, successor.agency_id))
    first = transfer.successor_id
    return sorted(found.values(), key=lambda one: (one.person.id != first, one.agency_id not in own, one.person.name))


def _would_sit(snapshot: Snapshot, transfer: Transfer, loss: GroupLoss, successor: Person) -> bool:
    """Whether the successor gets a seat in the group: it runs then, and the agency is the same, or it is said so."""
    if successor.id == transfer.person_id or not loss.seats:
        return False
    same = transfer.across or successor.agency_id in {seat.agency_id for seat in loss.seats}
    return same and snapshot.one(Group, loss.group_id).open_on(transfer.first_day)


def _role_row(
    snapshot: Snapshot, transfer: Transfer, loss: GroupLoss, held: RoleLoss, seated: dict[str, list[_Seat]]
) -> HandRow:
    takers = [(one.person.id, _seat_words(snapshot, one)) for one in seated[loss.group_id]]
    chosen = transfer.successor_id if any(key == transfer.successor_id for key, _ in takers) else None
    return HandRow(
        held=held.role,
        what=held.role.title,
        note=joined("Role", loss.group),
        takers=tuple(takers),
        proposed=chosen or None,
        left="ends: nobody holds it" if held.empty else "ends: others hold it too",
    )


def _promise_row(
    snapshot: Snapshot, transfer: Transfer, loss: GroupLoss, promise: Promise, seated: dict[str, list[_Seat]]
) -> HandRow:
    commitment = promise.commitment
    person = snapshot.one(Person, transfer.person_id)
    home = commitment.agency_id or (loss.seats[0].agency_id if loss.seats else person.agency_id)
    takers = [
        (one.person.id, _seat_words(snapshot, one))
        for one in seated[loss.group_id]
        if transfer.across or one.agency_id == home
    ]
    if agency := snapshot.called(Agency, home):
        takers.append((AGENCY, f"{agency}, nobody named"))
    proposed = transfer.successor_id if any(key == transfer.successor_id for key, _ in takers) else AGENCY
    due = f"due {shown(commitment.due)}" if commitment.due else "no due date"
    return HandRow(
        held=commitment,
        what=commitment.text,
        note=joined("Promise", loss.group, due, promise.standing.label if promise.days and promise.days < 0 else ""),
        takers=tuple(takers),
        proposed=proposed if loss.seats and takers else None,
        left=f"stays with {person.name}",
    )


def _seat_words(snapshot: Snapshot, one: _Seat) -> str:
    return joined(one.person.name, snapshot.called(Agency, one.agency_id))
