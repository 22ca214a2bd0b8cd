"""Whom an entry is about, and in which groups an agency or a person turns up at all."""

from collections.abc import Iterable, Iterator

from tracker.models.belonging import group_of
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.figures.timeline.entry import Whom
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.contribution import Contribution, Support
from tracker.models.records.meeting import Attendance, Meeting
from tracker.models.records.membership import Membership, Role
from tracker.models.records.outlook import SenseMaking
from tracker.models.records.person import Person
from tracker.models.records.reading import Reading
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.records.review import Carrying, Lesson
from tracker.models.records.risk import Risk
from tracker.models.records.stage import Assessment
from tracker.models.snapshot import Snapshot

# The kinds through which a timeline's entry comes to be about an agency or a person.
NAMING: tuple[type[Record], ...] = (
    Membership,
    Role,
    Meeting,
    Attendance,
    Commitment,
    Handover,
    Support,
    Contribution,
    Reading,
    SenseMaking,
    Assessment,
    Lesson,
    Carrying,
    Risk,
    Result,
)


def about(
    snapshot: Snapshot, group_id: str | None, agencies: Iterable[str | None] = (), person_id: str | None = None
) -> Whom:
    """The agencies and the person; a person brings the agency in, unless one is named already."""
    named = frozenset(agency for agency in agencies if agency)
    if person_id is None:
        return Whom(named)
    if not named and (home := home_of(snapshot, group_id, person_id)):
        named = frozenset({home})
    return Whom(named, frozenset({person_id}))


def home_of(snapshot: Snapshot, group_id: str | None, person_id: str) -> str | None:
    """The agency for which a person sits in a group; without a seat there, the agency they work for."""
    for seat in snapshot.of(Membership, person_id=person_id):
        if seat.group_id == group_id:
            return seat.agency_id
    person = snapshot.find(Person, person_id)
    return person.agency_id if person else None


def groups_of_agency(snapshot: Snapshot, agency_id: str) -> set[str]:
    """The ids of the groups in which the agency or one of its people is named. No other group can tell of it."""
    found = _groups_naming(snapshot, Agency, agency_id)
    for person in snapshot.of(Person, agency_id=agency_id):
        found |= groups_of_person(snapshot, person.id)
    return found


def groups_of_person(snapshot: Snapshot, person_id: str) -> set[str]:
    """The ids of the groups in which the person is named."""
    return _groups_naming(snapshot, Person, person_id)


def _groups_naming(snapshot: Snapshot, kind: type[Record], identity: str) -> set[str]:
    groups = (group_of(snapshot, record) for record in _naming(snapshot, kind, identity))
    return {group_id for group_id in groups if group_id}


def _naming(snapshot: Snapshot, kind: type[Record], identity: str) -> Iterator[Record]:
    for naming in NAMING:
        for field in fields_of(naming):
            if field.refers_to == kind.__name__:
                yield from _led_to(snapshot, naming, field, identity)


def _led_to(snapshot: Snapshot, naming: type[Record], field: Field, identity: str) -> Iterable[Record]:
    """The records whose field names that identity, alone, among several, or with a score."""
    if field.kept_as is FieldType.REFERENCE:
        return snapshot.of(naming, **{field.name: identity})
    scored = field.kept_as is FieldType.SCORES
    return (
        record
        for record in snapshot.of(naming)
        if identity in (dict(getattr(record, field.name)) if scored else getattr(record, field.name))
    )
