"""What the critical friend told the group, and what the group made of it (§3.2)."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.seats_on import roles_on
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.group import Group
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Person
from tracker.models.records.review import FriendNote
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class FriendBoard(Value):
    """The notes, those not talked over first and then the latest; `friends` are the critical friends of the day."""

    group_id: str
    friends: tuple[Person, ...]
    notes: tuple[FriendNote, ...]

    @property
    def waiting(self) -> tuple[FriendNote, ...]:
        """Those that the group has not talked over."""
        return tuple(note for note in self.notes if note.answered_on is None)

    @property
    def words(self) -> str:
        """Professor of social work is the critical friend · 3 notes, 1 not talked over."""
        names = " and ".join(person.name for person in self.friends)
        if names:
            who = f"{names} {'is the critical friend' if len(self.friends) == 1 else 'are the critical friends'}"
        else:
            who = "Nobody is the critical friend now"
        waiting = f", {len(self.waiting):,} not talked over" if self.waiting else ""
        told = f"{several(len(self.notes), 'note', 'notes')}{waiting}" if self.notes else "no note yet"
        return joined(who, told)


def friend_board(snapshot: Snapshot, group_id: str, on: date | None = None) -> FriendBoard:
    """The notes up to a day (today if none). Raises KeyError if there is no such group."""
    day = on or snapshot.today
    snapshot.one(Group, group_id)
    held = (role for role in roles_on(snapshot, group_id, day) if role.name is RoleName.CRITICAL_FRIEND)
    friends = [person for role in held if (person := snapshot.find(Person, role.person_id)) is not None]
    notes = [note for note in snapshot.of(FriendNote, group_id=group_id) if note.on and note.on <= day]
    notes.sort(key=lambda note: (note.on or day, note.id), reverse=True)
    notes.sort(key=lambda note: note.answered_on is not None)
    return FriendBoard(group_id, tuple(dict.fromkeys(friends)), tuple(notes))


def note_words(note: FriendNote) -> str:
    """Talked over 12 Feb 2008, or that it still waits."""
    return f"Talked over {shown(note.answered_on)}" if note.answered_on else "Not talked over yet"
