"""What a new name or a split of an agency will do, in sentences, before it is done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from tracker.models.agency_change import NewName, renamed
from tracker.models.agency_split import Split, split, who_chooses
from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.records.requisite import Requisite
from tracker.models.seat_days import ONE_DAY
from tracker.models.snapshot import Snapshot
from tracker.models.transfer_rows import HandRow
from tracker.models.transfer_words import listed

_COUNTED: tuple[tuple[type[Record], str, str], ...] = (
    (Person, "person", "people"),
    (Membership, "seat", "seats"),
    (Commitment, "open promise", "open promises"),
    (Handover, "ball", "balls"),
    (Requisite, "thing that is brought", "things that are brought"),
)


def renaming_words(snapshot: Snapshot, agency_id: str, on: date, new: NewName) -> tuple[str, ...]:
    """The preview of a new name, a sentence a line. Raises Mistake and KeyError as `renamed` does."""
    former, now = renamed(snapshot, agency_id, on, new, "", lambda: "new")
    before = f"{former.name} ({joined(former.short_name, former.code)})"
    told = [
        f"Up to {shown(former.until)} it is called {before}: what was noted until then keeps that name.",
        f"From {shown(on)} it is called {now.name} ({joined(now.short_name, now.code)}).",
    ]
    if now.code != former.code:
        told.append(f"Returns have the code {now.code} instead of {former.code}.")
    seats = len(snapshot.of(Membership, agency_id=agency_id))
    promises = len(snapshot.of(Commitment, agency_id=agency_id))
    kept = f"{several(seats, 'seat', 'seats')} and {several(promises, 'promise', 'promises')}"
    told.append(f"It is one agency still: {kept} stay with it.")
    return tuple(told)


def split_words(snapshot: Snapshot, choice: Split) -> tuple[str, ...]:
    """The preview of a split, a sentence a line. Raises Mistake and KeyError as `split` does."""
    numbers = count(1)
    changes = split(snapshot, choice, lambda: f"new {next(numbers)}")
    agency = snapshot.one(Agency, choice.agency_id)
    parts = listed([part.called for part in choice.parts])
    take = "takes over" if len(choice.parts) == 1 else "take over"
    return (
        f"From {shown(choice.on)} {parts} {take} from {agency.called}, {_goes_on(choice)}.",
        *_given(changes, choice),
        *_below(snapshot, agency),
        f"What was done up to {shown(choice.on - ONE_DAY)} stays with {agency.called}.",
    )


def split_rows(snapshot: Snapshot, choice: Split) -> tuple[HandRow, ...]:
    """Who sits for the agency on the day or later, each with the parts to choose from.

    People choose for themselves: nothing is proposed, unless there is one part alone.
    """
    agency = snapshot.one(Agency, choice.agency_id)
    takers = tuple((part.id, part.called) for part in choice.parts)
    proposed = takers[0][0] if len(takers) == 1 and not choice.stays else None
    return tuple(
        HandRow(
            held=person,
            what=person.name,
            note=joined("" if person.post == person.name else person.post, _seats_of(snapshot, person, agency)),
            takers=takers,
            proposed=proposed,
            left=f"stays with {agency.called}" if choice.stays else "has not chosen yet",
        )
        for person in who_chooses(snapshot, agency.id, choice.on)
    )


def _goes_on(choice: Split) -> str:
    return "which goes on beside" if choice.stays else "which is no more"


def _given(changes: Sequence[Record], choice: Split) -> Iterator[str]:
    for part in choice.parts:
        counts: Counter[type[Record]] = Counter()
        for change in changes:
            if _is_for(change, part.id):
                counts[type(change)] += 1
        told = [several(counts[kind], one, many) for kind, one, many in _COUNTED if counts[kind]]
        yield f"{part.called} has from then: {', '.join(told)}." if told else f"{part.called} begins with nothing."


def _is_for(change: Record, part_id: str) -> bool:
    if isinstance(change, Requisite):
        return part_id in change.brought_by_ids
    if isinstance(change, Agency):
        return False
    return getattr(change, "agency_id", None) == part_id


def _below(snapshot: Snapshot, agency: Agency) -> Iterator[str]:
    """Agencies that belong to it are not asked: they stay where they are."""
    if below := [other.called for other in snapshot.of(Agency, part_of_id=agency.id)]:
        stay = "stays" if len(below) == 1 else "stay"
        yield f"{listed(below)} {stay} part of {agency.called}: correct that afterwards if it is otherwise."


def _seats_of(snapshot: Snapshot, person: Person, agency: Agency) -> str:
    seats = [seat for seat in snapshot.of(Membership, person_id=person.id) if seat.agency_id == agency.id]
    groups = dict.fromkeys(snapshot.called(Group, seat.group_id) for seat in seats)
    return ", ".join(groups)
