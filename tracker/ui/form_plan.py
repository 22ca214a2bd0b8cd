"""What each form asks first, what it asks under More, and what each reference may lead to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.models import records
from tracker.models.dates import shown
from tracker.models.figures.lane import lane_of
from tracker.models.line_years import candidates
from tracker.models.records import (
    Accommodation,
    Agency,
    Assessment,
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
    FormerName,
    FriendNote,
    Group,
    Handover,
    Lesson,
    Meeting,
    Membership,
    MovedMeeting,
    Note,
    OfficeDetails,
    Person,
    PlannedMeeting,
    Practice,
    Purpose,
    Record,
    Requisite,
    Result,
    Review,
    Risk,
    Role,
    SchoolTerm,
    SenseMaking,
    SharedOutcome,
    StageJudgement,
    Story,
    Succession,
    Support,
    Triage,
    WindingUp,
)
from tracker.models.records.stage import Asked
from tracker.models.snapshot import Snapshot

# What is typed so far, by the field's name.
Values = Mapping[str, Any]

# Set by the page that opens the form or by the program, never asked for.
_NEVER_ASKED = frozenset({"id", "provenance", "section", "group_id", "assessment_id", "revision"}) | {
    "line_key",
    "imported_at",
    "source_sha256",
}

_SENSITIVITY_HELP = (
    "Open: for anybody who reads a return. In confidence: for the members and their home agencies. "
    "Restricted: of a result only the title leaves the office, of anything else nothing."
)
HELP: Mapping[str, str] = {"sensitivity": _SENSITIVITY_HELP}


@dataclass(frozen=True)
class FormPlan:
    """The fields asked first, in their order; the rest follow under More.

    `limits` says what a reference offers, `ahead` in which fields a day without a year is one to come; with `whole`
    nothing is asked beyond the first.
    """

    essential: tuple[str, ...]
    limits: Mapping[str, Callable[[Snapshot, Values], tuple[Record, ...]]] = field(default_factory=dict)
    ahead: tuple[str, ...] = ()
    whole: bool = False

    def further(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """What is asked under More, of all the names of a kind's fields; who may see it comes last."""
        if self.whole:
            return ()
        left = [name for name in names if name not in _NEVER_ASKED and name not in self.essential]
        return tuple(sorted(left, key=lambda name: name == "sensitivity"))


def plan_of(kind: type[Record]) -> FormPlan:
    """The plan of a kind's form."""
    return _PLANS.get(kind) or FormPlan(())


def words_for(snapshot: Snapshot, record: Record) -> str:
    """What a record is called where it is chosen from a list."""
    if isinstance(record, Person):
        post = "" if record.post == record.name else record.post
        details = [part for part in (post, snapshot.called(Agency, record.agency_id)) if part]
        return f"{record.name} ({', '.join(details)})" if details else record.name
    if isinstance(record, Agency):
        short = "" if record.short_name == record.name else record.short_name
        return f"{record.name} ({short})" if short else record.name
    if isinstance(record, (Meeting, Assessment)):
        return ", ".join(part for part in (shown(record.on), getattr(record, "place", "")) if part)
    if isinstance(record, StageJudgement):
        return lane.label if (lane := lane_of(record)) else "Not clear"
    return record.called if isinstance(record, Group) else record.title


def _people_of_the_agency(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    agency_id = values.get("agency_id")
    return snapshot.of(Person, agency_id=agency_id) if agency_id else snapshot.of(Person)


def _people_of_the_group(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    """People of the agencies at the table: a role may be held by somebody without a seat, such as a home manager."""
    agencies = {seat.agency_id for seat in snapshot.of(Membership, group_id=values.get("group_id"))}
    near = tuple(person for person in snapshot.of(Person) if person.agency_id in agencies)
    return near or snapshot.of(Person)


def _agencies_of_the_group(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    members = {seat.agency_id for seat in snapshot.of(Membership, group_id=values.get("group_id"))}
    return tuple(agency for agency in snapshot.of(Agency) if agency.id in members) or snapshot.of(Agency)


def _agencies_of_the_ball(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    ball = snapshot.find(Ball, values.get("ball_id"))
    return _agencies_of_the_group(snapshot, {"group_id": ball.group_id if ball else None})


def _running_groups(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    return tuple(group for group in snapshot.of(Group) if group.open_on(snapshot.today))


def _other_agencies(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    return tuple(agency for agency in snapshot.of(Agency) if agency.id != values.get("id"))


def _rounds_of_the_group(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    """The rounds that suggest a stage: a health check does not."""
    rounds = snapshot.of(Assessment, group_id=values.get("group_id"))
    return tuple(each for each in rounds if each.asked is Asked.SIGNS)


def _measures_of_the_line(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    line_id = values.get("line_id")
    return snapshot.of(records.Measure, line_id=line_id) if line_id else ()


def _lines_of_the_framework(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    lines = snapshot.of(records.Line, framework_id=values.get("framework_id"))
    return tuple(line for line in lines if line.id != values.get("id"))


def _later_lines(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    """A line goes on in a later year; of thousands the ones with its code or name come first on the page (S)."""
    line = snapshot.find(records.Line, values.get("id"))
    return candidates(snapshot, line)[:200] if line else ()


def _line_of_the_measure(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
    line = snapshot.find(records.Line, values.get("line_id"))
    return snapshot.of(records.Line, framework_id=line.framework_id) if line else ()


def _of_the_claims_group(kind: type[Record]) -> Callable[[Snapshot, Values], tuple[Record, ...]]:
    def limit(snapshot: Snapshot, values: Values) -> tuple[Record, ...]:
        result = snapshot.find(Result, values.get("result_id"))
        return snapshot.of(kind, group_id=result.group_id) if result else ()

    return limit


def _of_the_group(kind: type[Record]) -> Callable[[Snapshot, Values], tuple[Record, ...]]:
    return lambda snapshot, values: snapshot.of(kind, group_id=values.get("group_id"))


_PLANS: Mapping[type[Record], FormPlan] = {
    OfficeDetails: FormPlan(("name", "code", "region"), whole=True),
    Group: FormPlan(
        ("name", "short_name", "code", "purpose", "place", "started_on", "next_meeting_on"), ahead=("next_meeting_on",)
    ),
    Agency: FormPlan(("name", "short_name", "code", "sector", "te_reo_name"), {"part_of_id": _other_agencies}),
    FormerName: FormPlan(("name", "short_name", "code", "te_reo_name", "until", "why")),
    Succession: FormPlan(("agency_id", "successor_id", "on", "why")),
    Person: FormPlan(("name", "post", "agency_id", "level")),
    Membership: FormPlan(
        ("agency_id", "person_id", "from_on", "to_on", "authority", "authority_nzd", "may_commit"),
        {"person_id": _people_of_the_agency},
        ahead=("to_on",),
    ),
    Role: FormPlan(("person_id", "name", "from_on", "to_on"), {"person_id": _people_of_the_group}, ahead=("to_on",)),
    Requisite: FormPlan(
        ("text", "kind", "brought_by_ids", "since"), {"brought_by_ids": _agencies_of_the_group}, ahead=("until",)
    ),
    PlannedMeeting: FormPlan(
        ("group_id", "on", "starts_at", "repeats", "until", "place", "minutes"),
        {"group_id": _running_groups},
        ahead=("on", "until"),
    ),
    MovedMeeting: FormPlan(("moved_to", "starts_at", "place", "why"), ahead=("moved_to",)),
    Decision: FormPlan(("on", "text"), {"meeting_id": _of_the_group(Meeting)}),
    Note: FormPlan(("on", "kind", "text"), {"meeting_id": _of_the_group(Meeting)}),
    Commitment: FormPlan(
        ("text", "agency_id", "person_id", "to_agency_id", "to", "made_on", "due"),
        {
            "agency_id": _agencies_of_the_group,
            "person_id": _people_of_the_agency,
            "to_agency_id": _agencies_of_the_group,
            "meeting_id": _of_the_group(Meeting),
        },
        ahead=("due", "first_due"),
    ),
    DueChange: FormPlan(("on", "due_after", "why"), ahead=("due_after",)),
    Contribution: FormPlan(
        ("agency_id", "kind", "text", "quantity", "unit", "value_nzd", "promised_on", "delivered_on"),
        {"agency_id": _agencies_of_the_group, "support_id": _of_the_group(Support)},
    ),
    Support: FormPlan(
        ("agency_id", "kind", "text", "amount_nzd", "asked_on", "promised_on", "secured_on"),
        {"agency_id": _agencies_of_the_group},
    ),
    Accommodation: FormPlan(
        ("imbalance", "text", "agreed_on", "review_on"), {"meeting_id": _of_the_group(Meeting)}, ahead=("review_on",)
    ),
    Ball: FormPlan(("issue", "opened_on", "closed_on")),
    Handover: FormPlan(("agency_id", "on", "note"), {"agency_id": _agencies_of_the_ball}),
    Event: FormPlan(("on", "kind", "text")),
    FriendNote: FormPlan(("on", "person_id", "text", "answer", "answered_on"), {"meeting_id": _of_the_group(Meeting)}),
    Story: FormPlan(("essence", "seen_differently", "turned_by", "took", "told_by", "on")),
    Risk: FormPlan(
        ("text", "level", "agency_id", "on", "response", "told_on", "told_whom"),
        {"agency_id": _agencies_of_the_group, "meeting_id": _of_the_group(Meeting)},
    ),
    Barrier: FormPlan(("text", "kind", "since", "state", "asked_of")),
    Lesson: FormPlan(
        ("text", "on", "carry_to_ids"),
        {
            "carry_to_ids": _agencies_of_the_group,
            "meeting_id": _of_the_group(Meeting),
            "review_id": _of_the_group(Review),
        },
    ),
    Carrying: FormPlan(("agency_id", "on", "to_whom", "how", "taken_up")),
    SchoolTerm: FormPlan(("name", "from_on", "to_on"), ahead=("from_on", "to_on"), whole=True),
    Review: FormPlan(("on", "kind", "by", "learned", "will_change"), {"meeting_id": _of_the_group(Meeting)}),
    StageJudgement: FormPlan(
        ("on", "stage", "crossover", "differs_because", "judged_by", "why", "evidence", "assessment_id"),
        {"assessment_id": _rounds_of_the_group},
    ),
    Assessment: FormPlan(
        ("asks", "on", "asked_ids", "note"),
        {"asked_ids": _agencies_of_the_group, "meeting_id": _of_the_group(Meeting)},
        whole=True,
    ),
    Result: FormPlan(
        ("name", "on", "level", "who_gained", "credit_ids", "narrative", "value", "unit", "count_basis", "state"),
        {
            "meeting_id": _of_the_group(Meeting),
            "outcome_id": _of_the_group(SharedOutcome),
            "credit_ids": _agencies_of_the_group,
        },
    ),
    records.Mapping: FormPlan(
        ("role", "type", "strength", "share_basis", "measure_id", "outcome_id", "evidence_grade", "agreed_on"),
        {
            "measure_id": _measures_of_the_line,
            "outcome_id": _of_the_claims_group(SharedOutcome),
            "agreed_meeting_id": _of_the_claims_group(Meeting),
        },
    ),
    records.Framework: FormPlan(("name", "kind", "owner_agency_id", "period_from", "period_to", "state")),
    records.Line: FormPlan(
        ("framework_id", "code", "name", "administering_agency", "vote", "scope", "year_end"),
        {"parent_line_id": _lines_of_the_framework, "successor_line_id": _later_lines},
    ),
    records.Measure: FormPlan(
        ("code", "text", "rba", "unit", "target_op", "target_low", "target_high", "baseline", "frequency", "page_ref"),
        {"line_id": _line_of_the_measure},
    ),
    # Its result follows from the answers, and is overruled on the page.
    Triage: FormPlan(("on", "aspects", "agencies", "clarity", "standardness", "sensitivity"), whole=True),
    SenseMaking: FormPlan(("agency_id", "domain", "why", "on"), {"agency_id": _agencies_of_the_group}),
    ContinuumPlace: FormPlan(("on", "closeness", "target", "why")),
    Purpose: FormPlan(("text", "why", "on"), {"meeting_id": _of_the_group(Meeting)}),
    Practice: FormPlan(("state", "on", "note", "sensitivity"), whole=True),
    # What it is about is chosen on the page.
    Condition: FormPlan(("seen", "on", "note", "sensitivity"), whole=True),
    WindingUp: FormPlan(
        ("decided_on", "why", "thanked_on", "thanked_note", "told_on", "told_note", "kept_on", "kept_at")
    ),
}
