"""Which group a record belongs to, directly or through what it is part of."""

from typing import Any

from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.records import (
    KIND_BY_NAME,
    Agency,
    Framework,
    Group,
    Line,
    Mapping,
    Membership,
    Person,
    Record,
    Result,
    Return,
)
from tracker.models.records.handing_in import ReturnKind
from tracker.models.snapshot import Snapshot


def belongs_to_groups(kind: Any) -> bool:
    """Whether records of a kind belong to a group, by themselves or through what they lead to."""
    references = _leading_on(kind)
    return any(part.refers_to == Group.__name__ or belongs_to_groups(_target(part)) for part in references)


def group_of(snapshot: Snapshot, record: Record) -> str | None:
    """The id of the group a record belongs to, or None."""
    if isinstance(record, Group):
        return record.id
    for part in _leading_on(type(record)):
        parent = snapshot.find(_target(part), getattr(record, part.name))
        if parent and (group_id := group_of(snapshot, parent)):
            return group_id
    return None


def of_group(snapshot: Snapshot, kind: type[Record], group_id: str) -> list[Record]:
    """The records of a kind that belong to a group: agencies and people by their seats, lines by what counts there.

    Returns are the group's own; frameworks those in which its lines stand.
    """
    if kind in (Agency, Person):
        name = "agency_id" if kind is Agency else "person_id"
        wanted = {getattr(seat, name) for seat in snapshot.of(Membership, group_id=group_id)}
        return [record for record in snapshot.of(kind) if record.id in wanted]
    if kind.table == "lines":
        results = {result.id for result in snapshot.of(Result, group_id=group_id)}
        wanted = {claim.line_id for claim in snapshot.of(Mapping) if claim.result_id in results}
        return [record for record in snapshot.of(kind) if record.id in wanted]
    if kind is Framework:
        wanted = {line.framework_id for line in of_group(snapshot, Line, group_id) if isinstance(line, Line)}
        return [record for record in snapshot.of(kind) if record.id in wanted]
    if kind is Return:
        return [record for record in snapshot.of(Return, scope_id=group_id) if record.kind is ReturnKind.GROUP]
    if kind is Group:
        return [snapshot.one(Group, group_id)]
    return [record for record in snapshot.of(kind) if group_of(snapshot, record) == group_id]


def _leading_on(kind: Any) -> list[Field]:
    """The fields that may lead to the group: what an agency or a person belongs to is not one group's."""
    return [
        part
        for part in fields_of(kind)
        if part.kept_as is FieldType.REFERENCE and _target(part) not in (Agency, Person, kind)
    ]


def _target(part: Field) -> type[Record]:
    return KIND_BY_NAME[part.refers_to]
