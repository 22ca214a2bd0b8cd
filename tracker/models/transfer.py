"""A transfer in one step: somebody leaves, seats and roles end, and others take over what is chosen (§1.1)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tracker.models.agency_change import refuse_to_come
from tracker.models.dates import shown
from tracker.models.figures.promises import UNSETTLED
from tracker.models.figures.standing import standing
from tracker.models.leaving import what_if_leaves
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.seat_days import ONE_DAY, held_until, overlap, seats_in
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

Mint = Callable[[], str]
Held = TypeVar("Held", Membership, Role)


@value
class Transfer(Value):
    """Who leaves, `on` which last day, and what passes to whom, as a form asks for it.

    `group_ids` are the groups to leave, all where there are none. `successor_id` takes the seats from the next day on.
    `roles` are pairs of a role and the person who takes it, `promises` pairs of an open promise and the person; "" for
    a promise that its agency keeps with nobody named. What is in no pair ends with the seat, or stays as it is.
    `across` says that the seat passes to the successor's own agency, and the promises with it. `moves_to_id` is the
    agency for which the person works from then on. `note` says in the seats that end why.
    """

    person_id: str
    on: date
    group_ids: tuple[str, ...] = ()
    successor_id: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    promises: tuple[tuple[str, str], ...] = ()
    across: bool = False
    moves_to_id: str = ""
    note: str = ""

    @property
    def first_day(self) -> date:
        """The day from which others have what is passed on."""
        return self.on + ONE_DAY

    def covers(self, group_id: str | None) -> bool:
        """Whether it is about a group."""
        return not self.group_ids or group_id in self.group_ids


def all_to(snapshot: Snapshot, transfer: Transfer) -> Transfer:
    """The same transfer with all roles and open promises passing to the successor: what a form proposes first.

    Of groups that close, and of those in which the person has no seat, nothing is proposed; nor are promises of an
    agency that the successor cannot speak for. Raises KeyError if there is no such person or successor.
    """
    successor = snapshot.one(Person, transfer.successor_id)
    leaving = what_if_leaves(snapshot, transfer.person_id, transfer.on)
    losses = [
        loss
        for loss in leaving.groups
        if loss.seats
        and transfer.covers(loss.group_id)
        and snapshot.one(Group, loss.group_id).open_on(transfer.first_day)
    ]
    return replace(
        transfer,
        roles=tuple((each.role.id, successor.id) for loss in losses for each in loss.roles),
        promises=tuple(
            (each.commitment.id, successor.id)
            for loss in losses
            for each in loss.promises
            if transfer.across or each.commitment.agency_id in (None, successor.agency_id)
        ),
    )


def transferred(snapshot: Snapshot, transfer: Transfer, mint: Mint) -> tuple[Record, ...]:
    """What to save: the person where they move, then seats, roles and promises.

    Raises Mistake for a day before a seat or a role began, for somebody who holds nothing there, for a successor who is
    the same person, of another agency without `across`, or at the table for another at that time, for what is not the
    person's to pass on or is settled, for a taker without a seat, and for a move to another agency on a day to come.
    Raises KeyError if there is no such person, successor or agency.
    """
    person = snapshot.one(Person, transfer.person_id)
    seats, roles = _ending(snapshot, Membership, transfer), _ending(snapshot, Role, transfer)
    if not seats and not roles:
        raise Mistake(_nothing_held(snapshot, person, transfer))
    held: tuple[Membership | Role, ...] = (*seats, *roles)
    for one in held:
        _refuse_before(snapshot, person, one, transfer.on)
    new = _new_seats(snapshot, transfer, seats, mint)
    return (
        *_moved(snapshot, person, transfer),
        *(replace(seat, to_on=transfer.on, note=_with_line(seat.note, transfer.note)) for seat in seats),
        *new,
        *(replace(role, to_on=_last_day(snapshot, role, transfer.on)) for role in roles),
        *_new_roles(snapshot, transfer, roles, new, mint),
        *_handed_on(snapshot, person, transfer, new),
    )


def _ending(snapshot: Snapshot, kind: type[Held], transfer: Transfer) -> list[Held]:
    """What the person holds on the day, or would hold later, in the groups of the transfer."""
    return [
        one
        for one in snapshot.of(kind, person_id=transfer.person_id)
        if transfer.covers(one.group_id) and (one.to_on is None or one.to_on >= transfer.on)
    ]


def _last_day(snapshot: Snapshot, role: Role, on: date) -> date:
    """The day of leaving; of a role that was left open when its seat ended before, that day."""
    return min(on, held_until(snapshot, role) or on)


def _nothing_held(snapshot: Snapshot, person: Person, transfer: Transfer) -> str:
    named = " or ".join(snapshot.called(Group, group_id) for group_id in transfer.group_ids)
    seats = [seat for seat in snapshot.of(Membership, person_id=person.id) if transfer.covers(seat.group_id)]
    left = max((seat.to_on for seat in seats if seat.to_on), default=None)
    if left:
        where = f" {named}" if named else ""
        return f"{person.name} left{where} on {shown(left)} already: give that day, or choose somebody else."
    return f"{person.name} has no seat in {named or 'any group'}: choose another group, or somebody else."


def _refuse_before(snapshot: Snapshot, person: Person, held: Membership | Role, on: date) -> None:
    if held.from_on is None or held.from_on <= on:
        return
    group = snapshot.called(Group, held.group_id)
    began = f"takes on the role of {held.title.lower()} in" if isinstance(held, Role) else "joins"
    raise Mistake(
        f"{person.name} {began} {group} on {shown(held.from_on)}, and would leave on {shown(on)}, before that: "
        "give a later day, or put that date right."
    )


def _moved(snapshot: Snapshot, person: Person, transfer: Transfer) -> Iterator[Person]:
    if transfer.moves_to_id and transfer.moves_to_id != person.agency_id:
        refuse_to_come(transfer.on, snapshot.today, "for whom somebody works")
        yield replace(person, agency_id=snapshot.one(Agency, transfer.moves_to_id).id)


def _new_seats(snapshot: Snapshot, transfer: Transfer, seats: list[Membership], mint: Mint) -> list[Membership]:
    """The successor's seats, one a group; none where they sit already, nor in a group that is closed by then."""
    if not transfer.successor_id:
        return []
    successor = snapshot.one(Person, transfer.successor_id)
    if successor.id == transfer.person_id:
        raise Mistake(f"{successor.name} is the one who leaves: choose somebody else to take over.")
    found: list[Membership] = []
    for seat in {seat.group_id: seat for seat in seats}.values():
        if snapshot.one(Group, seat.group_id).open_on(transfer.first_day):
            _refuse_other_agency(snapshot, transfer, successor, seat)
            agency_id = successor.agency_id if transfer.across else seat.agency_id
            found += _new_seat(snapshot, transfer, successor, replace(seat, agency_id=agency_id), mint)
    return found


def _refuse_other_agency(snapshot: Snapshot, transfer: Transfer, successor: Person, seat: Membership) -> None:
    if transfer.across or successor.agency_id == seat.agency_id:
        return
    agency, home = snapshot.called(Agency, seat.agency_id), snapshot.called(Agency, successor.agency_id)
    raise Mistake(
        f"{successor.name} works for {home}, and the seat belongs to {agency}: choose somebody of {agency}, "
        f"or say that the seat passes to {home}."
    )


def _new_seat(
    snapshot: Snapshot, transfer: Transfer, successor: Person, seat: Membership, mint: Mint
) -> Iterator[Membership]:
    """A seat like the one that ends. What may be promised is each person's own, and is asked anew (§3.4)."""
    own = seats_in(snapshot, successor.id, seat.group_id)
    later = [one.from_on for one in own if one.from_on and one.from_on > transfer.first_day]
    new = Membership(
        id=mint(),
        group_id=seat.group_id,
        agency_id=seat.agency_id,
        person_id=successor.id,
        from_on=transfer.first_day,
        to_on=min(later) - ONE_DAY if later else None,
        joining=seat.joining,
        sensitivity=seat.sensitivity,
    )
    for other in snapshot.of(Membership, person_id=successor.id):
        if other.agency_id != seat.agency_id and overlap(new, other):
            agency, group = snapshot.called(Agency, other.agency_id), snapshot.called(Group, other.group_id)
            raise Mistake(
                f"{successor.name} sits for {agency} in {group} then: end that seat first, or choose another."
            )
    if not any(one.active_on(transfer.first_day) for one in own):
        yield new


def _seat_of(
    snapshot: Snapshot, transfer: Transfer, new: list[Membership], taker: tuple[str, str | None]
) -> Membership:
    """The seat on the day after of who takes something: a person and a group. Raises Mistake if there is none."""
    person_id, group_id = taker
    name, group = snapshot.called(Person, person_id), snapshot.called(Group, group_id)
    if person_id == transfer.person_id:
        raise Mistake(f"{name} leaves: choose somebody else to take over.")
    made = [seat for seat in new if (seat.person_id, seat.group_id) == taker]
    for seat in (*made, *seats_in(snapshot, person_id, group_id)):
        if seat.active_on(transfer.first_day):
            return seat
    raise Mistake(
        f"{name or 'Nobody known'} has no seat in {group} on {shown(transfer.first_day)}: add the seat first, "
        "or choose somebody else."
    )


def _new_roles(
    snapshot: Snapshot, transfer: Transfer, roles: list[Role], new: list[Membership], mint: Mint
) -> Iterator[Role]:
    """The roles of those who take them, as long as their seat lasts; none for somebody who has the role already."""
    own = {role.id: role for role in roles}
    for role_id, taker_id in transfer.roles:
        if role_id not in own:
            raise Mistake("One of these roles is not theirs to pass on any more: look at the list again.")
        role = own[role_id]
        seat = _seat_of(snapshot, transfer, new, (taker_id, role.group_id))
        held = [one for one in snapshot.of(Role, person_id=taker_id) if _alike(one, role)]
        if any(one.active_on(transfer.first_day) for one in held):
            continue
        later = [one.from_on - ONE_DAY for one in held if one.from_on and one.from_on > transfer.first_day]
        until = min([*later, seat.to_on] if seat.to_on else later, default=None)
        yield Role(
            id=mint(),
            group_id=role.group_id,
            person_id=taker_id,
            name=role.name,
            from_on=transfer.first_day,
            to_on=until,
            sensitivity=role.sensitivity,
        )


def _alike(one: Role, other: Role) -> bool:
    return one.group_id == other.group_id and one.name is other.name


def _handed_on(snapshot: Snapshot, person: Person, transfer: Transfer, new: list[Membership]) -> Iterator[Commitment]:
    for commitment_id, taker_id in transfer.promises:
        promise = snapshot.find(Commitment, commitment_id)
        if promise is None or promise.person_id != person.id or not transfer.covers(promise.group_id):
            raise Mistake("One of these promises is not theirs to pass on any more: look at the list again.")
        if standing(promise, snapshot.today) not in UNSETTLED:
            raise Mistake(f"“{promise.title}” is settled: leave it with {person.name}, who made it.")
        if taker_id:
            seat = _seat_of(snapshot, transfer, new, (taker_id, promise.group_id))
            yield _to_person(snapshot, person, transfer, promise, seat)
        else:
            note = f"Left to the agency when {person.name} left on {shown(transfer.on)}."
            agency_id = promise.agency_id or _home(snapshot, person, transfer, promise)
            yield _noted(replace(promise, person_id=None, agency_id=agency_id), note)


def _to_person(
    snapshot: Snapshot, person: Person, transfer: Transfer, promise: Commitment, seat: Membership
) -> Commitment:
    """The promise with another person. Within the agency its backing stays; another agency has not backed it yet."""
    home = promise.agency_id or _home(snapshot, person, transfer, promise)
    note = f"Taken over from {person.name}, who left on {shown(transfer.on)}."
    passed = _noted(replace(promise, person_id=seat.person_id, agency_id=seat.agency_id), note)
    if seat.agency_id == home:
        return passed
    if transfer.across:
        return replace(passed, backed_on=None)
    taker, agency = snapshot.called(Person, seat.person_id), snapshot.called(Agency, home)
    raise Mistake(
        f"{taker} does not sit for {agency}, which made the promise “{promise.title}”: choose somebody of {agency}, "
        "or leave it to the agency."
    )


def _home(snapshot: Snapshot, person: Person, transfer: Transfer, promise: Commitment) -> str | None:
    """For whom the person sat in the promise's group on the last day."""
    seats = [seat for seat in seats_in(snapshot, person.id, promise.group_id) if seat.active_on(transfer.on)]
    return seats[0].agency_id if seats else person.agency_id


def _noted(promise: Commitment, note: str) -> Commitment:
    return replace(promise, outcome_note=_with_line(promise.outcome_note, note))


def _with_line(text: str, more: str) -> str:
    return "\n".join(part for part in (text, more.strip()) if part)
