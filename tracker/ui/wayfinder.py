"""Which place leads to a thing that was found."""

from tracker.models.fields import FieldType, fields_of
from tracker.models.records import (
    KIND_BY_NAME,
    Agency,
    Evidence,
    Group,
    Membership,
    Person,
    Record,
    Result,
    Role,
    StageJudgement,
)
from tracker.models.snapshot import Snapshot
from tracker.ui.place import Place

# The tab that shows a kind; everything else dated stands on the Overview.
_TABS: dict[type[Record], str] = {
    Membership: "people",
    Role: "people",
    Result: "results",
    Evidence: "results",
    StageJudgement: "life-cycle",
}


def place_of(snapshot: Snapshot, kind: type[Record], identity: str) -> Place | None:
    """The place that shows the thing; None if no page shows it."""
    if kind is Group:
        return Place("group", identity, "overview")
    if kind in (Agency, Person):
        return Place("agencies", record_id=identity)
    record = snapshot.find(kind, identity)
    group_id = group_of(snapshot, record) if record else ""
    return Place("group", group_id, _TABS.get(kind, "overview"), identity) if group_id else None


def group_of(snapshot: Snapshot, record: Record) -> str:
    """The id of the group that a record belongs to, by itself or through what it leads to; "" if to none."""
    if group_id := getattr(record, "group_id", None):
        return str(group_id)
    for field in fields_of(type(record)):
        # What an agency or a person belongs to is not one group's.
        if field.kept_as is FieldType.REFERENCE and field.refers_to not in ("Agency", "Person"):
            parent = snapshot.find(KIND_BY_NAME[field.refers_to], getattr(record, field.name))
            if parent and (group_id := group_of(snapshot, parent)):
                return group_id
    return ""
