"""What a signal rests on, as lines: the day of a record, what it is, and what it says."""

from datetime import date

from tracker.models.records.agency import Agency
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# The day of a record, in the first of these that it has; an end tells more than a beginning.
_DAYS = ("due", "to_on", "closed_on", "on", "secured_on", "delivered_on", "from_on", "since", "opened_on", "started_on")


@value
class Behind(Value):
    """A record behind a signal. `day` is None where it has none."""

    day: date | None
    what: str
    words: str
    record: Record

    @property
    def id(self) -> str:
        """The record's."""
        return str(self.record.id)


def behind(snapshot: Snapshot, record: Record) -> Behind:
    """A record as one line."""
    day = next((held for name in _DAYS if (held := getattr(record, name, None))), None)
    noun = record.noun[:1].upper() + record.noun[1:]
    return Behind(day, noun, _words(snapshot, record), record)


def _words(snapshot: Snapshot, record: Record) -> str:
    if isinstance(record, (Agency, Person)):
        return record.name
    who = [
        snapshot.called(kind, getattr(record, name, None))
        for kind, name in ((Person, "person_id"), (Agency, "agency_id"))
    ]
    said = " ".join(str(record.title or "").split())
    parts = [said, *who] if said else who
    return ", ".join(dict.fromkeys(part for part in parts if part)) or "no words of its own"
