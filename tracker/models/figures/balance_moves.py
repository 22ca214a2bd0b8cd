"""What may be supposed of a group's balance: so much of a resource from another agency, or another chair."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tracker.models.fields import FINEST, too_fine
from tracker.models.figures.chair_check import ChairHolder, agency_for
from tracker.models.figures.resource_shares import NZD, all_valued, amount_of
from tracker.models.figures.shares import agencies_on, year_before
from tracker.models.figures.timeline_words import measured
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution, Resource
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class MoveResource(Value):
    """So much of one kind, in the unit it is counted in, comes from another agency than it did."""

    kind: Resource
    unit: str
    from_id: str
    to_id: str
    amount: Decimal


@value
class MoveChair(Value):
    """The chair goes to a person, or to an agency whoever it sends."""

    person_id: str | None = None
    agency_id: str | None = None


def moved(snapshot: Snapshot, group_id: str, move: MoveResource, day: date) -> tuple[Contribution, ...]:
    """All contributions as they would be: the latest of the 12 months move first, and one is split if need be.

    Raises Mistake if so much is not there to be moved, or there is nobody to move it to.
    """
    group = snapshot.of(Contribution, group_id=group_id)
    alike = [one for one in group if one.kind is move.kind and _delivered(one, day)]
    by_value = all_valued(alike)
    theirs = [
        (one, amount)
        for one in alike
        if one.agency_id == move.from_id and (amount := _counted(one, move, by_value=by_value)) is not None
    ]
    _refuse(snapshot, group_id, move, day, sum((amount for _, amount in theirs), Decimal(0)))
    changed = _taken(theirs, move)
    kept = [changed[one.id][0] if one.id in changed else one for one in snapshot.of(Contribution)]
    return (*kept, *(part for parts in changed.values() for part in parts[1:]))


def chairs_after(snapshot: Snapshot, group_id: str, move: MoveChair, day: date) -> tuple[ChairHolder, ...]:
    """Who would have the chair, alone: a person, or an agency with nobody named.

    Raises Mistake if neither is named, or an agency alone that has no seat in the group; KeyError if there is no such
    person.
    """
    if move.person_id is None and move.agency_id is None:
        raise Mistake("Say who would take the chair: a person, or an agency.")
    if move.person_id is not None:
        snapshot.one(Person, move.person_id)
        return (ChairHolder(move.person_id, move.agency_id or agency_for(snapshot, group_id, move.person_id, day)),)
    _refuse_stranger(snapshot, group_id, move.agency_id, day)
    return (ChairHolder(None, move.agency_id),)


def _taken(theirs: Iterable[tuple[Contribution, Decimal]], move: MoveResource) -> dict[str, tuple[Contribution, ...]]:
    """By id, what becomes of each contribution that moves: it changes hands, or leaves a part with its agency."""
    left = move.amount
    changed: dict[str, tuple[Contribution, ...]] = {}
    for one, amount in sorted(theirs, key=lambda each: (each[0].delivered_on or date.min, each[0].id), reverse=True):
        if not amount or left <= 0:
            continue
        if amount <= left:
            changed[one.id] = (replace(one, agency_id=move.to_id),)
        else:
            changed[one.id] = _split(one, amount, left, move)
        left -= amount
    return changed


def _split(one: Contribution, amount: Decimal, part: Decimal, move: MoveResource) -> tuple[Contribution, Contribution]:
    """What stays and what goes: of what is counted exactly so much, and of the rest as large a part."""
    quantity = None if one.quantity is None else _part(one.quantity, amount, part)
    worth = None if one.value_nzd is None else _part(one.value_nzd, amount, part)
    goes = replace(one, id=f"{one.id} in part", agency_id=move.to_id, quantity=quantity, value_nzd=worth)
    stays = replace(
        one,
        quantity=None if one.quantity is None or quantity is None else one.quantity - quantity,
        value_nzd=None if one.value_nzd is None or worth is None else one.value_nzd - worth,
    )
    return stays, goes


def _part(whole: Decimal, amount: Decimal, part: Decimal) -> Decimal:
    return part if whole == amount else whole * part / amount


def _counted(one: Contribution, move: MoveResource, *, by_value: bool) -> Decimal | None:
    """How much of it is in the unit that is moved; None if it is counted in another."""
    amount, unit = amount_of(one, by_value=by_value)
    return amount if unit.casefold() == move.unit.strip().casefold() else None


def _delivered(one: Contribution, day: date) -> bool:
    return one.delivered_on is not None and year_before(day) < one.delivered_on <= day


def _refuse(snapshot: Snapshot, group_id: str, move: MoveResource, day: date, there: Decimal) -> None:
    who = snapshot.called(Agency, move.from_id)
    what = move.kind.label.lower()
    if not move.amount.is_finite() or move.amount <= 0:
        raise Mistake("Give an amount above 0 to move.")
    if too_fine(move.amount):
        raise Mistake(f"The amount has more than {FINEST} figures after the point: round it.")
    if move.from_id == move.to_id:
        raise Mistake(f"{who} has it already: choose another agency to move it to.")
    _refuse_stranger(snapshot, group_id, move.to_id, day)
    if move.amount > there:
        unit = NZD if move.unit.casefold() == NZD.casefold() else move.unit
        raise Mistake(f"{who} delivered {measured(there, unit)} of {what} in these 12 months: move no more than that.")


def _refuse_stranger(snapshot: Snapshot, group_id: str, agency_id: str | None, day: date) -> None:
    if agency_id not in agencies_on(snapshot, group_id, day):
        who = snapshot.called(Agency, agency_id) or "That agency"
        raise Mistake(f"{who} has no seat in the group on that day: choose an agency that has one.")
