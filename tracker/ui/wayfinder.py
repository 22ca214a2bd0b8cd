"""Which place leads to a thing that was found."""

from tracker.models.belonging import group_of
from tracker.models.records import (
    Accommodation,
    Agency,
    Assessment,
    Attendance,
    Ball,
    Barrier,
    Carrying,
    Commitment,
    Condition,
    ContinuumPlace,
    Contribution,
    Decision,
    DueChange,
    Event,
    Evidence,
    FormerName,
    FriendNote,
    Group,
    Handover,
    Indicator,
    IndicatorValue,
    Lesson,
    Line,
    Mapping,
    Meeting,
    Membership,
    Note,
    Person,
    PlannedMeeting,
    Practice,
    Purpose,
    Rating,
    Reading,
    Record,
    Requisite,
    Result,
    Review,
    Risk,
    Role,
    SenseMaking,
    SetAside,
    SharedOutcome,
    StageJudgement,
    Story,
    Succession,
    Support,
    Triage,
    WindingUp,
)
from tracker.models.snapshot import Snapshot
from tracker.ui.place import Place

# The tab that shows a kind, with its side where it has several; everything else stands on the Overview.
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
    SharedOutcome: "victories/outcomes",
    Indicator: "victories/outcomes",
    IndicatorValue: "victories/outcomes",
    Mapping: "accountability",
    Evidence: "accountability",
    StageJudgement: "life-cycle",
    Event: "life-cycle",
    Assessment: "life-cycle/assessment",
    Rating: "life-cycle/assessment",
    WindingUp: "life-cycle/ending",
    Review: "learning",
    Lesson: "learning",
    Carrying: "learning",
    Story: "learning",
    FriendNote: "learning/friend",
    Risk: "overview/context",
    Barrier: "overview/context",
    SetAside: "overview/signals",
    Triage: "overview/beginnings",
    SenseMaking: "overview/beginnings",
    ContinuumPlace: "overview/beginnings",
    Purpose: "overview/beginnings",
    Practice: "overview/working",
    Condition: "overview/working",
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
    if isinstance(record, Line):
        return _place_of_line(snapshot, record)
    group_id = group_of(snapshot, record) if record else None
    return Place("group", group_id, _TABS.get(kind, "overview"), identity) if group_id else None


def _place_of_line(snapshot: Snapshot, line: Line) -> Place | None:
    """The matrix of the group whose result counted towards the line last; None while none does."""
    claimed = (snapshot.find(Result, claim.result_id) for claim in snapshot.of(Mapping, line_id=line.id))
    results = sorted((each for each in claimed if each and each.on), key=lambda each: (each.on, each.id))
    group_id = results[-1].group_id if results else None
    return Place("group", group_id, "accountability", line.id) if group_id else None
