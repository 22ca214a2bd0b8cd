"""An entry of a timeline: one thing that happened on a day, and whom it is about."""

from datetime import date
from typing import NamedTuple

from tracker.models.choice import Choice
from tracker.models.records.record import Record
from tracker.models.value import Value, value


class Family(Choice):
    """What an entry is about; entries can be shown family by family."""

    MEETINGS = "meetings"
    COMMITMENTS = "commitments"
    VICTORIES = "victories"
    LIFE_CYCLE = "life_cycle"
    PEOPLE = "people"
    RESOURCES = "resources"
    LEARNING = "learning"
    CONTEXT = "context"


@value
class Entry(Value):
    """One thing that happened on a day, or is planned for it. `kind_word` says what it was; it leads to `record`.

    `agency_ids` and `person_ids` name whom it is about: on their timelines it stands as it does on the group's.
    """

    on: date
    kind_word: str
    title: str
    detail: str
    record: Record
    family: Family
    group_id: str = ""
    agency_ids: frozenset[str] = frozenset()
    person_ids: frozenset[str] = frozenset()


class Whom(NamedTuple):
    """Whom an entry is about, besides its group."""

    agencies: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


NOBODY = Whom()

# Day, kind word, title, detail, record, whom it is about; what has no day is not told.
Telling = tuple[date | None, str, str, str, Record, Whom]
