"""The handover page of somebody who leaves: what a successor has to know, as far as it may leave the office (§8.2)."""

from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.gate import Gate, is_restricted
from tracker.models.figures.promises import Promise
from tracker.models.figures.timeline_words import joined, several
from tracker.models.leaving import GroupLoss, HandoverPart, handover_parts, what_if_leaves
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class HandoverSheet(Value):
    """What is handed over, part by part. `stays` counts the restricted entries that are left out."""

    name: str
    post: str
    agency: str
    office: str
    on: date
    as_at: date
    groups: tuple[str, ...]
    parts: tuple[HandoverPart, ...]
    stays: int

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Handover of {self.name}, last day {shown(self.on)}"

    @property
    def entries(self) -> int:
        """How many lines there are."""
        return sum(len(part.lines) for part in self.parts)

    @property
    def facts(self) -> str:
        """Youth officer · Police · 2 groups."""
        return joined(self.post, self.agency, several(len(self.groups), "group", "groups"))


def handover_sheet(snapshot: Snapshot, person_id: str, on: date, group_id: str = "") -> HandoverSheet:
    """The page for a last day in one group, or in all. Raises KeyError if there is no such person or group.

    Raises Mistake if the person is restricted to this office, or if nothing is left that may leave.
    """
    person = snapshot.one(Person, person_id)
    if is_restricted(person):
        raise Mistake(
            f"{person.name} is restricted to this office, so no page about them can leave: change who may see it first."
        )
    gate = Gate(snapshot)
    leaving = what_if_leaves(snapshot, person_id, on, group_id or None)
    let = tuple(_let(snapshot, gate, loss) for loss in leaving.groups if gate.lets(snapshot.one(Group, loss.group_id)))
    parts = handover_parts(snapshot, replace(leaving, groups=let), gate.lets)
    if not parts:
        raise Mistake(_nothing(person, on, gate.stays))
    return HandoverSheet(
        name=person.name,
        post="" if person.post == person.name else person.post,
        agency=gate.agency(person.agency_id),
        office=snapshot.office.name,
        on=on,
        as_at=snapshot.today,
        groups=tuple(loss.group for loss in let),
        parts=parts,
        stays=gate.stays,
    )


def _nothing(person: Person, on: date, stays: int) -> str:
    if stays:
        return f"All that {person.name} hands over is restricted to this office, so nothing can leave."
    return f"{person.name} has nothing to hand over on {shown(on)}: choose another day or another group."


def _let(snapshot: Snapshot, gate: Gate, loss: GroupLoss) -> GroupLoss:
    """The loss without what tells of a restricted seat or agency, and with names as they may leave."""
    seats = tuple(seat for seat in loss.seats if gate.lets(seat) and _lets_agency(snapshot, gate, seat.agency_id))
    open_seats = len(seats) == len(loss.seats)
    return replace(
        loss,
        seats=seats,
        promises=_named(gate, loss.promises),
        agency_promises=_named(gate, loss.agency_promises) if open_seats else (),
        rungs=loss.rungs if open_seats else (),
        balls=tuple(ball for ball in loss.balls if _lets_agency(snapshot, gate, ball.holder_id)),
        meetings=tuple(one for one in loss.meetings if one.planned is None or gate.lets(one.planned)),
    )


def _named(gate: Gate, promises: tuple[Promise, ...]) -> tuple[Promise, ...]:
    return tuple(
        replace(each, to=each.to if each.commitment.to else gate.agency(each.commitment.to_agency_id))
        for each in promises
    )


def _lets_agency(snapshot: Snapshot, gate: Gate, agency_id: str | None) -> bool:
    agency = snapshot.find(Agency, agency_id)
    return agency is None or gate.lets(agency)
