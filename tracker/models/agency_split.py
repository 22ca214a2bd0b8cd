"""One agency becomes others from a day on: people choose where they go, and what was done before stays as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.models.agency_change import Mint, refuse_taken_code, refuse_to_come
from tracker.models.dates import shown
from tracker.models.figures.promises import UNSETTLED
from tracker.models.figures.standing import standing
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.agency_change import Succession
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.records.requisite import Requisite
from tracker.models.seat_days import ONE_DAY
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Split(Value):
    """How an agency is taken over from `on`, as a form asks for it.

    `parts` are the agencies after it, new or already there; `people` are pairs of a person and the part that they
    chose, both as ids. `rest_id` names the part that takes the balls, what the agency brings, and the open promises of
    nobody in particular. With `stays` the agency goes on beside its parts and keeps these and whoever chose no part.
    """

    agency_id: str
    on: date
    parts: tuple[Agency, ...]
    people: tuple[tuple[str, str], ...] = ()
    rest_id: str = ""
    stays: bool = False
    why: str = ""


def split(snapshot: Snapshot, choice: Split, mint: Mint) -> tuple[Record, ...]:
    """What to save, parents first: new agencies, successions, people, seats, open promises, balls, what is brought.

    Seats end the day before and begin anew on the day; a seat of the agency without a person becomes one of each part.
    Contributions, results, meetings and readings stay with the agency that they were of.

    Raises Mistake for a day to come, without a part, for a part that is the agency itself or whose code is taken, for
    a choice that is none of the parts, and, unless the agency stays, if somebody who sits for it has not chosen or
    nothing says who takes the rest. Raises KeyError if there is no such agency or person.
    """
    agency = snapshot.one(Agency, choice.agency_id)
    _refuse(snapshot, agency, choice)
    new = [part for part in choice.parts if snapshot.find(Agency, part.id) is None]
    successions = [
        Succession(id=mint(), agency_id=agency.id, successor_id=part.id, on=choice.on, why=choice.why.strip())
        for part in choice.parts
    ]
    return (
        *new,
        *successions,
        *_people(snapshot, choice),
        *_seats(snapshot, choice, mint),
        *_promises(snapshot, choice),
        *_balls(snapshot, choice, mint),
        *_brought(snapshot, choice, mint),
    )


def who_chooses(snapshot: Snapshot, agency_id: str, on: date) -> tuple[Person, ...]:
    """The people who sit for an agency on a day or later: each goes to one of the parts, or stays."""
    seats = [seat for seat in snapshot.of(Membership, agency_id=agency_id) if _from(seat, on)]
    ids = {seat.person_id for seat in seats if seat.person_id}
    return tuple(person for person in snapshot.of(Person) if person.id in ids)


def _refuse(snapshot: Snapshot, agency: Agency, choice: Split) -> None:
    refuse_to_come(choice.on, snapshot.today, "what becomes of an agency")
    parts = {part.id for part in choice.parts}
    if not parts:
        raise Mistake(f"Name at least one agency that takes over from {agency.called}.")
    if agency.id in parts:
        raise Mistake(f"{agency.called} cannot take over from itself: choose another agency, or say that it goes on.")
    for part in choice.parts:
        refuse_taken_code(snapshot, part)
    if len({part.code for part in choice.parts}) < len(choice.parts):
        raise Mistake("Two of the new agencies have the same code: give each its own.")
    if any(part_id not in parts for _, part_id in choice.people) or (choice.rest_id and choice.rest_id not in parts):
        raise Mistake("Choose one of the agencies that take over.")
    if not choice.stays:
        _refuse_unchosen(snapshot, agency, choice)


def _refuse_unchosen(snapshot: Snapshot, agency: Agency, choice: Split) -> None:
    chosen = dict(choice.people)
    waiting = [one.name for one in who_chooses(snapshot, agency.id, choice.on) if one.id not in chosen]
    if waiting:
        raise Mistake(f"Say to which agency they go: {'; '.join(waiting)}.")
    if not choice.rest_id:
        raise Mistake(f"Say which agency takes the rest of what {agency.called} had in hand.")


def _people(snapshot: Snapshot, choice: Split) -> Iterator[Person]:
    for person_id, part_id in choice.people:
        person = snapshot.one(Person, person_id)
        if person.agency_id == choice.agency_id:
            yield replace(person, agency_id=part_id)


def _seats(snapshot: Snapshot, choice: Split, mint: Mint) -> Iterator[Membership]:
    chosen = dict(choice.people)
    for seat in snapshot.of(Membership, agency_id=choice.agency_id):
        if not _from(seat, choice.on):
            continue
        if seat.person_id:
            parts = [chosen[seat.person_id]] if seat.person_id in chosen else []
        else:
            parts = [] if choice.stays else [part.id for part in choice.parts]
        if parts:
            yield from _moved(seat, _without_seat(snapshot, seat, parts, choice.on), choice.on, mint)


def _without_seat(snapshot: Snapshot, seat: Membership, parts: list[str], on: date) -> list[str]:
    """The parts that do not sit there already: of one and the same seat nobody needs two."""
    start = max(on, seat.from_on or on)
    there = {
        other.agency_id
        for other in snapshot.of(Membership, group_id=seat.group_id)
        if other.person_id == seat.person_id and other.active_on(start)
    }
    # A seat that has not begun cannot end the day before: it passes to one of them all the same.
    return [part_id for part_id in parts if part_id not in there] or (parts[:1] if start == seat.from_on else [])


def _moved(seat: Membership, parts: list[str], on: date, mint: Mint) -> Iterator[Membership]:
    """The seat until the day before, and one for each part from the day on; one that begins later simply passes."""
    begun = seat.from_on is not None and seat.from_on < on
    if begun:
        yield replace(seat, to_on=on - ONE_DAY)
    start = on if begun else seat.from_on
    for place, part_id in enumerate(parts):
        after = replace(seat, agency_id=part_id, from_on=start, confirmed_on=None)
        yield replace(after, id=mint()) if begun or place else after


def _promises(snapshot: Snapshot, choice: Split) -> Iterator[Commitment]:
    """Open promises go with the person who made them, the others to the part that takes the rest."""
    chosen = dict(choice.people)
    for promise in snapshot.of(Commitment, agency_id=choice.agency_id):
        if standing(promise, snapshot.today) not in UNSETTLED:
            continue
        part_id = chosen.get(promise.person_id or "", "" if choice.stays else choice.rest_id)
        if part_id:
            # What an agency promises to itself is a promise to nobody in particular.
            to_agency_id = None if promise.to_agency_id == part_id else promise.to_agency_id
            yield replace(promise, agency_id=part_id, to_agency_id=to_agency_id)


def _balls(snapshot: Snapshot, choice: Split, mint: Mint) -> Iterator[Handover]:
    if choice.stays:
        return
    for ball in snapshot.of(Ball):
        passed = [each for each in snapshot.of(Handover, ball_id=ball.id) if each.on and each.on <= snapshot.today]
        latest = max(passed, key=lambda each: (each.on or date.min, each.id), default=None)
        if ball.closed_on or latest is None or latest.agency_id != choice.agency_id or latest.on is None:
            continue
        if latest.on < choice.on:
            note = f"Taken over on {shown(choice.on)}"
            yield Handover(id=mint(), ball_id=ball.id, on=choice.on, agency_id=choice.rest_id, note=note)
        else:
            # It was passed to the agency that was no longer there: on one day a ball has one holder.
            yield replace(latest, agency_id=choice.rest_id)


def _brought(snapshot: Snapshot, choice: Split, mint: Mint) -> Iterator[Requisite]:
    """What the agency brought until the day before, the part that takes the rest brings from the day on."""
    for needed in snapshot.of(Requisite) if not choice.stays else ():
        if choice.agency_id not in needed.brought_by_ids or (needed.until and needed.until < choice.on):
            continue
        others = [agency_id for agency_id in needed.brought_by_ids if agency_id != choice.agency_id]
        after = replace(needed, brought_by_ids=tuple(dict.fromkeys((*others, choice.rest_id))))
        if needed.since and needed.since < choice.on:
            yield replace(needed, until=choice.on - ONE_DAY)
            after = replace(after, id=mint(), since=choice.on)
        yield after


def _from(seat: Membership, on: date) -> bool:
    """Whether the seat is taken on that day, or later."""
    return seat.to_on is None or seat.to_on >= on
