"""Which group a record belongs to, directly or through what it is part of."""

from typing import Any

from tracker.models.fields import FieldType, fields_of
from tracker.models.records import KIND_BY_NAME, Agency, Group, Mapping, Membership, Person, Record, Result
from tracker.models.snapshot import Snapshot


def owner_field(kind: Any) -> tuple[str, type[Record]] | None:
    """The field that leads towards the group, and the kind it leads to; None where a kind belongs to no group."""
    references = [part for part in fields_of(kind) if part.kept_as is FieldType.REFERENCE]
    for part in references:
        if part.name == "group_id":
            return part.name, Group
    for part in references:
        target = KIND_BY_NAME[part.refers_to]
        if part.required and target not in (Agency, Person) and owner_field(target):
            return part.name, target
    return None


def group_of(snapshot: Snapshot, record: Record) -> str | None:
    """The id of the group a record belongs to, or None."""
    owner = owner_field(type(record))
    if owner is None:
        return record.id if isinstance(record, Group) else None
    name, target = owner
    parent_id = getattr(record, name)
    if target is Group:
        return str(parent_id) if parent_id else None
    parent = snapshot.find(target, parent_id)
    return group_of(snapshot, parent) if parent else None


def of_group(snapshot: Snapshot, kind: type[Record], group_id: str) -> list[Record]:
    """The records of a kind that belong to a group; agencies and people by their seats, lines by what counts there."""
    if kind in (Agency, Person):
        name = "agency_id" if kind is Agency else "person_id"
        wanted = {getattr(seat, name) for seat in snapshot.of(Membership, group_id=group_id)}
        return [record for record in snapshot.of(kind) if record.id in wanted]
    if kind.table == "lines":
        results = {result.id for result in snapshot.of(Result, group_id=group_id)}
        wanted = {claim.line_id for claim in snapshot.of(Mapping) if claim.result_id in results}
        return [record for record in snapshot.of(kind) if record.id in wanted]
    if kind is Group:
        return [snapshot.one(Group, group_id)]
    return [record for record in snapshot.of(kind) if group_of(snapshot, record) == group_id]
