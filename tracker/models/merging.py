"""Two people, or two agencies, that were typed twice become one: everything that led to the one leads to the other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tracker.models.choice import Choice
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.figures.timeline_words import several
from tracker.models.merging_twins import filled_up, told_apart, twins_of
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_NAME, KINDS
from tracker.models.records.agency import Agency
from tracker.models.records.agency_change import Succession
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.handing_in import Return
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.seat_days import overlap
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_NOT_TOLD = frozenset({"sensitivity", "provenance", "section", "note"})


@value
class Merging(Value):
    """What happens when `gone` becomes `kept`, before it happens.

    `kept` is as it will be. First all of `saves` are saved, then all of `removes` taken out, `gone` last. `led` counts
    by kind what leads to the kept one instead, `joined` what was there twice and becomes one. `taken` and `lost` are
    the details that the kept one takes over, and those that give way to its own.
    """

    kept: Agency | Person
    gone: Agency | Person
    saves: tuple[Record, ...]
    removes: tuple[Record, ...]
    led: tuple[tuple[type[Record], int], ...]
    joined: tuple[tuple[type[Record], int], ...]
    taken: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The preview, a sentence a line."""
        told = [f"“{self.gone.title}” goes, and everything about it is noted for “{self.kept.title}”."]
        if self.led:
            told.append(f"Led over: {_counted(self.led)}.")
        if self.joined:
            told.append(f"Noted twice, and put together: {_counted(self.joined)}.")
        if self.taken:
            told.append(f"Taken over: {'; '.join(self.taken)}.")
        if self.lost:
            told.append(f"Not kept: {'; '.join(self.lost)}.")
        return tuple(told)


def merging(snapshot: Snapshot, kept: Agency | Person, gone: Agency | Person) -> Merging:
    """Makes one of two agencies, or of two people: the second goes, and the first has all that was noted for either.

    Raises Mistake for the same one twice, for an agency and a person, and for two people who sit for two agencies at
    the same time. Raises KeyError if either is not there any more.
    """
    kept, gone = snapshot.one(type(kept), kept.id), snapshot.one(type(gone), gone.id)
    _refuse(snapshot, kept, gone)
    now = {record.id: record for kind in KINDS for record in _led(snapshot, kind, kept, gone)}
    moved = frozenset(now)
    led = Counter(type(record) for record in now.values())
    now[kept.id] = _leading(filled_up(kept, gone), gone.id, kept.id)
    _out_of_circle(snapshot, now, kept.id)
    removes = _put_together(snapshot, now, moved)
    removes += [record for record in now.values() if isinstance(record, Succession) and _to_itself(record)]
    away = {record.id for record in removes}
    after = now[kept.id]
    assert isinstance(after, (Agency, Person))
    return Merging(
        kept=after,
        gone=gone,
        saves=tuple(now[record.id] for record in _changed(snapshot, now) if record.id not in away),
        removes=(*removes, gone),
        led=_in_order(led),
        joined=_in_order(Counter(type(record) for record in removes)),
        taken=tuple(_details(snapshot, after, gone, lost=False, before=kept)),
        lost=tuple(_details(snapshot, after, gone, lost=True, before=kept)),
    )


def _refuse(snapshot: Snapshot, kept: Record, gone: Record) -> None:
    if type(kept) is not type(gone):
        raise Mistake("An agency and a person cannot become one: choose two of a kind.")
    if kept.id == gone.id:
        raise Mistake(f"“{kept.title}” is one already: choose the other one that was typed.")
    if isinstance(kept, Person):
        _refuse_two_at_once(snapshot, kept, gone)


def _refuse_two_at_once(snapshot: Snapshot, kept: Record, gone: Record) -> None:
    for seat in snapshot.of(Membership, person_id=kept.id):
        for other in snapshot.of(Membership, person_id=gone.id):
            if seat.agency_id != other.agency_id and overlap(seat, other):
                raise Mistake(
                    f"{kept.title} sits for {_seat(snapshot, seat)} and {gone.title} for {_seat(snapshot, other)} at "
                    "the same time, and nobody sits for two agencies at once: end one of the two seats first."
                )


def _seat(snapshot: Snapshot, seat: Membership) -> str:
    return f"{snapshot.called(Agency, seat.agency_id)} in {snapshot.called(Group, seat.group_id)}"


def _led(snapshot: Snapshot, kind: type[Record], kept: Record, gone: Record) -> Iterator[Record]:
    """The records of a kind that led to the one that goes, as they lead to the kept one."""
    if kind is Return:
        # A return names whose it is by the same mark, though it is plain text there.
        yield from (replace(made, scope_id=kept.id) for made in snapshot.of(Return, scope_id=gone.id))
    elif any(part.refers_to == type(gone).__name__ for part in fields_of(kind)):
        for record in snapshot.of(kind):
            if record.id not in (kept.id, gone.id) and (after := _leading(record, gone.id, kept.id)) is not record:
                yield after


def _leading(record: Record, gone_id: str, kept_id: str) -> Record:
    """The record with each reference to the one led to the other; itself where there is none."""
    changed: dict[str, Any] = {}
    for part in fields_of(type(record)):
        held = getattr(record, part.name)
        if part.refers_to and held and (after := _led_value(part, held, gone_id, kept_id)) != held:
            changed[part.name] = after
    if not changed:
        return record
    after = replace(record, **changed)
    if isinstance(after, Commitment) and after.to_agency_id == after.agency_id:
        # What an agency promises to itself is a promise to nobody in particular.
        return replace(after, to_agency_id=None)
    return after


def _led_value(part: Field, held: Any, gone_id: str, kept_id: str) -> Any:
    if part.kept_as is FieldType.REFERENCE:
        return kept_id if held == gone_id else held
    if part.kept_as is FieldType.REFERENCES:
        return tuple(dict.fromkeys(kept_id if each == gone_id else each for each in held)) if gone_id in held else held
    points = dict(held)
    if gone_id not in points:
        return held
    both = [points[identity] for identity in (kept_id, gone_id) if points.get(identity) is not None]
    points[kept_id] = sum(both) if both else None
    del points[gone_id]
    return tuple(points.items())


def _out_of_circle(snapshot: Snapshot, now: dict[str, Record], kept_id: str) -> None:
    """An agency is not part of itself, nor of what is part of it: the kept one then stands by itself."""
    kept = now[kept_id]
    passed, above = {kept_id}, getattr(kept, "part_of_id", None)
    while above and above not in passed:
        passed.add(above)
        above = getattr(now.get(above) or snapshot.find(Agency, above), "part_of_id", None)
    if isinstance(kept, Agency) and above == kept_id:
        now[kept_id] = replace(kept, part_of_id=None)


def _put_together(snapshot: Snapshot, now: dict[str, Record], moved: frozenset[str]) -> list[Record]:
    """Makes one of what is there twice now, and tells raters apart; gives what is to be taken out."""
    removes: list[Record] = []
    kinds = {type(now[identity]) for identity in moved}
    for kind in [kind for kind in KINDS if kind in kinds]:
        every = [now.get(record.id, record) for record in snapshot.of(kind)]
        twins = twins_of(kind, every, moved)
        removes += twins.removes
        now |= {record.id: record for record in (*twins.saves, *told_apart(every, moved))}
    return removes


def _to_itself(succession: Succession) -> bool:
    return succession.agency_id == succession.successor_id


def _changed(snapshot: Snapshot, now: dict[str, Record]) -> Iterator[Record]:
    """What is not as it was, parents before what leads to them."""
    for kind in KINDS:
        for record in [record for record in now.values() if type(record) is kind]:
            if record != snapshot.find(kind, record.id):
                yield record


def _details(snapshot: Snapshot, now: Record, gone: Record, *, lost: bool, before: Record) -> Iterator[str]:
    """The details of the one that goes that the kept one takes over, or those that give way to its own."""
    for part in fields_of(type(now)):
        theirs, own, after = (getattr(record, part.name) for record in (gone, before, now))
        if part.name in _NOT_TOLD or theirs in (None, "", ()) or theirs in (own, now.id):
            continue
        if lost and after != theirs:
            yield f"{part.label} “{_shown(snapshot, part, theirs)}” (stays “{_shown(snapshot, part, after)}”)"
        elif not lost and after == theirs:
            yield f"{part.label} “{_shown(snapshot, part, theirs)}”"


def _shown(snapshot: Snapshot, part: Field, held: Any) -> str:
    if part.kept_as is FieldType.REFERENCE:
        return snapshot.called(KIND_BY_NAME[part.refers_to], held)
    if isinstance(held, bool):
        return "yes" if held else "no"
    return held.label if isinstance(held, Choice) else str(held or "")


def _in_order(counts: Counter[type[Record]]) -> tuple[tuple[type[Record], int], ...]:
    return tuple((kind, counts[kind]) for kind in KINDS if counts[kind])


def _counted(counts: tuple[tuple[type[Record], int], ...]) -> str:
    return ", ".join(several(count, kind.noun, kind.nouns) for kind, count in counts)
