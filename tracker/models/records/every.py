"""All kinds of record, parents before what leads to them."""

from tracker.models.records.accountability import Framework, Line, Mapping, Measure
from tracker.models.records.agency import Agency
from tracker.models.records.agency_change import FormerName, Succession
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.contribution import Contribution, Support
from tracker.models.records.ending import Story, WindingUp
from tracker.models.records.event import Event
from tracker.models.records.explanation import Explanation
from tracker.models.records.group import Group
from tracker.models.records.handing_in import Departure, Receipt, Return, SignOff
from tracker.models.records.logged_row import LoggedRow
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note
from tracker.models.records.membership import Membership, Role
from tracker.models.records.office import OfficeDetails
from tracker.models.records.outcome import Indicator, IndicatorValue, SharedOutcome
from tracker.models.records.outlook import Condition, ContinuumPlace, Practice, Purpose, SenseMaking, Triage
from tracker.models.records.person import Person
from tracker.models.records.planned_meeting import MovedMeeting, PlannedMeeting
from tracker.models.records.reading import Accommodation, Reading
from tracker.models.records.record import Record
from tracker.models.records.requisite import Requisite
from tracker.models.records.result import Evidence, Result
from tracker.models.records.review import Carrying, FriendNote, Lesson, Review
from tracker.models.records.risk import Barrier, Risk, SetAside
from tracker.models.records.school_term import SchoolTerm
from tracker.models.records.stage import Assessment, Rating, StageJudgement
from tracker.models.records.threshold import Threshold

KINDS: tuple[type[Record], ...] = (
    OfficeDetails,
    Threshold,
    SchoolTerm,
    Agency,
    FormerName,
    Succession,
    Person,
    Group,
    Membership,
    Role,
    Requisite,
    PlannedMeeting,
    MovedMeeting,
    Meeting,
    Attendance,
    Decision,
    Note,
    Commitment,
    DueChange,
    Ball,
    Handover,
    Support,
    Contribution,
    Reading,
    Accommodation,
    Assessment,
    Rating,
    StageJudgement,
    ContinuumPlace,
    SenseMaking,
    Triage,
    Practice,
    Purpose,
    Condition,
    Event,
    Review,
    Lesson,
    Carrying,
    FriendNote,
    WindingUp,
    Story,
    Risk,
    Barrier,
    SetAside,
    Framework,
    Line,
    Measure,
    SharedOutcome,
    Indicator,
    IndicatorValue,
    Result,
    Mapping,
    Evidence,
    Return,
    SignOff,
    Receipt,
    Departure,
    Explanation,
    LoggedRow,
)

KIND_BY_NAME: dict[str, type[Record]] = {kind.__name__: kind for kind in KINDS}
KIND_BY_TABLE: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}

__all__ = [
    "KINDS",
    "KIND_BY_NAME",
    "KIND_BY_TABLE",
    "Accommodation",
    "Agency",
    "Assessment",
    "Attendance",
    "Ball",
    "Barrier",
    "Carrying",
    "Commitment",
    "Condition",
    "ContinuumPlace",
    "Contribution",
    "Decision",
    "Departure",
    "DueChange",
    "Event",
    "Evidence",
    "Explanation",
    "FormerName",
    "Framework",
    "FriendNote",
    "Group",
    "Handover",
    "Indicator",
    "IndicatorValue",
    "Lesson",
    "Line",
    "LoggedRow",
    "Mapping",
    "Measure",
    "Meeting",
    "Membership",
    "MovedMeeting",
    "Note",
    "OfficeDetails",
    "Person",
    "PlannedMeeting",
    "Practice",
    "Purpose",
    "Rating",
    "Reading",
    "Receipt",
    "Record",
    "Requisite",
    "Result",
    "Return",
    "Review",
    "Risk",
    "Role",
    "SchoolTerm",
    "SenseMaking",
    "SetAside",
    "SharedOutcome",
    "SignOff",
    "StageJudgement",
    "Story",
    "Succession",
    "Support",
    "Threshold",
    "Triage",
    "WindingUp",
]
