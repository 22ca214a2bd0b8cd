"""Which place leads to a thing that was found."""

from tracker.models.belonging import group_of
from tracker.models.records import (
    Accommodation,
    Agency,
    Attendance,
    Ball,
    Commitment,
    Contribution,
    Decision,
    DueChange,
    Evidence,
    FormerName,
    Group,
    Handover,
    Meeting,
    Membership,
    Note,
    Person,
    PlannedMeeting,
    Reading,
    Record,
    Requisite,
    Result,
    Role,
    StageJudgement,
    Succession,
    Support,
)
from tracker.models.snapshot import Snapshot
from tracker.ui.place import Place

# The tab that shows a kind; everything else dated stands on the Overview, risks and barriers among its context.
_TABS: dict[type[Record], str] = {
    Membership: "people",
    Role: "people",
    Requisite: "people",
    Meeting: "meetings",
    Attendance: "meetings",
    Decision: "meetings",
    Note: "meetings",
    PlannedMeeting: "meetings",
    Commitment: "commitments",
    DueChange: "commitments",
    Ball: "commitments",
    Handover: "commitments",
    Contribution: "balance",
    Support: "balance",
    Reading: "balance",
    Accommodation: "balance",
    Result: "victories",
    Evidence: "victories",
    StageJudgement: "life-cycle",
}


def place_of(snapshot: Snapshot, kind: type[Record], identity: str) -> Place | None:
    """The place that shows the thing; None if no page shows it."""
    if kind is Group:
        return Place("group", identity, "overview")
    if kind in (Agency, Person):
        return Place("agency" if kind is Agency else "person", record_id=identity)
    record = snapshot.find(kind, identity)
    if isinstance(record, (FormerName, Succession)):
        return Place("agency", record_id=record.agency_id or "")
    group_id = group_of(snapshot, record) if record else None
    return Place("group", group_id, _TABS.get(kind, "overview"), identity) if group_id else None
