"""What stands beside a line of a meeting: how it was read, whose it is and by when, and what it leaves open."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.draft_now import names_the_gone
from tracker.models.folding import folded
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.meeting_members import agencies_of, agency_name, member_name, people_of
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@value
class Question(Value):
    """What a line leaves open: the part that would answer it, and a sentence that says what to do.

    `part` is a field of DraftItem, or "kind".
    """

    part: str
    sentence: str


def due_words(due: date) -> str:
    """A date with its day of the week: "Fri 20 Jun 2008"."""
    return f"{_WEEKDAYS[due.weekday()]} {shown(due)}"


def item_words(item: DraftItem, snapshot: Snapshot) -> str:
    """What stands beside a line in a list: "Police · by Fri 27 Jun 2008"; what is open is named; "" where nothing fits.

    A commitment's to whom is left out, and so is the person where there is an agency.
    """
    agency = agency_name(snapshot, item.agency_id)
    match item.kind:
        case ItemKind.COMMITMENT:
            who = agency or snapshot.called(Person, item.person_id) or "nobody named"
            return f"{who} · {f'by {due_words(item.due)}' if item.due else 'no due date'}"
        case ItemKind.RISK:
            return f"{item.level.label.lower()} · falls on {agency}" if agency else item.level.label.lower()
        case ItemKind.BALL:
            return f"held by {agency}" if agency else "held by nobody"
        case ItemKind.VICTORY:
            return _several("credit: ", item, snapshot)
        case ItemKind.LESSON:
            return _several("to carry back: ", item, snapshot)
        case _:
            return ""


def reading_words(item: DraftItem, snapshot: Snapshot) -> str:
    """All that a line was read as, but for its kind: "Youth officer (Police) · to the school · by Fri 27 Jun 2008"."""
    if item.kind is not ItemKind.COMMITMENT:
        return item_words(item, snapshot)
    who = member_name(snapshot, item.agency_id, item.person_id) or "nobody named"
    to = to_words(item, snapshot)
    by = f"by {due_words(item.due)}" if item.due else "no due date"
    return " · ".join(part for part in (who, f"to {_inside(to)}" if to else "", by) if part)


def to_words(item: DraftItem, snapshot: Snapshot) -> str:
    """To whom something was promised: an agency's name, or the words that were used."""
    return agency_name(snapshot, item.to_agency_id) or item.to


def questions(item: DraftItem, snapshot: Snapshot, group_id: str, on: date) -> tuple[Question, ...]:
    """What one line leaves open, in the order in which it is read; none of it must be known."""
    if item.kind_open:
        letters = ", ".join(f"{kind.value} {kind.label.lower()}" for kind in ItemKind)
        words = f"It is kept as a note: begin it with a letter if it is more ({letters})."
        return (Question(part="kind", sentence=words), *_named(item, snapshot, group_id, on))
    return (*_named(item, snapshot, group_id, on), *_owner(item), *_due(item, on))


def _named(item: DraftItem, snapshot: Snapshot, group_id: str, on: date) -> tuple[Question, ...]:
    """A name that fits several or nobody, an agency without a seat, and a person who has left."""
    if name := item.who_open:
        several = f"“{name}” fits more than one: choose which is meant, or write the name in full."
        nobody = f"“{name}” is not one agency or person of the group: choose who is meant."
        fitting = _fitting(name, snapshot, group_id)
        return (Question(part=_who_part(item), sentence=several if fitting > 1 else nobody),)
    if names_the_gone(item, snapshot):
        gone = "Somebody named here was taken out of the office since: choose who is meant."
        return (Question(part=_who_part(item), sentence=gone),)
    if item.person_id and item.person_id not in {person.id for person in people_of(snapshot, group_id, on)}:
        person = snapshot.called(Person, item.person_id)
        return (Question(part="person_id", sentence=f"{person} has no seat in the group on that day: is it theirs?"),)
    if item.kind.owned and item.agency_id and not _seated(item.agency_id, snapshot, group_id, on):
        agency = agency_name(snapshot, item.agency_id)
        return (Question(part="agency_id", sentence=f"{agency} has no seat in this group: is it theirs?"),)
    return ()


def _who_part(item: DraftItem) -> str:
    return "agency_ids" if item.kind in (ItemKind.VICTORY, ItemKind.LESSON) else "agency_id"


def _seated(agency_id: str, snapshot: Snapshot, group_id: str, on: date) -> bool:
    """Whether an agency sits in a group on a day, or will."""
    seats = (seat for seat in snapshot.of(Membership, group_id=group_id) if seat.agency_id == agency_id)
    return any(seat.to_on is None or seat.to_on >= on for seat in seats)


def _owner(item: DraftItem) -> tuple[Question, ...]:
    if item.agency_id or item.person_id or item.who_open:
        return ()
    sentence = {
        ItemKind.COMMITMENT: "Nobody is named who promises it: name an agency or a person of the group.",
        ItemKind.BALL: "Nobody holds this ball: name an agency of the group.",
        ItemKind.RISK: "It is not said on whom this risk falls: name an agency of the group.",
    }.get(item.kind, "")
    return (Question(part="agency_id", sentence=sentence),) if sentence else ()


def _due(item: DraftItem, on: date) -> tuple[Question, ...]:
    if item.kind is not ItemKind.COMMITMENT:
        return ()
    if item.due_open:
        terms = ", or note the school terms under Office" if "term" in item.due_open.casefold() else ""
        sentence = f"“{item.due_open}” is no day that can be told: give the date, such as 27 Jun 2008{terms}."
    elif item.due is None:
        sentence = "No due date was read: say by when, such as “by Friday” or “by 27 June”."
    elif item.due < on:
        sentence = f"It is due before the meeting of {shown(on)}: put one of the two dates right."
    else:
        return ()
    return (Question(part="due", sentence=sentence),)


def _fitting(name: str, snapshot: Snapshot, group_id: str) -> int:
    """How many agencies and people of a group go by a name, macrons and case aside."""
    wanted = folded(name)
    agencies = agencies_of(snapshot, group_id)
    names = [{agency.name, agency.short_name, agency.te_reo_name, agency.code} for agency in agencies]
    people = (person for agency in agencies for person in snapshot.of(Person, agency_id=agency.id))
    names += [{person.name, person.post} for person in people]
    return sum(wanted in {folded(known) for known in each if known} for each in names)


def _several(before: str, item: DraftItem, snapshot: Snapshot) -> str:
    names = [agency_name(snapshot, identity) for identity in item.agency_ids]
    return before + ", ".join(name for name in names if name) if any(names) else ""


def _inside(words: str) -> str:
    """Words as they stand inside a sentence: "The group" becomes "the group"."""
    return words[0].lower() + words[1:] if words.startswith("The ") else words
